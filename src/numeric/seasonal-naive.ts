import type { CountDistribution } from './count-distribution.ts'
import { empiricalCounts } from './empirical-counts.ts'
import type { MonthlyCounts } from './gamma-poisson.ts'

const year = 12

/**
 * Forecast of a count as that of the same month of the last year known, with the errors that this rule made before; null
 * where it made fewer than twelve.
 *
 * @param ahead months, at least 1
 * @throws RangeError if it is less than 1
 * @see Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5 (bootstrapped residuals)
 * @example
 * seasonalNaive(new Array(24).fill(3), 1)?.cumulative // => Float64Array.of(0, 0, 0, 1)
 */
export function seasonalNaive(counts: MonthlyCounts, ahead: number): CountDistribution | null {
  if (!(ahead >= 1)) throw new RangeError(`seasonalNaive: ahead must be at least 1, got ${ahead}`)
  let back = year * Math.ceil(ahead / year)
  const at = counts.length - 1 + ahead
  while (at - back >= 0 && (counts[at - back] ?? null) === null) back += year
  const base = counts[at - back] ?? null
  if (base === null) return null
  const draws = new Float64Array(Math.max(0, counts.length - back))
  let n = 0
  for (let month = back; month < counts.length; month++) {
    const [before, now] = [counts[month - back] ?? null, counts[month] ?? null]
    if (before !== null && now !== null) draws[n++] = base + now - before
  }
  return n < year ? null : empiricalCounts(draws.subarray(0, n))
}
