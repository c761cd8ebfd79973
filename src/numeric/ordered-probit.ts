import { fastLogCdf } from './mills-ratio.ts'

const rootTwoPi = Math.sqrt(2 * Math.PI)

/** Log probability of a latent normal falling into (a, b], with the densities at both ends over it. */
export interface IntervalTerms {
  logP: number
  /** φ(a)/P, 0 where a is −∞ */
  low: number
  /** φ(b)/P, 0 where b is +∞ */
  high: number
}

/**
 * log(Φ(b) − Φ(a)), without loss in the tails.
 *
 * @throws RangeError never; −∞ where b ≤ a
 * @see Johnson & Albert (1999), Ordinal Data Modeling, eq. 4.3
 * @example
 * logInterval(-Infinity, 0) // => Math.log(0.5)
 */
export function logInterval(a: number, b: number): number {
  if (!(b > a)) return Number.NEGATIVE_INFINITY
  if (b === Number.POSITIVE_INFINITY) return fastLogCdf(-a)
  if (a === Number.NEGATIVE_INFINITY) return fastLogCdf(b)
  if (a > 0) return logInterval(-b, -a)
  const high = fastLogCdf(b)
  return high + Math.log1p(-Math.exp(fastLogCdf(a) - high))
}

/**
 * The same, with what its derivatives need, written into `terms`.
 *
 * @see Johnson & Albert (1999), Ordinal Data Modeling, section 4.3
 * @example
 * intervalTerms(-Infinity, 0, { logP: 0, low: 0, high: 0 }).high.toFixed(6) // => '0.797885'
 */
export function intervalTerms(a: number, b: number, terms: IntervalTerms): IntervalTerms {
  const logP = logInterval(a, b)
  terms.logP = logP
  terms.low = a === Number.NEGATIVE_INFINITY ? 0 : Math.exp(-(a * a) / 2 - logP) / rootTwoPi
  terms.high = b === Number.POSITIVE_INFINITY ? 0 : Math.exp(-(b * b) / 2 - logP) / rootTwoPi
  return terms
}
