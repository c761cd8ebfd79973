import { type Kysely, sql } from 'kysely'
import type { Pin } from '#domain/analysis'
import type { EvidenceReader } from '#domain/evidence-reader'
import { isKind, type Kind, kindNames, kinds, type RecordTypes } from '#domain/record'
import type { Handling } from '#domain/support'
import type { Tables } from './tables.ts'

/** A record as it holds now, with what the workbench knows of it. */
export interface Stored<K extends Kind = Kind> {
  readonly kind: K
  readonly id: string
  readonly version: number
  readonly label: string
  readonly handling: Handling
  readonly body: RecordTypes[K]
}

/** One version of a record: who wrote it, when and why. */
export interface Version {
  readonly version: number
  readonly current: boolean
  readonly change: number
  readonly at: string
  readonly by: string
  readonly why: string
  readonly body: Readonly<Record<string, unknown>> | null
}

/** One record as it holds now, or undefined. */
export async function readRecord<K extends Kind>(
  db: Kysely<Tables>,
  kind: K,
  id: string,
): Promise<Stored<K> | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['kind', 'id', 'version', 'label', 'handling', 'body'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('current', '=', true)
    .where('body', 'is not', null)
    .executeTakeFirst()
  return row as Stored<K> | undefined // the body was accepted by the schema of its kind when it was written
}

/** The records of a kind, ordered by id; of one case if wanted. */
export async function listRecords<K extends Kind>(
  db: Kysely<Tables>,
  kind: K,
  options: {
    readonly case?: string | undefined
    readonly limit?: number
    readonly after?: string | undefined
  } = {},
): Promise<readonly Stored<K>[]> {
  let query = db
    .selectFrom('record')
    .select(['kind', 'id', 'version', 'label', 'handling', 'body'])
    .where('kind', '=', kind)
    .where('current', '=', true)
    .where('body', 'is not', null)
    .orderBy('id')
  if (options.case !== undefined) query = query.where('case_id', '=', options.case)
  if (options.after !== undefined) query = query.where('id', '>', options.after)
  if (options.limit !== undefined) query = query.limit(options.limit)
  return (await query.execute()) as unknown as readonly Stored<K>[] // as in readRecord
}

/** How many records of each kind hold now. */
export async function countRecords(db: Kysely<Tables>): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('record')
    .select(['kind', (eb) => eb.fn.countAll<string>().as('count')])
    .where('current', '=', true)
    .where('body', 'is not', null)
    .groupBy('kind')
    .execute()
  const counts = new Map(rows.map((row) => [row.kind, Number(row.count)]))
  return Object.fromEntries(kindNames.map((kind) => [kind, counts.get(kind) ?? 0]))
}

/** Every version of a record, newest first. */
export async function historyOf(db: Kysely<Tables>, kind: Kind, id: string): Promise<readonly Version[]> {
  const rows = await db
    .selectFrom('record')
    .innerJoin('change', 'change.id', 'record.change')
    .select([
      'record.version',
      'record.current',
      'record.change',
      'change.at',
      'change.by',
      'change.why',
      'record.body',
    ])
    .where('record.kind', '=', kind)
    .where('record.id', '=', id)
    .orderBy('record.version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, change: Number(row.change) }))
}

/** The records that point at one record, and through which field. */
export async function pointingAt(
  db: Kysely<Tables>,
  kind: Kind,
  id: string,
  limit: number,
): Promise<readonly { kind: string; id: string; label: string; field: string }[]> {
  return db
    .selectFrom('reference')
    .innerJoin('record', (join) =>
      join
        .onRef('record.kind', '=', 'reference.from_kind')
        .onRef('record.id', '=', 'reference.from_id')
        .on('record.current', '=', true),
    )
    .select(['record.kind', 'record.id', 'record.label', 'reference.field'])
    .where('reference.to_kind', '=', kind)
    .where('reference.to_id', '=', id)
    .orderBy('record.kind')
    .orderBy('record.id')
    .orderBy('reference.field')
    .limit(limit)
    .execute()
}

/** A reader for an instrument, and the pins of what was read through it. */
export interface PinningReader {
  readonly reader: EvidenceReader
  pins(): readonly Pin[]
  handling(): Handling
}

/**
 * A reader of the records as they hold now, or exactly as an earlier analysis pinned them.
 *
 * @param pinned versions to read instead of the current ones
 */
export function evidenceReader(db: Kysely<Tables>, pinned?: readonly Pin[]): PinningReader {
  const seen = new Map<string, Pin & { handling: Handling }>()
  const keep = <K extends Kind>(rows: readonly Stored<K>[]): readonly RecordTypes[K][] =>
    rows.map((row) => {
      seen.set(`${row.kind} ${row.id}`, row)
      return row.body
    })
  const versions = pinned === undefined ? undefined : pinnedVersions(db, pinned)
  return {
    reader: {
      async record(kind, id) {
        const found = versions
          ? (await versions).find((v) => v.kind === kind && v.id === id)
          : await readRecord(db, kind, id)
        return found === undefined ? undefined : keep([found as Stored<typeof kind>])[0] // found by its kind
      },
      async ofCase(kind, caseId) {
        const rows = versions
          ? (await versions).filter((v) => v.kind === kind && v.caseId === caseId)
          : await listRecords(db, kind, { case: caseId })
        return keep(rows as readonly Stored<typeof kind>[]) // found by their kind
      },
      async all(kind, wanted) {
        const rows = versions ? (await versions).filter((v) => v.kind === kind) : await listRecords(db, kind)
        return keep((rows as readonly Stored<typeof kind>[]).filter(({ body }) => wanted(body))) // found by their kind
      },
    },
    pins: () =>
      [...seen.values()]
        .map(({ kind, id, version }) => ({ kind, id, version }))
        .toSorted((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id)),
    handling: () => {
      const all = [...seen.values()].map((row) => row.handling)
      return all.includes('confidential')
        ? 'confidential'
        : all.includes('restricted')
          ? 'restricted'
          : 'public'
    },
  }
}

async function pinnedVersions(
  db: Kysely<Tables>,
  pins: readonly Pin[],
): Promise<readonly (Stored & { caseId: string })[]> {
  const { rows } = await sql<Stored & { caseId: string }>`
    select r.kind, r.id, r.version, r.label, r.handling, r.body, r.case_id as "caseId"
    from jsonb_to_recordset(${JSON.stringify(pins)}::jsonb) as w(kind text, id text, version int)
    join record r on r.kind = w.kind and r.id = w.id and r.version = w.version
    order by r.kind, r.id`.execute(db)
  return rows
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The kind named by a row of the database. */
export function storedKind(word: string): Kind {
  if (!isKind(word)) throw new RangeError(`storedKind: word must be a kind of record, got ${word}`)
  return word
}

/** The schema's own order of fields, which the database does not keep. */
export function inOrder(kind: Kind, body: unknown): Readonly<Record<string, unknown>> {
  return kinds[kind].schema.parse(body) as unknown as Readonly<Record<string, unknown>> // a record is a plain object
}
