/** The distribution of a count that is not known yet: how likely it is to be k or less. */
export interface CountDistribution {
  /** [k] chance in [0, 1] that the count is k or less, for k = 0, 1, …; the last is 1 */
  readonly cumulative: Float64Array
}

/**
 * The smallest count that is not exceeded with a chance of p.
 *
 * @param p in [0, 1]
 * @throws RangeError if p lies outside
 * @see Hyndman & Fan (1996), The American Statistician 50(4), definition 1
 * @example
 * countQuantile({ cumulative: Float64Array.of(0.2, 0.6, 1) }, 0.5) // => 1
 */
export function countQuantile({ cumulative }: CountDistribution, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`countQuantile: p must lie in [0, 1], got ${p}`)
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 1) >= p) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The chance, in [0, 1], that the count is k or more.
 *
 * @param k a whole number
 * @see Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., 1.2.1
 * @example
 * chanceOfAtLeast({ cumulative: Float64Array.of(0.25, 0.75, 1) }, 1) // => 0.75
 */
export function chanceOfAtLeast({ cumulative }: CountDistribution, k: number): number {
  if (k <= 0) return 1
  return 1 - (cumulative[k - 1] ?? 1)
}

/**
 * The mean of a count: the sum of the chances that it is 1 or more, 2 or more, …
 *
 * @see Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., 1.2.4
 * @example
 * countMean({ cumulative: Float64Array.of(0.25, 0.75, 1) }) // => 1
 */
export function countMean({ cumulative }: CountDistribution): number {
  let sum = 0
  for (const at of cumulative) sum += 1 - at
  return sum
}
