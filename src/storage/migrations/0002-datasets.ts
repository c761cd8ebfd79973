import { type Kysely, sql } from 'kysely'

/** Versions of imported public datasets; their rows lie in Parquet files in the workspace's folder. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements: readonly string[] = [
  `create table dataset_version (
     dataset text collate "C" not null,
     version text collate "C" not null,
     current boolean not null,
     tables jsonb not null,
     at text not null,
     by text not null,
     primary key (dataset, version))`,
  `create unique index dataset_version_current on dataset_version (dataset) where current`,
]
