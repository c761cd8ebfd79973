import { type Kysely, sql, type Transaction } from 'kysely'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { referencesOf } from '#domain/reference'
import { type Handling, handlings } from '#domain/support'
import { canonical } from './canonical.ts'
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
    if (wanted !== undefined && old?.version !== wanted)
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

/** Renews what follows from records just stored: the pointers, which must all lead somewhere, and who may see what. */
export async function settle(
  trx: Transaction<Tables>,
  stored: readonly { readonly kind: Kind; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  await point(trx, stored)
  await refuseDangling(trx, stored)
  await settleHandling(trx)
  await settleCases(trx)
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

/** Renews the pointers that start from what was written. */
async function point(
  trx: Transaction<Tables>,
  rows: readonly { readonly kind: Kind; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize)
    const pointers = batch.flatMap(({ kind, id, body }) =>
      body === null
        ? []
        : referencesOf(kinds[kind].schema, body).map((to) => ({
            from_kind: kind,
            from_id: id,
            to_kind: to.kind,
            to_id: to.id,
            field: to.path.join('.'),
          })),
    )
    await sql`
      delete from reference r
      using jsonb_to_recordset(${JSON.stringify(batch.map(({ kind, id }) => ({ kind, id })))}::jsonb) as w(kind text, id text)
      where r.from_kind = w.kind and r.from_id = w.id`.execute(trx)
    await sql`
      insert into reference
      select * from jsonb_to_recordset(${JSON.stringify(pointers)}::jsonb)
        as p(from_kind text, from_id text, to_kind text, to_id text, field text)`.execute(trx)
  }
}

async function refuseDangling(
  trx: Transaction<Tables>,
  written: readonly { readonly kind: string; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  const touched = written.map(({ kind, id, body }) => ({ kind, id, gone: body === null }))
  const { rows } = await sql<{
    from_kind: string
    from_id: string
    to_kind: string
    to_id: string
    field: string
  }>`
    with w as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as w(kind text, id text, gone boolean)
    ), asked as (
      select p.* from reference p join w on w.kind = p.from_kind and w.id = p.from_id
      union
      select p.* from reference p join w on w.gone and w.kind = p.to_kind and w.id = p.to_id
    )
    select p.* from asked p
    left join record r on r.kind = p.to_kind and r.id = p.to_id and r.current and r.body is not null
    where r.id is null order by p.from_kind, p.from_id, p.field limit 1`.execute(trx)
  const [first] = rows
  if (first === undefined) return
  const near = await nearest(trx, first.to_kind, first.to_id)
  throw new SoundingsError(
    'record-dangling',
    `${first.from_kind} ${first.from_id} points at ${first.to_kind} ${first.to_id}, which is not there${
      near === undefined ? '' : ` (did you mean ${near}?)`
    }`,
    {
      place: {
        field: first.field,
        value: first.to_id,
        record: { kind: first.from_kind, id: first.from_id },
      },
    },
  )
}

async function nearest(trx: Transaction<Tables>, kind: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from record where kind = ${kind} and current and body is not null
    and similarity(id, ${id}) > 0.3 order by similarity(id, ${id}) desc, id limit 1`.execute(trx)
  return rows[0]?.id
}

/** What hands its handling on: a source to its documents and clues, a document to its passages, and so forth. */
const handedOn = ['source', 'document', 'passage', 'evidence', 'event', 'case']

/**
 * A record that rests on something stricter becomes as strict, with all its versions and the analyses that used it,
 * until nothing changes any more.
 */
async function settleHandling(trx: Transaction<Tables>): Promise<void> {
  await sql`drop table if exists pg_temp.settled`.execute(trx)
  await sql`
    create temporary table settled on commit drop as
    with recursive strict(kind, id, level) as (
      select kind, id, strictness(body->>'handling') from record
      where current and body ? 'handling' and body->>'handling' <> 'public'
      union
      select p.from_kind, p.from_id, s.level from strict s
      join reference p on p.to_kind = s.kind and p.to_id = s.id
      where s.kind = any(${handedOn})
    ), both_ways as (
      select kind, id, level from strict
      union all
      select kind, id, 0 from record where current and handling <> 'public'
    )
    select kind, id, max(level) as level, (array['public', 'restricted', 'confidential'])[max(level) + 1] as handling
    from both_ways group by kind, id`.execute(trx)
  await sql`
    update record r set handling = s.handling from settled s
    where r.kind = s.kind and r.id = s.id
      and (r.current and strictness(r.handling) <> s.level or strictness(r.handling) < s.level)`.execute(trx)
  await sql`
    update analysis a set handling = (
      select s.handling from settled s
      where a.output::jsonb->'pins' @> jsonb_build_array(jsonb_build_object('kind', s.kind, 'id', s.id))
      order by s.level desc limit 1)
    where exists (
      select 1 from settled s where s.level > strictness(a.handling)
        and a.output::jsonb->'pins' @> jsonb_build_array(jsonb_build_object('kind', s.kind, 'id', s.id)))`.execute(
    trx,
  )
  await sql`
    update content c set handling = d.handling from settled s
    join record d on d.kind = 'document' and d.id = s.id and s.kind = 'document'
    where d.body->>'sha256' = c.sha256 and strictness(c.handling) < s.level`.execute(trx)
}

/** A second judgement of a clue belongs to the case of the clue. */
async function settleCases(trx: Transaction<Tables>): Promise<void> {
  await sql`
    update record r set case_id = e.case_id from record e
    where r.kind = 'likelihood' and r.current and e.kind = 'evidence' and e.current
      and e.id = r.body->>'evidence' and r.case_id is distinct from e.case_id`.execute(trx)
}
