import { quantile } from './quantile.ts'
import { random } from './random.ts'

/** How a column is brought to a common scale. */
export const normalizations = ['min-max', 'z-score', 'rank', 'percentile'] as const
export type Normalization = (typeof normalizations)[number]

/** How parts are put together. */
export const aggregations = ['arithmetic', 'geometric', 'harmonic'] as const
export type Aggregation = (typeof aggregations)[number]

/** A node of the tree: where it hangs, and what it weighs beside its siblings. Parents stand after their children. */
export interface CompositeNode {
  readonly code: string
  /** place of the parent in the list, −1 for the root */
  readonly parent: number
  /** at least 0 */
  readonly weight: number
  /** −1 where less is better; of leaves */
  readonly direction: 1 | -1
}

/**
 * Values with outliers drawn in: while skewness is beyond 2 and kurtosis beyond 3.5, the most extreme value is set to the
 * next, at most five times.
 *
 * @param values without missing ones, four or more
 * @returns the values, and how often one was drawn in
 * @throws RangeError if there are fewer than four
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5; limits of Becker et al. (2019), JRC 113 061
 * @example
 * winsorize([1, 2, 3, 4, 5]).times // => 0
 */
export function winsorize(values: readonly number[]): {
  readonly values: readonly number[]
  readonly times: number
} {
  if (values.length < 4) throw new RangeError(`winsorize: values must be four or more, got ${values.length}`)
  let now = [...values]
  let times = 0
  for (; times < 5; times++) {
    const { skewness, kurtosis } = shape(now)
    if (!(Math.abs(skewness) > 2 && kurtosis > 3.5)) break
    const end = skewness > 0 ? Math.max(...now) : Math.min(...now)
    const inner = now.filter((value) => value !== end)
    const next = skewness > 0 ? Math.max(...inner) : Math.min(...inner)
    now = now.map((value) => (value === end ? next : value))
  }
  return { values: now, times }
}

/** Sample skewness and excess kurtosis, without bias under normality. */
function shape(values: readonly number[]): { readonly skewness: number; readonly kurtosis: number } {
  const n = values.length
  const mean = values.reduce((a, b) => a + b, 0) / n
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n
  const second = moment(2)
  if (second === 0) return { skewness: 0, kurtosis: 0 }
  const skewness = (moment(3) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2))
  const excess = moment(4) / second ** 2 - 3
  return { skewness, kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6) }
}

/**
 * A column on a common scale; higher is better. Min-max and percentile give 0 to 100, rank 1 to n, z-score mean 0.
 *
 * @param values null where missing
 * @returns null where missing; null everywhere if the column does not vary
 * @throws RangeError never
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5
 * @example
 * normalizeColumn([1, 2, 3], 1, 'min-max') // => [0, 50, 100]
 */
export function normalizeColumn(
  values: readonly (number | null)[],
  direction: 1 | -1,
  by: Normalization,
): readonly (number | null)[] {
  const known = values.filter((value) => value !== null).map((value) => direction * value)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (known.length === 0 || least === most) return values.map(() => null)
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1))
  return values.map((value) => {
    if (value === null) return null
    const turned = direction * value
    if (by === 'min-max') return (100 * (turned - least)) / (most - least)
    if (by === 'z-score') return (turned - mean) / sd
    const below = known.filter((other) => other < turned).length
    const same = known.filter((other) => other === turned).length
    const rank = below + (same + 1) / 2
    return by === 'rank' ? rank : (100 * (rank - 1)) / (known.length - 1)
  })
}

/**
 * Every node of the tree for one unit, from its leaves up.
 *
 * @param leaves [nodes] normalized values of leaves; null where missing, and for nodes that are no leaves
 * @returns [nodes] null where a part is missing, or where the mean is not defined (a value at or below 0 under a geometric
 *   or harmonic mean, weights that sum to 0)
 * @throws RangeError if a parent does not stand after its child
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6
 * @example
 * aggregateTree([{ code: 'a', parent: 2, weight: 1, direction: 1 }, { code: 'b', parent: 2, weight: 3, direction: 1 }, { code: 'all', parent: -1, weight: 1, direction: 1 }], [10, 50, null], 'arithmetic') // => [10, 50, 40]
 */
