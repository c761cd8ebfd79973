import { join } from 'node:path'
import type { DatasetDescription, TableDescription } from '#datasets/dataset'
import { datasetOf, datasets } from '#datasets/registry'
import { SoundingsError } from '#domain/errors'
import { findState, plainName, stateOf, suggestStates } from '#domain/state'
import { type DatasetQuery, type Gathering, gatherings } from '#storage/dataset-query-sql'
import {
  addDatasetVersion,
  type ImportedVersion,
  listVersions,
  namedVersion,
} from '#storage/dataset-versions'
import type { ImportWatch } from '#storage/import-dataset'
import { type QueryAnswer, type QueryOutput, queryDataset } from '#storage/query-dataset'
import type { Workbench } from './workbench.ts'

/** A dataset of the catalogue, and which of its versions were imported here. */
export interface CatalogueEntry {
  readonly description: DatasetDescription
  readonly versions: readonly ImportedVersion[]
}

/** The catalogue of public datasets, with what this workspace holds of them. */
export async function seeDatasets({ database }: Workbench): Promise<readonly CatalogueEntry[]> {
  const versions = await listVersions(database.db)
  return datasets.map((description) => ({
    description,
    versions: versions.filter((version) => version.dataset === description.id),
  }))
}

/** One dataset of the catalogue. */
export async function seeDataset({ database }: Workbench, id: string): Promise<CatalogueEntry> {
  const description = datasetOf(id)
  return { description, versions: await listVersions(database.db, id) }
}

/** What to import: files of one dataset. */
export interface AddRequest {
  readonly dataset: string
  readonly files: readonly { readonly path: string; readonly name: string }[]
  readonly table?: string | undefined
  /** true to add the rows to those there, as a new version */
  readonly append?: boolean | undefined
  /** names of a file that no list knows → a state, by its code or name */
  readonly names?: Readonly<Record<string, string>> | undefined
}

/**
 * Imports files of a public dataset: all of them or nothing. The version before stays addressable.
 *
 * @throws SoundingsError `dataset-unknown`, `file-not-found`, `file-unreadable`, `table-invalid`, `cancelled`
 */
export async function addDataset(
  workbench: Workbench,
  request: AddRequest,
  watch: ImportWatch = {},
): Promise<ImportedVersion> {
  const dataset = datasetOf(request.dataset)
  const names = Object.fromEntries(
    Object.entries(request.names ?? {}).map(([text, state]) => [text, stateId(state)]),
  )
  const asked = request.table === undefined ? {} : { table: request.table }
  return addDatasetVersion(
    workbench.database.db,
    datasetFolder(workbench),
    dataset,
    { files: request.files, append: request.append === true, names, ...asked },
    workbench.author(`import of ${request.files.map((file) => file.name).join(', ')}`),
    watch,
  )
}

/** A question to a dataset as it comes in, states by any code or name. */
export interface QueryRequest {
  readonly dataset: string
  readonly version?: string | undefined
  readonly table?: string | undefined
  readonly by?: string | undefined
  readonly states?: readonly string[] | undefined
  readonly partners?: readonly string[] | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly codes?: readonly string[] | undefined
  readonly perCode?: boolean | undefined
  readonly columns?: readonly string[] | undefined
}

/** An answer, and from which version and table of which dataset it comes. */
export interface DatasetAnswer extends QueryAnswer {
  readonly dataset: string
  readonly version: string
  readonly table: TableDescription
  readonly citation: string
}

/**
 * Asks an imported dataset.
 *
 * @throws SoundingsError `dataset-unknown`, `dataset-absent`, `call-invalid`
 */
export async function askDataset(
  workbench: Workbench,
  request: QueryRequest,
  output: QueryOutput = {},
): Promise<DatasetAnswer> {
  const dataset = datasetOf(request.dataset)
  const version = await namedVersion(workbench.database.db, dataset.id, request.version)
  const table = tableOf(dataset, version, request.table)
  const answer = await queryDataset(datasetFolder(workbench), version, table, queryOf(table, request), output)
  return { ...answer, dataset: dataset.id, version: version.version, table, citation: dataset.citation }
}

function tableOf(dataset: DatasetDescription, version: ImportedVersion, name?: string): TableDescription {
  const there = dataset.tables.filter((table) => version.tables.some((one) => one.name === table.name))
  const found = name === undefined ? there[0] : there.find((table) => table.name === name)
  if (found !== undefined) return found
  throw new SoundingsError('dataset-absent', `the table ${name} of ${dataset.id} was not imported`, {
    advice: `Imported are ${there.map((table) => table.name).join(', ')}; of the dataset there are ${dataset.tables.map((table) => table.name).join(', ')}.`,
  })
}

function queryOf(table: TableDescription, request: QueryRequest): DatasetQuery {
  const { states, partners, from, to, codes, perCode, columns } = request
  if (from !== undefined && to !== undefined && from > to)
    throw new SoundingsError('call-invalid', `from ${from} lies after to ${to}`)
  return {
    by: gatheringOf(request.by ?? usual(table)),
    ...(states?.length ? { states: states.map(stateId) } : {}),
    ...(partners?.length ? { partners: partners.map(stateId) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(codes?.length ? { codes } : {}),
    ...(perCode ? { perCode } : {}),
    ...(columns?.length ? { columns } : {}),
  }
}

function usual(table: TableDescription): Gathering {
  if (table.when === null) return 'row'
  if (table.who.length === 2) return 'dyad-year'
  return table.who.length === 1 ? 'state-year' : 'year'
}

function gatheringOf(text: string): Gathering {
  const found = gatherings.find((one) => one === text)
  if (found !== undefined) return found
  throw new SoundingsError('call-invalid', `rows can be gathered by ${gatherings.join(', ')}`, {
    place: { value: text },
  })
}

/**
 * The id of a state that somebody wrote: ISO alpha-3, COW or Gleditsch–Ward number, or a name.
 *
 * @throws SoundingsError `call-invalid` with states that it may mean
 */
export function stateId(text: string): string {
  const word = text.trim()
  if (stateOf(word.toUpperCase()) !== undefined) return word.toUpperCase()
  const found =
    (/^\d+$/.test(word) ? (findState('cow', word, null) ?? findState('gw', word, null)) : null) ??
    findState('name', plainName(word), null)
  if (found !== null) return found
  const near = suggestStates(word).map((id) => `${id} (${stateOf(id)?.name})`)
  throw new SoundingsError('call-invalid', 'there is no such state', {
    place: { value: text },
    advice:
      near.length > 0 ? `Perhaps ${near.join(', ')}.` : 'Name it by ISO alpha-3, COW number or English name.',
  })
}

/** Where imported datasets lie: in the workspace's folder, or in SOUNDINGS_FILES for a workspace on a server. */
export function datasetFolder({ database, config }: Workbench): string {
  const folder = config.files ?? (/^postgres(ql)?:/.test(database.where) ? undefined : database.where)
  if (folder !== undefined) return join(folder, 'datasets')
  throw new SoundingsError('call-invalid', 'a workspace on a server needs a folder for datasets', {
    advice: 'Set SOUNDINGS_FILES to a folder that everybody who works in it can reach.',
  })
}
