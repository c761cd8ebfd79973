import type { CountDistribution } from './count-distribution.ts'
import { logGamma } from './log-gamma.ts'

/** What is cut off the upper tail: it changes a score by less than the square of this times the scale of the count. */
const tail = 1e-7

/**
 * The negative binomial distribution: a Poisson count whose rate is gamma distributed.
 *
 * @param shape r, above 0; the larger, the nearer to Poisson
 * @param mean  above 0; the variance is mean + mean² / shape
 * @throws RangeError if shape or mean is not above 0
 * @see Greenwood & Yule (1920), Journal of the Royal Statistical Society 83(2); Johnson, Kemp & Kotz (2005), eq. 5.14
 * @example
 * negativeBinomial(1, 1).cumulative.slice(0, 3) // => Float64Array.of(0.5, 0.75, 0.875)
 */
export function negativeBinomial(shape: number, mean: number): CountDistribution {
  if (!(shape > 0 && mean > 0 && shape * mean < Number.POSITIVE_INFINITY))
    throw new RangeError(`negativeBinomial: shape and mean must be above 0, got ${shape} and ${mean}`)
  const q = mean / (mean + shape)
  const zero = -shape * Math.log1p(mean / shape)
  // where the chance of 0 is too small for a double, begin at the mode and go both ways
  const from = zero > -600 ? 0 : Math.max(0, Math.floor(((shape - 1) * mean) / shape))
  const mass: number[] = new Array(from + 1).fill(0)
  const start = Math.exp(from === 0 ? zero : logNegativeBinomial(from, shape, mean))
  let p = start
  for (let k = from; k > 0 && p > 1e-300; k--) {
    mass[k] = p
    p *= k / ((k - 1 + shape) * q)
  }
  if (from === 0 || p > 1e-300) mass[0] = p
  let sum = mass.reduce((all, one) => all + one, 0)
  p = start
  for (let k = from; 1 - sum > tail && k < from + 5_000_000; k++) {
    p *= ((k + shape) / (k + 1)) * q
    mass.push(p)
    sum += p
    if (p < 1e-12 * sum && k > mean) break // what is left of 1 is rounding
  }
  const cumulative = new Float64Array(mass.length)
  let total = 0
  for (let k = 0; k < mass.length; k++) {
    total += mass[k] ?? 0
    cumulative[k] = Math.min(1, total)
  }
  cumulative[mass.length - 1] = 1
  return { cumulative }
}

/**
 * Logarithm of the chance that a negative binomial count is y.
 *
 * @param y     a whole number, at least 0
 * @param shape r, above 0
 * @param mean  above 0
 * @see Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., eq. 5.14
 * @example
 * Math.exp(logNegativeBinomial(2, 1, 1)).toFixed(12) // => '0.125000000000'
 */
export function logNegativeBinomial(y: number, shape: number, mean: number): number {
  const base = -shape * Math.log1p(mean / shape)
  if (y === 0) return base
  return base + logRising(y, shape) + y * Math.log(mean / (mean + shape))
}

/** log Γ(r + y) / (Γ(r) y!); a product of few terms is faster, and as exact, as gammas. */
function logRising(y: number, shape: number): number {
  if (y > 16) return logGamma(shape + y) - logGamma(shape) - logGamma(y + 1)
  let product = 1
  for (let j = 0; j < y; j++) product *= (shape + j) / (j + 1)
  return Math.log(product)
}
