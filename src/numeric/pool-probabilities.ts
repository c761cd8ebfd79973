import { extremize } from './extremize.ts'
import { meanLogOdds } from './mean-log-odds.ts'
import { neymanFactor } from './neyman-factor.ts'
import { recencyWeights } from './recency-weights.ts'
import { softenCertainties } from './soften-certainties.ts'
import { trimmedMean } from './trimmed-mean.ts'
import { weightedMedian } from './weighted-median.ts'

/** Ways to pool probabilities of one event. */
export const poolingRules = [
  'mean',
  'median',
  'trimmed',
  'log-odds',
  'extremized',
  'neyman',
  'recency',
  'performance',
] as const
export type PoolingRule = (typeof poolingRules)[number]

/**
 * Pools probabilities of one event into one.
 *
 * `mean`, `median` and `log-odds` (geometric mean of odds) take weights; `trimmed` leaves out a tenth at each end; `extremized` raises the
 * odds of the mean log-odds to the power `a`, `neyman` to the factor of Neyman and Roughgarden; `recency` is the median weighted by rank
 * in time; `performance` the mean log-odds weighted by `weights`, which come from past scores.
 *
 * @param probabilities each in [0, 1], at least one, the oldest first (`recency` hangs on that order, the others do not)
 * @param rule          one of `poolingRules`
 * @param more          weights (at least 0, one each) and the power `a` of `extremized`
 * @returns probability in [0, 1]
 * @throws RangeError if there is none, or lengths differ
 * @see Satopää, Baron, Foster, Mellers, Tetlock & Ungar (2014), International Journal of Forecasting 30(2)
 * @example
 * poolProbabilities([0.2, 0.4], 'median').toFixed(2) // => '0.30'
 */
export function poolProbabilities(
  probabilities: ArrayLike<number>,
  rule: PoolingRule,
  more: { readonly weights?: ArrayLike<number> | undefined; readonly a?: number } = {},
): number {
  const n = probabilities.length
  const { weights, a = 2.5 } = more
  if (n === 0) throw new RangeError('poolProbabilities: probabilities must hold at least one')
  if (weights !== undefined && weights.length !== n)
    throw new RangeError(`poolProbabilities: weights must be one each, got ${weights.length} for ${n}`)
  if (rule === 'mean') return weightedMean(probabilities, weights)
  if (rule === 'median') return weightedMedian(probabilities, weights ?? new Float64Array(n).fill(1))
  if (rule === 'trimmed') return trimmedMean(probabilities, 0.1)
  if (rule === 'recency') return weightedMedian(probabilities, recencyWeights(n))
  const odds = oddsPooled(probabilities, rule === 'neyman' ? undefined : weights)
  if (rule === 'extremized') return extremize(odds, a)
  return rule === 'neyman' ? extremize(odds, neymanFactor(n)) : odds
}

function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  let [sum, total] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    const weight = weights?.[at] ?? 1
    sum += weight * (values[at] ?? 0)
    total += weight
  }
  if (!(total > 0)) throw new RangeError('poolProbabilities: weights must not all be 0')
  return Math.min(1, Math.max(0, sum / total))
}

/** Certainties are softened before their odds are taken; with weights, each keeps its own. */
function oddsPooled(probabilities: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  const certain = Array.from(probabilities).some((p) => p === 0 || p === 1)
  if (!certain) return meanLogOdds(probabilities, weights)
  if (weights === undefined) return meanLogOdds(softenCertainties(probabilities))
  const softened = softenCertainties(probabilities)
  const [low, high] = [softened[0] ?? 0, softened[softened.length - 1] ?? 1]
  const held = Array.from(probabilities, (p) => (p === 0 || p === 1 ? Math.min(high, Math.max(low, p)) : p))
  return meanLogOdds(held, weights)
}
