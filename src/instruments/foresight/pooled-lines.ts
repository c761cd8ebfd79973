import type { Question } from '#domain/question'
import { type DistributionRule, distributionPool } from '#numeric/pool-distributions'
import { type Belief, possibleValues } from './loss.ts'
import type { DistributionLine } from './model.ts'
import { forecastPointer } from './pointers.ts'
import type { Stand } from './standing.ts'

/** Quantiles that somebody holds, and for which agency. */
export type HeldQuantiles = Pick<Stand, 'forecast' | 'assessor' | 'agency'> & {
  readonly belief: Extract<Belief, { kind: 'quantiles' }>
}

/** Shares at which distributions are told: the middle, its half, and nine tenths. */
export const toldShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Rules that need nothing but the forecasts of one question: those by past performance need the record of all. */
export const rulesOfOneQuestion = [
  'median',
  'mean',
  'linear',
  'median-recency',
  'mean-recency',
  'linear-recency',
] as const satisfies readonly DistributionRule[]

/** Those of the forecasts that are quantiles. */
export function quantilesIn<Held extends Pick<Stand, 'forecast' | 'assessor' | 'agency' | 'belief'>>(
  standing: readonly Held[],
) {
  return standing.flatMap((one) => (one.belief.kind === 'quantiles' ? [{ ...one, belief: one.belief }] : []))
}

/**
 * Pools of some forecasts at some shares, by any rule. Beyond what is thought possible they go only as far as a forecaster said: tails
 * that nobody stated end there.
 *
 * @param held the oldest first, at least one
 * @returns values in the unit of the question, days since 1970 for dates; weights are by past performance, used by those rules alone
 */
export function poolsOf(
  question: Question,
  held: readonly HeldQuantiles[],
  shares: readonly number[],
): (rule: DistributionRule, weights: readonly number[] | undefined) => readonly number[] {
  const within = withinPossible(question, held)
  const pool = distributionPool(
    held.map(({ belief }) => belief),
    shares,
  )
  return (rule, weights) => [...pool(rule, rule.endsWith('-performance') ? weights : undefined)].map(within)
}

/** Holds a value to what is thought possible, or as far beyond as somebody said. */
export function withinPossible(
  question: Question,
  held: readonly HeldQuantiles[],
): (value: number) => number {
  const stated = held.flatMap(({ belief }) => belief.values)
  const [low, high] = possibleValues(question) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const least = stated.reduce((a, b) => Math.min(a, b), low)
  const most = stated.reduce((a, b) => Math.max(a, b), high)
  return (value) => Math.min(most, Math.max(least, value))
}

/**
 * The pool of all, then each agency with its forecasters. A forecaster who is alone in an agency is told as that agency; those of no
 * agency are told one by one.
 *
 * @param held the oldest first
 */
export function pooledLines(
  question: Question,
  held: readonly HeldQuantiles[],
  rule: DistributionRule,
  weights?: readonly number[],
): readonly DistributionLine[] {
  if (held.length === 0) return []
  const places = held.map((_, at) => at)
  const line = (of: DistributionLine['of'], id: string, agency: string | null, its: readonly number[]) => {
    const own = its.flatMap((at) => held[at] ?? [])
    const ownWeights = weights === undefined ? undefined : its.map((at) => weights[at] ?? 1)
    const values = poolsOf(question, own, toldShares)(rule, ownWeights)
    return { of, id, agency, forecasters: own.length, values, evidence: evidenceOf(own) }
  }
  const agencies = [...Map.groupBy(places, (at) => held[at]?.agency ?? null)].toSorted(
    ([a], [b]) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
  )
  return [
    line('pool', '', null, places),
    ...agencies.flatMap(([agency, its]) => [
      ...(agency === null ? [] : [line('agency', agency, agency, its)]),
      ...(agency !== null && its.length === 1 ? [] : its)
        .map((at) => line('forecaster', held[at]?.assessor ?? '', agency, [at]))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  ]
}

const mostPointers = 12

function evidenceOf(held: readonly HeldQuantiles[]) {
  return held
    .slice(0, mostPointers)
    .map(({ forecast, assessor }) => forecastPointer({ id: forecast, assessor }))
}
