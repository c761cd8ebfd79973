/**
 * Pools probabilities by the mean of their log-odds, which is the geometric mean of their odds. It treats an event and its opposite
 * alike. One certainty decides alone, so certainties should first be softened (`softenCertainties`); certainties of both kinds
 * together leave nothing to pool.
 *
 * @param probabilities each in [0, 1], at least one
 * @param weights       at least 0, one each; equal if left out
 * @returns probability in [0, 1]
 * @throws RangeError if there is none, both 0 and 1 are among them, or no weight is above 0
 * @see Genest & Zidek (1986), Statistical Science 1(1), 118
 * @example
 * meanLogOdds([0.2, 0.8]) // => 0.5
 */
export function meanLogOdds(probabilities: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let sum = 0
  let total = 0
  for (let at = 0; at < probabilities.length; at++) {
    const p = probabilities[at] ?? 0
    const weight = weights?.[at] ?? 1
    if (!(p >= 0 && p <= 1)) throw new RangeError(`meanLogOdds: probabilities must lie in [0, 1], got ${p}`)
    if (weight === 0) continue
    sum += weight * Math.log(p / (1 - p))
    total += weight
  }
  if (!(total > 0)) throw new RangeError('meanLogOdds: probabilities must hold one that weighs something')
  if (Number.isNaN(sum)) throw new RangeError('meanLogOdds: probabilities must not hold both 0 and 1')
  return 1 / (1 + Math.exp(-sum / total))
}
