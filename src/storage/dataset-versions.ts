import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { DatasetDescription, TableDescription } from '#datasets/dataset'
import { SoundingsError } from '#domain/errors'
import { type BulkEngine, identifier, openBulkEngine } from './bulk-engine.ts'
import { type FileReport, type ImportRequest, type ImportWatch, importFiles } from './import-dataset.ts'
import { parquetScan } from './parquet-scan.ts'
import type { Tables } from './tables.ts'
import type { Authorship } from './write-records.ts'

/** A table of a dataset as it was imported. */
export interface ImportedTable {
  readonly name: string
  /** Parquet files, relative to the folder of the version */
  readonly files: readonly string[]
  readonly reports: readonly FileReport[]
  readonly rows: number
  /** rows and states seen by year, where rows have a year */
  readonly years: readonly { readonly year: number; readonly rows: number; readonly states: number }[]
}

/** One imported version of a dataset. */
export interface ImportedVersion {
  readonly dataset: string
  readonly version: string
  readonly current: boolean
  readonly tables: readonly ImportedTable[]
  readonly at: string
  readonly by: string
}

/**
 * Imports files as a new version of a dataset: all of them, or nothing. Tables that the files do not touch are carried
 * over from the version before, which stays addressable.
 *
 * @param folder where datasets of the workspace lie
 * @param append true to add the rows to those that the table has; otherwise they take their place
 * @throws SoundingsError what `importFiles` throws
 */
export async function addDatasetVersion(
  db: Kysely<Tables>,
  folder: string,
  dataset: DatasetDescription,
  request: Omit<ImportRequest, 'into'> & { readonly append?: boolean },
  authorship: Authorship,
  watch: ImportWatch = {},
): Promise<ImportedVersion> {
  const home = join(folder, dataset.id)
  const draft = join(home, `.draft-${randomBytes(6).toString('hex')}`)
  mkdirSync(draft, { recursive: true })
  try {
    const before = await currentVersion(db, dataset.id)
    const fresh = await importFiles(dataset, { ...request, into: draft }, watch)
    const carried = carryOver(before, home, draft, fresh, request.append === true)
    const tables: ImportedTable[] = [...carried.untouched]
    for (const table of dataset.tables) {
      const added = fresh.filter(({ report }) => report.table === table.name)
      if (added.length === 0) continue
      const kept = carried.extended.find((one) => one.name === table.name)
      const files = [...(kept?.files ?? []), ...added.map(({ path }) => path.slice(draft.length + 1))]
      const reports = [...(kept?.reports ?? []), ...added.map(({ report }) => report)]
      tables.push({ name: table.name, files, reports, ...(await contentsOf(draft, files, table)) })
    }
    tables.sort((a, b) => (a.name < b.name ? -1 : 1))
    const version = versionOf(dataset, tables, request.names ?? {})
    watch.signal?.throwIfAborted()
    await publish(db, home, draft, { dataset: dataset.id, version, tables }, authorship)
    return await namedVersion(db, dataset.id, version)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function carryOver(
  before: ImportedVersion | undefined,
  home: string,
  draft: string,
  fresh: readonly { readonly report: FileReport }[],
  append: boolean,
): { readonly untouched: readonly ImportedTable[]; readonly extended: readonly ImportedTable[] } {
  if (before === undefined) return { untouched: [], extended: [] }
  const touched = new Set(fresh.map(({ report }) => report.table))
  const carried = before.tables
    .filter((table) => append || !touched.has(table.name))
    .map((table) => ({
      ...table,
      files: table.files.map((file, at) => {
        const name = `${table.name}.kept-${at}.parquet`
        linkSync(join(home, before.version, file), join(draft, name))
        return name
      }),
    }))
  return {
    untouched: carried.filter((table) => !touched.has(table.name)),
    extended: carried.filter((table) => touched.has(table.name)),
  }
}

async function contentsOf(
  folder: string,
  files: readonly string[],
  table: TableDescription,
): Promise<Pick<ImportedTable, 'rows' | 'years'>> {
  const engine = await openBulkEngine()
  try {
    const scan = parquetScan(files.map((file) => join(folder, file)))
    const [{ rows } = { rows: 0 }] = await engine.rows<{ rows: number }>(
      `select count(*) as rows from ${scan} where _fate = 0`,
    )
    return { rows, years: await yearsOf(engine, scan, table) }
  } finally {
    engine.close()
  }
}

async function yearsOf(
  engine: BulkEngine,
  scan: string,
  { when, who, coverage }: TableDescription,
): Promise<ImportedTable['years']> {
  if (when === null) return []
  const spell =
    'from' in when
      ? `unnest(range(${identifier(when.from)}, least(coalesce(${identifier(when.to)}, ${coverage.to}), ${coverage.to}) + 1))`
      : undefined
  const year =
    'year' in when ? identifier(when.year) : 'date' in when ? `year(${identifier(when.date)})` : spell
  const [first, second] = who.map(identifier)
  const rows = `(select ${[`${year} as _year`, ...[first, second].filter((name) => name !== undefined)].join(', ')} from ${scan} where _fate = 0)`
  const one = (name: string | undefined) =>
    name === undefined ? [] : [`select _year, ${name} as _state, count(*) as n from ${rows} group by all`]
  const parts = [...one(first), ...one(second)]
  const counts = await engine.rows<{ year: number; rows: number }>(
    `select _year::integer as year, count(*) as rows from ${rows} where _year is not null group by all order by all`,
  )
  const seen =
    parts.length === 0
      ? []
      : await engine.rows<{ year: number; states: number }>(
          `select _year::integer as year, count(distinct _state) as states from (${parts.join(' union all ')}) where _year is not null group by all`,
        )
  const states = new Map(seen.map((row) => [row.year, row.states]))
  return counts.map((row) => ({ year: row.year, rows: row.rows, states: states.get(row.year) ?? 0 }))
}

/** The same files, read by the same SQL, give the same version. */
function versionOf(
  dataset: DatasetDescription,
  tables: readonly ImportedTable[],
  names: Readonly<Record<string, string>>,
): string {
  const layouts = dataset.tables.flatMap((table) =>
    table.layouts.map((layout) => ({ table: table.name, layout })),
  )
  const parts = tables.flatMap((table) =>
    table.reports.map((report) => {
      const used = layouts.find((one) => one.table === table.name && one.layout.id === report.layout)
      const { about: _, telltale: __, ...reading } = used?.layout ?? { about: '' }
      return JSON.stringify([table.name, report.sha256, reading])
    }),
  )
  const hand = JSON.stringify(Object.entries(names).sort())
  return createHash('sha256')
    .update([...parts.sort(), hand].join('\n'))
    .digest('hex')
    .slice(0, 12)
}

async function publish(
  db: Kysely<Tables>,
  home: string,
  draft: string,
  { dataset, version, tables }: Pick<ImportedVersion, 'dataset' | 'version' | 'tables'>,
  { at, by }: Authorship,
): Promise<void> {
  const place = join(home, version)
  if (!existsSync(place)) renameSync(draft, place) // else the same files were read by the same SQL before
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('dataset_version').set({ current: false }).where('dataset', '=', dataset).execute()
    await tx
      .insertInto('dataset_version')
      .values({ dataset, version, current: true, tables: JSON.stringify(tables), at, by })
      .onConflict((conflict) =>
        conflict
          .columns(['dataset', 'version'])
          .doUpdateSet({ current: true, tables: JSON.stringify(tables), at, by }),
      )
      .execute()
  })
}

