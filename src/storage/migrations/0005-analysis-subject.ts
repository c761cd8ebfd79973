import { type Kysely, sql } from 'kysely'

/** What each analysis is about, so that the newest one of a relation, or of a question, is found without reading them all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `alter table analysis add column subject text`,
  `update analysis set subject = case
     when case_id is not null then 'case/' || case_id
     else 'dyad/' || (output::jsonb #>> '{request,dyad,0}') || '-' || (output::jsonb #>> '{request,dyad,1}') end`,
  `create index analysis_subject on analysis (instrument, subject, at desc)`,
]
