import { partsTogether } from './average-quantiles.ts'
import { mixtureQuantile } from './mixture-quantile.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { poolWeights } from './pool-weights.ts'
import { quantileFunction } from './quantile-function.ts'
import { recencyWeights } from './recency-weights.ts'
import { ascending, weightedMedian } from './weighted-median.ts'

/** Ways to pool distributions of one quantity. */
export const distributionMethods = ['mean', 'median', 'linear'] as const
export type DistributionMethod = (typeof distributionMethods)[number]

/** The same, each with all alike, the recent weighing more, or by past performance. */
export const distributionRules = [
  'mean',
  'median',
  'linear',
  'mean-recency',
  'median-recency',
  'linear-recency',
  'mean-performance',
  'median-performance',
  'linear-performance',
] as const satisfies readonly (DistributionMethod | `${DistributionMethod}-${'recency' | 'performance'}`)[]
export type DistributionRule = (typeof distributionRules)[number]

/**
 * Pools distributions of one quantity, each stated by quantiles, into one.
 *
 * `mean` and `median` average quantiles at each share, `linear` averages distribution functions; `…-recency` weighs by rank in time,
 * `…-performance` by `weights`, which come from past scores.
 *
 * @param forecasts at least one, the oldest first (`…-recency` hangs on that order, the others do not)
 * @param shares    at which the pool is wanted, each in (0, 1)
 * @param rule      one of `distributionRules`
 * @param weights   at least 0, one each; not used by `…-recency`
 * @returns value of each share, in the unit of the forecasts; not falling where shares ascend
 * @throws RangeError if there is no forecast, or lengths differ
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7)
 * @example
 * [...poolDistributions([[10, 20], [14, 28]].map((values) => ({ shares: [0.25, 0.75], values })), [0.25, 0.75], 'mean', [3, 1])] // => [11, 22]
 */
export function poolDistributions(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
  rule: DistributionRule,
  weights?: ArrayLike<number>,
): Float64Array {
  return distributionPool(forecasts, shares)(rule, weights)
}

/** A pool of the same distributions by any rule, under any weights: see `poolDistributions`. */
export type DistributionPool = (rule: DistributionRule, weights?: ArrayLike<number>) => Float64Array

/**
 * As `poolDistributions`, where many rules or weights are tried on the same forecasts: what does not hang on them is computed once.
 *
 * @throws RangeError if quantiles are out of order; from the function as `poolDistributions`
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7)
 * @example
 * [...distributionPool([[10, 20], [14, 28]].map((values) => ({ shares: [0.25, 0.75], values })), [0.25, 0.75])('mean', [3, 1])] // => [11, 22]
 */
export function distributionPool(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
): DistributionPool {
  const quantiles = forecasts.map(quantileFunction)
  const columns = Array.from(shares, (share) => ({
    share,
    values: Float64Array.from(quantiles, (quantile) => quantile(share)),
  }))
  const orders = once(() => columns.map(({ values }) => ascending(values)))
  const mixture = once(() => mixtureQuantile(forecasts, quantiles))
  return (rule, weights) => {
    const used = rule.endsWith('-recency') ? recencyWeights(forecasts.length) : weights
    const parts = poolWeights(forecasts.length, used)
    if (rule.startsWith('linear')) return Float64Array.from(columns, ({ share }) => mixture()(share, parts))
    if (rule.startsWith('median'))
      return Float64Array.from(columns, ({ values }, at) => weightedMedian(values, parts, orders()[at]))
    return Float64Array.from(columns, ({ values }) => partsTogether(values, parts))
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
