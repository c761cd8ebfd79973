import type { CountDistribution } from './count-distribution.ts'

/**
 * The distribution of a count as a sample has it; what is not whole is rounded, what is below 0 is 0.
 *
 * @param draws at least one number
 * @throws RangeError if there is none
 * @see Gneiting & Raftery (2007), JASA 102(477), 4.2
 * @example
 * empiricalCounts([0, 1, -2, 1.4]).cumulative // => Float64Array.of(0.5, 1)
 */
export function empiricalCounts(draws: ArrayLike<number>): CountDistribution {
  if (draws.length === 0) throw new RangeError('empiricalCounts: there must be a draw')
  const counts = new Int32Array(draws.length)
  let most = 0
  for (let at = 0; at < counts.length; at++) {
    const k = Math.floor((draws[at] ?? 0) + 0.5)
    counts[at] = k > 0 ? k : 0
    if (k > most) most = k
  }
  const cumulative = new Float64Array(most + 1)
  for (const k of counts) cumulative[k] = (cumulative[k] ?? 0) + 1
  let sum = 0
  for (let k = 0; k <= most; k++) {
    sum += cumulative[k] ?? 0
    cumulative[k] = sum / draws.length
  }
  return { cumulative }
}
