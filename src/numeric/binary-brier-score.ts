/**
 * Brier score of the probability of one event, in the half form that most tournaments report: the squared distance of the probability
 * from 0 or 1. 0 is perfect, 1 is certainty in the wrong outcome; a constant ½ scores 0.25. The original form of 1950 counts both
 * outcomes and is twice as large.
 *
 * @param probability of the event, in [0, 1]
 * @param happened    whether the event happened
 * @returns score in [0, 1], unitless; lower is better
 * @throws RangeError if the probability lies outside [0, 1]
 * @see Brier (1950), Monthly Weather Review 78(1), eq. 2, halved
 * @example
 * binaryBrierScore(0.75, true) // => 0.0625
 */
export function binaryBrierScore(probability: number, happened: boolean): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`binaryBrierScore: probability must lie in [0, 1], got ${probability}`)
  return (probability - (happened ? 1 : 0)) ** 2
}
