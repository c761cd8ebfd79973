import { incompleteBetaInverse } from './incomplete-beta.ts'

/**
 * Quantile of the F distribution.
 *
 * @param p in [0, 1)
 * @param a degrees of freedom of the numerator, above 0
 * @param b degrees of freedom of the denominator, above 0
 * @throws RangeError if p, a or b lies outside
 * @see Snedecor (1934); NIST DLMF 8.17
 * @example
 * fQuantile(0.95, 5, 10).toFixed(4) // => '3.3258'
 */
export function fQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`fQuantile: p must lie in [0, 1), got ${p}`)
  const x = incompleteBetaInverse(p, a / 2, b / 2)
  return (b * x) / (a * (1 - x))
}
