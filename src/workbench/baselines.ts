import { setImmediate as breath } from 'node:timers/promises'
import { SoundingsError } from '#domain/errors'
import { countModels } from '#numeric/count-models'
import { gammaPoissonPrior } from '#numeric/gamma-poisson'
import { type CountBaseline, countBaseline } from './count-baseline.ts'
import { type EventSeries, type EventSeriesRequest, eventSeries } from './event-series.ts'
import type { JobWatch } from './jobs.ts'
import type { Workbench } from './workbench.ts'

/** What is asked of a baseline. */
export interface BaselineRequest extends EventSeriesRequest {
  /** months ahead, 1 to 24 */
  readonly months: number
  readonly seed?: number | undefined
}

export interface SeriesBaseline extends EventSeries, CountBaseline {}

/** Baselines of dyads, and where they come from. */
export interface BaselineAnswer {
  readonly dataset: string
  readonly version: string
  readonly citation: string
  readonly watched: string
  readonly seed: number
  readonly months: readonly string[]
  readonly missing: readonly { readonly month: string; readonly reason: string }[]
  /** what the dyads share: mean of their long-run rates (events a month) and its shape, shape of months about them, what is remembered */
  readonly prior: {
    readonly mean: number
    readonly shape: number
    readonly longMemory: number
    readonly spread: number
    readonly discount: number
    /** dyads it is learnt from */
    readonly dyads: number
  }
  readonly series: readonly SeriesBaseline[]
  readonly untold: readonly { readonly dyad: readonly [string, string]; readonly reason: string }[]
}

/** Dyads from which a prior is learnt, besides those asked. */
export const groupSize = 60
const fewest = 36

/**
 * Forecasts counts of events by dyad from what was counted before, by each model, and tests the models on the past.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` for a state that is not known, months out of range, or when the file can
 *   say nothing of any dyad asked; `cancelled`
 */
export async function forecastBaselines(
  workbench: Workbench,
  request: BaselineRequest,
  watch: JobWatch,
): Promise<BaselineAnswer> {
  const { months: ahead, seed = 1 } = request
  if (!(Number.isInteger(ahead) && ahead >= 1 && ahead <= 24))
    throw new SoundingsError('call-invalid', 'months must be a whole number from 1 to 24', {
      place: { value: ahead },
    })
  if (request.dyads.length === 0) throw new SoundingsError('call-invalid', 'a baseline needs a dyad')
  const found = await eventSeries(workbench, request, groupSize)
  const { series, group, ...about } = found
  if (series.length === 0) throw nothingTold(found)
  const until = lastKnown(series)
  const told = series.map((one) => ({ ...one, counts: one.counts.slice(0, until + 1) }))
  const known = told[0]?.counts.filter((count) => count !== null).length ?? 0
  if (known < fewest)
    throw new SoundingsError(
      'call-invalid',
      `${about.dataset} covers ${known} months whole, and a baseline needs ${fewest}`,
      {
        advice: 'Import more years: soundings dataset add … --append',
      },
    )
  const panel = [...told, ...group].map(({ counts }) => counts.slice(0, until + 1))
  const models = countModels(panel, seed)
  const { rate, ...prior } = gammaPoissonPrior(panel)
  const baselines: SeriesBaseline[] = []
  for (const [at, one] of told.entries()) {
    watch.progress(at, told.length, `${one.source} ${one.target}`)
    await breath()
    if (watch.signal.aborted) throw new SoundingsError('cancelled', 'the baseline was cancelled')
    baselines.push({ ...one, ...countBaseline(one.counts, about.months, models, ahead, seed) })
  }
  watch.progress(told.length, told.length, '')
  return {
    ...about,
    months: about.months.slice(0, until + 1),
    seed,
    prior: { ...prior, mean: prior.shape / rate, dyads: panel.length },
    series: baselines,
  }
}

/** The fault of asking about dyads of which the file can say nothing. */
export function nothingTold({ dataset, untold }: Pick<BaselineAnswer, 'dataset' | 'untold'>): SoundingsError {
  const said = untold.map(({ dyad: [a, b], reason }) =>
    reason === 'elsewhere'
      ? `${a} and ${b}: the files report on another part of the world`
      : `${a} and ${b}: no event between them in any month, so that nobody can say whether they are covered`,
  )
  return new SoundingsError('call-invalid', `${dataset} can say nothing of ${said.join('; ')}`, {
    advice: 'Ask another dataset of events, or other dyads.',
  })
}

function lastKnown(series: readonly EventSeries[]): number {
  const [first] = series
  return first?.counts.findLastIndex((count) => count !== null) ?? -1
}
