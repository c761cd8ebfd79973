/**
 * Skill score: the share of a reference's score that a forecast saves. 1 is perfect, 0 as good as the reference, below 0 worse. For
 * scores of which 0 is perfect and lower is better. Undefined against a perfect reference.
 *
 * @param score     mean score of the forecasts
 * @param reference mean score of the reference (a base rate, a statistical baseline) on the same questions
 * @returns skill in [−∞, 1], or null where the reference is perfect
 * @see Murphy (1973), Journal of Applied Meteorology 12(4); Wilks (2011), eq. 8.4
 * @example
 * skillScore(0.13, 0.25) // => 0.48
 * skillScore(0.1, 0) // => null
 */
export function skillScore(score: number, reference: number): number | null {
  return reference > 0 ? 1 - score / reference : null
}
