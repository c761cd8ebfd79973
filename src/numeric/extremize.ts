/**
 * Moves a pooled probability away from ½: its odds raised to a power. Forecasters share part of what they know, so a mean of theirs is
 * less sure than all of it together would be.
 *
 * @param probability in [0, 1]
 * @param a           power of the odds: above 1 extremizes, below 1 moderates, above 0
 * @returns probability in [0, 1]
 * @throws RangeError if a value lies outside its range
 * @see Baron, Mellers, Tetlock, Stone & Ungar (2014), Decision Analysis 11(2), eq. 1
 * @example
 * extremize(0.6, 2).toFixed(10) // => '0.6923076923'
 * extremize(0.5, 2.5) // => 0.5
 */
export function extremize(probability: number, a: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`extremize: probability must lie in [0, 1], got ${probability}`)
  if (!(a > 0)) throw new RangeError(`extremize: a must be above 0, got ${a}`)
  if (probability === 0 || probability === 1) return probability
  return 1 / (1 + ((1 - probability) / probability) ** a)
}
