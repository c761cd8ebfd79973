import { type Kysely, sql } from 'kysely'

/**
 * A database role that is bound to an assessor writes no ratings but its own, and what another's blind rating rests on is
 * kept from those who read the tables themselves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create function may_rate_as(who text) returns boolean language sql stable security definer set search_path = public as
     $$ select coalesce((select assessor = who from role_assessor where role = session_user), true) $$`,

  `create policy own_ratings on record as restrictive for insert
     with check (kind <> 'rating' or body is null or may_rate_as(body->>'assessor'))`,

  // Whether anything points at a record, also what the one who asks may not see: then it must stay.
  `create function is_pointed_at(kind text, id text) returns boolean language sql stable security definer set search_path = public as
     $$ select exists (select from reference where to_kind = kind and to_id = id) $$`,

  // Not forced: the owner of the tables counts pointers for all, and tells no more than the count.
  `alter table reference enable row level security`,
  `create policy for_all on reference using (true) with check (true)`,
  `create policy blind_until_closed on reference as restrictive for select
     using (from_kind <> 'rating' or field not like 'restsOn.%'
            or exists (select from record where kind = 'rating' and id = from_id and current))`,
]
