import { SoundingsError } from '#domain/errors'
import { type Measure, measures } from '#domain/measure'
import { missing } from '#domain/missing'
import type { Observation, Series } from '#domain/series'
import { groupSimilarity } from '#numeric/group-similarity'
import { type ImportedVersion, listVersions } from '#storage/dataset-versions'
import { type AskedPair, type MeasuredRow, readMeasure } from '#storage/read-measures'
import { datasetFolder, stateId } from './datasets.ts'
import { loadVotes, yearOfSession } from './votes.ts'
import type { Workbench } from './workbench.ts'

/** What is asked: one state, its partners, years, and which measures. */
export interface MeasuresRequest {
  readonly state: string
  readonly partners: readonly string[]
  readonly years: readonly number[]
  /** ids of measures; all if absent */
  readonly measures?: readonly string[] | undefined
  readonly onProgress?: (done: number, of: number, what: string) => void
  readonly signal?: AbortSignal | undefined
}

/** Series of measures, and what could not be measured. */
export interface MeasuresAnswer {
  readonly series: readonly Series[]
  readonly notices: readonly string[]
}

/**
 * Computes measures of a state and its partners from the datasets imported, both ways where the two ways differ. A measure whose
 * datasets were not imported is left out, and a notice says so.
 *
 * @throws SoundingsError `call-invalid` if a state or measure is not known, or no year is asked; `cancelled`
 */
export async function computeMeasures(
  workbench: Workbench,
  request: MeasuresRequest,
): Promise<MeasuresAnswer> {
  const state = stateId(request.state)
  const partners = request.partners.map(stateId)
  if (partners.includes(state))
    throw new SoundingsError('call-invalid', 'a state is no partner of itself', { place: { value: state } })
  if (request.years.length === 0 || partners.length === 0)
    throw new SoundingsError('call-invalid', 'at least one partner and one year must be asked for')
  const years = [...new Set(request.years)].toSorted((a, b) => a - b)
  const wanted = wantedOf(request.measures)
  const versions = (await listVersions(workbench.database.db)).filter(({ current }) => current)
  const folder = datasetFolder(workbench)
  const series: Series[] = []
  const notices: string[] = []
  for (const [at, measure] of wanted.entries()) {
    request.signal?.throwIfAborted()
    request.onProgress?.(at, wanted.length, measure.title.en)
    const lacking = measure.datasets.filter((id) => !versions.some(({ dataset }) => dataset === id))
    if (lacking.length > 0) {
      notices.push(`${measure.id} was not computed: ${lacking.join(', ')} was not imported.`)
      continue
    }
    const used = versions.filter(({ dataset }) => measure.datasets.includes(dataset))
    const pairs = pairsOf(measure, state, partners)
    const rows =
      measure.id === 'voting-agreement'
        ? await agreementRows(workbench, pairs, years)
        : await readMeasure(folder, measure.id, used, pairs, years)
    series.push(...seriesOf(measure, rows, used, state, partners, years))
  }
  request.onProgress?.(wanted.length, wanted.length, 'done')
  return { series, notices }
}

function wantedOf(ids: readonly string[] | undefined): readonly Measure[] {
  if (ids === undefined || ids.length === 0) return measures
  return ids.map((id) => {
    const found = measures.find((one) => one.id === id)
    if (found !== undefined) return found
    throw new SoundingsError('call-invalid', 'there is no such measure', {
      place: { value: id },
      advice: `There are ${measures.map((one) => one.id).join(', ')}.`,
    })
  })
}

function pairsOf(measure: Measure, state: string, partners: readonly string[]): readonly AskedPair[] {
  const there = partners.map((partner) => ({ of: state, towards: partner }))
  return measure.directed
    ? [...there, ...there.map(({ of, towards }) => ({ of: towards, towards: of }))]
    : there
}

async function agreementRows(
  workbench: Workbench,
  pairs: readonly AskedPair[],
  years: readonly number[],
): Promise<readonly MeasuredRow[]> {
  const votes = await loadVotes(workbench)
  return pairs.flatMap(({ of, towards }) => {
    const [a, b] = [votes.states.indexOf(of), votes.states.indexOf(towards)]
    const bySession = a < 0 || b < 0 ? [] : groupSimilarity(votes.rollCalls, a, [b], 's')
    return years.map((year): MeasuredRow => {
      const found = bySession[votes.sessions.findIndex((session) => yearOfSession(session) === year)]
      const pair = { of, towards, year }
      return found
        ? { ...pair, value: found.value, se: found.se, because: null }
        : {
            ...pair,
            value: null,
            se: null,
            because: {
              en: 'the two cast no votes on the same roll calls in that year',
              vi: 'trong năm đó hai nước không cùng bỏ phiếu trong cuộc bỏ phiếu nào',
            },
          }
    })
  })
}

function seriesOf(
  measure: Measure,
  rows: readonly MeasuredRow[],
  used: readonly ImportedVersion[],
  state: string,
  partners: readonly string[],
  years: readonly number[],
): readonly Series[] {
  const groups = new Map<string, MeasuredRow[]>()
  for (const row of rows) {
    const key = `${row.of} ${row.towards ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group): Series[] => {
    const [first] = group
    if (first === undefined) return []
    const towards = first.towards ?? undefined
    const partner = first.of === state ? (towards ?? partners[0] ?? state) : first.of
    return [
      {
        id: [measure.id, towards === undefined ? first.of : `${first.of}-${towards}`].join('/').toLowerCase(),
        measure: measure.id,
        ...(towards === undefined ? {} : { relation: `${state}-${partner}`.toLowerCase() }),
        of: first.of,
        ...(towards === undefined ? {} : { towards }),
        observations: group.map(observation),
        computed: {
          dataset: used.map(({ dataset }) => dataset).join(' + '),
          version: used.map(({ version }) => version).join(' + '),
          query: `soundings measure --state ${state} --partners ${partner} --years ${years.join(',')} --measures ${measure.id}`,
        },
        restsOn: used.map(({ dataset }) => ({ source: `dataset-${dataset}` })),
      },
    ]
  })
}

function observation({ year, value, se, because }: MeasuredRow): Observation {
  if (value === null)
    return {
      year,
      value: missing(
        /covers|no member/.test(because?.en ?? '') ? 'outside-coverage' : 'not-collected',
        because ?? '',
      ),
    }
  return { year, value: rounded(value), ...(se === null ? {} : { se: rounded(se) }) }
}

/** Four digits that count. */
function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(4))
}
