import { SoundingsError } from '#domain/errors'
import { type Health, inspect } from '#storage/health'
import { rerunAnalysis, seeAnalyses } from './analyses.ts'
import type { Workbench } from './workbench.ts'

/** One thing looked at: whether it is well, what was found, and what to do if it is not. */
export interface Check {
  readonly what: string
  readonly well: boolean
  readonly found: string
  readonly advice?: string
}

/** Looks a workspace over: its server, records, pointers, documents, and whether its analyses come out the same. */
export async function examine({ database }: Workbench): Promise<readonly Check[]> {
  const health = await inspect(database.db)
  return [
    {
      what: 'database',
      well: true,
      found: `${health.server}, ${Math.round(health.bytes / 1024 / 1024)} MiB`,
    },
    ...recordChecks(health),
    await analysisCheck(database),
  ]
}

function recordChecks({ records, invalid, dangling, withoutBytes }: Health): readonly Check[] {
  return [
    check(
      'records',
      invalid,
      `${records} records, all as their schemas say`,
      'Edit the records named, or undo the change.',
    ),
    check(
      'pointers',
      dangling,
      'every pointer leads to a record',
      'Restore the record that is missing, or correct the pointer.',
    ),
    check(
      'documents',
      withoutBytes,
      'every document has its text',
      'Import the files of these documents again.',
    ),
  ]
}

function check(what: string, bad: readonly string[], fine: string, advice: string): Check {
  if (bad.length === 0) return { what, well: true, found: fine }
  return { what, well: false, found: `${bad.length}: ${bad.slice(0, 5).join(', ')}`, advice }
}

async function analysisCheck(database: Workbench['database']): Promise<Check> {
  const entries = await seeAnalyses(database)
  const bad: string[] = []
  for (const { id } of entries) {
    try {
      await rerunAnalysis(database, id)
    } catch (cause) {
      if (!(cause instanceof SoundingsError)) throw cause
      bad.push(`${id} (${cause.message})`)
    }
  }
  return check('analyses', bad, `${entries.length} analyses, each the same when run again`, 'Run them anew.')
}
