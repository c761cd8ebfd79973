/**
 * Interval of the mean of a Poisson count, by inversion of the score test.
 *
 * @param count what was counted, 0 or more
 * @param z     normal quantile: 1.959964 for 95 %
 * @returns lower and upper bound of the mean, in the unit of the count
 * @throws RangeError if count or z is negative
 * @see Barker (2002), The American Statistician 56(2), "scores" interval
 * @example
 * poissonInterval(4).map((bound) => bound.toFixed(2)) // => ['1.56', '10.29']
 */
export function poissonInterval(count: number, z = 1.959964): readonly [number, number] {
  if (!(count >= 0)) throw new RangeError(`poissonInterval: count must be 0 or more, got ${count}`)
  if (!(z >= 0)) throw new RangeError(`poissonInterval: z must be 0 or more, got ${z}`)
  const middle = count + (z * z) / 2
  const half = z * Math.sqrt(count + (z * z) / 4)
  return [Math.max(0, middle - half), middle + half]
}
