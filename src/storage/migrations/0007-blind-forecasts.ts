import { type Kysely, sql } from 'kysely'

/**
 * Forecasts are blind until one's own is in or the question is closed; codings of compliance until one's own is in or two have
 * coded. What an analysis read of them is as blind as they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  // What is there already is noted whatever the process that brings the tables up to date may see.
  `select set_config('soundings.clearance', 'confidential', true)`,

  // The time. The role that made the workspace may say that it stands still; for any other role it is that of the server.
  `create function moment() returns timestamptz language sql stable security definer set search_path = public as
     $$ select coalesce(
          case when session_user = current_user then nullif(current_setting('soundings.now', true), '')::timestamptz end,
          statement_timestamp()) $$`,

  // Who has given what on which subject: question/ID, commitment/ID, or a signed argument. Only the owner of the tables reads it; others get counts.
  `create table given (
     kind text collate "C" not null,
     id text collate "C" not null,
     subject text collate "C" not null,
     author text collate "C" not null,
     agency text,
     at timestamptz,
     probability double precision,
     withdrawn boolean not null,
     handling text not null,
     illustrative boolean not null,
     primary key (kind, id))`,
  `create index given_subject on given (subject, author, at desc, id desc)`,
  `create index given_author on given (author, subject)`,
  `create index given_agency on given (agency, subject)`,
  `alter table given enable row level security`,

  `create function blind_subject(kind text, body jsonb) returns text language sql immutable parallel safe as
     $$ select case kind when 'forecast' then 'question/' || (body->>'question')
                         when 'compliance' then 'commitment/' || (body->>'commitment')
                         else 'argument' end $$`,
  `create function blind_author(kind text, body jsonb) returns text language sql immutable parallel safe as
     $$ select body->>case kind when 'forecast' then 'assessor' when 'compliance' then 'coder' else 'by' end $$`,

  `create function keep_given(of_kind text, of_id text, body jsonb) returns void language sql security definer set search_path = public as
     $$ insert into given values (
          of_kind, of_id, blind_subject(of_kind, body), blind_author(of_kind, body), body->>'agency',
          (body->>'at')::timestamptz, (body->>'probability')::double precision,
          coalesce((body->>'withdrawn')::boolean, false), coalesce(body->>'handling', 'public'),
          coalesce((body->>'illustrative')::boolean, false))
        on conflict (kind, id) do update set subject = excluded.subject, author = excluded.author $$`,
  `revoke execute on function keep_given(text, text, jsonb) from public`,
  `create function note_given() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          if new.body is null or new.kind = 'argument' and new.body->>'by' is null then
            delete from given where kind = new.kind and id = new.id;
          else
            perform keep_given(new.kind, new.id, new.body);
          end if;
          return null;
        end $$`,
  `create trigger note_given after insert on record for each row
     when (new.kind in ('forecast', 'compliance', 'argument')) execute function note_given()`,
  `select keep_given(kind, id, body) from record
     where current and body is not null and (kind in ('forecast', 'compliance') or kind = 'argument' and body->>'by' is not null)`,

  // When questions close, and whether they are settled before. Kept apart, so that a policy need not read what it guards.
  `create table closing (
     question text collate "C" primary key,
     closes timestamptz not null,
     settled boolean not null default false)`,
  `alter table closing enable row level security`,
  `create function note_closing() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          if new.kind = 'question' and new.body is null then
            delete from closing where question = new.id;
          elsif new.kind = 'question' then
            insert into closing values (new.id, (new.body->>'closes')::timestamptz)
            on conflict (question) do update set closes = excluded.closes;
          else
            insert into closing
            values (new.id, 'infinity', coalesce(new.body->>'state' in ('resolved', 'annulled'), false))
            on conflict (question) do update set settled = excluded.settled;
          end if;
          return null;
        end $$`,
  `create trigger note_closing after insert on record for each row
     when (new.current and new.kind in ('question', 'resolution')) execute function note_closing()`,
  `insert into closing
     select q.id, (q.body->>'closes')::timestamptz, coalesce(r.body->>'state' in ('resolved', 'annulled'), false)
     from record q left join record r on r.kind = 'resolution' and r.id = q.id and r.current
     where q.kind = 'question' and q.current and q.body is not null`,

  // The subjects on which one may see what others gave: one's own is in, or the question is closed, or two have coded.
  `create function seen_subjects() returns setof text language sql stable security definer set search_path = public as
     $$ select subject from given where author = (select assessor()) and kind <> 'argument'
        union all
        select 'question/' || question from closing where settled or closes <= (select moment())
        union all
        select subject from given where kind = 'compliance' group by subject having count(distinct author) >= 2 $$`,

  // An argument that somebody signed is his rationale: it is as blind as the questions it was written for.
  `create policy blind_until_given on record as restrictive for select
     using (kind not in ('forecast', 'compliance', 'argument') or body is null
            or blind_author(kind, body) is not distinct from (select assessor())
            or blind_subject(kind, body) in (select seen_subjects())
            or kind = 'argument' and (
              body->>'by' is null or coalesce(jsonb_array_length(body->'questions'), 0) = 0
              or exists (select from jsonb_array_elements_text(body->'questions') q
                         where 'question/' || q in (select seen_subjects()))))`,
  `create policy own_forecasts on record as restrictive for insert
     with check (kind not in ('forecast', 'compliance') or body is null or may_rate_as(blind_author(kind, body)))`,

  // By whom a forecast is stands in its id and in its pointers: those who read the tables see neither.
  `create policy blind_until_given on reference as restrictive for select
     using (from_kind not in ('forecast', 'compliance', 'argument')
            or exists (select from record where kind = from_kind and id = from_id and current))`,

  // Which of these are made up, and there, and blind to the one who asks: an example may be loaded a second time.
  `create function blind_examples(of_kind text, ids text[]) returns setof text language sql stable security definer set search_path = public as
     $$ select id from given where kind = of_kind and id = any(ids) and illustrative and author is distinct from (select assessor())
          and subject not in (select seen_subjects()) $$`,

  // How much was given on each subject, the same for all; never by whom.
  `create function given_counts(subjects text[]) returns table (subject text, given bigint, authors bigint)
     language sql stable security definer set search_path = public as
     $$ select a.subject, sum(a.n)::bigint, count(*)
        from (select g.subject, g.author, count(*) as n from given g where g.subject = any(subjects) group by 1, 2) a
        group by 1 $$`,
  // One's own forecasts, the latest on each question.
  `create function own_latest() returns table (question text, id text)
     language sql stable security definer set search_path = public as
     $$ select distinct on (g.subject) substr(g.subject, 10), g.id from given g
        where g.author = (select assessor()) and g.kind = 'forecast' order by g.subject, g.at desc, g.id desc $$`,

  // The median of the latest probabilities of those who gave one, on subjects that one may see, within one's clearance.
  `create function community(subjects text[]) returns table (subject text, median double precision, authors bigint)
     language sql stable security definer set search_path = public as
     $$ select l.subject, percentile_cont(0.5) within group (order by l.probability), count(*)
        from (
          select distinct on (g.subject, g.author) g.subject, g.probability, g.withdrawn from given g
          where g.subject = any(subjects) and g.subject in (select seen_subjects())
            and strictness(g.handling) <= (select clearance())
            and exists (select from record q where q.kind = 'question' and 'question/' || q.id = g.subject and q.current)
          order by g.subject, g.author, g.at desc, g.id desc) l
        where not l.withdrawn and l.probability is not null group by 1 $$`,
  // The subjects on which an agency gave something that one may see.
  `create function agency_subjects(of_agency text) returns setof text
     language sql stable security definer set search_path = public as
     $$ select distinct subject from given where agency = of_agency and subject in (select seen_subjects()) $$`,

  // An analysis is as blind as what it read.
  `create table analysis_blinding (
     analysis text collate "C" not null,
     subject text collate "C" not null,
     primary key (analysis, subject))`,
  `alter table analysis_blinding enable row level security`,
  `create function note_blinding() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          insert into analysis_blinding
          select distinct new.id, g.subject
          from jsonb_to_recordset(new.output::jsonb->'pins') as pin(kind text, id text)
          join given g on g.kind = pin.kind and g.id = pin.id
          on conflict do nothing;
          return null;
        end $$`,
  `create trigger note_blinding after insert on analysis for each row execute function note_blinding()`,
  `create function blind_analyses() returns setof text language sql stable security definer set search_path = public as
     $$ select analysis from analysis_blinding where subject not in (select seen_subjects()) $$`,
  `create policy blind_until_given on analysis as restrictive for select
     using (id not in (select blind_analyses()))`,
]
