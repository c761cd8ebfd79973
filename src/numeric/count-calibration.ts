import { type CountDistribution, countQuantile } from './count-distribution.ts'

/** How well forecast counts fitted what came. */
export interface CountCalibration {
  /** share of outcomes in the central 50 % and 90 % intervals; of counts, intervals may hold more than they promise */
  readonly coverage50: number
  readonly coverage90: number
  /** shares of the probability integral transform in bins of equal width; equal heights are good calibration */
  readonly pit: readonly number[]
}

/**
 * The central interval that holds a count with at least the chance named.
 *
 * @param share in (0, 1)
 * @see Gneiting, Balabdaoui & Raftery (2007), Journal of the Royal Statistical Society B 69(2), 3.3
 * @example
 * countInterval({ cumulative: Float64Array.of(0.1, 0.4, 0.9, 1) }, 0.5) // => [1, 2]
 */
export function countInterval(forecast: CountDistribution, share: number): readonly [number, number] {
  return [countQuantile(forecast, (1 - share) / 2), countQuantile(forecast, (1 + share) / 2)]
}

/**
 * Coverage of intervals and the probability integral transform of counts, without chance: an outcome spreads evenly over
 * the step that the distribution makes at it.
 *
 * @param pairs forecasts and what came, at least one
 * @param bins  of the transform
 * @throws RangeError if there is no pair
 * @see Czado, Gneiting & Held (2009), Biometrics 65(4), eqs 1–2
 * @example
 * countCalibration([[{ cumulative: Float64Array.of(0.5, 1) }, 0]], 2).pit // => [1, 0]
 */
export function countCalibration(
  pairs: readonly (readonly [CountDistribution, number])[],
  bins = 10,
): CountCalibration {
  if (pairs.length === 0) throw new RangeError('countCalibration: there must be a forecast with its outcome')
  const heights = new Array<number>(bins).fill(0)
  let [half, most] = [0, 0]
  for (const [forecast, y] of pairs) {
    if (within(countInterval(forecast, 0.5), y)) half++
    if (within(countInterval(forecast, 0.9), y)) most++
    const low = y === 0 ? 0 : (forecast.cumulative[y - 1] ?? 1)
    const high = forecast.cumulative[y] ?? 1
    for (let bin = 0; bin < bins; bin++) {
      const share = transform((bin + 1) / bins, low, high) - transform(bin / bins, low, high)
      heights[bin] = (heights[bin] ?? 0) + share / pairs.length
    }
  }
  return { coverage50: half / pairs.length, coverage90: most / pairs.length, pit: heights }
}

function within([low, high]: readonly [number, number], y: number): boolean {
  return low <= y && y <= high
}

/** Conditional distribution of the transform given the outcome: 0 below the step, 1 above it, even within. */
function transform(u: number, low: number, high: number): number {
  if (u <= low) return u === 1 && low === 1 ? 1 : 0
  return u >= high ? 1 : (u - low) / (high - low)
}
