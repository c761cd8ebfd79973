import { datasetOf } from '#datasets/registry'
import { SoundingsError } from '#domain/errors'
import { type Measure, measures } from '#domain/measure'
import { kinds } from '#domain/record'
import { listVersions } from '#storage/dataset-versions'
import { versionsFor, yearsCovered } from '#storage/measure-query'
import { readRecord } from '#storage/read-records'
import type { Written } from '#storage/write-records'
import { toYaml } from './export.ts'
import { importParsed } from './import.ts'
import type { JobWatch } from './jobs.ts'
import { computeMeasures, type MeasuresAnswer, type MeasuresRequest } from './measures.ts'
import { datasetSource } from './measures-file.ts'
import { parseRecords } from './record-file.ts'
import type { Workbench } from './workbench.ts'

/** A measure, and whether this workspace holds what it needs. */
export interface MeasureEntry {
  readonly measure: Measure
  readonly datasets: readonly { readonly id: string; readonly title: string; readonly imported: boolean }[]
  /** tables that are needed and not there, as dataset/table */
  readonly lacking: readonly string[]
  /** years in which it can be computed from what was imported; null if in none */
  readonly covered: { readonly from: number; readonly to: number } | null
}

/** Every measure, the datasets it needs, whether they are here, and the years they cover. */
export async function seeMeasures({ database }: Workbench): Promise<readonly MeasureEntry[]> {
  const versions = (await listVersions(database.db)).filter(({ current }) => current)
  return measures.map((measure) => {
    const { used, lacking } = versionsFor(measure, versions, [])
    return {
      measure,
      datasets: measure.datasets.map((id) => ({
        id,
        title: datasetOf(id).title,
        imported: versions.some(({ dataset }) => dataset === id),
      })),
      lacking,
      covered: lacking.length > 0 ? null : yearsCovered(measure, used),
    }
  })
}

/**
 * Computes measures and writes them as series, one change, all or nothing. A source that stands for a dataset is written where
 * it is not there yet, and left as it is where it is.
 *
 * @throws SoundingsError as `computeMeasures`; `record-invalid` if the workspace refuses a record
 */
export async function saveMeasures(
  workbench: Workbench,
  request: MeasuresRequest,
  watch: JobWatch,
): Promise<MeasuresAnswer & { readonly written: Written }> {
  const found = await computeMeasures(workbench, request, watch)
  const { database, author } = workbench
  const ids = [...new Set(found.series.flatMap(({ restsOn }) => restsOn.map(({ source }) => source)))]
  const known = await Promise.all(ids.map((id) => readRecord(database.db, 'source', id)))
  const sources = ids.filter((_, at) => known[at] === undefined).map(datasetSource)
  const text = toYaml({
    ...(sources.length > 0 ? { [kinds.source.section]: sources } : {}),
    ...(found.series.length > 0 ? { [kinds.series.section]: found.series } : {}),
  })
  if (watch.signal.aborted) throw new SoundingsError('cancelled', 'the measuring was cancelled')
  const files = found.series.length > 0 ? [parseRecords(text, 'measures.yaml')] : []
  const report = await importParsed(database, files, author('measures computed from datasets'), false)
  const { change, added, superseded, removed, unchanged } = report
  return { ...found, written: { change, added, superseded, removed, unchanged } }
}
