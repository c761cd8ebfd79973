import { SoundingsError } from '#domain/errors'
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
import { type Authorship, keyOf, type Write, type Written, writeRecords } from '#storage/write-records'
import { importParsed } from './import.ts'

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
 * @param seen the version that the writer saw; if it is no longer current nothing is written
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
    throw new SoundingsError('record-invalid', issue?.message ?? 'the record is not valid', {
      place: { field: issue?.path.join('.') },
    })
  }
  const write = { kind, id: checked.data.id, body: checked.data } as Exclude<Write, { body: null }> // accepted by its schema
  if (seen !== undefined) {
    const now = await readRecord(database.db, kind, write.id)
    if (now?.version !== seen)
      throw new SoundingsError(
        'record-changed',
        `${kind} ${write.id} is now version ${now?.version ?? 0}, not ${seen}`,
      )
  }
  const place = (field: string) => ({ field })
  return importParsed(database, [{ records: [{ write, place }], whole: {} }], authorship, false)
}

/** Takes a record out; its versions stay. Nothing may still point at it. */
export async function removeRecord(
  { db }: Database,
  kind: Kind,
  id: string,
  authorship: Authorship,
): Promise<Written> {
  if ((await readRecord(db, kind, id)) === undefined) throw unknown(kind, id)
  return writeRecords(db, [{ kind, id, body: null }], authorship)
}

/**
 * Takes back the last version of a record by writing the one before it again, as a new version.
 *
 * @throws SoundingsError `nothing-to-undo`
 */
export async function undoRecord(
  { db }: Database,
  kind: Kind,
  id: string,
  authorship: Authorship,
): Promise<Written> {
  const [last, before] = await historyOf(db, kind, id)
  if (last === undefined) throw unknown(kind, id)
  if (before === undefined && last.body === null)
    throw new SoundingsError('nothing-to-undo', `${kind} ${id} has no earlier version`)
  const body = before?.body ?? null
  const write = { kind, id, body } as Write // an earlier version was accepted by the schema
  return writeRecords(
    db,
    [write],
    { ...authorship, why: authorship.why || `undo of version ${last.version}` },
    new Map([[keyOf({ kind, id }), last.version]]),
  )
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
