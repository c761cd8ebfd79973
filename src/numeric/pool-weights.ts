/**
 * Weights of a pool as parts of one whole.
 *
 * @param n       number of forecasts, at least 1
 * @param weights at least 0, one each, not all 0; equal if left out
 * @returns parts that sum to 1
 * @throws RangeError if there is no forecast, lengths differ, a weight is below 0 or not finite, or none is above 0
 * @see Stone (1961), Annals of Mathematical Statistics 32(4)
 * @example
 * [...poolWeights(2, [3, 1])] // => [0.75, 0.25]
 */
export function poolWeights(n: number, weights?: ArrayLike<number>): Float64Array {
  if (!(n > 0)) throw new RangeError(`poolWeights: n must be at least 1, got ${n}`)
  if (weights === undefined) return new Float64Array(n).fill(1 / n)
  if (weights.length !== n)
    throw new RangeError(`poolWeights: weights must be one each, got ${weights.length} for ${n}`)
  const given = Float64Array.from(weights)
  const total = given.reduce((sum, weight) => sum + weight, 0)
  if (given.some((weight) => !(weight >= 0)) || !(total > 0 && total < Number.POSITIVE_INFINITY))
    throw new RangeError('poolWeights: weights must be finite, at least 0, and not all 0')
  return given.map((weight) => weight / total)
}
