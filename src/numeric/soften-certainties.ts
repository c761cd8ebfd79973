import { quantile } from './quantile.ts'

/**
 * Replaces certainties, of which log-odds are infinite: each 1 by a high quantile of the forecasts below 1, then each 0 by a low
 * quantile of those above 0. Where all are certain of the same, they become nearly so.
 *
 * @param probabilities each in [0, 1]
 * @param q             share of the quantile, in [0, 0.5)
 * @returns probabilities in ascending order, each in (0, 1) if there are two or more
 * @see Forecasting Research Institute, aggutils, preprocess: 5th and 95th percentile, type 7
 * @example
 * [...softenCertainties([0, 0.5, 0.5])] // => [0.5, 0.5, 0.5]
 */
export function softenCertainties(probabilities: ArrayLike<number>, q = 0.05): Float64Array {
  const sorted = Float64Array.from(probabilities).sort()
  const n = sorted.length
  const nearly = 1e-14
  if (n === 0) return sorted
  if (sorted[n - 1] === 0) return sorted.fill(nearly)
  if (sorted[0] === 1) return sorted.fill(1 - nearly)
  const below = sorted.filter((p) => p < 1)
  const high = below[below.length - 1] === 0 ? 1 - nearly : quantile(below, 1 - q)
  const softened = sorted.map((p) => (p === 1 ? high : p)).sort()
  const above = softened.filter((p) => p > 0)
  const low = quantile(above, q)
  return softened.map((p) => (p === 0 ? low : p)).sort()
}
