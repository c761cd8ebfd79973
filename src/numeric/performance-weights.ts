/**
 * Weights of forecasters by their past scores, drawn towards equal weights where there are few: the better than the rest on the same
 * questions, the heavier. With no past all weigh the same.
 *
 * @param excess mean score of each less that of others on the same questions; lower is better, in [−1, 1] for Brier scores
 * @param counts on how many questions each rests
 * @param prior  number of questions that count as average, at least 0, so that little known is not much believed
 * @param sharpness how fast weight grows with skill, per unit of score
 * @returns weights above 0, 1 for who is as good as others
 * @throws RangeError if lengths differ
 * @see Cooke (1991), Experts in Uncertainty, ch. 12 (weights by performance); exponential form as Vovk (1990)
 * @example
 * [...performanceWeights([0, 0], [3, 0])] // => [1, 1]
 */
export function performanceWeights(
  excess: ArrayLike<number>,
  counts: ArrayLike<number>,
  prior = 5,
  sharpness = 10,
): Float64Array {
  if (excess.length !== counts.length)
    throw new RangeError(`performanceWeights: counts must be one each, got ${counts.length}`)
  return Float64Array.from({ length: excess.length }, (_, at) => {
    const n = counts[at] ?? 0
    return n === 0 ? 1 : Math.exp((-sharpness * (excess[at] ?? 0) * n) / (n + prior))
  })
}
