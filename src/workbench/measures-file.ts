import { datasetOf } from '#datasets/registry'
import { kinds } from '#domain/record'
import type { Series } from '#domain/series'
import type { Source } from '#domain/source'
import { inOrder, listRecords } from '#storage/read-records'
import { toYaml, writeWhole } from './export.ts'
import type { JobWatch } from './jobs.ts'
import { computeMeasures, type MeasuresRequest, writeMeasures } from './measures.ts'
import type { Workbench } from './workbench.ts'
import { yearList } from './year-list.ts'

/**
 * Computes measures into a file, whole or not at all: `.csv` and `.parquet` receive a table of any size, every other name
 * series as records that can be imported.
 *
 * @throws SoundingsError as `computeMeasures`
 */
export async function measureInto(
  workbench: Workbench,
  request: MeasuresRequest,
  file: string,
  watch: JobWatch,
): Promise<{ readonly wrote: string; readonly notices: readonly string[] }> {
  if (/\.(csv|parquet)$/i.test(file)) {
    const { rows, notices } = await writeMeasures(workbench, request, file, watch)
    return { wrote: `${rows} rows`, notices }
  }
  const { series, notices } = await computeMeasures(workbench, request, watch)
  watch.signal.throwIfAborted()
  if (series.length > 0) writeWhole(file, measuresFile(series, request, await recordedSources(workbench)))
  return { wrote: `${series.length} series`, notices }
}

/** The sources that are recorded, by id: what was written of the one that stands for a dataset is kept. */
export async function recordedSources({ database }: Workbench): Promise<ReadonlyMap<string, Source>> {
  return new Map((await listRecords(database.db, 'source')).map(({ id, body }) => [id, body]))
}

/**
 * Series as the text of records, with a source for every dataset they rest on; its head says how to make it again.
 *
 * @param recorded sources that are recorded already, and stay as they are
 */
export function measuresFile(
  series: readonly Series[],
  request: MeasuresRequest,
  recorded: ReadonlyMap<string, Source> = new Map(),
): string {
  const ids = [...new Set(series.flatMap(({ restsOn }) => restsOn.map(({ source }) => source)))].toSorted()
  const sources = ids.map((id) => inOrder('source', recorded.get(id) ?? datasetSource(id)))
  const versions = new Map(
    series.flatMap(({ computed }) => {
      const names = computed?.dataset.split(' + ') ?? []
      const versionsOf = computed?.version.split(' + ') ?? []
      return names.map((name, at): [string, string] => [name, versionsOf[at] ?? ''])
    }),
  )
  const head = [
    'Measures of relations, computed from imported public datasets; every value that is missing says why.',
    'One command makes this file again, to the byte, in a workspace with the relations and with the same files imported:',
    `  ${commandOf(request)} -o FILE`,
    'Versions of the datasets (soundings dataset add ID FILE; the version is the hash of the files and of how they were read):',
    ...[...versions].toSorted().map(([dataset, version]) => `  ${dataset} ${version}`),
  ]
  const text = toYaml({ [kinds.source.section]: sources, [kinds.series.section]: series })
  return `${head.map((line) => `# ${line}`).join('\n')}\n${text}`
}

/** The source that stands for a dataset. */
export function datasetSource(id: string): Source {
  const { title, citation, url } = datasetOf(id.replace(/^dataset-/, ''))
  return { id, csl: { type: 'dataset', title, URL: url, note: citation }, type: 'dataset' }
}

function commandOf({ state, partners, states, years, measures }: MeasuresRequest): string {
  const whom =
    states === undefined
      ? `--state ${state} --partners ${partners?.join(',')}`
      : `--states ${states === 'all' ? states : states.join(',')}`
  return `soundings measure ${whom} --years ${yearList(years)}${measures === undefined ? '' : ` --measures ${measures.join(',')}`}`
}
