/**
 * Geometric mean of positive numbers. As a pool of probabilities it does not treat an event and its opposite alike; `meanLogOdds` does.
 *
 * @param values above 0, at least one
 * @throws RangeError if there is none, or one is not above 0
 * @see Genest & Zidek (1986), Statistical Science 1(1), 118
 * @example
 * geometricMean([1, 4]) // => 2
 */
export function geometricMean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('geometricMean: values must hold at least one')
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (!(value > 0)) throw new RangeError(`geometricMean: values must be above 0, got ${value}`)
    sum += Math.log(value)
  }
  return Math.exp(sum / values.length)
}
