/**
 * Weighted median: the value below and above which at most half of the weight lies. Where one half of the weight ends exactly between
 * two values, their middle.
 *
 * @param values  at least one
 * @param weights at least 0, one each, not all 0
 * @throws RangeError if lengths differ, or no weight is above 0
 * @see Edgeworth (1888), Philosophical Magazine 25(154)
 * @example
 * weightedMedian([1, 2, 3], [1, 1, 5]) // => 3
 * weightedMedian([1, 2], [1, 1]) // => 1.5
 */
export function weightedMedian(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (values.length !== weights.length)
    throw new RangeError(`weightedMedian: weights must be one each, got ${weights.length}`)
  const order = Array.from({ length: values.length }, (_, at) => at)
    .filter((at) => (weights[at] ?? 0) > 0)
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const total = order.reduce((sum, at) => sum + (weights[at] ?? 0), 0)
  if (!(total > 0)) throw new RangeError('weightedMedian: weights must not all be 0')
  const half = total / 2
  const slack = total * 1e-12 // sums of weights are rounded
  let below = 0
  for (const [place, at] of order.entries()) {
    below += weights[at] ?? 0
    if (below < half - slack) continue
    const next = order[place + 1]
    const own = values[at] ?? 0
    return Math.abs(below - half) <= slack && next !== undefined ? (own + (values[next] ?? 0)) / 2 : own
  }
  return values[order.at(-1) ?? 0] ?? 0
}
