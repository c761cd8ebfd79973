import { rmSync } from 'node:fs'
import { SoundingsError } from '#domain/errors'
import { states as allStates, inSystem } from '#domain/state'
import { type BulkEngine, literal, openBulkEngine } from './bulk-engine.ts'
import type { ImportedVersion } from './dataset-versions.ts'
import { measureQuery } from './measure-query.ts'
import { parquetScan } from './parquet-scan.ts'

/** Two states of which measures are asked. */
export type AskedDyad = readonly [string, string]

/** Whose measures are asked: of certain dyads, or of every two of a list of states in the years in which both existed. */
export type Asked = { readonly dyads: readonly AskedDyad[] } | { readonly states: readonly string[] | 'all' }

/** One value of a measure; null with the reason where there is none. */
export interface MeasuredRow {
  readonly of: string
  /** null for a measure of one state */
  readonly towards: string | null
  readonly year: number
  readonly value: number | null
  readonly se: number | null
  readonly because: string | null
  /** true if the datasets do not cover the year or the state */
  readonly outside: boolean
}

/** How alike two states voted in a year; of the two the id that comes first in the alphabet is `a`. */
export type SimilarityRow = readonly [
  a: string,
  b: string,
  year: number,
  value: number | null,
  se: number | null,
  n: number,
]
export type PointRow = readonly [state: string, year: number, point: number, se: number]

/** A DuckDB in which measures of the same dyads and years are computed one after the other. */
export interface MeasureSheet {
  /** hands over what the numeric library computed from votes, in the place of what was there */
  bring(table: 'similarity', rows: Iterable<SimilarityRow>): Promise<void>
  bring(table: 'points', rows: Iterable<PointRow>): Promise<void>
  /** the rows of a measure, in order of state, partner and year */
  rows(measure: string, versions: readonly ImportedVersion[]): Promise<readonly MeasuredRow[]>
  /** the same, of some of the years, into a Parquet file; answers how many rows */
  write(
    measure: string,
    versions: readonly ImportedVersion[],
    years: readonly number[],
    path: string,
  ): Promise<number>
  /** joins such files into one table, CSV if the name ends so, else Parquet */
  join(paths: readonly string[], path: string): Promise<void>
  close(): void
}

/**
 * Opens a sheet of measures. Memory is bounded: what does not fit is spilled to a folder that goes with the sheet.
 *
 * @param folder where datasets of the workspace lie
 * @throws SoundingsError `cancelled` from its functions, once the signal says so
 */
export async function openMeasureSheet(
  folder: string,
  asked: Asked,
  years: readonly number[],
  signal?: AbortSignal,
): Promise<MeasureSheet> {
  const engine = await openBulkEngine()
  const stop = () => engine.connection.interrupt()
  signal?.addEventListener('abort', stop)
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      signal?.throwIfAborted()
      return await work()
    } catch (cause) {
      if (signal?.aborted) throw new SoundingsError('cancelled', 'the measuring was cancelled', { cause })
      throw cause
    }
  }
  const close = () => {
    signal?.removeEventListener('abort', stop)
    engine.close()
  }
  try {
    await watched(() => layOut(engine, asked, years))
  } catch (cause) {
    close()
    throw cause
  }
  const query = (measure: string, versions: readonly ImportedVersion[]) =>
    measureQuery(engine, folder, measure, versions, 'dyads' in asked)
  return {
    bring: (table: string, rows: Iterable<readonly (string | number | null)[]>) =>
      watched(() => bring(engine, table, rows)),
    rows: (measure, versions) =>
      watched(async () => {
        await setYears(engine, years)
        return engine.rows<MeasuredRow>(`${await query(measure, versions)} order by of, towards, year`)
      }),
    write: (measure, versions, some, path) =>
      watched(async () => {
        await setYears(engine, some)
        const sql = `select ${literal(measure)} as measure, * from (${await query(measure, versions)})`
        await engine.run(`copy (${sql} order by of, towards, year) to ${literal(path)} (format parquet)`)
        const [{ n } = { n: 0 }] = await engine.rows<{ n: number }>(
          `select count(*) as n from ${parquetScan([path])}`,
        )
        return n
      }),
    join: (paths, path) =>
      watched(async () => {
        const format = /\.csv$/i.test(path) ? 'format csv, header true' : 'format parquet'
        try {
          await engine.run(
            `copy (select * exclude (outside) from ${parquetScan(paths)}) to ${literal(path)} (${format})`,
          )
        } catch (cause) {
          rmSync(path, { force: true })
          throw cause
        }
      }),
    close,
  }
}

const systems = ['cow', 'un'] as const

/** Which states are there in which years, and the dyads that are asked. */
async function layOut(engine: BulkEngine, asked: Asked, years: readonly number[]): Promise<void> {
  const ids =
    'dyads' in asked
      ? [...new Set(asked.dyads.flat())]
      : asked.states === 'all'
        ? allStates.map(({ id }) => id)
        : [...new Set(asked.states)]
  await engine.run('create table present (system varchar, state varchar, year integer)')
  await fill(
    engine,
    'present',
    systems.flatMap((system) =>
      ids.flatMap((id) =>
        years.filter((year) => inSystem(system, id, year)).map((year) => [system, id, year]),
      ),
    ),
  )
  await engine.run('create table dyad (a varchar, b varchar)')
  if ('dyads' in asked) await fill(engine, 'dyad', asked.dyads)
  else
    await engine.run(
      'insert into dyad select p.state, q.state from (select distinct state from present) p, (select distinct state from present) q where p.state < q.state',
    )
}

async function setYears(engine: BulkEngine, years: readonly number[]): Promise<void> {
  await engine.run(`create or replace table years as select unnest([${years.join(', ')}])::integer as year`)
}

const brought: Readonly<Record<string, string>> = {
  similarity: 'a varchar, b varchar, year integer, value double, se double, n integer',
  points: 'state varchar, year integer, point double, se double',
}

async function bring(
  engine: BulkEngine,
  table: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  await engine.run(`create or replace table ${table} (${brought[table]})`)
  const doubles = (brought[table] ?? '').split(', ').map((column) => column.endsWith('double'))
  await fill(engine, table, rows, doubles)
}

/** Appends rows to a table: texts, whole numbers, and doubles in the columns said to be such. */
async function fill(
  engine: BulkEngine,
  table: string,
  rows: Iterable<readonly (string | number | null)[]>,
  doubles: readonly boolean[] = [],
): Promise<void> {
  const appender = await engine.connection.createAppender(table)
  for (const row of rows) {
    for (const [at, cell] of row.entries())
      if (cell === null) appender.appendNull()
      else if (typeof cell === 'string') appender.appendVarchar(cell)
      else if (doubles[at]) appender.appendDouble(cell)
      else appender.appendInteger(cell)
    appender.endRow()
  }
  appender.closeSync()
}
