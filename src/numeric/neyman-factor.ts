/**
 * How far the mean log-odds of n forecasters should be extremized in the worst case over how they share what they know. It grows with n
 * from 1 towards √3.
 *
 * @param n number of forecasters, at least 1
 * @returns factor by which the mean log-odds are multiplied
 * @throws RangeError if `n` is below 1
 * @see Neyman & Roughgarden (2021), Proceedings of EC '21, theorem 5.1
 * @example
 * neymanFactor(1) // => 1
 * neymanFactor(2).toFixed(6) // => '1.291503'
 */
export function neymanFactor(n: number): number {
  if (!(n >= 1)) throw new RangeError(`neymanFactor: n must be at least 1, got ${n}`)
  return (n * (Math.sqrt(3 * n * n - 3 * n + 1) - 2)) / (n * n - n - 1)
}
