/**
 * Brier score of one probabilistic forecast over mutually exclusive outcomes, in its original form: the squared distance between the
 * forecast and what happened, summed over outcomes. 0 is perfect, 2 is certainty in the wrong outcome; for two outcomes it is
 * twice `binaryBrierScore`.
 *
 * @param forecast probabilities, one per outcome, each in [0, 1], summing to 1
 * @param outcome  index of the outcome that happened, 0-based
 * @returns score in [0, 2], unitless; lower is better
 * @throws RangeError if `outcome` is not an index of `forecast`, or a probability lies outside [0, 1]
 * @see Brier (1950), Monthly Weather Review 78(1), eq. 2
 * @example
 * brierScore([1, 0], 0) // => 0
 * brierScore([1, 0], 1) // => 2
 */
export function brierScore(forecast: ArrayLike<number>, outcome: number): number {
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= forecast.length)
    throw new RangeError(`brierScore: outcome must be an index of forecast, got ${outcome}`)
  let score = 0
  for (let at = 0; at < forecast.length; at++) {
    const p = forecast[at] ?? 0
    if (!(p >= 0 && p <= 1)) throw new RangeError(`brierScore: forecast must lie in [0, 1], got ${p}`)
    score += (p - (at === outcome ? 1 : 0)) ** 2
  }
  return score
}
