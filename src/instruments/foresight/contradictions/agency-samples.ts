import { bounds } from '#domain/date'
import type { Question } from '#domain/question'
import type { ContradictionInput, Told } from './contradiction.ts'
import type { StandingForecast } from './standing-forecasts.ts'
import { named } from './wording.ts'

/** What one person of an agency believes, on the scale on which agencies are compared. */
export interface SampleValue {
  readonly agency: string
  readonly assessor: string
  readonly forecast: string
  readonly illustrative: boolean
  /** log-odds of a probability, or median as a share of the range thought possible */
  readonly y: number
}

/** What is compared between agencies: one answer of one question. */
export interface AgencySample {
  readonly question: Question
  /** the option, if the question has more than yes and no */
  readonly option: Told | null
  readonly scale: 'log-odds' | 'range'
  readonly values: readonly SampleValue[]
}

const extreme = 0.01 // 0 and 1 have no log-odds: certainty counts as 99 to 1
const dayMs = 86_400_000

/** The answers on which at least two agencies have forecasts that stand. */
export function agencySamples(
  input: ContradictionInput,
  standing: readonly StandingForecast[],
): readonly AgencySample[] {
  const byQuestion = Map.groupBy(standing, ({ question }) => question)
  return input.questions
    .flatMap((question) => samplesOf(question, byQuestion.get(question.id) ?? []))
    .filter(({ values }) => new Set(values.map(({ agency }) => agency)).size > 1)
}

function samplesOf(question: Question, forecasts: readonly StandingForecast[]): readonly AgencySample[] {
  const sample = (
    scale: AgencySample['scale'],
    option: Told | null,
    y: (forecast: StandingForecast) => number | undefined,
  ): AgencySample => ({
    question,
    option,
    scale,
    values: forecasts.flatMap((one) => {
      const value = y(one)
      if (value === undefined || one.of === undefined) return []
      return [
        {
          agency: one.of,
          assessor: one.assessor,
          forecast: one.id,
          illustrative: one.illustrative === true,
          y: value,
        },
      ]
    }),
  })
  if (question.kind === 'binary')
    return [sample('log-odds', null, ({ probability: p }) => (p === undefined ? undefined : logOdds(p)))]
  if (question.kind === 'categorical')
    return (question.options ?? []).map((option, at) =>
      sample('log-odds', named(option), ({ probabilities }) => {
        const p = probabilities?.[at]
        return p === undefined ? undefined : logOdds(p)
      }),
    )
  const [low, high] = rangeOf(question)
  return [
    sample('range', null, ({ quantiles }) => {
      const median = quantiles === undefined ? undefined : medianOf(quantiles)
      return median === undefined ? undefined : (median - low) / (high - low)
    }),
  ]
}

/**
 * Log-odds of a probability; certainty counts as 99 to 1.
 *
 * @example
 * logOdds(0.5) // => 0
 */
export function logOdds(p: number): number {
  const inside = Math.min(1 - extreme, Math.max(extreme, p))
  return Math.log(inside / (1 - inside))
}

/**
 * First and last value thought possible; of a date question in days since 1970.
 *
 * @example
 * rangeOf({ range: [2, 5] }) // => [2, 5]
 */
export function rangeOf({ range, dates }: Pick<Question, 'range' | 'dates'>): readonly [number, number] {
  if (range !== undefined) return range
  if (dates === undefined) return [0, 1]
  return [bounds(dates[0]).earliest / dayMs, bounds(dates[1]).latest / dayMs]
}

/**
 * The median of stated quantiles, between two of them by a straight line; undefined if it lies outside all of them.
 *
 * @example
 * medianOf([{ share: 0.25, value: 10 }, { share: 0.75, value: 20 }]) // => 15
 */
export function medianOf(
  quantiles: readonly { readonly share: number; readonly value: number }[],
): number | undefined {
  for (const [at, { share, value }] of quantiles.entries()) {
    if (share === 0.5) return value
    const before = quantiles[at - 1]
    if (share > 0.5)
      return before === undefined
        ? undefined
        : before.value + ((0.5 - before.share) / (share - before.share)) * (value - before.value)
  }
  return undefined
}
