import type { StatedQuantiles } from './normal-scores.ts'
import { poolWeights } from './pool-weights.ts'
import { quantileFunction } from './quantile-function.ts'

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
  const parts = poolWeights(forecasts.length, weights)
  const functions = forecasts.map(quantileFunction)
  return Float64Array.from(shares, (share) => {
    const first = functions[0]?.(share) ?? 0
    // distances from the first, so that what all say is what the pool says
    return functions.reduce((sum, quantile, at) => sum + (parts[at] ?? 0) * (quantile(share) - first), first)
  })
}
