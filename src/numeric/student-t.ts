import { incompleteBeta, incompleteBetaInverse } from './incomplete-beta.ts'

/**
 * Share of Student's t distribution below t.
 *
 * @param degrees of freedom, above 0
 * @throws RangeError if degrees is not above 0
 * @see Student (1908), Biometrika 6(1); NIST DLMF 8.17
 * @example
 * studentT(0, 5) // => 0.5
 */
export function studentT(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`studentT: degrees must be above 0, got ${degrees}`)
  const tail = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/**
 * Quantile of Student's t distribution.
 *
 * @param p in (0, 1)
 * @throws RangeError if p or degrees lies outside
 * @see Student (1908), Biometrika 6(1)
 * @example
 * studentTQuantile(0.975, 10).toFixed(6) // => '2.228139'
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`studentTQuantile: p must lie in (0, 1), got ${p}`)
  if (!(degrees > 0)) throw new RangeError(`studentTQuantile: degrees must be above 0, got ${degrees}`)
  if (p === 0.5) return 0
  const x = incompleteBetaInverse(2 * Math.min(p, 1 - p), degrees / 2, 0.5)
  const t = Math.sqrt((degrees * (1 - x)) / x)
  return p > 0.5 ? t : -t
}
