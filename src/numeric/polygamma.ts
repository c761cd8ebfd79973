const shift = 12 // beyond it the asymptotic series gives 14 digits

/**
 * Digamma: the derivative of the logarithm of the gamma function.
 *
 * @param x above 0
 * @throws RangeError if x is not above 0
 * @see Abramowitz & Stegun (1964), 6.3.5 and 6.3.18
 * @example
 * digamma(1).toFixed(10) // => '-0.5772156649'
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma: x must be above 0, got ${x}`)
  let [y, sum] = [x, 0]
  for (; y < shift; y++) sum -= 1 / y
  const s = 1 / (y * y)
  return sum + Math.log(y) - 0.5 / y - s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s / 132))))
}

/**
 * Trigamma: the second derivative of the logarithm of the gamma function; the variance of the logarithm of a gamma variable.
 *
 * @param x above 0
 * @throws RangeError if x is not above 0
 * @see Abramowitz & Stegun (1964), 6.4.6 and 6.4.12
 * @example
 * (trigamma(1) - Math.PI ** 2 / 6).toFixed(10) // => '0.0000000000'
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`trigamma: x must be above 0, got ${x}`)
  let [y, sum] = [x, 0]
  for (; y < shift; y++) sum += 1 / (y * y)
  const s = 1 / (y * y)
  return sum + 1 / y + s / 2 + (s / y) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - (s * 5) / 66))))
}
