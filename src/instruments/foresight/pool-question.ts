import type { Forecast } from '#domain/forecast'
import type { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import type { DistributionLine } from './model.ts'
import { pooledLines, quantilesIn, rulesOfOneQuestion } from './pooled-lines.ts'
import { standingAt, timelines } from './standing.ts'

/** What is forecast of a number or a date under one rule of pooling: the pool of all, then agencies with their forecasters. */
export interface QuestionPool {
  readonly rule: (typeof rulesOfOneQuestion)[number]
  readonly lines: readonly DistributionLine[]
}

/**
 * The forecasts that stand on a question of a number or a date, pooled by each rule that needs no record of past scores; none for other
 * kinds of questions, or where nothing stands.
 *
 * @param forecasts all on the question: a pool of some of them is not told
 */
export function poolsOfQuestion(
  question: Question,
  resolution: Resolution | undefined,
  forecasts: readonly Forecast[],
): readonly QuestionPool[] {
  if (question.kind !== 'numeric' && question.kind !== 'date') return []
  const [timeline] = timelines({
    request: {},
    questions: [question],
    forecasts,
    resolutions: resolution === undefined ? [] : [resolution],
  })
  if (timeline === undefined) return []
  const held = quantilesIn(standingAt(timeline, timeline.until - 1))
  if (held.length === 0) return []
  return rulesOfOneQuestion.map((rule) => ({ rule, lines: pooledLines(question, held, rule) }))
}
