/**
 * Adjusted p-values that control the false discovery rate: rejecting those at most q keeps the expected share of false
 * alarms among all alarms at most q, for independent or positively dependent tests.
 *
 * @param pValues [n] each in [0, 1], in any order
 * @returns [n] adjusted p-values in [0, 1], in the order given; none is smaller than its p-value
 * @throws RangeError if a p-value lies outside [0, 1]
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1), section 3.1
 * @example
 * benjaminiHochberg([0.01, 0.5, 0.03]).map((p) => p.toFixed(3)) // => ['0.030', '0.500', '0.045']
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const n = pValues.length
  const order = pValues
    .map((p, at) => {
      if (!(p >= 0 && p <= 1))
        throw new RangeError(`benjaminiHochberg: p-values must lie in [0, 1], got ${p}`)
      return { p, at }
    })
    .sort((a, b) => b.p - a.p)
  const adjusted = new Array<number>(n).fill(1)
  let least = 1
  for (const [behind, { p, at }] of order.entries()) {
    least = Math.min(least, (p * n) / (n - behind))
    adjusted[at] = least
  }
  return adjusted
}
