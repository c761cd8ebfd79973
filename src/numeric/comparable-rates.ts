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
  /** of each grouping, such as a role, whether the case belongs to it */
  readonly groups?: Readonly<Record<string, readonly boolean[]>>
}

/** A rate of an outcome, and its interval when whole clusters are drawn. */
export interface OutcomeRate extends WeightedShare {
  /** clusters among the cases */
  readonly clusters: number
  /** percentile interval of the cluster bootstrap; null where it is not defined */
  readonly clusterInterval: readonly [number, number] | null
}

/** Rates among the cases most alike, among all of the file, and by group among those most alike. */
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
 * How often an outcome came among the cases most alike to a target: the `k` nearest, all of equal similarity included, each counting
 * the same; or, without `k`, all cases weighted by their similarity.
 *
 * @param random where the resamples come from
 * @throws RangeError if the lists differ in length
 */
export function comparableRates(
  cases: ComparableCases,
  random: Random,
  { k, resamples = 1000 }: { readonly k?: number; readonly resamples?: number } = {},
): ComparableRates {
  const { outcomes, similarities, clusters, groups = {} } = cases
  const n = outcomes.length
  for (const list of [similarities, clusters, ...Object.values(groups)])
    if (list.length !== n)
      throw new RangeError(`comparableRates: ${n} cases must have as many entries, got ${list.length}`)
  const order = outcomes
    .map((_, at) => at)
    .filter((at) => outcomes[at] !== null && (similarities[at] ?? null) !== null)
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b)
  const all = Float64Array.from(outcomes, (one) => (one === null ? 0 : 1))
  const hits = Float64Array.from(outcomes, (one) => one ?? 0)
  const weightsOf = (times: (at: number) => number) => nearestWeights(order, similarities, times, k)
  const weights = weightsOf(() => 1)
  const names = Object.keys(groups)
  const of = (list: ArrayLike<number>, name: string) =>
    Float64Array.from(list, (weight, at) => (groups[name]?.[at] ? weight : 0))
  const rate = (list: ArrayLike<number>) => weightedShare(hits, list)
  const mean = (list: Float64Array): number | null => {
    let sum = 0
    let hit = 0
    for (let at = 0; at < n; at++) {
      sum += list[at] ?? 0
      hit += (list[at] ?? 0) * (hits[at] ?? 0)
    }
    return sum > 0 ? hit / sum : null
  }
  const count = n === 0 ? 0 : Math.max(...clusters) + 1
  const { intervals } = clusterBootstrap(
    count,
    (drawn) => {
      const times = (at: number) => drawn[clusters[at] ?? 0] ?? 0
      const base = mean(Float64Array.from(all, (weight, at) => weight * times(at)))
      const near = weightsOf(times)
      const comparable = mean(near)
      const difference = base === null || comparable === null ? null : comparable - base
      return [base, comparable, difference, ...names.map((name) => mean(of(near, name)))]
    },
    random,
    { resamples },
  )
  const told = (list: ArrayLike<number>, at: number): OutcomeRate | null => {
    const found = rate(list)
    if (found === null) return null
    const inside = new Set(clusters.filter((_, one) => (list[one] ?? 0) > 0)).size
    return { ...found, clusters: inside, clusterInterval: inside < 2 ? null : (intervals[at] ?? null) }
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

/** Weights of the cases when each is there so many times: the k nearest with their equals, or all by similarity. */
function nearestWeights(
  order: readonly number[],
  similarities: readonly (number | null)[],
  times: (at: number) => number,
  k: number | undefined,
): Float64Array {
  const weights = new Float64Array(similarities.length)
  let taken = 0
  let last = Number.NaN
  for (const at of order) {
    const alike = similarities[at] ?? 0
    const often = times(at)
    if (k === undefined) weights[at] = often * alike
    else {
      if (taken >= k && alike !== last) break
      weights[at] = often
      taken += often
      if (often > 0) last = alike
    }
  }
  return weights
}
