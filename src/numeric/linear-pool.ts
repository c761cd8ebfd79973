import { mixtureQuantile } from './mixture-quantile.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { poolWeights } from './pool-weights.ts'

/**
 * Linear opinion pool: the mixture whose distribution function is the mean of the forecasters'. Its variance is the mean of theirs and
 * the variance between their means, so disagreement makes it wider.
 *
 * @param forecasts at least one, each with shares of its own
 * @param shares    at which quantiles of the pool are wanted, each in (0, 1)
 * @param weights   at least 0, one each, not all 0; equal if left out
 * @returns value of each share: the least at which the pool's distribution function comes to it, in the unit of the forecasts
 * @throws RangeError if there is no forecast, lengths differ, or no weight is above 0
 * @see Stone (1961), Annals of Mathematical Statistics 32(4); Genest & Zidek (1986), Statistical Science 1(1)
 * @example
 * linearPool([-9, 9].map((mean) => ({ shares: [0.25, 0.75], values: [mean - 1, mean + 1] })), [0.125, 0.875]).map(Math.round) // => new Float64Array([-10, 10])
 */
export function linearPool(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  const parts = poolWeights(forecasts.length, weights)
  const quantile = mixtureQuantile(forecasts)
  return Float64Array.from(shares, (share) => quantile(share, parts))
}
