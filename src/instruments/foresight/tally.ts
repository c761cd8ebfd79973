import type { Stand, Timeline } from './standing.ts'

/** Days before the answer is known at which one horizon ends and the next begins. */
export const horizonDays = [30, 90, 365] as const

/** What one person did on one question at one horizon: sums over the open time, of which 1 is the whole. */
export interface Tally {
  readonly question: string
  readonly topics: readonly string[]
  readonly illustrative: boolean
  readonly assessor: string
  readonly agency: string | null
  /** index of the horizon: 0 nearest */
  readonly horizon: number
  /** share of the open time */
  readonly weight: number
  readonly loss: number
  /** minus the logarithm of the chance given to what happened; infinite if none was given */
  readonly log: number
  /** share of the time with others present, and own score less theirs over it */
  readonly accompanied: number
  readonly excess: number
  readonly peer: number
  /** score of the base rate over the same time; null where the question has none */
  readonly base: number | null
  /** share of the time for which the baseline stood, own score and that of the baseline over it */
  readonly beside: number
  readonly besideOwn: number
  readonly besideBaseline: number
}

/** No forecast is taken to be surer than this when it is compared with others on a logarithmic scale, as at Metaculus. */
const surest = 0.999

/**
 * Scores of all who forecast a resolved question, weighted by time; logarithms only where it has yes and no or options. Others are compared at the same moments
 * only, so it does not matter who joined when; the time for which one was absent adds nothing.
 *
 * @param baseOf     score of the base rate on the question, or null
 * @param baseline   the assessor who is the statistical baseline, if there is one
 * @param rateOf     score of the base rate counted from events, or null; it is the baseline where no assessor is named
 */
export function tally(
  timeline: Timeline,
  baseOf: number | null,
  baseline: string | undefined,
  rateOf: number | null = null,
): readonly Tally[] {
  const { question, from, until } = timeline
  const whole = until - from
  const stands = timeline.stands.filter(({ loss }) => loss !== null)
  if (whole <= 0 || stands.length === 0) return []
  const crowd = crowdOver(stands, from, until, edges(timeline))
  const models = stands.filter(({ assessor }) => assessor === baseline)
  return stands.flatMap((stand) =>
    pieces(stand, timeline).map(({ begin, end, horizon }): Tally => {
      const length = (end - begin) / whole
      const loss = stand.loss ?? 0
      const [a, b] = [crowd.at(begin), crowd.at(end)]
      const accompanied = (b.accompanied - a.accompanied) / whole
      const [reach, logs, losses] = [b.reach - a.reach, b.logs - a.logs, b.losses - a.losses]
      const counted = baseline === undefined ? rateOf : null
      let [beside, besideBaseline] = counted === null ? [0, 0] : [length, length * counted]
      for (const model of models) {
        const shared = Math.max(0, Math.min(end, model.until) - Math.max(begin, model.from)) / whole
        beside += shared
        besideBaseline += shared * (model.loss ?? 0)
      }
      return {
        question: question.id,
        topics: question.topics ?? [],
        illustrative: question.illustrative === true,
        assessor: stand.assessor,
        agency: stand.agency,
        horizon,
        weight: length,
        loss: length * loss,
        log: length * (stand.log ?? 0),
        accompanied,
        // mean of the others is (sum of all − own) / (n − 1), integrated over the time
        excess: accompanied * loss - (losses - loss * reach) / whole,
        peer: 100 * ((logs - held(stand) * reach) / whole - accompanied * held(stand)),
        base: baseOf === null ? null : length * baseOf,
        beside,
        besideOwn: beside * loss,
        besideBaseline,
      }
    }),
  )
}

/** Minus the logarithm of the chance given to what happened, held to what counts. */
function held({ log }: Stand): number {
  return Math.min(-Math.log(1 - surest), Math.max(-Math.log(surest), log ?? 0))
}

/** Instants at which horizons change, within the open time. */
function edges({ known, from, until }: Timeline): readonly number[] {
  return horizonDays.map((days) => known - days * 86_400_000).filter((at) => at > from && at < until)
}

function pieces(stand: Stand, timeline: Timeline) {
  const cuts = [
    stand.from,
    ...edges(timeline).filter((at) => at > stand.from && at < stand.until),
    stand.until,
  ]
  const inOrder = cuts.toSorted((a, b) => a - b)
  return inOrder.slice(0, -1).map((begin, at) => {
    const end = inOrder[at + 1] ?? begin
    const days = (timeline.known - (begin + end) / 2) / 86_400_000
    const horizon = horizonDays.findIndex((limit) => days < limit)
    return { begin, end, horizon: horizon < 0 ? horizonDays.length : horizon }
  })
}

interface Crowd {
  /** time with two or more present */
  readonly accompanied: number
  /** ∫ 1/(n − 1), ∫ Σloss/(n − 1), ∫ Σlog/(n − 1) over that time */
  readonly reach: number
  readonly losses: number
  readonly logs: number
}

/** Integrals over those who stand, so that a comparison with the others takes no longer the more there are. */
function crowdOver(
  stands: readonly Stand[],
  from: number,
  until: number,
  cuts: readonly number[],
): { at(instant: number): Crowd } {
  const changes = stands.flatMap((stand) => [
    { at: stand.from, sign: 1, stand },
    { at: stand.until, sign: -1, stand },
  ])
  const byTime = Map.groupBy(changes, ({ at }) => at)
  const times = [...new Set([from, until, ...cuts, ...byTime.keys()])].toSorted((a, b) => a - b)
  const known = new Map<number, Crowd>()
  let now: Crowd = { accompanied: 0, reach: 0, losses: 0, logs: 0 }
  let [n, losses, logs, last] = [0, 0, 0, from]
  for (const time of times) {
    const length = time - last
    if (n > 1)
      now = {
        accompanied: now.accompanied + length,
        reach: now.reach + length / (n - 1),
        losses: now.losses + (length * losses) / (n - 1),
        logs: now.logs + (length * logs) / (n - 1),
      }
    known.set(time, now)
    last = time
    for (const { sign, stand } of byTime.get(time) ?? []) {
      n += sign
      losses += sign * (stand.loss ?? 0)
      logs += sign * held(stand)
    }
  }
  return { at: (instant) => known.get(instant) ?? now }
}
