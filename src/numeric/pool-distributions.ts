import { averageQuantiles } from './average-quantiles.ts'
import { linearPool } from './linear-pool.ts'
import { medianQuantiles } from './median-quantiles.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { recencyWeights } from './recency-weights.ts'

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
  const used = rule.endsWith('-recency') ? recencyWeights(forecasts.length) : weights
  if (rule.startsWith('linear')) return linearPool(forecasts, shares, used)
  if (rule.startsWith('median')) return medianQuantiles(forecasts, shares, used)
  return averageQuantiles(forecasts, shares, used)
}
