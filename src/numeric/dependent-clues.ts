/** Probabilities of finding neither, only the second, only the first, or both of two clues. */
export interface JointClues {
  readonly neither: number
  readonly secondOnly: number
  readonly firstOnly: number
  readonly both: number
}

/**
 * Joint distribution of two clues that need not be independent, from the probability of each and their
 * correlation under one hypothesis.
 *
 * @param first       P(E1|H), in [0, 1]
 * @param second      P(E2|H), in [0, 1]
 * @param correlation phi coefficient of the two under H, in [-1, 1]
 * @returns four probabilities that sum to 1
 * @throws RangeError if the correlation is impossible for these probabilities
 * @see Blair, Coppock & Humphreys (2023), Research Design in the Social Sciences, §16.1 (process tracing)
 * @example
 * jointClues(0.5, 0.5, 1).both // => 0.5
 */
export function jointClues(first: number, second: number, correlation: number): JointClues {
  const shared = correlation * Math.sqrt(first * (1 - first) * second * (1 - second))
  const both = first * second + shared
  const joint = {
    neither: 1 - first - second + both,
    secondOnly: second - both,
    firstOnly: first - both,
    both,
  }
  const tiny = -1e-12 // rounding of the four differences
  if (Object.values(joint).some((p) => !(p >= tiny)))
    throw new RangeError(
      `jointClues: correlation must be possible for ${first} and ${second}, got ${correlation}`,
    )
  return joint
}
