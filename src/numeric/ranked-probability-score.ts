/**
 * Ranked probability score of a forecast over ordered outcomes: the squared distance of the cumulated probabilities from what happened,
 * divided by the number of cut points, so that near misses count less and scores of questions with few and many bins compare. With two
 * outcomes it is `binaryBrierScore`.
 *
 * @param forecast probabilities of outcomes in ascending order, at least two, summing to 1
 * @param outcome  index of the outcome that happened, 0-based
 * @returns score in [0, 1], unitless; lower is better
 * @throws RangeError if there are fewer than two outcomes or `outcome` is not an index
 * @see Epstein (1969), Journal of Applied Meteorology 8(6); Wilks (2011), Statistical Methods in the Atmospheric Sciences, eq. 8.52,
 *   divided by K − 1 as `verification::rps`
 * @example
 * rankedProbabilityScore([0.2, 0.5, 0.3], 0).toFixed(3) // => '0.365'
 */
export function rankedProbabilityScore(forecast: ArrayLike<number>, outcome: number): number {
  const cuts = forecast.length - 1
  if (cuts < 1) throw new RangeError('rankedProbabilityScore: forecast must hold at least two outcomes')
  if (!Number.isInteger(outcome) || outcome < 0 || outcome > cuts)
    throw new RangeError(`rankedProbabilityScore: outcome must be an index of forecast, got ${outcome}`)
  let below = 0
  let sum = 0
  for (let cut = 0; cut < cuts; cut++) {
    below += forecast[cut] ?? 0
    sum += (below - (outcome <= cut ? 1 : 0)) ** 2
  }
  return sum / cuts
}
