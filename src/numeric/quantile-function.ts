import { normalQuantile } from './normal-quantile.ts'
import { normalScores, type StatedQuantiles } from './normal-scores.ts'

/**
 * Quantile function of a distribution stated by a few quantiles: straight lines between them over normal scores Φ⁻¹(share), and the
 * outermost two lines go on as normal tails. It passes through what was stated; two quantiles give a normal law, and any quantiles of a
 * normal law give that law back.
 *
 * @param stated shares in (0, 1) and values in any unit
 * @returns value of a share in (0, 1), in the unit of the values, not falling
 * @throws RangeError if there are fewer than two quantiles, shares do not ascend in (0, 1), or values fall; from the function if its
 *   share lies outside (0, 1)
 * @see Ray & Reich, distfromq (tails: the normal law through the two outermost quantiles); Gilchrist (2000), Statistical Modelling
 *   with Quantile Functions (quantiles against normal scores)
 * @example
 * quantileFunction({ shares: [0.25, 0.75], values: [10, 30] })(0.5) // => 20
 * quantileFunction({ shares: [0.5, 0.8], values: [0, 1] })(0.2).toFixed(6) // => '-1.000000'
 */
export function quantileFunction(stated: StatedQuantiles): (share: number) => number {
  const { shares, values } = stated
  const scores = normalScores(stated)
  const last = shares.length - 1
  return (share) => {
    if (!(share > 0 && share < 1))
      throw new RangeError(`quantileFunction: share must lie in (0, 1), got ${share}`)
    let at = 0
    while (at < last && share > (shares[at + 1] ?? 1)) at++
    if (at === last) at = last - 1
    const [low, high] = [values[at] ?? 0, values[at + 1] ?? 0]
    if (share === shares[at]) return low
    if (share === shares[at + 1]) return high
    const [from, until] = [scores[at] ?? 0, scores[at + 1] ?? 0]
    return low + ((normalQuantile(share) - from) / (until - from)) * (high - low)
  }
}
