import { cholesky, choleskySolve } from './cholesky.ts'

/** A conditional judgement: how probable event `of` is if event `given` happens. */
export interface ConditionalJudgement {
  readonly of: number
  readonly given: number
  readonly probability: number
}

/** A coherent joint distribution of events, and how far the judgements had to be moved for it. */
export interface JointDistribution {
  /** [2^n] probability of each joint outcome; bit i of its index says whether event i happens */
  readonly outcomes: readonly number[]
  /** [n] probability of each event */
  readonly events: readonly number[]
  /** probability of each conditional judgement, in the order given; undefined if its condition cannot happen */
  readonly conditionals: readonly (number | undefined)[]
  /** the most by which a judgement was moved, in probability */
  readonly largestChange: number
  /** [n × n] row i, column j: how much event j moves event i, P(i | j) − P(i | not j); undefined where j is certain or cannot be */
  readonly influence: readonly (readonly (number | undefined)[])[]
}

const rareCondition = 0.01 // a judgement under a condition as rare as this counts no more than one under this probability
const certain = 1e-9

/**
 * The joint distribution of a handful of events that fits how probable each is and how probable each becomes if another
 * happens, and says nothing else (maximum entropy). Judgements that cannot all be true are moved by the smallest sum of squares,
 * a conditional counting by how often its condition holds.
 *
 * @param events       [n] probability of each event whatever the others do; 1 ≤ n ≤ 12
 * @param conditionals judgements of one event given another
 * @returns the distribution over all 2^n outcomes, what it makes of each judgement, and which event moves which
 * @throws RangeError if there are no events or more than 12, a probability lies outside [0, 1], or a judgement names no two events
 * @see Gordon & Hayward (1968), Futures 1(2), for cross-impact; Jaynes (1957), Physical Review 106(4), for maximum entropy;
 *   Dudík, Phillips & Schapire (2007), Journal of Machine Learning Research 8, section 5.3, for the squared penalty
 * @example
 * crossImpact([0.5, 0.2], []).outcomes.map((p) => p.toFixed(2)) // => ['0.40', '0.40', '0.10', '0.10']
 */
export function crossImpact(
  events: readonly number[],
  conditionals: readonly ConditionalJudgement[],
): JointDistribution {
  refuse(events, conditionals)
  const size = 2 ** events.length
  const features = featuresOf(events, conditionals, size)
  const targets = [...events, ...conditionals.map(() => 0)]
  let weights = new Float64Array(targets.length)
  let outcomes = new Float64Array(size)
  for (const penalty of [1e2, 1e4, 1e6])
    ({ weights, outcomes } = climb(features, targets, penalty, weights, size))
  return read([...outcomes], events, conditionals)
}

function refuse(events: readonly number[], conditionals: readonly ConditionalJudgement[]): void {
  if (events.length < 1 || events.length > 12)
    throw new RangeError(`crossImpact: events must be 1 to 12, got ${events.length}`)
  for (const p of [...events, ...conditionals.map(({ probability }) => probability)])
    if (!(p >= 0 && p <= 1)) throw new RangeError(`crossImpact: probabilities must lie in [0, 1], got ${p}`)
  for (const { of, given } of conditionals)
    if (of === given || events[of] === undefined || events[given] === undefined)
      throw new RangeError(`crossImpact: a judgement must name two events, got ${of} given ${given}`)
}

/** One row a judgement: an event itself, or (event − its conditional probability) where the condition holds, which is 0 on average. */
function featuresOf(
  events: readonly number[],
  conditionals: readonly ConditionalJudgement[],
  size: number,
): readonly Float64Array[] {
  const has = (outcome: number, event: number) => (outcome >> event) & 1
  const outcomes = Array.from({ length: size }, (_, outcome) => outcome)
  return [
    ...events.map((_, event) => Float64Array.from(outcomes, (outcome) => has(outcome, event))),
    ...conditionals.map(({ of, given, probability }) => {
      const scale = 1 / Math.max(events[given] ?? 0, rareCondition)
      return Float64Array.from(
        outcomes,
        (outcome) => has(outcome, given) * (has(outcome, of) - probability) * scale,
      )
    }),
  ]
}

