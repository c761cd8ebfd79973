import { type Kysely, sql } from 'kysely'

/** Ratings are blind: until their round is closed the database shows each only to the assessor who gave it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  // A role that was granted something and is gone must not keep the others out.
  `create or replace function clearance() returns int language sql stable security definer set search_path = public as
     $$ select least(
          coalesce((select max(strictness(handling)) from role_clearance
                    join pg_catalog.pg_roles on rolname = role
                    where pg_has_role(session_user, pg_roles.oid, 'member')), 0),
          strictness(coalesce(nullif(current_setting('soundings.clearance', true), ''), 'confidential'))) $$`,

  // Which assessor a database role is. A role that is named here is that one; the role that made the workspace says who it is.
  `create table role_assessor (
     role name primary key,
     assessor text not null)`,
  `create function assessor() returns text language sql stable security definer set search_path = public as
     $$ select coalesce(
          (select assessor from role_assessor where role = session_user),
          case when session_user = current_user then nullif(current_setting('soundings.assessor', true), '') end) $$`,

  // Whether the round is still open. A round that is not there is open: nothing is shown by mistake.
  `create function sealed(round text) returns boolean language sql stable security definer set search_path = public as
     $$ select not exists (
          select from record
          where kind = 'rating-round' and id = round and current and body is not null and body ? 'closed') $$`,

  `create policy blind_until_closed on record as restrictive for select
     using (kind <> 'rating' or body is null or body->>'assessor' is not distinct from (select assessor())
            or not sealed(body->>'round'))`,
]
