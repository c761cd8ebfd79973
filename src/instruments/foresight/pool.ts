import { type PoolingRule, poolProbabilities } from '#numeric/pool-probabilities'
import type { Belief } from './loss.ts'
import type { Stand } from './standing.ts'

/**
 * Pools the forecasts that stand: the chance of yes by the rule; of options each by the rule and then made to sum to 1. Quantiles are
 * not pooled as one probability.
 *
 * @param standing the oldest first
 * @param weights  by past performance, used by that rule alone
 * @returns the pooled belief, or null if nothing stands that can be pooled
 */
export function pooledBelief(
  standing: readonly Pick<Stand, 'belief'>[],
  rule: PoolingRule,
  weights: readonly number[],
  a: number,
): Belief | null {
  const more = rule === 'performance' ? { weights, a } : { a }
  const yes = standing.flatMap(({ belief }) => (belief.kind === 'binary' ? [belief.yes] : []))
  if (yes.length > 0) return { kind: 'binary', yes: poolProbabilities(yes, rule, more) }
  const options = standing.flatMap(({ belief }) => (belief.kind === 'options' ? [belief.probabilities] : []))
  const [first] = options
  if (first === undefined) return null
  const pooled = first.map((_, option) =>
    poolProbabilities(
      options.map((one) => one[option] ?? 0),
      rule,
      more,
    ),
  )
  const sum = pooled.reduce((x, y) => x + y, 0)
  // rules that look at each option alone can leave nothing of all of them: then the mean speaks
  if (!(sum > 0)) return pooledBelief(standing, 'mean', weights, a)
  return { kind: 'options', probabilities: pooled.map((p) => Math.min(1, p / sum)) }
}
