import { type Kysely, sql } from 'kysely'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds } from '#domain/record'
import { inOrder, storedKind } from './read-records.ts'
import { settle } from './settle-records.ts'
import type { Tables } from './tables.ts'
import { insertVersions, keyOf, lockForWriting, type Write, type Written } from './write-records.ts'

/** The parts of a workspace that are no current records: who wrote what when, older versions, documents, analyses. */
export interface WholeWorkspace {
  readonly changes: readonly { id: number; at: string; by: string; why: string }[]
  readonly revisions: readonly Revision[]
  readonly contents: readonly {
    sha256: string
    bytes: string
    text: string
    pageStarts: readonly number[]
    handling: string
  }[]
  readonly analyses: readonly {
    id: string
    instrument: string
    version: string
    case: string | null
    handling: string
    at: string
    by: string
    output: string
  }[]
}

/** One version of a record; the body of the version that holds now stands in its section, not here. */
export interface Revision {
  readonly kind: string
  readonly id: string
  readonly version: number
  readonly change: number
  readonly current: boolean
  readonly body?: Readonly<Record<string, unknown>> | null
}

/** Everything in a workspace: current records by section, and all that `WholeWorkspace` holds. */
export async function readWorkspace(
  db: Kysely<Tables>,
): Promise<{ records: Readonly<Record<string, readonly unknown[]>>; whole: WholeWorkspace }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const rows = await trx
        .selectFrom('record')
        .select(['kind', 'id', 'version', 'change', 'current', 'body'])
        .orderBy('kind')
        .orderBy('id')
        .orderBy('version')
        .execute()
      const records: Record<string, unknown[]> = {}
      for (const kind of Object.keys(kinds)) records[kinds[kind as Kind].section] = [] // keys of kinds are kinds
      const revisions = rows.map((row): Revision => {
        const kind = storedKind(row.kind)
        const body = row.body === null ? null : inOrder(kind, row.body)
        if (row.current && body !== null) records[kinds[kind].section]?.push(body)
        const known = {
          kind,
          id: row.id,
          version: row.version,
          change: Number(row.change),
          current: row.current,
        }
        return row.current && body !== null ? known : { ...known, body }
      })
      const changes = await trx
        .selectFrom('change')
        .selectAll()
        .where(({ exists, selectFrom }) =>
          // what was written where one may not look is not told either: neither when, nor by whom, nor why
          exists(selectFrom('record').select('record.id').whereRef('record.change', '=', 'change.id')),
        )
        .orderBy('id')
        .execute()
      const contents = await trx.selectFrom('content').selectAll().orderBy('sha256').execute()
      const analyses = await trx.selectFrom('analysis').selectAll().orderBy('id').execute()
      return {
        records,
        whole: {
          changes: changes.map((change) => ({ ...change, id: Number(change.id) })),
          revisions,
          contents: contents.map(({ sha256, bytes, text, page_starts, handling }) => ({
            sha256,
            bytes: bytes.toString('base64'),
            text,
            pageStarts: page_starts,
            handling,
          })),
          analyses: analyses.map(({ case_id, ...rest }) => ({ ...rest, case: case_id })),
        },
      }
    })
}

/**
 * Restores a whole workspace into an empty one.
 *
 * @param current the current records, as the sections of the file hold them
 * @returns undefined, with nothing written, if the workspace is not empty
 * @throws SoundingsError `record-invalid` if a version that should hold now is not in its section
 */
export async function restoreWorkspace(
  db: Kysely<Tables>,
  whole: WholeWorkspace,
  current: readonly Write[],
  dryRun: boolean,
): Promise<Written | undefined> {
  return db.transaction().execute(async (trx) => {
    await lockForWriting(trx)
    const { rows } = await sql<{ empty: boolean }>`select not exists (select from change) as empty`.execute(
      trx,
    )
    if (rows[0]?.empty !== true) return undefined
    const bodies = new Map(current.map((write) => [keyOf(write), write.body]))
    const versions = whole.revisions.map((revision) => {
      const kind = storedKind(revision.kind)
      const body = revision.body === undefined ? bodies.get(keyOf(revision)) : revision.body
      if (body === undefined)
        throw new SoundingsError(
          'record-invalid',
          `the file names ${kind} ${revision.id} and does not hold it`,
        )
      return { ...revision, kind, body }
    })
    const added = versions.filter((version) => version.current && version.body !== null)
    if (added.length !== current.length)
      throw new SoundingsError('record-invalid', 'the file holds records of which it tells no history')
    const done = { change: undefined, added: added.length, superseded: 0, removed: 0, unchanged: 0 }
    if (dryRun) return done
    await insertMany(trx, 'change', whole.changes)
    for (let at = 0; at < versions.length; at += 2000)
      await insertVersions(trx, versions.slice(at, at + 2000))
    await insertMany(
      trx,
      'content',
      whole.contents.map(({ pageStarts, bytes, ...rest }) => ({
        ...rest,
        bytes: Buffer.from(bytes, 'base64'),
        page_starts: JSON.stringify(pageStarts),
      })),
    )
    await insertMany(
      trx,
      'analysis',
      whole.analyses.map(({ case: case_id, ...rest }) => ({ ...rest, case_id })),
    )
    await settle(trx, added)
    return done
  })
}

async function insertMany(trx: Kysely<Tables>, table: keyof Tables, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 100)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + 100) as never) // the rows were read from the same table by readWorkspace
      .execute()
}
