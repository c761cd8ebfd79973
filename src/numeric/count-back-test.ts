import { type CountCalibration, countCalibration } from './count-calibration.ts'
import { countCrps } from './count-crps.ts'
import type { CountDistribution } from './count-distribution.ts'
import type { MonthlyCounts } from './gamma-poisson.ts'

/**
 * A model as a back-test uses it. `fit` is given what was known at some month and answers a forecaster, which is then used, with
 * the counts known at the month from which it forecasts, until it is fitted again.
 */
export interface CountModel {
  readonly id: string
  fit(known: MonthlyCounts): CountForecaster
}

/** Forecasts of the next months from counts; null where they do not suffice. */
export type CountForecaster = (known: MonthlyCounts, ahead: number) => readonly (CountDistribution | null)[]

export interface BackTestOptions {
  /** months known before the first forecast */
  readonly first: number
  /** months forecast from each */
  readonly ahead: number
  /** months between two fits */
  readonly refit: number
}

/** How one model fared. Scores are kept by origin, so that models can be compared in pairs. */
export interface ModelTrack {
  readonly id: string
  /** [origin] mean score over the months ahead that came; null where nothing could be scored */
  readonly crps: readonly (number | null)[]
  /** [months ahead − 1] mean score */
  readonly byAhead: readonly (number | null)[]
  readonly meanCrps: number | null
  /** forecasts scored */
  readonly n: number
  /** null where nothing could be scored */
  readonly calibration: CountCalibration | null
}

/**
 * Back-test from a rolling origin: each month in turn is taken for the last one known, and what the models then say of the
 * months after it is scored against what came. A month is scored only where every model forecast it.
 *
 * @throws RangeError if first, ahead or refit is less than 1
 * @see Tashman (2000), International Journal of Forecasting 16(4), section 3
 * @example
 * countBackTest([1, 2], [], { first: 1, ahead: 1, refit: 1 }) // => []
 */
export function countBackTest(
  counts: MonthlyCounts,
  models: readonly CountModel[],
  { first, ahead, refit }: BackTestOptions,
): readonly ModelTrack[] {
  if (![first, ahead, refit].every((one) => one >= 1))
    throw new RangeError('countBackTest: first, ahead and refit must be at least 1')
  const tallies = models.map(() => ({
    crps: [] as (number | null)[],
    byAhead: Array.from({ length: ahead }, () => ({ sum: 0, n: 0 })),
    pairs: [] as (readonly [CountDistribution, number])[],
  }))
  let forecasters: readonly CountForecaster[] = []
  for (let origin = first; origin < counts.length; origin++) {
    const known = counts.slice(0, origin)
    if ((origin - first) % refit === 0) forecasters = models.map((model) => model.fit(known))
    const forecasts = forecasters.map((forecast) => forecast(known, ahead))
    const sums = models.map(() => ({ sum: 0, n: 0 }))
    for (let month = 0; month < ahead; month++) {
      const came = counts[origin + month] ?? null
      if (came === null || forecasts.some((one) => (one[month] ?? null) === null)) continue
      for (const [at, tally] of tallies.entries()) {
        const forecast = forecasts[at]?.[month] ?? null
        const [sum, by] = [sums[at], tally.byAhead[month]]
        if (forecast === null || sum === undefined || by === undefined) continue
        const score = countCrps(forecast, came)
        sum.sum += score
        sum.n++
        by.sum += score
        by.n++
        tally.pairs.push([forecast, came])
      }
    }
    for (const [at, tally] of tallies.entries()) tally.crps.push(meanOf(sums[at]))
  }
  return tallies.map(({ crps, byAhead, pairs }, at) => ({
    id: models[at]?.id ?? '',
    crps,
    byAhead: byAhead.map(meanOf),
    meanCrps: meanOf(
      byAhead.reduce((all, one) => ({ sum: all.sum + one.sum, n: all.n + one.n }), { sum: 0, n: 0 }),
    ),
    n: pairs.length,
    calibration: pairs.length === 0 ? null : countCalibration(pairs),
  }))
}

function meanOf(tally: { readonly sum: number; readonly n: number } | undefined): number | null {
  return tally === undefined || tally.n === 0 ? null : tally.sum / tally.n
}
