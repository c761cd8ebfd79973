import type { TableDescription } from '#datasets/dataset'
import { type EventClass, isOfClass } from '#datasets/event-classes'
import { datasetOf } from '#datasets/registry'
import { SoundingsError } from '#domain/errors'
import { findState } from '#domain/state'
import { type ImportedVersion, listVersions, namedVersion } from '#storage/dataset-versions'
import { countEvents, type EventChoice, type EventCounts, type Pair } from '#storage/event-counts'
import { datasetFolder, stateId } from './datasets.ts'
import { monthAfter } from './month-after.ts'
import type { Workbench } from './workbench.ts'

/** Datasets that tell of events, day by day. */
export const eventDatasets = ['icews', 'polecat', 'gdelt', 'keds'] as const

/** What is asked: how many events of a class, between which states. */
export interface EventSeriesRequest {
  /** the imported one that reaches furthest, if absent */
  readonly dataset?: string | undefined
  readonly version?: string | undefined
  /** first acts towards second; of visits the order does not matter */
  readonly dyads: readonly Pair[]
  readonly watched: EventClass
}

/** Counts of one dyad by month; null where the month is missing. */
export interface EventSeries {
  readonly source: string
  readonly target: string
  readonly counts: readonly (number | null)[]
}

/** Series of the same months, and where they come from. */
export interface EventSeriesAnswer {
  readonly dataset: string
  readonly version: string
  readonly citation: string
  readonly watched: EventClass
  /** YYYY-MM, without a gap */
  readonly months: readonly string[]
  /** months of which nobody can say how many there were, and why; the same for all series */
  readonly missing: readonly { readonly month: string; readonly reason: MonthAbsence }[]
  readonly series: readonly EventSeries[]
  /** the busiest other dyads of the file, from which a prior can be learnt */
  readonly group: readonly EventSeries[]
  /** dyads asked of which the file can say nothing, and why */
  readonly untold: readonly { readonly dyad: Pair; readonly reason: 'not-reported' | 'elsewhere' }[]
}

/** `no-event`: the file has no event of any kind then; `cut`: it begins or ends within the month. */
export type MonthAbsence = 'no-event' | 'cut'

/** How events of a class are counted. */
export function choiceOf(watched: EventClass): EventChoice {
  return { chosen: (code, mode) => isOfClass(watched, code, mode), mutualDays: watched === 'visits' }
}

/** The version of a dataset, and its table of events. */
export interface EventSource {
  readonly version: ImportedVersion
  readonly table: TableDescription
}

/**
 * Counts by dyad and month from an imported dataset of events.
 *
 * @param others how many of the busiest other dyads are answered too
 * @throws SoundingsError `dataset-absent` if no events were imported; `call-invalid` if a state is not known
 */
export async function eventSeries(
  workbench: Workbench,
  request: EventSeriesRequest,
  others: number,
): Promise<EventSeriesAnswer> {
  const { version, table } = await eventSource(workbench, request)
  const dyads = request.dyads.map(([a, b]) => [eventState(a), eventState(b)] as const)
  const choice = choiceOf(request.watched)
  const folder = datasetFolder(workbench)
  const found = await countEvents(folder, version, table, choice, dyads, others)
  const { months, missing } = calendarOf(found)
  const byPair = new Map<string, Map<string, number>>()
  for (const { pair, month, n } of found.counts) {
    const own = byPair.get(pair.join()) ?? new Map<string, number>()
    byPair.set(pair.join(), own.set(month, n))
  }
  const absent = new Set(missing.map(({ month }) => month))
  const countsOf = (pair: string) =>
    months.map((month) => (absent.has(month) ? null : (byPair.get(pair)?.get(month) ?? 0)))
  const keyed = dyads.map((dyad) => ({ dyad, key: (choice.mutualDays ? dyad.toSorted() : dyad).join() }))
  const focus = table.coverage.focus
  const known = new Set(found.known.map((pair) => pair.join()))
  const untold = keyed.flatMap(({ dyad, key }): EventSeriesAnswer['untold'] => {
    if (focus !== undefined && !dyad.some((state) => focus.includes(state)))
      return [{ dyad, reason: 'elsewhere' }]
    return known.has(key) ? [] : [{ dyad, reason: 'not-reported' }]
  })
  const told = keyed.filter(({ dyad }) => !untold.some((one) => one.dyad === dyad))
  const asked = new Set(told.map(({ key }) => key))
  return {
    dataset: version.dataset,
    version: version.version,
    citation: datasetOf(version.dataset).citation,
    watched: request.watched,
    months,
    missing,
    series: told.map(({ dyad: [source, target], key }) => ({ source, target, counts: countsOf(key) })),
    group: [...byPair.keys()]
      .filter((key) => !asked.has(key))
      .map((key) => {
        const [source = '', target = ''] = key.split(',')
        return { source, target, counts: countsOf(key) }
      }),
    untold,
  }
}

