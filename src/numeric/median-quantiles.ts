import type { StatedQuantiles } from './normal-scores.ts'
import { poolQuantiles } from './pool-quantiles.ts'
import { weightedMedian } from './weighted-median.ts'

/**
 * The pool whose quantile at each share is the median of the forecasters' quantiles: a few who lie far off do not move it.
 *
 * @param forecasts at least one, each with shares of its own
 * @param shares    at which the pool is wanted, each in (0, 1)
 * @param weights   at least 0, one each, not all 0; equal if left out
 * @returns value of each share, in the unit of the forecasts; not falling where shares ascend
 * @throws RangeError if there is no forecast, lengths differ, or no weight is above 0
 * @see Ray and others (2023), International Journal of Forecasting 39(3); Hora and others (2013), Decision Analysis 10(4)
 * @example
 * [...medianQuantiles([[10, 20], [14, 28], [1, 99]].map((values) => ({ shares: [0.25, 0.75], values })), [0.25, 0.75])] // => [10, 28]
 */
export function medianQuantiles(
  forecasts: readonly StatedQuantiles[],
  shares: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  return poolQuantiles(forecasts, shares, weights, weightedMedian)
}
