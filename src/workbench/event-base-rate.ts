import { SoundingsError } from '#domain/errors'
import { chanceOfAtLeast } from '#numeric/count-distribution'
import { gammaPoissonPrior } from '#numeric/gamma-poisson'
import { gammaPoissonTotal } from '#numeric/gamma-poisson-total'
import { incompleteBetaInverse } from '#numeric/incomplete-beta'
import { random } from '#numeric/random'
import { groupSize, nothingTold } from './baselines.ts'
import { type EventSeriesRequest, eventSeries } from './event-series.ts'
import type { Workbench } from './workbench.ts'

/** What is asked: how likely it is that events come to a number within some months. */
export interface EventBaseRateRequest extends Omit<EventSeriesRequest, 'dyads'> {
  readonly dyad: readonly [string, string]
  readonly atLeast: number
  /** months of the window, 1 to 24 */
  readonly months: number
  readonly seed?: number | undefined
  /** only months before this one are counted, YYYY-MM */
  readonly before?: string | undefined
}

/** How often it came to that before, and what the gamma-Poisson model says of the window to come. */
export interface EventBaseRate {
  readonly dataset: string
  readonly version: string
  readonly citation: string
  /** share of windows that reached the number, drawn a little to one half (Jeffreys) so that never and always stay open */
  readonly probability: number
  /** 90 %, of the windows as a sample */
  readonly interval: readonly [number, number]
  /** windows that do not overlap, and how many of them reached the number */
  readonly windows: number
  readonly reached: number
  /** chance by the model that knows the last months, from the month after `until` */
  readonly model: number
  readonly until: string
  readonly because: string
  readonly becauseVi: string
}

const paths = 20_000

const inVietnamese = {
  'material-conflict': 'xung đột bằng hành động',
  'verbal-conflict': 'xung đột bằng lời',
  'material-cooperation': 'hợp tác bằng hành động',
  'verbal-cooperation': 'hợp tác bằng lời',
  visits: 'chuyến thăm',
  all: 'mọi sự kiện',
} as const

/**
 * The base rate of “at least so many events within so many months”, for the page of a question.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` for a number or window out of range, too few months, or a dyad of which the
 *   file can say nothing
 */
export async function eventBaseRate(
  workbench: Workbench,
  request: EventBaseRateRequest,
): Promise<EventBaseRate> {
  const { atLeast, months, dyad, seed = 1, watched, before } = request
  const refuse = (message: string, value: unknown) =>
    new SoundingsError('call-invalid', message, { place: { value } })
  if (!(Number.isInteger(months) && months >= 1 && months <= 24))
    throw refuse('months must be a whole number from 1 to 24', months)
  if (!(Number.isInteger(atLeast) && atLeast >= 1))
    throw refuse('at least must be a whole number above 0', atLeast)
  const found = await eventSeries(workbench, { ...request, dyads: [dyad] }, groupSize)
  const [series] = found.series
  if (series === undefined) throw nothingTold(found)
  const until = series.counts.findLastIndex(
    (count, at) => count !== null && (before === undefined || (found.months[at] ?? '') < before),
  )
  const counts = series.counts.slice(0, until + 1)
  const totals: number[] = []
  for (let end = counts.length; end - months >= 0; end -= months) {
    const window = counts.slice(end - months, end).filter((count) => count !== null)
    if (window.length === months) totals.push(window.reduce((sum, count) => sum + count, 0))
  }
  if (totals.length < 3)
    throw refuse(`there are ${totals.length} whole windows of ${months} months, and a rate needs 3`, months)
  const reached = totals.filter((total) => total >= atLeast).length
  const windows = totals.length
  const prior = gammaPoissonPrior([counts, ...found.group.map((one) => one.counts.slice(0, until + 1))])
  const total = gammaPoissonTotal(counts, prior, months, paths, random(seed))
  const last = found.months[until] ?? ''
  const place = `${found.dataset} ${found.version}, ${found.months[0]}–${last}`
  return {
    dataset: found.dataset,
    version: found.version,
    citation: found.citation,
    probability: (reached + 0.5) / (windows + 1),
    interval: [
      incompleteBetaInverse(0.05, reached + 0.5, windows - reached + 0.5),
      incompleteBetaInverse(0.95, reached + 0.5, windows - reached + 0.5),
    ],
    windows,
    reached,
    model: chanceOfAtLeast(total, atLeast),
    until: last,
    because: `${reached} of ${windows} windows of ${months} months had at least ${atLeast} events (${watched.replace('-', ' ')}, ${series.source} towards ${series.target}; ${place})`,
    becauseVi: `${reached} trong ${windows} khoảng ${months} tháng có ít nhất ${atLeast} sự kiện (${inVietnamese[watched]}, ${series.source} đối với ${series.target}; ${place})`,
  }
}
