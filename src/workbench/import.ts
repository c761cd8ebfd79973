import { Analysis } from '#domain/analysis'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import type { Database } from '#storage/database'
import { blindExamples, blindToSettle, givenOn, momentOf } from '#storage/given'
import { assessorOf } from '#storage/rating-rooms'
import { listRecords, readRecord } from '#storage/read-records'
import { restoreWorkspace, type WholeWorkspace } from '#storage/whole-workspace'
import {
  type Authorship,
  keyOf,
  lockForWriting,
  type Write,
  type Written,
  writeRecords,
} from '#storage/write-records'
import { checkCodings } from './compliance-invariants.ts'
import { checkInvariants, type LookUp } from './invariants.ts'
import { type ReadRecord, type RecordFile, readRecordFile } from './record-file.ts'

/** What an import did, or would do. */
export interface ImportReport extends Written {
  readonly records: number
  readonly byKind: Readonly<Record<string, number>>
  readonly analyses: number
  readonly notices: readonly string[]
  readonly dryRun: boolean
}

/**
 * Imports files of records as one change: all or nothing. The export of a whole workspace, imported into an empty
 * one, gives the same workspace: versions, authors, documents and analyses included.
 *
 * @throws SoundingsError with file, line, column, field and value of what is wrong
 */
export async function importFiles(
  database: Database,
  files: readonly string[],
  authorship: Authorship,
  dryRun = false,
): Promise<ImportReport> {
  return importParsed(database, files.map(readRecordFile), authorship, dryRun)
}

/**
 * The same for files that are already read. What is there is looked at under the lock for writing: what was checked still
 * holds when it is written.
 *
 * @param expected versions that the writer saw; if one is no longer current, nothing is written
 */
export async function importParsed(
  { db }: Database,
  files: readonly RecordFile[],
  authorship: Authorship,
  dryRun: boolean,
  expected?: ReadonlyMap<string, number>,
): Promise<ImportReport> {
  const records = files.flatMap((file) => file.records)
  refuseTwins(records)
  const byKey = new Map(records.map((one) => [keyOf(one.write), one]))
  const whole = files.map((file) => file.whole).find((part) => part['revisions'] !== undefined)
  const writes: readonly Write[] = records.map((one) => one.write)
  const report = {
    records: records.length,
    byKind: countByKind(records),
    analyses: 0,
    notices: [] as string[],
    dryRun,
  }
  try {
    if (whole !== undefined) {
      const parts = wholeParts(whole)
      await check(db, records, byKey)
      const restored = await restoreWorkspace(db, parts, writes, dryRun)
      if (restored !== undefined) return { ...report, ...restored, analyses: parts.analyses.length }
      report.notices.push(
        'The workspace is not empty: history, documents and analyses of the file were left out, its records were imported.',
      )
    }
    const written = await allOrNothing(db, dryRun, async (trx) => {
      await lockForWriting(trx)
      const blind = await blindAmong(trx, records)
      if (blind.size > 0)
        report.notices.push(
          `${blind.size} illustrative records are there and blind to you; they were left as they are.`,
        )
      const fresh = records.filter(({ write }) => !blind.has(keyOf(write)))
      await check(trx, fresh, byKey)
      return writeRecords(
        trx,
        fresh.map(({ write }) => write),
        authorship,
        expected,
      )
    })
    return { ...report, ...written }
  } catch (cause) {
    throw placed(cause, byKey)
  }
}

/** An example that is loaded a second time holds forecasts that one may not see: they are there already. */
async function blindAmong(trx: Transaction, records: readonly ReadRecord[]): Promise<ReadonlySet<string>> {
  const blind = new Set<string>()
  for (const kind of ['forecast', 'compliance', 'argument'] as const) {
    const made = records.flatMap(({ write }) =>
      write.kind === kind && write.body !== null && write.body.illustrative === true ? [write.id] : [],
    )
    for (const id of await blindExamples(trx, kind, made)) blind.add(keyOf({ kind, id }))
  }
  return blind
}

async function allOrNothing(
  db: Database['db'],
  dryRun: boolean,
  write: (trx: Transaction) => Promise<Written>,
): Promise<Written> {
  if (!dryRun) return db.transaction().execute(write)
  const trial = new Error('dry run')
  let written: Written | undefined
  try {
    await db.transaction().execute(async (trx) => {
      written = await write(trx)
      throw trial // rolls everything back
    })
  } catch (cause) {
    if (cause !== trial) throw cause
  }
  return { ...(written ?? { added: 0, superseded: 0, removed: 0, unchanged: 0 }), change: undefined }
}

