/**
 * Quantile of a sorted sample, type 7: linear interpolation between order statistics.
 *
 * @param sorted values in ascending order, at least one
 * @param p      probability in [0, 1]
 * @throws RangeError if the sample is empty or `p` lies outside [0, 1]
 * @see Hyndman & Fan (1996), The American Statistician 50(4), definition 7
 * @example
 * quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('quantile: sorted must hold at least one value, got none')
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must lie in [0, 1], got ${p}`)
  const at = (sorted.length - 1) * p
  const low = Math.floor(at)
  const a = sorted[low] ?? 0
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? 0
  return a + (at - low) * (b - a)
}
