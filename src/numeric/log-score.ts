/**
 * Logarithmic score of a forecast: minus the natural logarithm of the probability given to what happened. It is strictly proper and
 * looks at no other outcome; certainty in the wrong outcome scores infinity.
 *
 * @param probability that was given to the outcome that happened, in [0, 1]
 * @returns score in [0, ∞], nats; lower is better
 * @throws RangeError if the probability lies outside [0, 1]
 * @see Good (1952), Journal of the Royal Statistical Society B 14(1), 112
 * @example
 * logScore(1) // => 0
 * logScore(0.5) // => Math.LN2
 */
export function logScore(probability: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`logScore: probability must lie in [0, 1], got ${probability}`)
  return probability === 1 ? 0 : -Math.log(probability)
}
