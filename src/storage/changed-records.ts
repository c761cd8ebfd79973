import type { Kysely } from 'kysely'
import type { Kind } from '#domain/record'
import type { Stored } from './read-records.ts'
import type { Tables } from './tables.ts'

/** A record that holds now, and when this version of it was written. */
export type Changed<K extends Kind> = Stored<K> & { readonly at: string }

/** The records of a kind that one may see, ordered by id, each with the instant of its last change. */
export async function changedRecords<K extends Kind>(
  db: Kysely<Tables>,
  kind: K,
): Promise<readonly Changed<K>[]> {
  const rows = await db
    .selectFrom('record')
    .innerJoin('change', 'change.id', 'record.change')
    .select([
      'record.kind',
      'record.id',
      'record.version',
      'record.label',
      'record.handling',
      'record.body',
      'change.at',
    ])
    .where('record.kind', '=', kind)
    .where('record.current', '=', true)
    .where('record.body', 'is not', null)
    .orderBy('record.id')
    .execute()
  return rows as unknown as readonly Changed<K>[] // the body was accepted by the schema of its kind when it was written
}
