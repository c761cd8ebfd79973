/**
 * Continuous ranked probability score of a forecast given as a sample: the distance of the sample from what happened, less half of
 * the mean distance within the sample. It is the exact score of the empirical distribution, in n·log n steps; of a sample of one it is
 * the absolute error.
 *
 * @param sample  draws, at least one, in any order
 * @param outcome what happened, in the same unit
 * @returns score in that unit, at least 0; lower is better
 * @throws RangeError if the sample is empty
 * @see Gneiting & Raftery (2007), Journal of the American Statistical Association 102(477), eq. 21
 * @example
 * crpsOfSample([1, 3], 2) // => 0.5
 */
export function crpsOfSample(sample: ArrayLike<number>, outcome: number): number {
  const n = sample.length
  if (n === 0) throw new RangeError('crpsOfSample: sample must hold at least one draw, got none')
  const sorted = Float64Array.from(sample).sort()
  let away = 0
  let within = 0
  for (const [at, x] of sorted.entries()) {
    away += Math.abs(x - outcome)
    within += (2 * at + 1 - n) * x // Σᵢⱼ|xᵢ − xⱼ| = 2 Σᵢ(2i + 1 − n)·x₍ᵢ₎
  }
  return Math.max(0, away / n - within / (n * n))
}
