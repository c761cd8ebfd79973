import { type Kysely, sql } from 'kysely'
import type { Kind } from '#domain/record'
import { pointers, type Stored } from './read-records.ts'
import type { Tables } from './tables.ts'

/** How many cells an assessor has answered in a round. */
export interface Answered {
  readonly round: string
  readonly assessor: string
  readonly cells: number
}

/** A record that holds now, with who wrote it and when. */
export type Signed<K extends Kind> = Stored<K> & {
  readonly change: number
  readonly at: string
  readonly by: string
}

/** The assessor in whose name this connection reads and writes, as the database has it. */
export async function assessorOf(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ me: string | null }>`select assessor() as me`.execute(db)
  return rows[0]?.me ?? undefined
}

/**
 * How many cells each assessor has answered, counted from pointers alone: what was answered is not looked at, so that the
 * count is the same for all, also while the ratings are blind. Revisions do not count.
 *
 * @param round of one round only
 */
export async function answeredCells(db: Kysely<Tables>, round?: string): Promise<readonly Answered[]> {
  const one = round === undefined ? sql`` : sql`and r.to_id = ${round}`
  const { rows } = await sql<{ round: string; assessor: string; cells: string }>`
    select r.to_id as round, a.to_id as assessor, count(*) as cells
    from reference r
    join reference a on a.from_kind = 'rating' and a.from_id = r.from_id and a.field = 'assessor'
    where r.from_kind = 'rating' and r.to_kind = 'rating-round' and r.field = 'round' ${one}
      and not exists (
        select from reference v where v.from_kind = 'rating' and v.from_id = r.from_id and v.field = 'revises')
    group by 1, 2 order by 1, 2`.execute(db)
  return rows.map((row) => ({ ...row, cells: Number(row.cells) }))
}

/** The records of a kind that point at a round through a field, in the order in which they were written. */
export async function ofRound<K extends Kind>(
  db: Kysely<Tables>,
  kind: K,
  field: string,
  round: string,
): Promise<readonly Signed<K>[]> {
  const rows = await pointers(db)
    .innerJoin('change', 'change.id', 'record.change')
    .select(['record.kind', 'record.id', 'record.version', 'record.label', 'record.handling', 'record.body'])
    .select(['record.change', 'change.at', 'change.by'])
    .where('reference.from_kind', '=', kind)
    .where('reference.field', '=', field)
    .where('reference.to_kind', '=', 'rating-round')
    .where('reference.to_id', '=', round)
    .where('record.body', 'is not', null)
    .orderBy('record.change')
    .orderBy('record.id')
    .execute()
  return rows.map((row) => ({ ...row, change: Number(row.change) })) as unknown as readonly Signed<K>[] // accepted by the schema of the kind
}
