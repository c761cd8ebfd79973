import { type Kysely, sql } from 'kysely'

/** What belongs to a relation, and the relations of a state, are found without reading the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  // which records of one kind point at a record
  `create index reference_by_kind on reference (to_kind, to_id, from_kind, from_id)`,
  `drop index reference_back`, // its columns begin the new one
  // the state from whose side a relation is seen, then its partner
  `create index record_relation_of on record ((body->'parties'->>0), (body->'parties'->>1))
     where current and kind = 'relation'`,
  // the series of one measure, over all partners
  `create index record_series_of on record ((body->>'measure'), id) where current and kind = 'series'`,
]
