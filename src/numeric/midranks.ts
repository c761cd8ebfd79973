/**
 * Ranks of a stretch of values, 1 the lowest; equals share the mean of their ranks. Not a number stays not a number.
 *
 * @param from   holds `count` values from `start` on; not a number where missing
 * @param to     receives the ranks at the same places; may be `from`
 * @param sorted room for `count` numbers
 * @returns how many values were known
 * @throws RangeError never
 * @see Kendall (1945), Biometrika 33(3), on ties
 * @example
 * midranks(Float64Array.of(3, 1, 3), 0, 3, new Float64Array(3), new Float64Array(3)) // => 3
 */
export function midranks(
  from: Float64Array,
  start: number,
  count: number,
  to: Float64Array,
  sorted: Float64Array,
): number {
  const known = sortedKnown(from, start, count, sorted)
  for (let at = start; at < start + count; at++) {
    const value = from[at] ?? Number.NaN
    if (Number.isNaN(value)) to[at] = value
    else {
      const below = firstFrom(sorted, known, value, false)
      const upTo = firstFrom(sorted, known, value, true)
      to[at] = (below + upTo + 1) / 2
    }
  }
  return known
}

/**
 * The known values of a stretch in ascending order, at the beginning of `sorted`.
 *
 * @returns how many there are
 * @throws RangeError never
 * @see ECMA-262, section 23.2.3.29: typed arrays sort by number
 * @example
 * sortedKnown(Float64Array.of(3, NaN, 1), 0, 3, new Float64Array(3)) // => 2
 */
export function sortedKnown(from: Float64Array, start: number, count: number, sorted: Float64Array): number {
  let known = 0
  for (let at = start; at < start + count; at++) {
    const value = from[at] ?? Number.NaN
    if (!Number.isNaN(value)) sorted[known++] = value
  }
  sorted.subarray(0, known).sort()
  return known
}

/** Place of the first that is not below the value, or that is above it. */
function firstFrom(sorted: Float64Array, known: number, value: number, above: boolean): number {
  let low = 0
  let high = known
  while (low < high) {
    const middle = (low + high) >>> 1
    const here = sorted[middle] ?? 0
    if (here < value || (above && here === value)) low = middle + 1
    else high = middle
  }
  return low
}
