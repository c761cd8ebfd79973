import { normalCdf } from './normal.ts'
import { normalScores, type StatedQuantiles } from './normal-scores.ts'

/**
 * Distribution function of a distribution stated by a few quantiles: the inverse of `quantileFunction`. Where several shares state one
 * value it jumps there.
 *
 * @param stated shares in (0, 1) and values in any unit
 * @returns share of a value: the greatest that lies at or below it, in [0, 1]
 * @throws RangeError if there are fewer than two quantiles, shares do not ascend in (0, 1), or values fall
 * @see Ray & Reich, distfromq
 * @example
 * distributionFunction({ shares: [0.25, 0.75], values: [10, 30] })(20) // => 0.5
 * distributionFunction({ shares: [0.25, 0.75], values: [7, 7] })(6.9) // => 0
 */
export function distributionFunction(stated: StatedQuantiles): (value: number) => number {
  const { values } = stated
  const scores = normalScores(stated)
  const last = values.length - 1
  return (value) => {
    let at = -1 // the last quantile at or below the value
    while (at < last && (values[at + 1] ?? 0) <= value) at++
    const from = Math.min(Math.max(at, 0), last - 1)
    const [low, high] = [values[from] ?? 0, values[from + 1] ?? 0]
    if (high === low) return at < 0 ? 0 : 1 // a tail without width
    const [first, second] = [scores[from] ?? 0, scores[from + 1] ?? 0]
    return normalCdf(first + ((value - low) / (high - low)) * (second - first))
  }
}
