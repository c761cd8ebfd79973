import { type Kysely, sql, type Transaction } from 'kysely'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { type Handling, handlings } from '#domain/support'
import { canonical } from './canonical.ts'
import { settle } from './settle-records.ts'
import type { Tables } from './tables.ts'
import { wordsOf } from './words.ts'

/** A record to be written, or the id of one to be removed. */
export type Write =
  | { readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly body: RecordTypes[K] } }[Kind]
  | { readonly kind: Kind; readonly id: string; readonly body: null }

/** Who writes, when and why. */
export interface Authorship {
  readonly by: string
  readonly at: string
  readonly why: string
}

/** What a change did. */
export interface Written {
  /** number of the change, or undefined if nothing had to be written */
  readonly change: number | undefined
  readonly added: number
  readonly superseded: number
  readonly removed: number
  readonly unchanged: number
}

const writerLock = 7_351_115 // any number: one writer at a time, so that a change is checked against what is there
const batchSize = 2000

/**
 * Writes records as one change: all of it or nothing. What is there already in the same words is left alone; what
 * differs is superseded by a new version. Nothing may point at what is not there.
 *
 * @param expected versions that the writer saw; if one is no longer current, nothing is written
 * @throws SoundingsError `record-dangling`, `record-changed`
 */
export async function writeRecords(
  db: Kysely<Tables>,
  writes: readonly Write[],
  authorship: Authorship,
  expected: ReadonlyMap<string, number> = new Map(),
): Promise<Written> {
  const write = async (trx: Transaction<Tables>) => {
    await lockForWriting(trx)
    return writeInto(trx, writes, authorship, expected)
  }
  return db.isTransaction ? write(db as Transaction<Tables>) : db.transaction().execute(write)
}

/** Waits until no other process writes; the lock ends with the transaction. */
export async function lockForWriting(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx)
}

/** The same as `writeRecords`, inside a transaction that holds the lock for writing. */
export async function writeInto(
  trx: Transaction<Tables>,
  writes: readonly Write[],
  authorship: Authorship,
  expected: ReadonlyMap<string, number> = new Map(),
): Promise<Written> {
  const there = await versionsOf(trx, writes)
  const tally = { added: 0, superseded: 0, removed: 0, unchanged: 0 }
  const fresh = writes.flatMap((write) => {
    const old = there.get(keyOf(write))
    const wanted = expected.get(keyOf(write))
    if (wanted !== undefined && (old?.version ?? 0) !== wanted)
      throw new SoundingsError(
        'record-changed',
        `${write.kind} ${write.id} is now version ${old?.version ?? 0}`,
      )
    const isThere = old?.body != null
    const same = write.body === null ? !isThere : isThere && canonical(old.body) === canonical(write.body)
    if (same) tally.unchanged++
    else if (write.body === null) tally.removed++
    else if (isThere) tally.superseded++
    else tally.added++
    return same ? [] : [{ ...write, version: (old?.version ?? 0) + 1 }]
  })
  if (fresh.length === 0) return { change: undefined, ...tally }
  const change = await newChange(trx, authorship)
  for (let at = 0; at < fresh.length; at += batchSize)
    await insert(
      trx,
      fresh.slice(at, at + batchSize).map((one) => ({ ...one, change })),
    )
  await settle(trx, fresh)
  return { change, ...tally }
}

export function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`
}

async function versionsOf(trx: Transaction<Tables>, writes: readonly Write[]) {
  const rows = await sql<{ kind: string; id: string; version: number; body: unknown }>`
    select r.kind, r.id, r.version, r.body
    from jsonb_to_recordset(${JSON.stringify(writes.map(({ kind, id }) => ({ kind, id })))}::jsonb) as w(kind text, id text)
    join record r on r.kind = w.kind and r.id = w.id and r.current`.execute(trx)
  return new Map(rows.rows.map((row) => [keyOf(row), row]))
}

async function newChange(trx: Transaction<Tables>, authorship: Authorship): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into change (id, at, by, why)
    select coalesce(max(id), 0) + 1, ${authorship.at}, ${authorship.by}, ${authorship.why} from change
    returning id`.execute(trx)
  return Number(rows[0]?.id)
}

/** A version ready to be stored. */
export interface VersionRow {
  readonly kind: Kind
  readonly id: string
  readonly version: number
  readonly change: number
  readonly body: object | null
}

async function insert(trx: Transaction<Tables>, rows: readonly VersionRow[]): Promise<void> {
  await sql`
    update record r set current = false
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ kind, id }) => ({ kind, id })))}::jsonb) as w(kind text, id text)
    where r.kind = w.kind and r.id = w.id and r.current`.execute(trx)
  await insertVersions(
    trx,
    rows.map((row) => ({ ...row, current: true })),
  )
}

/** Stores versions as they are. */
export async function insertVersions(
  trx: Transaction<Tables>,
  rows: readonly (VersionRow & { readonly current: boolean })[],
): Promise<void> {
  const values = rows.map((row) => ({
    ...row,
    handling: ownHandling(row.body),
    case_id: caseOf(row.kind, row.id, row.body),
    label: labelOfBody(row.kind, row.id, row.body),
    words: row.body === null ? '' : wordsOf(row.body),
  }))
  await sql`
    insert into record (kind, id, version, change, body, handling, case_id, label, current, words)
    select kind, id, version, change, nullif(body, 'null'::jsonb), handling, case_id, label, current, plain(words)
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as w(kind text, id text, version int, change bigint, body jsonb, handling text, case_id text, label text,
           current boolean, words text)`.execute(trx)
}

function ownHandling(body: object | null): Handling {
  const own = body !== null && 'handling' in body ? body.handling : undefined
  return handlings.find((handling) => handling === own) ?? 'public'
}

function caseOf(kind: Kind, id: string, body: object | null): string | null {
  if (kind === 'case') return id
  return body !== null && 'case' in body && typeof body.case === 'string' ? body.case : null
}

function labelOfBody(kind: Kind, id: string, body: object | null): string {
  if (body === null) return id
  const describe = kinds[kind].label as (record: object) => string // the body was accepted by the schema of its kind
  return describe(body)
}
