import { SoundingsError } from '#domain/errors'
import { issueWords } from '#domain/issue-words'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import type { Database } from '#storage/database'
import {
  countRecords,
  historyOf,
  inOrder,
  listRecords,
  pointingAt,
  readRecord,
  type Stored,
  type Version,
} from '#storage/read-records'
import { type Found, searchRecords } from '#storage/search-records'
import {
  type Authorship,
  keyOf,
  lockForWriting,
  type Write,
  type Written,
  writeRecords,
} from '#storage/write-records'
import { checkCodingRemoval } from './compliance-invariants.ts'
import { check, importParsed, lookUpIn } from './import.ts'
import { checkRemoval } from './rating-invariants.ts'

/** A record with its versions and with what points at it. */
export interface RecordInContext extends Stored {
  readonly history: readonly Version[]
  readonly pointedAtBy: readonly { kind: string; id: string; label: string; field: string }[]
}

const mostPointers = 500

/**
 * One record as it holds now, with its history and what rests on it.
 *
 * @throws SoundingsError `record-unknown`
 */
export async function recordInContext({ db }: Database, kind: Kind, id: string): Promise<RecordInContext> {
  const found = await readRecord(db, kind, id)
  if (found === undefined) throw unknown(kind, id)
  return {
    ...found,
    body: inOrder(kind, found.body) as unknown as RecordTypes[Kind], // the same record, its fields in order
    history: await historyOf(db, kind, id),
    pointedAtBy: await pointingAt(db, kind, id, mostPointers),
  }
}

/**
 * Writes one record: a new one, or a new version of one that is there.
 *
 * @param seen the version that the writer saw, 0 if none; if it is no longer current nothing is written
 * @throws SoundingsError `record-invalid`, `record-dangling`, `record-changed`
 */
export async function saveRecord(
  database: Database,
  kind: Kind,
  body: unknown,
  authorship: Authorship,
  seen?: number,
): Promise<Written> {
  const checked = kinds[kind].schema.safeParse(body)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new SoundingsError('record-invalid', issueWords(issue, 'the record is not valid'), {
      place: { field: issue?.path.join('.') },
    })
  }
  const write = { kind, id: checked.data.id, body: checked.data } as Exclude<Write, { body: null }> // accepted by its schema
  const place = (field: string) => ({ field })
  const expected = seen === undefined ? undefined : new Map([[keyOf(write), seen]])
  return importParsed(database, [{ records: [{ write, place }], whole: {} }], authorship, false, expected)
}

/**
 * Takes a record out; its versions stay. Nothing may still point at it.
 *
 * @throws SoundingsError `record-unknown`, `record-dangling`; `record-invalid` for a rating of a closed round, a forecast, a resolution
 */
export async function removeRecord(
  { db }: Database,
  kind: Kind,
  id: string,
  authorship: Authorship,
): Promise<Written> {
  return db.transaction().execute(async (trx) => {
    await lockForWriting(trx)
    await mayGo(trx, kind, id)
    return writeRecords(trx, [{ kind, id, body: null }], authorship)
  })
}

async function mayGo(db: Database['db'], kind: Kind, id: string): Promise<void> {
  const found = await readRecord(db, kind, id)
  if (found === undefined) throw unknown(kind, id)
  if (kind === 'rating') await checkRemoval(found.body as RecordTypes['rating'], lookUpIn(db)) // read by its kind
  if (kind === 'compliance') await checkCodingRemoval(db, found.body as RecordTypes['compliance']) // likewise
  if (kind === 'forecast' || kind === 'resolution')
    throw new SoundingsError('record-invalid', `${kind} ${id} stands: it is not taken out`, {
      advice: kind === 'forecast' ? 'Withdraw it: the withdrawal is kept beside it.' : 'Reopen the question.',
    })
}

/**
 * Takes back the last version of a record by writing the one before it again, as a new version, if that may still be written.
 *
 * @throws SoundingsError `nothing-to-undo`, and what `saveRecord` and `removeRecord` throw
 */
export async function undoRecord(
  { db }: Database,
  kind: Kind,
  id: string,
  authorship: Authorship,
): Promise<Written> {
  return db.transaction().execute(async (trx) => {
    await lockForWriting(trx)
    const [last, before] = await historyOf(trx, kind, id)
    if (last === undefined) throw unknown(kind, id)
    if (before === undefined && last.body === null)
      throw new SoundingsError('nothing-to-undo', `${kind} ${id} has no earlier version`)
    const body = before?.body ?? null
    const write = { kind, id, body } as Write // an earlier version was accepted by the schema
    if (write.body === null) await mayGo(trx, kind, id)
    else await check(trx, [{ write, place: (field) => ({ field }) }])
    const why = authorship.why || `undo of version ${last.version}`
    return writeRecords(trx, [write], { ...authorship, why }, new Map([[keyOf({ kind, id }), last.version]]))
  })
}

function unknown(kind: Kind, id: string): SoundingsError {
  return new SoundingsError('record-unknown', `there is no ${kind} ${id}`, { place: { value: id } })
}

/** How many records of each kind there are. */
export function seeWorkspace({ db }: Database): Promise<Readonly<Record<string, number>>> {
  return countRecords(db)
}

/** The records of a kind, in order of id. */
export function seeRecords(
  { db }: Database,
  kind: Kind,
  options: Parameters<typeof listRecords>[2],
): Promise<readonly Stored[]> {
  return listRecords(db, kind, options)
}

/** Records by their words. */
export function seeSearch(
  { db }: Database,
  asked: string,
  among: readonly Kind[],
  limit: number,
): Promise<readonly Found[]> {
  return searchRecords(db, asked, among, limit)
}
