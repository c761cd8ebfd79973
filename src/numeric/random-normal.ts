import type { Random } from './random.ts'

/**
 * A source of standard normal numbers.
 *
 * @see Marsaglia & Bray (1964), SIAM Review 6(3), the polar method
 * @example
 * Number.isFinite(randomNormal(() => 0.3)()) // => true
 */
export function randomNormal(next: Random): () => number {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const value = spare
      spare = Number.NaN
      return value
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }
}

/**
 * One number of the gamma distribution with scale 1.
 *
 * @param shape at least 1
 * @throws RangeError if shape is below 1
 * @see Marsaglia & Tsang (2000), ACM TOMS 26(3)
 * @example
 * randomGamma(2, () => 0.5, () => 0).toFixed(4) // => '1.6667'
 */
export function randomGamma(shape: number, next: Random, normal: () => number): number {
  if (!(shape >= 1)) throw new RangeError(`randomGamma: shape must be at least 1, got ${shape}`)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(1 - next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
