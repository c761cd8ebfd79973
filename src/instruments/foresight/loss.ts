import { bounds } from '#domain/date'
import type { Forecast } from '#domain/forecast'
import type { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import { binaryBrierScore } from '#numeric/binary-brier-score'
import { brierScore } from '#numeric/brier-score'
import { crpsOfQuantiles } from '#numeric/crps-of-quantiles'
import { logScore } from '#numeric/log-score'
import { rankedProbabilityScore } from '#numeric/ranked-probability-score'

/** What was believed: the chance of yes, of each option, or quantiles. */
export type Belief =
  | { readonly kind: 'binary'; readonly yes: number }
  | { readonly kind: 'options'; readonly probabilities: readonly number[] }
  | { readonly kind: 'quantiles'; readonly shares: readonly number[]; readonly values: readonly number[] }

/**
 * What a forecast says of a question, or null if it does not fit: a forecast given before the question was changed, for instance.
 *
 * @example
 * beliefIn({ kind: 'binary' }, { probability: 0.25 }) // => { kind: 'binary', yes: 0.25 }
 */
export function beliefIn(
  { kind, options }: Pick<Question, 'kind' | 'options'>,
  {
    probability,
    probabilities,
    quantiles,
  }: Partial<Pick<Forecast, 'probability' | 'probabilities' | 'quantiles'>>,
): Belief | null {
  if (kind === 'binary') return probability === undefined ? null : { kind: 'binary', yes: probability }
  if (kind === 'categorical')
    return probabilities?.length === options?.length && probabilities !== undefined
      ? { kind: 'options', probabilities }
      : null
  if (quantiles === undefined) return null
  return {
    kind: 'quantiles',
    shares: quantiles.map(({ share }) => share),
    values: quantiles.map(({ value }) => value),
  }
}

/**
 * Score of a belief, 0 best: Brier's in the half form for yes or no and for options, the ranked score for options in order, the
 * continuous ranked score as a share of the range for numbers and dates. Null where the outcome does not fit the question.
 *
 * @returns `loss` in [0, 1] (a number outside its range can score above 1), `log` in nats, null for quantiles
 */
export function lossOf(
  question: Question,
  { outcome }: Resolution,
  belief: Belief,
): { readonly loss: number; readonly log: number | null } | null {
  if (belief.kind === 'binary') {
    if (outcome !== 'yes' && outcome !== 'no') return null
    const happened = outcome === 'yes'
    return {
      loss: binaryBrierScore(belief.yes, happened),
      log: logScore(happened ? belief.yes : 1 - belief.yes),
    }
  }
  if (belief.kind === 'options') {
    const at = (question.options ?? []).findIndex(({ id }) => id === outcome)
    if (at < 0) return null
    const { probabilities } = belief
    return {
      loss: question.ordered ? rankedProbabilityScore(probabilities, at) : brierScore(probabilities, at) / 2,
      log: logScore(Math.min(1, probabilities[at] ?? 0)),
    }
  }
  const value = outcomeAsNumber(outcome)
  const range = rangeOf(question)
  if (value === null || range === null) return null
  return { loss: crpsOfQuantiles(belief.shares, belief.values, value) / range, log: null }
}

const millisecondsADay = 86_400_000

/** An outcome as a number: a date as days since 1970; null where it is neither. */
export function outcomeAsNumber(outcome: Resolution['outcome']): number | null {
  if (typeof outcome === 'number') return outcome
  return outcome === undefined ? null : dayOf(outcome)
}

function dayOf(date: string): number | null {
  try {
    return bounds(date).earliest / millisecondsADay
  } catch {
    return null // words that are no date do not resolve a question of when
  }
}

function rangeOf(question: Question): number | null {
  const possible = possibleValues(question)
  return possible === null ? null : possible[1] - possible[0]
}

/** The values thought possible of a number or a date, dates as days since 1970; null where none are stated. */
export function possibleValues({ range, dates }: Question): readonly [number, number] | null {
  if (range !== undefined) return range
  const [from, until] = [dayOf(dates?.[0] ?? ''), dayOf(dates?.[1] ?? '')]
  return from === null || until === null || until <= from ? null : [from, until]
}
