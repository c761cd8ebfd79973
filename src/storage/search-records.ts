import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A record found by its words. */
export interface Found {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly handling: string
  readonly case: string | null
}

const candidates = 1000

/**
 * Records whose words begin with every word asked for, best first; Vietnamese is found with and without diacritics.
 * If nothing holds all the words, records whose label is spelt much like them.
 *
 * @param asked words, in any spelling
 * @param kinds kinds of record to look through; all if empty
 */
export async function searchRecords(
  db: Kysely<Tables>,
  asked: string,
  kinds: readonly string[],
  limit: number,
): Promise<readonly Found[]> {
  const wanted = among(kinds)
  const { rows } = await sql<Found>`
    with query as materialized (
      select to_tsquery('simple', string_agg(word || ':*', ' & ')) as q
      from regexp_split_to_table(plain(${asked}), '[^[:alnum:]]+') as word where word <> ''
    ), hit as materialized (
      select kind, id, label, handling, case_id, search from record, query
      where current and search @@ q and body is not null ${wanted} limit ${candidates}
    )
    select kind, id, label, handling, case_id as case from hit, query
    order by ts_rank(search, q, 1) desc, kind, id limit ${limit}`.execute(db)
  return rows.length > 0 ? rows : similar(db, asked, kinds, limit)
}

async function similar(
  db: Kysely<Tables>,
  asked: string,
  kinds: readonly string[],
  limit: number,
): Promise<readonly Found[]> {
  const wanted = among(kinds)
  const { rows } = await sql<Found>`
    select kind, id, label, handling, case_id as case from record
    where current and body is not null and plain(label) %> plain(${asked}) ${wanted}
    order by word_similarity(plain(${asked}), plain(label)) desc, kind, id limit ${limit}`.execute(db)
  return rows
}

function among(kinds: readonly string[]) {
  return kinds.length === 0 ? sql`` : sql`and kind = any(${kinds})`
}
