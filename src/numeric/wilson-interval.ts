import { normalQuantile } from './normal-quantile.ts'

/**
 * Interval of a share by the score method: it stays within [0, 1] and holds its level even for few cases and shares near 0 or 1.
 *
 * @param successes number, in [0, n]
 * @param n         number of cases, above 0
 * @param level     in (0, 1)
 * @returns lower and upper end, in [0, 1]
 * @throws RangeError if there is no case
 * @see Wilson (1927), Journal of the American Statistical Association 22(158); Brown, Cai & DasGupta (2001), Statistical Science 16(2)
 * @example
 * wilsonInterval(0, 10)[0] // => 0
 * wilsonInterval(5, 10).map((end) => end.toFixed(4)) // => ['0.2366', '0.7634']
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): [number, number] {
  if (!(n > 0)) throw new RangeError(`wilsonInterval: n must be above 0, got ${n}`)
  const z = normalQuantile((1 + level) / 2)
  const share = successes / n
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)]
}
