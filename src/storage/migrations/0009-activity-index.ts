import { type Kysely, sql } from 'kysely'

/**
 * Which states take part in which activity, kept by the database itself: so the activities of a state are found without
 * reading the others. An index over the list inside the record would not do: row-level security forbids to ask it first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create table participation (
     state text collate "C" not null,
     activity text collate "C" not null,
     primary key (state, activity))`,
  `create index participation_of on participation (activity)`,
  `create function note_participation() returns trigger language plpgsql as
     $$ begin
       delete from participation where activity = new.id;
       insert into participation (state, activity)
         select distinct p->>'state', new.id from jsonb_array_elements(new.body->'participants') p where p ? 'state';
       return null;
     end $$`,
  `create trigger note_participation after insert on record for each row
     when (new.kind = 'activity' and new.current) execute function note_participation()`,
]
