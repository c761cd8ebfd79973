import { type Kysely, sql } from 'kysely'
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
    /** only records that point at this one */
    readonly pointsAt?: { readonly kind: Kind; readonly id: string } | undefined
    /** of series: only those of this measure */
    readonly measure?: string | undefined
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
  const { pointsAt, measure } = options
  if (pointsAt !== undefined)
    query = query.where('id', 'in', (eb) =>
      eb
        .selectFrom('reference')
        .select('from_id')
        .where('to_kind', '=', pointsAt.kind)
        .where('to_id', '=', pointsAt.id)
        .where('from_kind', '=', kind),
    )
  if (measure !== undefined)
    query = query.where(sql<boolean>`kind = 'series' and body->>'measure' = ${measure}`)
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
  return pointers(db)
    .select(['record.kind', 'record.id', 'record.label', 'reference.field'])
    .where('reference.to_kind', '=', kind)
    .where('reference.to_id', '=', id)
    .orderBy('record.kind')
    .orderBy('record.id')
    .orderBy('reference.field')
    .limit(limit)
    .execute()
}

/** Every pointer that holds now, with the record that points. */
export function pointers(db: Kysely<Tables>) {
  return db
    .selectFrom('reference')
    .innerJoin('record', (join) =>
      join
        .onRef('record.kind', '=', 'reference.from_kind')
        .onRef('record.id', '=', 'reference.from_id')
        .on('record.current', '=', true),
    )
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
