import type { Estimate } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import type { Missing } from '#domain/missing'
import { type PoolingRule, poolingRules } from '#numeric/pool-probabilities'
import { absent } from './absent.ts'
import { overQuestionsDrawn } from './bootstrap.ts'
import { lossOf } from './loss.ts'
import type { BackTestLine, Request } from './model.ts'
import type { PastScores } from './past-scores.ts'
import { pooledBelief } from './pool.ts'
import { standingAt, type Timeline } from './standing.ts'

/** What a back-test found: each rule on each resolved question, and which rule is used. */
export interface BackTest {
  readonly rule: PoolingRule
  readonly because: Bilingual
  readonly lines: readonly BackTestLine[]
  readonly leftOut: Estimate | Missing
  /** mean score of the pool by question, under the rule that is used */
  readonly byQuestion: ReadonlyMap<string, number>
  /** what the pool under that rule said of yes, moment by moment, and how long each counts */
  readonly said: readonly {
    readonly question: string
    readonly p: number
    readonly weight: number
    readonly happened: number
  }[]
}

interface Trial {
  readonly question: string
  readonly weight: number
  /** one for each rule */
  readonly loss: readonly number[]
  readonly log: readonly number[]
}

/** The plainest rule, where the past cannot choose. */
const plain: PoolingRule = 'median'
const fewest = 3

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
  const best = bestOf(trials)
  const byRecord = request.pooling === 'back-test'
  const rule = request.pooling === 'back-test' ? (count >= fewest ? best : plain) : request.pooling
  const chosen = poolingRules.indexOf(rule)
  const ratio = (of: (trial: Trial) => number, unit = 'Brier, 0–1') =>
    overQuestionsDrawn(
      trials.map((trial) => ({ question: trial.question, over: of(trial), under: 1 })),
      request,
      unit,
    )
  const lines = poolingRules.map((name, at): BackTestLine => {
    const log = trials.reduce((sum, trial) => sum + (trial.log[at] ?? 0), 0) / count
    return {
      rule: name,
      score: ratio((trial) => trial.loss[at] ?? 0),
      behind:
        at === chosen
          ? absent('not-applicable', 'chosenItself')
          : ratio((trial) => (trial.loss[at] ?? 0) - (trial.loss[chosen] ?? 0)),
      log: Number.isFinite(log) ? log : absent('below-threshold', 'impossible'),
      questions: count,
      chosen: at === chosen,
    }
  })
  return {
    rule,
    because: reasonFor(byRecord, count, lines[chosen]),
    lines: count === 0 ? [] : lines.toSorted((a, b) => a.score.value - b.score.value),
    leftOut: !byRecord
      ? absent('not-applicable', 'fixedRule')
      : count < fewest
        ? absent('below-threshold', 'tooFewToChoose')
        : overQuestionsDrawn(leavingOneOut(trials), request, 'Brier, 0–1'),
    byQuestion: new Map(trials.map((trial) => [trial.question, trial.loss[chosen] ?? 0])),
    said: resolved.flatMap((timeline) => saidOf(timeline, rule, past, request)),
  }
}

function reasonFor(byRecord: boolean, count: number, line: BackTestLine | undefined): Bilingual {
  if (!byRecord) return { en: 'set by the request', vi: 'do yêu cầu quy định' }
  if (count < fewest || line === undefined)
    return {
      en: `the plainest rule: ${count} resolved questions are too few to choose by`,
      vi: `quy tắc đơn giản nhất: mới có ${count} câu hỏi đã có kết quả, chưa đủ để lựa chọn`,
    }
  return {
    en: `the lowest mean score on ${count} resolved questions`,
    vi: `điểm trung bình thấp nhất trên ${count} câu hỏi đã có kết quả`,
  }
}

function tried(timeline: Timeline, past: PastScores, request: Request): readonly Trial[] {
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
      weight,
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

function bestOf(trials: readonly Trial[]): PoolingRule {
  let best = 0
  const sums = poolingRules.map((_, at) => trials.reduce((sum, trial) => sum + (trial.loss[at] ?? 0), 0))
  for (const [at, sum] of sums.entries()) if (sum < (sums[best] ?? 0)) best = at
  return poolingRules[best] ?? plain
}

function leavingOneOut(trials: readonly Trial[]) {
  const sums = poolingRules.map((_, at) => trials.reduce((sum, trial) => sum + (trial.loss[at] ?? 0), 0))
  return trials.map((trial) => {
    let best = 0
    const without = sums.map((sum, at) => sum - (trial.loss[at] ?? 0))
    for (const [at, sum] of without.entries()) if (sum < (without[best] ?? 0)) best = at
    return { question: trial.question, over: trial.loss[best] ?? 0, under: 1 }
  })
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
