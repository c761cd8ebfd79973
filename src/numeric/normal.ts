const logRootTwoPi = 0.9189385332046727

/**
 * Logarithm of the standard normal distribution function, to full precision in both tails.
 *
 * @param z any number, or an infinity
 * @returns log Φ(z), natural
 * @throws RangeError if z is not a number
 * @see Abramowitz & Stegun (1964), 26.2.11 (series) and 26.2.14 (continued fraction of the tail)
 * @example
 * logNormalCdf(0) // => Math.log(0.5)
 * logNormalCdf(-40).toFixed(6) // => '-804.608442'
 */
export function logNormalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('logNormalCdf: z must be a number, got NaN')
  if (z < -2) return Math.log(tailOverDensity(-z)) - (z * z) / 2 - logRootTwoPi
  if (z > 2) return Math.log1p(-normalDensity(z) * tailOverDensity(z))
  return Math.log(0.5 + normalDensity(z) * oddSeries(z))
}

/**
 * The standard normal distribution function.
 *
 * @param z any number, or an infinity
 * @returns probability in [0, 1]
 * @see Abramowitz & Stegun (1964), 26.2.11 and 26.2.14
 * @example
 * normalCdf(0) // => 0.5
 * normalCdf(1.96).toFixed(6) // => '0.975002'
 */
export function normalCdf(z: number): number {
  if (z < -2) return normalDensity(z) * tailOverDensity(-z)
  if (z > 2) return 1 - normalDensity(z) * tailOverDensity(z)
  return 0.5 + normalDensity(z) * oddSeries(z)
}

/**
 * The standard normal density.
 *
 * @see Abramowitz & Stegun (1964), 26.2.1
 * @example
 * normalDensity(0).toFixed(6) // => '0.398942'
 */
export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2 - logRootTwoPi)
}

/**
 * Density over distribution function, φ(z)/Φ(z): the mean by which a probit outcome shifts its latent variable. It is
 * the inverse of Mills' ratio at −z, and nears −z far to the left.
 *
 * @param z any finite number
 * @see Mills (1926), Biometrika 18(3–4); Abramowitz & Stegun (1964), 26.2.14
 * @example
 * densityOverCdf(0).toFixed(6) // => '0.797885'
 * densityOverCdf(-1e9).toFixed(3) // => '1000000000.000'
 */
export function densityOverCdf(z: number): number {
  if (z < -2) return 1 / tailOverDensity(-z)
  return normalDensity(z) / normalCdf(z)
}

/** Mills' ratio (1 − Φ(t))/φ(t) for t ≥ 2: the continued fraction from its far end; terms suffice for 16 digits. */
function tailOverDensity(t: number): number {
  if (t > 1e8) return 1 / t
  let below = t
  for (let k = Math.ceil(20 + 500 / (t * t)); k > 0; k--) below = t + k / below
  return 1 / below
}

/** (Φ(z) − ½)/φ(z) = z + z³/3 + z⁵/15 + …, for |z| ≤ 2. */
function oddSeries(z: number): number {
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return sum
}
