import { quantile } from './quantile.ts'

/**
 * The percentile interval of draws whose mean is moved to the estimate, kept within what is possible; it never excludes the estimate.
 * Draws with replacement repeat some units and so see fewer different ones: without the move a count of different partners would
 * lie above its own interval.
 *
 * @param draws    one value a draw, at least one
 * @param estimate the value that was found
 * @param level    of the interval, in (0, 1)
 * @param bounds   least and largest value possible
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 10 (bias) and 13 (percentiles)
 * @example
 * movedInterval(Float64Array.of(1, 2, 3), 3, 0.95, [0, 4]) // => [2.05, 3.95]
 */
export function movedInterval(
  draws: Float64Array,
  estimate: number,
  level: number,
  [least, most]: readonly [number, number],
): readonly [number, number] {
  const shift = estimate - draws.reduce((sum, one) => sum + one, 0) / draws.length
  const [low, high] = percentileInterval(draws, level)
  return [Math.min(estimate, Math.max(least, low + shift)), Math.max(estimate, Math.min(most, high + shift))]
}

/**
 * The interval that holds the middle of the draws.
 *
 * @param draws one value a draw, at least one
 * @param level of the interval, in (0, 1)
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
 * @example
 * percentileInterval(Float64Array.of(3, 1, 2), 0.5) // => [1.5, 2.5]
 */
export function percentileInterval(draws: Float64Array, level: number): readonly [number, number] {
  const sorted = draws.toSorted()
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)]
}
