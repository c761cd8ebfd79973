import { SoundingsError } from '#domain/errors'
import type { Language } from '#domain/exhibit'
import type { Source } from '#domain/source'
import { compose } from '#report/compose'
import { html } from '#report/html'
import { markdown } from '#report/markdown'
import type { Database } from '#storage/database'
import { listRecords } from '#storage/read-records'
import { readOneAnalysis } from './analyses.ts'
import { instrumentOf } from './analysis-of.ts'
import { bibliography } from './citations.ts'

export const reportFormats = ['md', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A format of reports by its name. */
export function reportFormat(name: string): ReportFormat {
  const found = reportFormats.find((format) => format === name)
  if (found === undefined)
    throw new SoundingsError('format-unknown', `there is no report format ${name}`, {
      advice: `There are ${reportFormats.join(', ')}.`,
    })
  return found
}

/**
 * A report of an analysis, in a format and a language, with every source it cites.
 *
 * @throws SoundingsError `analysis-unknown`
 */
export async function writeReport(
  database: Database,
  id: string,
  format: ReportFormat,
  language: Language,
): Promise<string> {
  const analysis = await readOneAnalysis(database, id)
  const { db } = database
  const instrument = instrumentOf(analysis.instrument)
  const exhibits = instrument.exhibits(analysis.result, language)
  const cited = new Set(
    [...analysis.findings.map((f) => f.evidence), ...exhibits.flatMap((e) => e.rows.map((r) => r.evidence))]
      .flat()
      .map((evidence) => evidence.source),
  )
  const sources = (await listRecords(db, 'source')).map((row) => row.body).filter((s) => cited.has(s.id))
  const report = compose({
    analysis,
    language,
    title: `${instrument.title[language]}: ${titleOf(analysis.result, language)}`,
    question: instrument.question[language],
    exhibits,
    bibliography: withChannels(bibliography(sources), sources),
  })
  return format === 'md' ? markdown(report) : html(report)
}

function titleOf(result: Readonly<Record<string, unknown>>, language: Language): string {
  const frame = result['case'] as { title?: string; titleVi?: string | null } | undefined // an instrument may have none
  return (language === 'vi' ? frame?.titleVi : undefined) ?? frame?.title ?? ''
}

function withChannels(
  entries: ReadonlyMap<string, string>,
  sources: readonly Source[],
): ReadonlyMap<string, string> {
  return new Map(
    sources.map((source) => {
      const channel = source.seenThrough
      const through =
        channel === undefined ? '' : ` Known through ${channel.source}, ${channel.locator ?? ''}.`
      return [source.id, `${entries.get(source.id) ?? source.csl.title}${through}`]
    }),
  )
}
