import { type Kysely, sql } from 'kysely'

/** A database role that is bound to an assessor writes no ratings but its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create function may_rate_as(who text) returns boolean language sql stable security definer set search_path = public as
     $$ select coalesce((select assessor = who from role_assessor where role = session_user), true) $$`,

  `create policy own_ratings on record as restrictive for insert
     with check (kind <> 'rating' or body is null or may_rate_as(body->>'assessor'))`,
]
