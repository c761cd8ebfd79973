import type { CountDistribution } from './count-distribution.ts'

/**
 * Continuous ranked probability score of a forecast count: the sum over k of (F(k) − 1 if y ≤ k)². In the unit of the count;
 * smaller is better; of a certain forecast it is the absolute error.
 *
 * @param y what came, a whole number, at least 0
 * @throws RangeError if y is no whole number of at least 0
 * @see Gneiting & Raftery (2007), JASA 102(477), eq. 20; for counts Wei & Held (2014), TEST 23(4), eq. 3
 * @example
 * countCrps({ cumulative: Float64Array.of(0, 0, 1) }, 5) // => 3
 */
export function countCrps({ cumulative }: CountDistribution, y: number): number {
  if (!(Number.isInteger(y) && y >= 0))
    throw new RangeError(`countCrps: y must be a whole number of at least 0, got ${y}`)
  const known = cumulative.length
  let sum = Math.max(0, y - known)
  for (let k = 0; k < known; k++) {
    const away = (cumulative[k] ?? 1) - (k >= y ? 1 : 0)
    sum += away * away
  }
  return sum
}
