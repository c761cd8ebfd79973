/**
 * Isotonic regression by pooling adjacent violators: the values that do not fall and lie nearest to those given, in squared distance.
 *
 * @param values  in the order in which they must not fall
 * @param weights above 0, one each; equal if left out
 * @returns fitted values, not falling; each is the weighted mean of its block
 * @throws RangeError if lengths differ
 * @see Ayer, Brunk, Ewing, Reid & Silverman (1955), Annals of Mathematical Statistics 26(4)
 * @example
 * [...isotonicRegression([1, 3, 2])] // => [1, 2.5, 2.5]
 */
export function isotonicRegression(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const n = values.length
  if (weights !== undefined && weights.length !== n)
    throw new RangeError(`isotonicRegression: weights must be one each, got ${weights.length} for ${n}`)
  const level = new Float64Array(n)
  const weight = new Float64Array(n)
  const count = new Int32Array(n)
  let last = -1
  for (let at = 0; at < n; at++) {
    last++
    level[last] = values[at] ?? 0
    weight[last] = weights?.[at] ?? 1
    count[last] = 1
    while (last > 0 && (level[last - 1] ?? 0) >= (level[last] ?? 0)) {
      const [a, b] = [weight[last - 1] ?? 0, weight[last] ?? 0]
      level[last - 1] = (a * (level[last - 1] ?? 0) + b * (level[last] ?? 0)) / (a + b)
      weight[last - 1] = a + b
      count[last - 1] = (count[last - 1] ?? 0) + (count[last] ?? 0)
      last--
    }
  }
  const fitted = new Float64Array(n)
  for (let block = 0, at = 0; block <= last; block++)
    for (let left = count[block] ?? 0; left > 0; left--) fitted[at++] = level[block] ?? 0
  return fitted
}
