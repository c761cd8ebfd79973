import { distributionFunction } from './distribution-function.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { poolWeights } from './pool-weights.ts'
import { quantileFunction } from './quantile-function.ts'

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
  const counted = forecasts.filter((_, at) => (parts[at] ?? 0) > 0)
  const heavy = parts.filter((part) => part > 0)
  const functions = counted.map(distributionFunction)
  const below = (value: number) =>
    functions.reduce((sum, share, at) => sum + (heavy[at] ?? 0) * share(value), 0)
  const quantiles = counted.map(quantileFunction)
  return Float64Array.from(shares, (share) => {
    // a quantile of a mixture lies between the lowest and the highest of its parts
    const ends = quantiles.map((quantile) => quantile(share))
    return leastReaching(share - rounding, Math.min(...ends), Math.max(...ends), below)
  })
}

/** Sums of weighted shares are rounded; a step of a distribution that comes to the share is not missed for that. */
const rounding = 1e-13

/** The least value in [low, high] at which a distribution function comes to a share, by halving until no number lies between. */
function leastReaching(share: number, low: number, high: number, below: (value: number) => number): number {
  let [from, until] = [low, high]
  if (below(from) >= share) return from
  for (;;) {
    const middle = from + (until - from) / 2
    if (middle <= from || middle >= until) return until
    if (below(middle) >= share) until = middle
    else from = middle
  }
}
