import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** How many code a commitment before what they found is seen. */
export const codersNeeded = 2

/**
 * How many coders have coded each commitment, counted from pointers alone: what they found is not looked at, so that the count is the
 * same for all, also while the codings are blind.
 */
export async function codersOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ commitment: string; coders: string }>`
    select c.to_id as commitment, count(distinct a.to_id) as coders
    from reference c
    join reference a on a.from_kind = 'compliance' and a.from_id = c.from_id and a.field = 'coder'
    where c.from_kind = 'compliance' and c.to_kind = 'commitment' and c.field = 'commitment'
    group by 1`.execute(db)
  return new Map(rows.map(({ commitment, coders }) => [commitment, Number(coders)]))
}
