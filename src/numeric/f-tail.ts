import { incompleteBeta } from './incomplete-beta.ts'

/**
 * Share of the F distribution above f: the p-value of an analysis of variance.
 *
 * @param f 0 or more
 * @param a degrees of freedom of the numerator, above 0
 * @param b degrees of freedom of the denominator, above 0
 * @throws RangeError if f, a or b lies outside
 * @see Snedecor (1934); NIST DLMF 8.17
 * @example
 * fTail(3.3258, 5, 10).toFixed(4) // => '0.0500'
 */
export function fTail(f: number, a: number, b: number): number {
  if (!(f >= 0 && a > 0 && b > 0))
    throw new RangeError(`fTail: f, a and b must be positive, got ${f}, ${a}, ${b}`)
  return incompleteBeta(b / (b + a * f), b / 2, a / 2)
}
