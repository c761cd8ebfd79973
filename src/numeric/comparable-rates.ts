import { clusterBootstrap } from './cluster-bootstrap.ts'
import type { Random } from './random.ts'
import { type WeightedShare, weightedShare } from './weighted-share.ts'

/** Cases with an outcome, how alike each is to the target, and what hangs together. */
export interface ComparableCases {
  /** 1 or 0; null where the outcome is not known */
  readonly outcomes: readonly (0 | 1 | null)[]
  /** in [0, 1]; null where nothing could be compared */
  readonly similarities: readonly (number | null)[]
  /** number of the cluster of each case, from 0 without gaps */
  readonly clusters: readonly number[]
  /**
   * Number of the unit of each case, from 0 without gaps: cases of one unit (the third parties of one attempt) count once together.
   * Each case is its own if left out; the cases of a unit are of one cluster.
   */
  readonly units?: readonly number[]
  /** of each grouping, such as a role, whether the case belongs to it */
  readonly groups?: Readonly<Record<string, readonly boolean[]>>
}

/** A rate of an outcome among units, and its interval when whole clusters are drawn. */
export interface OutcomeRate extends WeightedShare {
  /** clusters among the units */
  readonly clusters: number
  /** percentile interval of the cluster bootstrap; null where it is not defined */
  readonly clusterInterval: readonly [number, number] | null
  /** the outer ends of both intervals: for a few cases, or none with the outcome, the bootstrap alone is too sure */
  readonly outer: readonly [number, number]
}

/** Rates among the units most alike, among all of the file, and by group among those most alike. */
export interface ComparableRates {
  /** every case with a known outcome, alike or not */
  readonly base: OutcomeRate | null
  readonly comparable: OutcomeRate | null
  /** the rate among those alike less that of all, with its cluster interval */
  readonly difference: { readonly value: number; readonly interval: readonly [number, number] | null } | null
  readonly groups: Readonly<Record<string, OutcomeRate | null>>
  /** weight of each case among those alike; 0 where it is not of them */
  readonly weights: readonly number[]
}

/**
 * How often an outcome came among what is most like a target: the `k` nearest units, all of equal similarity included, each counting
 * the same; or, without `k`, all units weighted by their mean similarity.
 *
 * @param random where the resamples come from
 * @throws RangeError if the lists differ in length
 * @see Kahneman & Tversky (1979), TIMS Studies in Management Science 12, on reference classes; Kish (1965), Survey Sampling
 * @example
 * comparableRates({ outcomes: [1, 0, 0], similarities: [0.9, 0.8, 0.1], clusters: [0, 1, 2] }, () => 0.5, { k: 2 }).comparable.value // => 0.5
 */
