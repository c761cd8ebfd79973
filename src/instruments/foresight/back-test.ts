import { type PoolingRule, poolingRules } from '#numeric/pool-probabilities'
import { absent } from './absent.ts'
import { type Choice, chooseRule, type Trial } from './choose-rule.ts'
import { lossOf } from './loss.ts'
import type { BackTestLine, Request } from './model.ts'
import type { PastScores } from './past-scores.ts'
import { pooledBelief } from './pool.ts'
import { standingAt, type Timeline } from './standing.ts'

/** What a back-test found: each rule on each resolved question, and which rule is used. */
export interface BackTest extends Omit<Choice<PoolingRule>, 'lines'> {
  readonly lines: readonly BackTestLine[]
  /** what the pool under that rule said of yes, moment by moment, and how long each counts */
  readonly said: readonly {
    readonly question: string
    readonly p: number
    readonly weight: number
    readonly happened: number
  }[]
}

interface LoggedTrial extends Trial {
  readonly log: readonly number[]
}

/**
 * Tries every rule on the resolved questions, at evenly spaced moments of their open time, on the forecasts that stood then. Weights by
 * performance rest only on questions whose answer was known at that moment. The rule with the lowest mean score is chosen;
 * what this choice is worth is told by choosing on all questions but one and scoring that one.
 */
export function backTest(timelines: readonly Timeline[], past: PastScores, request: Request): BackTest {
  const resolved = timelines.filter(
    ({ state, stands }) => state === 'resolved' && stands.some(({ log }) => log !== null),
  )
  const trials = resolved.flatMap((timeline) => tried(timeline, past, request))
  const count = trials.length
  const { lines, ...choice } = chooseRule(
    poolingRules,
    trials,
    request.pooling,
    'median',
    'Brier, 0–1',
    request,
  )
  const logged = lines.map((line, at): BackTestLine => {
    const log = trials.reduce((sum, trial) => sum + (trial.log[at] ?? 0), 0) / count
    return { ...line, log: Number.isFinite(log) ? log : absent('below-threshold', 'impossible') }
  })
  return {
    ...choice,
    lines: count === 0 ? [] : logged.toSorted((a, b) => a.score.value - b.score.value),
    said: resolved.flatMap((timeline) => saidOf(timeline, choice.rule, past, request)),
  }
}

function tried(timeline: Timeline, past: PastScores, request: Request): readonly LoggedTrial[] {
  const { question, resolution } = timeline
  const loss = poolingRules.map(() => 0)
  const log = poolingRules.map(() => 0)
  let weight = 0
  for (const at of momentsOf(timeline, request.moments)) {
    const standing = standingAt(timeline, at)
    if (standing.length === 0 || resolution === null) continue
    weight++
    const weights = past.weightsAt(standing, at)
    for (const [place, rule] of poolingRules.entries()) {
      const belief = pooledBelief(standing, rule, weights, request.a)
      const scored = belief === null ? null : lossOf(question, resolution, belief)
      loss[place] = (loss[place] ?? 0) + (scored?.loss ?? 0)
      log[place] = (log[place] ?? 0) + (scored?.log ?? 0)
    }
  }
  if (weight === 0) return []
  return [
    {
      question: question.id,
      loss: loss.map((sum) => sum / weight),
      log: log.map((sum) => sum / weight),
    },
  ]
}

/** Middles of equal parts of the open time. */
export function momentsOf(
  { from, until }: Pick<Timeline, 'from' | 'until'>,
  moments: number,
): readonly number[] {
  return Array.from({ length: moments }, (_, at) => from + ((at + 0.5) * (until - from)) / moments)
}

function saidOf(timeline: Timeline, rule: PoolingRule, past: PastScores, request: Request) {
  if (timeline.question.kind !== 'binary') return []
  return momentsOf(timeline, request.moments).flatMap((at) => {
    const standing = standingAt(timeline, at)
    const belief = pooledBelief(standing, rule, past.weightsAt(standing, at), request.a)
    if (belief?.kind !== 'binary') return []
    return [
      {
        question: timeline.question.id,
        p: belief.yes,
        weight: 1 / request.moments,
        happened: timeline.resolution?.outcome === 'yes' ? 1 : 0,
      },
    ]
  })
}
