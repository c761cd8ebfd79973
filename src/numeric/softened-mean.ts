/**
 * Mean of probabilities drawn towards ½: if it lies above ½ the highest are left out, else the lowest. For crowds that are too sure.
 *
 * @param probabilities each in [0, 1], at least one
 * @param share         left out at one end, in [0, 1); of the lowest one fewer is left out than of the highest, as in the source
 * @throws RangeError if there is none
 * @see Forecasting Research Institute, aggutils, soften_mean
 * @example
 * softenedMean([0.5, 0.9, 1], 0.34) // => 0.5
 */
export function softenedMean(probabilities: ArrayLike<number>, share = 0.1): number {
  const sorted = Float64Array.from(probabilities).sort()
  const n = sorted.length
  if (n === 0) throw new RangeError('softenedMean: probabilities must hold at least one')
  const mean = sorted.reduce((a, b) => a + b, 0) / n
  const kept =
    mean > 0.5
      ? sorted.subarray(0, Math.max(1, Math.floor(n * (1 - share))))
      : sorted.subarray(Math.max(0, Math.ceil(n * share) - 1))
  return kept.reduce((a, b) => a + b, 0) / kept.length
}
