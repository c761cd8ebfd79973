import { normalCdf, normalDensity } from './normal.ts'

/**
 * Quantile of the standard normal distribution: a rational approximation, then two Newton steps.
 *
 * @param p in (0, 1)
 * @throws RangeError if p lies outside
 * @see Abramowitz & Stegun (1964), 26.2.23 for the start
 * @example
 * normalQuantile(0.975).toFixed(9) // => '1.959963985'
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile: p must lie in (0, 1), got ${p}`)
  if (p > 0.5) return -normalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  let z =
    -t + (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 4; step++) {
    const error = (normalCdf(z) - p) / normalDensity(z)
    z -= error / (1 + (z * error) / 2)
  }
  return z
}
