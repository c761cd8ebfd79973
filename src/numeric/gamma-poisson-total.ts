import type { CountDistribution } from './count-distribution.ts'
import { empiricalCounts } from './empirical-counts.ts'
import { beliefAhead, followCounts, type GammaPoissonPrior, type MonthlyCounts } from './gamma-poisson.ts'
import type { Random } from './random.ts'

/**
 * The distribution of the sum of the counts of the next months, by simulation: a month is drawn from its forecast, counted
 * as seen, and the next is drawn.
 *
 * @param months at least 1
 * @param paths  simulated sums
 * @throws RangeError if there is no month or no path
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), section 2: the joint forecast is the product
 *   of one-step forecasts
 * @example
 * gammaPoissonTotal([0, 0], { shape: 1, rate: 1, longMemory: 1, spread: 1, discount: 1 }, 3, 100, () => 0.1).cumulative[0] // => 1
 */
export function gammaPoissonTotal(
  counts: MonthlyCounts,
  prior: GammaPoissonPrior,
  months: number,
  paths: number,
  random: Random,
): CountDistribution {
  if (!(months >= 1 && paths >= 1))
    throw new RangeError(`gammaPoissonTotal: months and paths must be at least 1, got ${months} and ${paths}`)
  const start = followCounts(counts, prior)
  const totals = new Float64Array(paths)
  for (let path = 0; path < paths; path++) {
    let beliefs = start
    let total = 0
    for (let month = 0; month < months; month++) {
      const { shape, rate } = beliefAhead(beliefs, prior, 1)
      const count = drawCount(shape, shape / rate, random)
      total += count
      beliefs = followCounts([count], prior, beliefs)
    }
    totals[path] = total
  }
  return empiricalCounts(totals)
}

/**
 * A negative binomial count, by inversion; where the chance of 0 is too small for that, by a normal approximation.
 *
 * @param shape above 0
 * @param mean  above 0
 * @see Devroye (1986), Non-Uniform Random Variate Generation, III.2
 * @example
 * drawCount(1, 1, () => 0.6) // => 1
 */
export function drawCount(shape: number, mean: number, random: Random): number {
  const zero = -shape * Math.log1p(mean / shape)
  const u = random()
  if (zero < -600) {
    const normal = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * random())
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean + (mean * mean) / shape)))
  }
  const q = mean / (mean + shape)
  let p = Math.exp(zero)
  let sum = p
  let k = 0
  while (sum < u && (k <= mean || p > 1e-18)) {
    p *= ((k + shape) / (k + 1)) * q
    sum += p
    k++
  }
  return k
}
