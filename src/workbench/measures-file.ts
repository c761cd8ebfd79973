import { datasetOf } from '#datasets/registry'
import { kinds } from '#domain/record'
import type { Series } from '#domain/series'
import type { Source } from '#domain/source'
import { toYaml } from './export.ts'

/** Series as the text of records, with a source for every dataset they rest on. */
export function measuresFile(series: readonly Series[]): string {
  const ids = [...new Set(series.flatMap(({ restsOn }) => restsOn.map(({ source }) => source)))].toSorted()
  const sources = ids.map((id): Source => {
    const { title, citation, url } = datasetOf(id.replace(/^dataset-/, ''))
    return { id, csl: { type: 'dataset', title, URL: url, note: citation }, type: 'dataset' }
  })
  return toYaml({ [kinds.source.section]: sources, [kinds.series.section]: series })
}
