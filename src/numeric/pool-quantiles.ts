import type { StatedQuantiles } from './normal-scores.ts'
import { poolWeights } from './pool-weights.ts'
import { quantileFunction } from './quantile-function.ts'

/**
 * A pool made at each share of the forecasters' quantiles there, such as their mean or their median.
 *
 * @param forecasts at least one, each with shares of its own
 * @param shares    at which the pool is wanted, each in (0, 1)
 * @param weights   at least 0, one each, not all 0; equal if left out
 * @param together  one value of all, given what part of the whole each counts for; the parts sum to 1
 * @returns value of each share, in the unit of the forecasts
 * @throws RangeError if there is no forecast, lengths differ, or no weight is above 0
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7)
 * @example
 * [...poolQuantiles([{ shares: [0.25, 0.75], values: [10, 20] }, { shares: [0.25, 0.75], values: [14, 28] }], [0.25, 0.75], undefined, (values) => Math.max(...Array.from(values)))] // => [14, 28]
 */
export function poolQuantiles(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  together: (values: readonly number[], parts: Float64Array) => number,
): Float64Array {
  const parts = poolWeights(forecasts.length, weights)
  const functions = forecasts.map(quantileFunction)
  return Float64Array.from(shares, (share) =>
    together(
      functions.map((quantile) => quantile(share)),
      parts,
    ),
  )
}
