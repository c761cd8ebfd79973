import type { StatedQuantiles } from './normal-scores.ts'

/**
 * All shares that forecasts state, ascending, each once: a pool told at them loses nothing of what was said.
 *
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59(7)
 * @example
 * statedShares([{ shares: [0.25, 0.75] }, { shares: [0.1, 0.25] }]) // => [0.1, 0.25, 0.75]
 */
export function statedShares(forecasts: readonly Pick<StatedQuantiles, 'shares'>[]): readonly number[] {
  return [...new Set(forecasts.flatMap(({ shares }) => Array.from(shares)))].toSorted((a, b) => a - b)
}
