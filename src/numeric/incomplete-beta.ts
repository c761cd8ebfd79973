import { logGamma } from './log-gamma.ts'

/**
 * Regularized incomplete beta function I_x(a, b): the share of a beta distribution below x.
 *
 * @param x in [0, 1]
 * @param a above 0
 * @param b above 0
 * @returns share in [0, 1], to about 14 digits
 * @throws RangeError if x, a or b lies outside
 * @see DiDonato & Morris (1992), ACM TOMS 18(3); continued fraction of NIST DLMF 8.17.22, by Lentz's method
 * @example
 * incompleteBeta(0.5, 2, 2).toFixed(12) // => '0.500000000000'
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta: x must lie in [0, 1], got ${x}`)
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta: a and b must be above 0, got ${a} and ${b}`)
  if (x === 0 || x === 1) return x
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return front * continuedFraction(x, a, b)
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const from = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / from(1 - ((a + b) * x) / (a + 1))
  let sum = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / from(1 + even * d)
    c = from(1 + even / c)
    sum *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / from(1 + odd * d)
    c = from(1 + odd / c)
    const step = d * c
    sum *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return sum
}

/**
 * The x at which I_x(a, b) = p.
 *
 * @param p in [0, 1]
 * @throws RangeError if p, a or b lies outside
 * @see bisection on `incompleteBeta`; NIST DLMF 8.17
 * @example
 * incompleteBetaInverse(0.5, 3, 3).toFixed(12) // => '0.500000000000'
 */
export function incompleteBetaInverse(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`incompleteBetaInverse: p must lie in [0, 1], got ${p}`)
  if (p === 0 || p === 1) return p
  let low = 0
  let high = 1
  for (let step = 0; step < 200 && high > low; step++) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) break
    if (incompleteBeta(middle, a, b) < p) low = middle
    else high = middle
  }
  return Math.abs(incompleteBeta(low, a, b) - p) <= Math.abs(incompleteBeta(high, a, b) - p) ? low : high
}