export function comparableRates(
  cases: ComparableCases,
  random: Random,
  { k, resamples = 1000 }: { readonly k?: number; readonly resamples?: number } = {},
): ComparableRates {
  const { outcomes, similarities, clusters, groups = {} } = cases
  const n = outcomes.length
  const units = cases.units ?? outcomes.map((_, at) => at)
  for (const list of [similarities, clusters, units, ...Object.values(groups)])
    if (list.length !== n)
      throw new RangeError(`comparableRates: ${n} cases must have as many entries, got ${list.length}`)
  const order = outcomes
    .map((_, at) => at)
    .filter((at) => outcomes[at] !== null && (similarities[at] ?? null) !== null)
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b)
  const all = Float64Array.from(outcomes, (one) => (one === null ? 0 : 1))
  const nearest = (times: (at: number) => number) => nearestWeights(order, similarities, units, times, k)
  const weights = nearest(() => 1)
  const names = Object.keys(groups)
  const of = (list: Float64Array, name: string) => list.map((weight, at) => (groups[name]?.[at] ? weight : 0))
  const count = n === 0 ? 0 : Math.max(...clusters) + 1
  const { intervals } = clusterBootstrap(
    count,
    (drawn) => {
      const times = (at: number) => drawn[clusters[at] ?? 0] ?? 0
      const base = meanOf(
        unitsOf(
          outcomes,
          units,
          all.map((weight, at) => weight * times(at)),
        ),
      )
      const near = nearest(times)
      const comparable = meanOf(unitsOf(outcomes, units, near))
      const difference = base === null || comparable === null ? null : comparable - base
      return [
        base,
        comparable,
        difference,
        ...names.map((name) => meanOf(unitsOf(outcomes, units, of(near, name)))),
      ]
    },
    random,
    { resamples },
  )
  const told = (list: Float64Array, at: number): OutcomeRate | null => {
    const found = unitsOf(outcomes, units, list)
    const share = weightedShare(found.outcomes, found.weights)
    if (share === null) return null
    const inside = new Set(clusters.filter((_, one) => (list[one] ?? 0) > 0)).size
    const clusterInterval = inside < 2 ? null : (intervals[at] ?? null)
    const [low, high] = clusterInterval ?? share.interval
    const outer = [Math.min(low, share.interval[0]), Math.max(high, share.interval[1])] as const
    return { ...share, clusters: inside, clusterInterval, outer }
  }
  const base = told(all, 0)
  const comparable = told(weights, 1)
  return {
    base,
    comparable,
    difference:
      base === null || comparable === null
        ? null
        : { value: comparable.value - base.value, interval: intervals[2] ?? null },
    groups: Object.fromEntries(names.map((name, at) => [name, told(of(weights, name), 3 + at)])),
    weights: [...weights],
  }
}

/** Weights of the cases when each is there so many times: those of the k nearest units with their equals, or all by similarity. */
function nearestWeights(
  order: readonly number[],
  similarities: readonly (number | null)[],
  units: readonly number[],
  times: (at: number) => number,
  k: number | undefined,
): Float64Array {
  const weights = new Float64Array(similarities.length)
  const seen = new Set<number>()
  let taken = 0
  let last = Number.NaN
  for (const at of order) {
    const alike = similarities[at] ?? 0
    const often = times(at)
    if (k === undefined) {
      weights[at] = often * alike
      continue
    }
    if (often === 0) continue
    if (taken >= k && alike !== last) break
    const unit = units[at] ?? at
    if (!seen.has(unit)) taken += often
    seen.add(unit)
    weights[at] = often
    last = alike
  }
  return weights
}

interface UnitOutcomes {
  readonly outcomes: Float64Array
  readonly weights: Float64Array
}

/** Cases with a weight, gathered by unit: mean outcome, and mean weight. */
function unitsOf(
  outcomes: readonly (0 | 1 | null)[],
  units: readonly number[],
  weights: Float64Array,
): UnitOutcomes {
  const count = units.length === 0 ? 0 : units.reduce((most, one) => Math.max(most, one), 0) + 1
  const sums = new Float64Array(count)
  const hits = new Float64Array(count)
  const cases = new Float64Array(count)
  for (const [at, unit] of units.entries()) {
    const weight = weights[at] ?? 0
    if (weight === 0) continue
    sums[unit] = (sums[unit] ?? 0) + weight
    hits[unit] = (hits[unit] ?? 0) + weight * (outcomes[at] ?? 0)
    cases[unit] = (cases[unit] ?? 0) + 1
  }
  return {
    outcomes: hits.map((hit, unit) => (sums[unit] ? hit / (sums[unit] ?? 1) : 0)),
    weights: sums.map((sum, unit) => (cases[unit] ? sum / (cases[unit] ?? 1) : 0)),
  }
}

function meanOf({ outcomes, weights }: UnitOutcomes): number | null {
  let sum = 0
  let hit = 0
  for (const [at, weight] of weights.entries()) {
    sum += weight
    hit += weight * (outcomes[at] ?? 0)
  }
  return sum > 0 ? hit / sum : null
}