type Transaction = Parameters<typeof lockForWriting>[0]

/** Checks what must hold between records, of those that come and of those that are there. */
export async function check(
  db: Database['db'],
  records: readonly ReadRecord[],
  byKey: ReadonlyMap<string, ReadRecord> = new Map(),
): Promise<void> {
  await checkInvariants(
    records,
    remembering(lookUpIn(db, byKey)),
    hypothesesIn(db, records),
    remembering(lookUpIn(db)),
    () => assessorOf(db),
    {
      moment: () => momentOf(db),
      forecastsGiven: async (question) => (await givenOn(db, [question])).get(question)?.forecasts ?? 0,
      blindToSettle: (settlement) => blindToSettle(db, settlement),
    },
  )
  await checkCodings(db, records)
}

function refuseTwins(records: readonly ReadRecord[]): void {
  const seen = new Map<string, ReadRecord>()
  for (const one of records) {
    const twin = seen.get(keyOf(one.write))
    if (twin !== undefined) {
      const { file, line } = twin.place('id')
      throw new SoundingsError(
        'record-duplicate',
        `${one.write.kind} ${one.write.id} stands already in ${file}:${line}`,
        {
          place: { ...one.place('id'), value: one.write.id },
        },
      )
    }
    seen.set(keyOf(one.write), one)
  }
}

/** Looks records up among those that come, else among those that are there. */
export function lookUpIn(db: Database['db'], byKey: ReadonlyMap<string, ReadRecord> = new Map()) {
  return async <K extends Kind>(kind: K, id: string): Promise<RecordTypes[K] | undefined> => {
    const fresh = byKey.get(keyOf({ kind, id }))?.write.body as RecordTypes[K] | undefined // found by its kind
    return fresh ?? (await readRecord(db, kind, id))?.body
  }
}

/** Asks once for each record: nothing changes while many that point at it are checked under the lock for writing. */
function remembering(lookUp: LookUp): LookUp {
  const known = new Map<string, Promise<unknown>>()
  return <K extends Kind>(kind: K, id: string) => {
    const key = keyOf({ kind, id })
    const found = known.get(key) ?? lookUp(kind, id)
    known.set(key, found)
    return found as Promise<RecordTypes[K] | undefined> // what was asked for under this key
  }
}

function hypothesesIn(db: Database['db'], records: readonly ReadRecord[]) {
  const known = new Map<string, Promise<readonly RecordTypes['hypothesis'][]>>()
  const read = async (caseId: string) => {
    const fresh = records.flatMap(({ write }) =>
      write.kind === 'hypothesis' && write.body.case === caseId ? [write.body] : [],
    )
    const stored = (await listRecords(db, 'hypothesis', { case: caseId })).map((row) => row.body)
    return [...fresh, ...stored.filter((old) => fresh.every((one) => one.id !== old.id))]
  }
  return (caseId: string) => {
    const found = known.get(caseId) ?? read(caseId)
    known.set(caseId, found)
    return found
  }
}

function countByKind(records: readonly ReadRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { write } of records) {
    const { section } = kinds[write.kind]
    counts[section] = (counts[section] ?? 0) + 1
  }
  return counts
}

function placed(cause: unknown, byKey: ReadonlyMap<string, ReadRecord>): unknown {
  if (!(cause instanceof SoundingsError) || cause.place.record === undefined) return cause
  const place = byKey.get(keyOf(cause.place.record))?.place(cause.place.field ?? '')
  if (place === undefined) return cause
  return new SoundingsError(cause.code, cause.message, {
    place: { ...place, value: cause.place.value },
    cause,
  })
}

function wholeParts(whole: Readonly<Record<string, unknown>>): WholeWorkspace {
  const list = <T>(name: string) => (Array.isArray(whole[name]) ? (whole[name] as T[]) : []) // checked when it is written
  const analyses = list<WholeWorkspace['analyses'][number]>('analyses')
  for (const { output } of analyses) Analysis.parse(JSON.parse(output))
  return {
    changes: list('changes'),
    revisions: list('revisions'),
    contents: list('contents'),
    analyses,
  }
}