export function aggregateTree(
  nodes: readonly CompositeNode[],
  leaves: readonly (number | null)[],
  by: Aggregation,
  weights: ArrayLike<number> = nodes.map(({ weight }) => weight),
): readonly (number | null)[] {
  const values = [...leaves]
  const sum = new Float64Array(nodes.length)
  const total = new Float64Array(nodes.length)
  const state = new Int8Array(nodes.length) // 0 a leaf, 1 put together, −1 a part is not there
  for (const [at, { parent }] of nodes.entries()) {
    if (state[at] !== 0) {
      const mean = (sum[at] ?? 0) / (total[at] ?? 0)
      const defined = state[at] === 1 && (total[at] ?? 0) > 0
      values[at] = !defined
        ? null
        : by === 'arithmetic'
          ? mean
          : by === 'geometric'
            ? Math.exp(mean)
            : 1 / mean
    }
    if (parent === -1) continue
    if (parent <= at) throw new RangeError('aggregateTree: a parent must stand after its children')
    const weight = weights[at] ?? 0
    const value = values[at] ?? null
    total[parent] = (total[parent] ?? 0) + weight
    if (value === null || (by !== 'arithmetic' && !(value > 0))) state[parent] = -1
    else {
      if (state[parent] === 0) state[parent] = 1
      const part = by === 'arithmetic' ? value : by === 'geometric' ? Math.log(value) : 1 / value
      sum[parent] = (sum[parent] ?? 0) + weight * part
    }
  }
  return values
}

/**
 * Ranks of units, 1 the highest; equals share the mean of their ranks; null where there is no value.
 *
 * @throws RangeError never
 * @see Kendall (1945), Biometrika 33(3), on ties
 * @example
 * ranksOf([3, null, 5, 3]) // => [2.5, null, 1, 2.5]
 */
export function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value) => {
    if (value === null) return null
    const above = values.filter((other) => other !== null && other > value).length
    const same = values.filter((other) => other === value).length
    return above + (same + 1) / 2
  })
}

/**
 * 95 % intervals of ranks when nobody knows the weights well: each is drawn uniformly within a share of itself.
 *
 * @param leaves [units][nodes] normalized
 * @param spread in [0, 1]: 0.25 draws weights from three to five quarters
 * @returns [units] null where a unit has no value
 * @throws RangeError if spread lies outside [0, 1]
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168(2), section 3
 * @example
 * rankIntervals([{ code: 'a', parent: 1, weight: 1, direction: 1 }, { code: 'all', parent: -1, weight: 1, direction: 1 }], [[10, null], [20, null]], 'arithmetic', 0.25, 50, 1) // => [[2, 2], [1, 1]]
 */
export function rankIntervals(
  nodes: readonly CompositeNode[],
  leaves: readonly (readonly (number | null)[])[],
  by: Aggregation,
  spread: number,
  draws: number,
  seed: number,
): readonly (readonly [number, number] | null)[] {
  if (!(spread >= 0 && spread <= 1))
    throw new RangeError(`rankIntervals: spread must lie in [0, 1], got ${spread}`)
  const next = random(seed)
  const root = nodes.length - 1
  const ranks: number[][] = leaves.map(() => [])
  for (let draw = 0; draw < draws; draw++) {
    const weights = nodes.map(({ weight }) => weight * (1 + spread * (2 * next() - 1)))
    const scores = leaves.map((row) => aggregateTree(nodes, row, by, weights)[root] ?? null)
    for (const [unit, rank] of ranksOf(scores).entries()) if (rank !== null) ranks[unit]?.push(rank)
  }
  return ranks.map((list) => {
    const sorted = list.toSorted((a, b) => a - b)
    return sorted.length === 0 ? null : [quantile(sorted, 0.025), quantile(sorted, 0.975)]
  })
}