/**
 * The imported version of a dataset of events: that named, or that which reaches furthest.
 *
 * @throws SoundingsError `dataset-absent`, `dataset-unknown`; `call-invalid` if the dataset has no events
 */
export async function eventSource(
  workbench: Workbench,
  request: { readonly dataset?: string | undefined; readonly version?: string | undefined },
): Promise<EventSource> {
  const { db } = workbench.database
  const version =
    request.dataset === undefined
      ? furthest(await listVersions(db))
      : await namedVersion(db, datasetOf(request.dataset).id, request.version)
  const table = version && datasetOf(version.dataset).tables.find(({ name }) => name === 'events')
  const names = eventDatasets.join(', ')
  if (version === undefined)
    throw new SoundingsError('dataset-absent', 'no dataset of events was imported into this workspace', {
      advice: `Import one of ${names}: soundings dataset add ID FILE`,
    })
  if (table === undefined)
    throw new SoundingsError('call-invalid', `${version.dataset} is no dataset of events`, {
      advice: `Datasets of events are ${names}.`,
    })
  if (!version.tables.some(({ name }) => name === 'events'))
    throw new SoundingsError(
      'dataset-absent',
      `the events of ${version.dataset} were not imported, only its other tables`,
      {
        advice: `Import a file of events: soundings dataset add ${version.dataset} FILE`,
      },
    )
  return { version, table }
}

function furthest(versions: readonly ImportedVersion[]): ImportedVersion | undefined {
  const last = ({ tables }: ImportedVersion) =>
    tables.find(({ name }) => name === 'events')?.years.at(-1)?.year ?? Number.NEGATIVE_INFINITY
  return versions
    .filter(
      ({ dataset, current, tables }) =>
        current && eventDatasets.some((id) => id === dataset) && tables.some(({ name }) => name === 'events'),
    )
    .toSorted((a, b) => last(b) - last(a))[0]
}

/** A state by any code or name, or by the code that event coders use (PAL for Palestine). */
export function eventState(text: string): string {
  return findState('cameo', text, null) ?? stateId(text)
}

/** All months from the first to the last; those that the file does not cover whole are missing. */
function calendarOf({ months, days }: EventCounts): Pick<EventSeriesAnswer, 'months' | 'missing'> {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  if (first === undefined || last === undefined || days === null) return { months: [], missing: [] }
  const all: string[] = []
  for (let month = first; month <= last; month = monthAfter(month, 1)) all.push(month)
  const seen = new Set(months.map(({ month }) => month))
  const missing = all.flatMap((month): { month: string; reason: MonthAbsence }[] => {
    if (!seen.has(month)) return [{ month, reason: 'no-event' }]
    const cut =
      (month === first && Number(days[0].slice(8)) > 7) ||
      (month === last && Number(days[1].slice(8)) < lengthOf(month) - 6)
    return cut ? [{ month, reason: 'cut' }] : []
  })
  return { months: all, missing }
}

function lengthOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
