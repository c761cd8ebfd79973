import type { StatedQuantiles } from './normal-scores.ts'
import { poolQuantiles } from './pool-quantiles.ts'

/**
 * Vincentization: the pool whose quantile at each share is the mean of the forecasters' quantiles. Its place and width are the means of
 * theirs, so it is sharper than the linear pool of the same forecasts: normal laws give the normal law with the mean of their means and
 * the mean of their standard deviations.
 *
 * @param forecasts at least one, each with shares of its own
 * @param shares    at which the pool is wanted, each in (0, 1)
 * @param weights   at least 0, one each, not all 0; equal if left out
 * @returns value of each share, in the unit of the forecasts
 * @throws RangeError if there is no forecast, lengths differ, or no weight is above 0
 * @see Ratcliff (1979), Psychological Bulletin 86(3); Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7)
 * @example
 * [...averageQuantiles([{ shares: [0.25, 0.75], values: [10, 20] }, { shares: [0.25, 0.75], values: [14, 28] }], [0.25, 0.75])] // => [12, 24]
 */
export function averageQuantiles(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  return poolQuantiles(forecasts, shares, weights, partsTogether)
}

/**
 * Mean of values of which each counts for its part of the whole: distances from the first are summed, so that what all say is the mean.
 *
 * @param parts one for each value, summing to 1
 * @see Ratcliff (1979), Psychological Bulletin 86(3)
 * @example
 * partsTogether([1, 3], [0.25, 0.75]) // => 2.5
 */
export function partsTogether(values: ArrayLike<number>, parts: ArrayLike<number>): number {
  const first = values[0] ?? 0
  let sum = first
  for (let at = 1; at < values.length; at++) sum += (parts[at] ?? 0) * ((values[at] ?? 0) - first)
  return sum
}