/** The versions of one dataset or of all, newest first. */
export async function listVersions(
  db: Kysely<Tables>,
  dataset?: string,
): Promise<readonly ImportedVersion[]> {
  let query = db.selectFrom('dataset_version').selectAll().orderBy('dataset').orderBy('at', 'desc')
  if (dataset !== undefined) query = query.where('dataset', '=', dataset)
  return query.execute()
}

/** The version of a dataset that holds now, or undefined if it was never imported. */
export async function currentVersion(
  db: Kysely<Tables>,
  dataset: string,
): Promise<ImportedVersion | undefined> {
  return (await listVersions(db, dataset)).find((version) => version.current)
}

/**
 * A version of a dataset by its name; without one, that which holds now.
 *
 * @throws SoundingsError `dataset-absent` if it was not imported
 */
export async function namedVersion(
  db: Kysely<Tables>,
  dataset: string,
  version?: string,
): Promise<ImportedVersion> {
  const versions = await listVersions(db, dataset)
  const found = versions.find((one) => (version === undefined ? one.current : one.version === version))
  if (found !== undefined) return found
  throw new SoundingsError(
    'dataset-absent',
    version === undefined || versions.length === 0
      ? `${dataset} was not imported into this workspace`
      : `${dataset} has no version ${version}; it has ${versions.map((one) => one.version).join(', ')}`,
    { advice: `Bring the file and run: soundings dataset add ${dataset} FILE` },
  )
}
