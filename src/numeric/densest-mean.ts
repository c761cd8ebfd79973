/**
 * Highest-density trimmed mean: the mean of the shortest interval that holds all but a share of the forecasts. The first of
 * equally short ones counts.
 *
 * @param values at least one
 * @param share  left out, in [0, 1)
 * @throws RangeError if there is no value
 * @see Powell, Satopää, MacKay & Tetlock (2022), Decision 10(1)
 * @example
 * densestMean([0, 0.4, 0.6], 0.34) // => 0.5
 */
export function densestMean(values: ArrayLike<number>, share = 0.1): number {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) throw new RangeError('densestMean: values must hold at least one')
  const out = Math.floor(sorted.length * share)
  const inside = sorted.length - out
  let best = 0
  for (let at = 1; at <= out; at++) if (width(sorted, at, inside) < width(sorted, best, inside)) best = at
  return sorted.subarray(best, best + inside).reduce((a, b) => a + b, 0) / inside
}

function width(sorted: Float64Array, from: number, inside: number): number {
  return (sorted[from + inside - 1] ?? 0) - (sorted[from] ?? 0)
}