/** Newton's method on the dual: log-partition less targets, plus the penalty's own square. */
function climb(
  features: readonly Float64Array[],
  targets: readonly number[],
  penalty: number,
  start: Float64Array<ArrayBuffer>,
  size: number,
) {
  const k = targets.length
  let weights = start
  let now = evaluate(features, targets, penalty, weights, size)
  for (let step = 0; step < 200; step++) {
    const means = features.map((row) => dot(row, now.outcomes))
    const gradient = means.map((mean, at) => mean - (targets[at] ?? 0) + (weights[at] ?? 0) / penalty)
    if (Math.max(...gradient.map(Math.abs)) < 1e-10) break
    const hessian = new Float64Array(k * k)
    for (const [a, row] of features.entries()) {
      const weighted = row.map((value, at) => value * (now.outcomes[at] ?? 0))
      for (let b = 0; b <= a; b++) {
        const product = dot(features[b] ?? row, weighted) - (means[a] ?? 0) * (means[b] ?? 0)
        hessian[a * k + b] = product + (a === b ? 1 / penalty : 0)
        hessian[b * k + a] = hessian[a * k + b] ?? 0
      }
    }
    const direction = choleskySolve(cholesky(hessian, k, 1e-14), gradient)
    const slope = dot(direction, gradient)
    let share = 1
    let next = now
    let moved = weights
    for (; share > 1e-10; share /= 2) {
      moved = weights.map((weight, at) => weight - share * (direction[at] ?? 0))
      next = evaluate(features, targets, penalty, moved, size)
      if (next.value <= now.value - 1e-4 * share * slope) break
    }
    if (share <= 1e-10) break // as near as rounding allows
    weights = moved
    now = next
  }
  return { weights, outcomes: now.outcomes }
}

function evaluate(
  features: readonly Float64Array[],
  targets: readonly number[],
  penalty: number,
  weights: Float64Array<ArrayBuffer>,
  size: number,
) {
  const logs = new Float64Array(size)
  for (const [at, row] of features.entries()) {
    const weight = weights[at] ?? 0
    for (let outcome = 0; outcome < size; outcome++)
      logs[outcome] = (logs[outcome] ?? 0) + weight * (row[outcome] ?? 0)
  }
  const top = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const outcomes = logs.map((value) => Math.exp(value - top))
  const total = outcomes.reduce((a, b) => a + b, 0)
  for (const [at, value] of outcomes.entries()) outcomes[at] = value / total
  return {
    outcomes,
    value: top + Math.log(total) - dot(weights, targets) + dot(weights, weights) / (2 * penalty),
  }
}

function read(
  outcomes: readonly number[],
  given: readonly number[],
  judged: readonly ConditionalJudgement[],
): JointDistribution {
  const share = (wanted: (outcome: number) => boolean) =>
    outcomes.reduce((sum, p, outcome) => (wanted(outcome) ? sum + p : sum), 0)
  const has = (outcome: number, event: number) => ((outcome >> event) & 1) === 1
  const events = given.map((_, event) =>
    Math.min(
      1,
      share((outcome) => has(outcome, event)),
    ),
  )
  const both = (a: number, b: number) => share((outcome) => has(outcome, a) && has(outcome, b))
  const conditionals = judged.map(({ of, given: on }) => {
    const condition = events[on] ?? 0
    return condition > certain ? both(of, on) / condition : undefined
  })
  const changes = [
    ...events.map((p, at) => p - (given[at] ?? 0)),
    ...conditionals.map((p, at) => (p === undefined ? 0 : p - (judged[at]?.probability ?? 0))),
  ]
  return {
    outcomes,
    events,
    conditionals,
    largestChange: Math.max(...changes.map(Math.abs)),
    influence: events.map((p, i) =>
      events.map((condition, j) => {
        if (i === j || condition <= certain || condition >= 1 - certain) return undefined
        const joint = both(i, j)
        return joint / condition - (p - joint) / (1 - condition)
      }),
    ),
  }
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
