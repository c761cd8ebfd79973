import type { CountDistribution } from './count-distribution.ts'
import { empiricalCounts } from './empirical-counts.ts'
import { type Smoothing, smooth } from './exponential-smoothing.ts'
import type { MonthlyCounts } from './gamma-poisson.ts'
import type { Random } from './random.ts'

/** Errors that are drawn from: the last ten years, so that what was long ago does not widen what is told of now. */
const remembered = 120

/**
 * Forecasts of the counts of the next months: paths of the smoothing whose errors are drawn from those it made; what is not
 * whole is rounded, what is below 0 is 0.
 *
 * @param ahead months, at least 1
 * @param paths simulated paths
 * @returns [months ahead − 1]
 * @throws RangeError if there is no month, no path or no count
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, 6.1 (simulated from ordinary bootstrap)
 * @example
 * smoothingForecast([5], { season: 'none', alpha: 0.5, gamma: 0, level: 5, seasons: [], sse: 0, aicc: 0 }, 1, 1, () => 0)[0]?.cumulative[5] // => 1
 */
export function smoothingForecast(
  counts: MonthlyCounts,
  smoothing: Smoothing,
  ahead: number,
  paths: number,
  random: Random,
): readonly CountDistribution[] {
  const { level, seasons, errors } = smooth(counts, smoothing)
  if (!(ahead >= 1 && paths >= 1) || errors.length === 0)
    throw new RangeError('smoothingForecast: there must be a month, a path and a count')
  const pool = errors.slice(-remembered)
  const drawn = Array.from({ length: ahead }, () => new Float64Array(paths))
  for (let path = 0; path < paths; path++) {
    let now = level
    for (let month = 0; month < ahead; month++) {
      const error = pool[Math.floor(random() * pool.length)] ?? 0
      const to = drawn[month]
      // beyond a year a season is its last estimate: what the path adds to it is left out
      if (to !== undefined) to[path] = now + (seasons[month % 12] ?? 0) + error
      now += smoothing.alpha * error
    }
  }
  return drawn.map(empiricalCounts)
}
