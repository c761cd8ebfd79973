import { peerScores } from './peer-scores.ts'

/** A forecast that stood from one time until another. */
export interface Standing {
  readonly forecaster: number
  /** probability that was given to the outcome that happened, in (0, 1] */
  readonly probability: number
  readonly from: number
  readonly until: number
}

/** A peer score averaged over time, and the share of the time for which the forecaster had a forecast. */
export interface StandingPeerScore {
  readonly score: number
  readonly coverage: number
}

/**
 * Peer scores averaged over the open time of a question: at each moment those who stand are compared with one another, and who does not
 * stand scores 0. So nobody gains by joining late, when more is known: one is compared only with those who know the same, and earns
 * nothing for the time before.
 *
 * @param standing    forecasts with the times between which they stood; those of one forecaster do not overlap
 * @param forecasters how many there are; `forecaster` is an index below it
 * @param from        when the question opened, in any unit of time
 * @param until       when it closed, or the outcome became known; later than `from`
 * @throws RangeError if the question is not open for a time
 * @see Metaculus, scoring/score_math.py, evaluate_forecasts_peer_accuracy
 * @example
 * standingPeerScores([{ forecaster: 0, probability: 0.5, from: 0, until: 4 }], 1, 0, 8) // => [{ score: 0, coverage: 0.5 }]
 */
export function standingPeerScores(
  standing: readonly Standing[],
  forecasters: number,
  from: number,
  until: number,
): StandingPeerScore[] {
  if (!(until > from)) throw new RangeError(`standingPeerScores: until must be later than from, got ${until}`)
  const inside = standing
    .map((one) => ({ ...one, from: Math.max(from, one.from), until: Math.min(until, one.until) }))
    .filter((one) => one.until > one.from)
  const times = [...new Set(inside.flatMap((one) => [one.from, one.until]))].toSorted((a, b) => a - b)
  const score = new Float64Array(forecasters)
  const covered = new Float64Array(forecasters)
  for (const [at, begin] of times.slice(0, -1).entries()) {
    const length = ((times[at + 1] ?? begin) - begin) / (until - from)
    const now = inside.filter((one) => one.from <= begin && one.until > begin)
    const scores = peerScores(now.map(({ probability }) => probability))
    for (const [i, { forecaster }] of now.entries()) {
      score[forecaster] = (score[forecaster] ?? 0) + length * (scores[i] ?? 0)
      covered[forecaster] = (covered[forecaster] ?? 0) + length
    }
  }
  return Array.from(score, (value, i) => ({ score: value, coverage: covered[i] ?? 0 }))
}
