import { wilsonInterval } from './wilson-interval.ts'

/** A share among weighted cases, with the number of equally weighted cases that would tell as much. */
export interface WeightedShare {
  /** in [0, 1] */
  readonly value: number
  /** cases with a weight above 0 */
  readonly n: number
  /** Kish's effective number of cases, at most n */
  readonly effectiveN: number
  /** score interval with the effective number, as if the cases were independent */
  readonly interval: readonly [number, number]
}

/**
 * A share among weighted cases, with Wilson's interval at Kish's effective number of cases: (Σw)² / Σw².
 *
 * @param outcomes 1 or 0 of each case
 * @param weights  of each case, at least 0
 * @returns null if no case has a weight
 * @see Kish (1965), Survey Sampling, p. 427 (effect of weights); Wilson (1927), JASA 22(158)
 * @example
 * weightedShare([1, 0, 1, 0], [1, 1, 1, 1])?.effectiveN // => 4
 * weightedShare([1, 0], [3, 1])?.value // => 0.75
 */
export function weightedShare(
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
  level = 0.95,
): WeightedShare | null {
  if (outcomes.length !== weights.length)
    throw new RangeError(
      `weightedShare: every outcome must have a weight, got ${outcomes.length} and ${weights.length}`,
    )
  let n = 0
  let sum = 0
  let squares = 0
  let hits = 0
  for (let at = 0; at < outcomes.length; at++) {
    const weight = weights[at] ?? 0
    if (!(weight >= 0)) throw new RangeError(`weightedShare: a weight must be at least 0, got ${weight}`)
    if (weight === 0) continue
    n++
    sum += weight
    squares += weight * weight
    hits += weight * (outcomes[at] ?? 0)
  }
  if (n === 0) return null
  const effectiveN = Math.min(n, (sum * sum) / squares)
  const value = Math.min(1, hits / sum)
  return { value, n, effectiveN, interval: wilsonInterval(value * effectiveN, effectiveN, level) }
}
