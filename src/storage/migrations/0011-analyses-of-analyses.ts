import { type Kysely, sql } from 'kysely'

/** An analysis that rests on another is as blind as that one. */
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
]
