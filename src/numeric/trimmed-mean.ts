/**
 * Mean without the lowest and the highest: a share of the forecasts is left out at each end.
 *
 * @param values at least one
 * @param share  left out at each end, in [0, 0.5); rounded to whole forecasts, halves to the even number as in R
 * @throws RangeError if there is no value, or nothing would be left
 * @see Tukey (1962), Annals of Mathematical Statistics 33(1), 18; counts as aggutils `trim`
 * @example
 * trimmedMean([0, 1, 2, 3, 100], 0.2) // => 2
 */
export function trimmedMean(values: ArrayLike<number>, share = 0.1): number {
  const sorted = Float64Array.from(values).sort()
  const out = roundHalfEven(share * sorted.length)
  const kept = sorted.subarray(out, sorted.length - out)
  if (!(share >= 0) || kept.length === 0)
    throw new RangeError(`trimmedMean: values must leave something, got ${sorted.length} and share ${share}`)
  return kept.reduce((a, b) => a + b, 0) / kept.length
}

function roundHalfEven(value: number): number {
  const low = Math.floor(value)
  return value - low === 0.5 ? low + (low % 2) : Math.round(value)
}
