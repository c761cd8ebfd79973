import type { Estimate } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import type { Missing } from '#domain/missing'
import { absent } from './absent.ts'
import { overQuestionsDrawn } from './bootstrap.ts'
import type { Request, RuleLine } from './model.ts'

/** What every rule scored on one resolved question. */
export interface Trial {
  readonly question: string
  /** one for each rule */
  readonly loss: readonly number[]
}

/** Which rule is used, why, and what every rule scored. */
export interface Choice<Rule extends string> {
  readonly rule: Rule
  readonly because: Bilingual
  /** in the order of the rules */
  readonly lines: readonly RuleLine<Rule>[]
  readonly leftOut: Estimate | Missing
  /** mean score of the pool by question, under the rule that is used */
  readonly byQuestion: ReadonlyMap<string, number>
}

const fewest = 3

/**
 * The rule with the lowest mean score on the resolved questions; the plainest where they are too few; or the one asked for. What the
 * choice is worth is told by choosing on all questions but one and scoring that one.
 *
 * @param plain the plainest rule, where the past cannot choose
 * @param unit  of the scores
 */
export function chooseRule<Rule extends string>(
  rules: readonly Rule[],
  trials: readonly Trial[],
  asked: Rule | 'back-test',
  plain: Rule,
  unit: string,
  request: Request,
): Choice<Rule> {
  const count = trials.length
  const byRecord = asked === 'back-test'
  const best = rules[bestOf(sumsOf(rules, trials))] ?? plain
  const rule = asked === 'back-test' ? (count >= fewest ? best : plain) : asked
  const chosen = rules.indexOf(rule)
  const ratio = (of: (trial: Trial) => number, told = unit) =>
    overQuestionsDrawn(
      trials.map((trial) => ({ question: trial.question, over: of(trial), under: 1 })),
      request,
      told,
    )
  return {
    rule,
    because: reasonFor(byRecord, count),
    lines: rules.map((name, at) => ({
      rule: name,
      score: ratio((trial) => trial.loss[at] ?? 0),
      behind:
        at === chosen
          ? absent('not-applicable', 'chosenItself')
          : ratio((trial) => (trial.loss[at] ?? 0) - (trial.loss[chosen] ?? 0)),
      questions: count,
      chosen: at === chosen,
    })),
    leftOut: !byRecord
      ? absent('not-applicable', 'fixedRule')
      : count < fewest
        ? absent('below-threshold', 'tooFewToChoose')
        : overQuestionsDrawn(leavingOneOut(rules, trials), request, unit),
    byQuestion: new Map(trials.map((trial) => [trial.question, trial.loss[chosen] ?? 0])),
  }
}

function reasonFor(byRecord: boolean, count: number): Bilingual {
  if (!byRecord) return { en: 'set by the request', vi: 'do yêu cầu quy định' }
  if (count < fewest)
    return {
      en: `the plainest rule: ${count} resolved questions are too few to choose by`,
      vi: `quy tắc đơn giản nhất: mới có ${count} câu hỏi đã có kết quả, chưa đủ để lựa chọn`,
    }
  return {
    en: `the lowest mean score on ${count} resolved questions`,
    vi: `điểm trung bình thấp nhất trên ${count} câu hỏi đã có kết quả`,
  }
}

function sumsOf(rules: readonly string[], trials: readonly Trial[]): readonly number[] {
  return rules.map((_, at) => trials.reduce((sum, trial) => sum + (trial.loss[at] ?? 0), 0))
}

/** Place of the lowest sum; the first of equal ones. */
function bestOf(sums: readonly number[]): number {
  let best = 0
  for (const [at, sum] of sums.entries()) if (sum < (sums[best] ?? 0)) best = at
  return best
}

function leavingOneOut(rules: readonly string[], trials: readonly Trial[]) {
  const sums = sumsOf(rules, trials)
  return trials.map((trial) => {
    const best = bestOf(sums.map((sum, at) => sum - (trial.loss[at] ?? 0)))
    return { question: trial.question, over: trial.loss[best] ?? 0, under: 1 }
  })
}
