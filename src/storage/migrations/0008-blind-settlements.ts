import { type Kysely, sql } from 'kysely'

/** A settlement is as blind as the forecasts that contradict: it may quote them, and that it is there tells that they differ. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  // What is there already is noted whatever the process that brings the tables up to date may see.
  `select set_config('soundings.clearance', 'confidential', true)`,

  // On which questions a settlement rests, in any of its versions. Only the owner of the tables reads it.
  `create table settlement_blinding (
     settlement text collate "C" not null,
     subject text collate "C" not null,
     primary key (settlement, subject))`,
  `alter table settlement_blinding enable row level security`,

  // The questions that it names, and those that its id tells: agencies/QUESTION; incoherent/SET/ASSESSOR and quantiles/SET/ASSESSOR.
  `create function settlement_subjects(of_id text, body jsonb) returns setof text
     language sql stable security definer set search_path = public as
     $$ select 'question/' || q from jsonb_array_elements_text(body->'questions') q
        union
        select 'question/' || substr(of_id, 10) where of_id like 'agencies/%'
        union
        select 'question/' || q from record s, jsonb_array_elements_text(s.body->'questions') q
        where s.kind = 'question-set' and s.current and s.body is not null
          and (starts_with(of_id, 'incoherent/' || s.id || '/') or starts_with(of_id, 'quantiles/' || s.id || '/')) $$`,
  `create function note_settlement() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          insert into settlement_blinding select new.id, subject from settlement_subjects(new.id, new.body) subject
          on conflict do nothing;
          return null;
        end $$`,
  `create trigger note_settlement after insert on record for each row
     when (new.kind = 'settlement' and new.body is not null) execute function note_settlement()`,
  `insert into settlement_blinding
     select distinct r.id, subject from record r, settlement_subjects(r.id, r.body) subject
     where r.kind = 'settlement' and r.body is not null`,

  // A question that was taken out keeps nothing blind.
  `create function blind_settlements() returns setof text language sql stable security definer set search_path = public as
     $$ select settlement from settlement_blinding join closing on 'question/' || question = subject
        where subject not in (select seen_subjects()) $$`,
  `create policy settlement_blind_until_given on record as restrictive for select
     using (kind <> 'settlement' or id not in (select blind_settlements()))`,
  `create policy settlement_blind_until_given on reference as restrictive for select
     using (from_kind <> 'settlement' or from_id not in (select blind_settlements()))`,

  // The questions that keep one from a settlement: one must not learn, by writing it, whether it is there.
  `create function blind_to_settle(of_id text, body jsonb) returns setof text
     language sql stable security definer set search_path = public as
     $$ select question from settlement_subjects(of_id, body) subject join closing on 'question/' || question = subject
        where subject not in (select seen_subjects()) $$`,

  // A database role that is bound to an assessor settles in its own name, and only what it may see.
  `create function may_settle(of_id text, body jsonb) returns boolean
     language sql stable security definer set search_path = public as
     $$ select not exists (select from role_assessor where role = session_user)
          or (body is null or coalesce(may_rate_as(body->>'by'), false)) and not exists (select from blind_to_settle(of_id, body)) $$`,
  `create policy own_settlements on record as restrictive for insert
     with check (kind <> 'settlement' or may_settle(id, body))`,

  // An analysis is as blind as the settlements that it read.
  `create or replace function note_blinding() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          insert into analysis_blinding
          select distinct new.id, g.subject
          from jsonb_to_recordset(new.output::jsonb->'pins') as pin(kind text, id text)
          join given g on g.kind = pin.kind and g.id = pin.id
          union
          select new.id, s.subject
          from jsonb_to_recordset(new.output::jsonb->'pins') as pin(kind text, id text)
          join settlement_blinding s on pin.kind = 'settlement' and s.settlement = pin.id
          on conflict do nothing;
          return null;
        end $$`,
  `insert into analysis_blinding
     select distinct a.id, s.subject from analysis a,
       jsonb_to_recordset(a.output::jsonb->'pins') as pin(kind text, id text), settlement_blinding s
     where pin.kind = 'settlement' and s.settlement = pin.id
     on conflict do nothing`,
]
