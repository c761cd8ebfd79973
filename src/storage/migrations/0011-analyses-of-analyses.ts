import { type Kysely, sql } from 'kysely'

/** An analysis that rests on another is as blind as that one, whichever of them is stored first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create function inherit_blinding() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          insert into analysis_blinding
          select distinct new.id, b.subject
          from jsonb_to_recordset(new.output::jsonb->'pins') as pin(kind text, id text)
          join analysis_blinding b on pin.kind = 'analysis' and b.analysis = pin.id
          on conflict do nothing;
          return null;
        end $$`,
  `create trigger inherit_blinding after insert on analysis for each row execute function inherit_blinding()`,

  // A workspace that is restored may get the analysis before the one that it rests on. Few pin any: the text tells which without parsing all.
  `create function bequeath_blinding() returns trigger language plpgsql security definer set search_path = public as
     $$ begin
          if exists (select from fresh) then
            insert into analysis_blinding
            select distinct a.id, f.subject
            from analysis a, jsonb_to_recordset(a.output::jsonb->'pins') as pin(kind text, id text)
            join fresh f on pin.kind = 'analysis' and f.analysis = pin.id
            where position('"kind":"analysis"' in a.output) > 0
            on conflict do nothing;
          end if;
          return null;
        end $$`,
  `create trigger bequeath_blinding after insert on analysis_blinding referencing new table as fresh
     for each statement execute function bequeath_blinding()`,
]
