/**
 * Weighted median: the value below and above which at most half of the weight lies. Where one half of the weight ends exactly between
 * two values, their middle.
 *
 * @param values  at least one
 * @param weights at least 0, one each, not all 0
 * @param order   places of the values in ascending order, where many weights are tried on the same values; found if left out
 * @throws RangeError if lengths differ, or no weight is above 0
 * @see Edgeworth (1888), Philosophical Magazine 25(154)
 * @example
 * weightedMedian([1, 2, 3], [1, 1, 5]) // => 3
 * weightedMedian([1, 2], [1, 1]) // => 1.5
 */
export function weightedMedian(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  order: ArrayLike<number> = ascending(values),
): number {
  if (values.length !== weights.length)
    throw new RangeError(`weightedMedian: weights must be one each, got ${weights.length}`)
  let total = 0
  for (let place = 0; place < order.length; place++) total += weights[order[place] ?? 0] ?? 0
  if (!(total > 0)) throw new RangeError('weightedMedian: weights must not all be 0')
  const half = total / 2
  const slack = total * 1e-12 // sums of weights are rounded
  let below = 0
  let lower: number | undefined // the value at which one half of the weight ends
  for (let place = 0; place < order.length; place++) {
    const at = order[place] ?? 0
    const weight = weights[at] ?? 0
    if (weight <= 0) continue
    const value = values[at] ?? 0
    if (lower !== undefined) return (lower + value) / 2
    below += weight
    if (below > half + slack) return value
    if (below >= half - slack) lower = value
  }
  return lower ?? 0
}

/**
 * Places of values in ascending order; equal ones keep theirs.
 *
 * @see Edgeworth (1888), Philosophical Magazine 25(154): the order in which weight is counted
 * @example
 * [...ascending([3, 1, 2])] // => [1, 2, 0]
 */
export function ascending(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, at) => at).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  )
}
