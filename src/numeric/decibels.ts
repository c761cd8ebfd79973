/**
 * A ratio in decibels: ten times its decimal logarithm. Weights of evidence add in decibels.
 *
 * @param ratio a ratio of two probabilities, in [0, ∞]
 * @returns weight in dB; -Infinity for 0, Infinity for ∞
 * @throws RangeError if `ratio` is negative or not a number
 * @see Good (1985), Weight of Evidence: A Brief Survey; Fairfield & Charman (2017), Political Analysis 25(3), eq. 5
 * @example
 * decibels(100) // => 20
 */
export function decibels(ratio: number): number {
  if (!(ratio >= 0)) throw new RangeError(`decibels: ratio must be at least 0, got ${ratio}`)
  return 10 * Math.log10(ratio)
}

/**
 * The ratio that a weight in decibels stands for.
 *
 * @param weightDb weight in dB
 * @returns ratio in [0, ∞]
 * @see Good (1985), Weight of Evidence: A Brief Survey
 * @example
 * ratioOfDecibels(20) // => 100
 */
export function ratioOfDecibels(weightDb: number): number {
  return 10 ** (weightDb / 10)
}
