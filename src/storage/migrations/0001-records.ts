import { type Kysely, sql } from 'kysely'

/** Records with their versions, pointers between them, contents of documents, analyses; handling enforced by rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create extension if not exists unaccent`,
  `create extension if not exists pg_trgm`,

  // Words as they are searched: composed, without diacritics, in lower case. đ becomes d.
  `create function plain(words text) returns text language sql immutable parallel safe strict as
     $$ select lower(public.unaccent('public.unaccent', normalize(words, NFC))) $$`,

  // How strict a handling is.
  `create function strictness(handling text) returns int language sql immutable parallel safe as
     $$ select case handling when 'public' then 0 when 'restricted' then 1 else 2 end $$`,

  // What a database role may see. The role that makes the workspace may see all; any other role, what is granted here.
  `create table role_clearance (
     role name primary key,
     handling text not null check (handling in ('public', 'restricted', 'confidential')))`,
  `insert into role_clearance values (current_user, 'confidential')`,
  `create function clearance() returns int language sql stable security definer set search_path = public as
     $$ select least(
          coalesce((select max(strictness(handling)) from role_clearance
                    where pg_has_role(session_user, role, 'member')), 0),
          strictness(coalesce(nullif(current_setting('soundings.clearance', true), ''), 'confidential'))) $$`,

  `create table change (
     id bigint primary key,
     at text not null,
     by text not null,
     why text not null)`,

  `create table record (
     kind text collate "C" not null,
     id text collate "C" not null,
     version int not null check (version > 0),
     change bigint not null references change,
     body jsonb,
     handling text not null check (handling in ('public', 'restricted', 'confidential')),
     case_id text,
     label text not null,
     current boolean not null,
     words text not null default '',
     search tsvector generated always as (to_tsvector('simple', words)) stored,
     primary key (kind, id, version))`,
  `create unique index record_current on record (kind, id) where current`,
  `create index record_of_case on record (case_id, kind, id) where current`,
  `create index record_listed on record (kind, handling, id) where current`,
  `create index record_change on record (change)`,
  `create index record_strict on record (kind, id) where current and handling <> 'public'`,
  `create index record_marked on record (kind, id) where current and body ? 'handling'`,
  `create index record_search on record using gin (search) where current`,
  `create index record_label on record using gin (plain(label) gin_trgm_ops) where current`,

  `create table reference (
     from_kind text collate "C" not null,
     from_id text collate "C" not null,
     to_kind text collate "C" not null,
     to_id text collate "C" not null,
     field text collate "C" not null,
     primary key (from_kind, from_id, field))`,
  `create index reference_back on reference (to_kind, to_id)`,

  `create table content (
     sha256 text collate "C" primary key,
     bytes bytea not null,
     text text not null,
     page_starts jsonb not null,
     handling text not null check (handling in ('public', 'restricted', 'confidential')))`,

  `create table analysis (
     id text collate "C" primary key,
     instrument text not null,
     version text not null,
     case_id text,
     handling text not null check (handling in ('public', 'restricted', 'confidential')),
     output text not null,
     at text not null,
     by text not null)`,

  // Confidential means confidential: the database decides, also for the owner of the tables.
  ...['record', 'content', 'analysis'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy by_handling on ${table}
       using (strictness(handling) <= (select clearance()))
       with check (strictness(handling) <= (select clearance()))`,
  ]),
]
