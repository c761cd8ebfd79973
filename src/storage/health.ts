import { type Kysely, sql } from 'kysely'
import { kinds } from '#domain/record'
import { storedKind } from './read-records.ts'
import type { Tables } from './tables.ts'

/** What can be wrong with a workspace, counted. */
export interface Health {
  readonly server: string
  readonly bytes: number
  readonly records: number
  /** records that their schema would no longer accept, by kind and id */
  readonly invalid: readonly string[]
  /** pointers that lead nowhere */
  readonly dangling: readonly string[]
  /** documents whose bytes are not there */
  readonly withoutBytes: readonly string[]
}

/** Looks the workspace over: every current record against its schema, every pointer, every document. */
export async function inspect(db: Kysely<Tables>): Promise<Health> {
  const about = await sql<{ server: string; bytes: string }>`
    select version() as server, pg_database_size(current_database()) as bytes`.execute(db)
  const rows = await db
    .selectFrom('record')
    .select(['kind', 'id', 'body'])
    .where('current', '=', true)
    .where('body', 'is not', null)
    .execute()
  const dangling = await sql<{ at: string }>`
    select p.from_kind || ' ' || p.from_id || ' ' || p.field as at from reference p
    left join record r on r.kind = p.to_kind and r.id = p.to_id and r.current and r.body is not null
    where r.id is null and exists (
      select from record f where f.kind = p.from_kind and f.id = p.from_id and f.current) -- else it would tell what is blind
    order by 1`.execute(db)
  const lost = await sql<{ id: string }>`
    select r.id from record r left join content c on c.sha256 = r.body->>'sha256'
    where r.kind = 'document' and r.current and r.body is not null and c.sha256 is null order by 1`.execute(
    db,
  )
  return {
    server: about.rows[0]?.server.split(' on ')[0] ?? '',
    bytes: Number(about.rows[0]?.bytes ?? 0),
    records: rows.length,
    invalid: rows
      .filter((row) => !kinds[storedKind(row.kind)].schema.safeParse(row.body).success)
      .map((row) => `${row.kind} ${row.id}`),
    dangling: dangling.rows.map((row) => row.at),
    withoutBytes: lost.rows.map((row) => row.id),
  }
}
