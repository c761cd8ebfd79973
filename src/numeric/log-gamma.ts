const coefficients = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/**
 * Natural logarithm of the gamma function.
 *
 * @param x above 0
 * @returns to about 14 digits
 * @throws RangeError if x is not above 0
 * @see Lanczos (1964), SIAM Journal on Numerical Analysis B 1; coefficients for g = 7, n = 9 by Godfrey (2001)
 * @example
 * Math.abs(logGamma(5) - Math.log(24)) < 1e-14 // => true
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma: x must be above 0, got ${x}`)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const y = x - 1
  let sum = coefficients[0] ?? 0
  for (let at = 1; at < coefficients.length; at++) sum += (coefficients[at] ?? 0) / (y + at)
  const t = y + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}
