import type { Aggregation } from './composite.ts'

/** A node of the tree: where it hangs, and what it weighs beside its siblings. Parents stand after their children. */
export interface CompositeNode {
  readonly code: string
  /** place of the parent in the list, −1 for the root, which stands last */
  readonly parent: number
  /** at least 0 */
  readonly weight: number
  /** −1 where less is better; of leaves */
  readonly direction: 1 | -1
}

/** Who stands under whom: the parts of node i are `children` from `first[i]` to `first[i + 1]`. */
export interface CompositeTree {
  /** [nodes] place of the parent, −1 for the root */
  readonly parents: Int32Array
  /** [nodes + 1] */
  readonly first: Int32Array
  /** [nodes − 1] */
  readonly children: Int32Array
}

/**
 * The tree of a list of parents.
 *
 * @param parents [nodes] place of the parent, −1 for the root, which stands last
 * @throws RangeError if a parent does not stand after its child
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 1
 * @example
 * compositeTree(Int32Array.of(2, 2, -1)).children // => Int32Array.of(0, 1)
 */
export function compositeTree(parents: Int32Array): CompositeTree {
  const nodes = parents.length
  const list: number[] = []
  const first = new Int32Array(nodes + 1)
  for (let node = 0; node < nodes; node++) {
    const parent = parents[node] ?? -1
    if (node === nodes - 1 ? parent !== -1 : parent <= node || parent >= nodes)
      throw new RangeError('compositeTree: a parent must stand after its children, and the root last')
    for (let child = 0; child < node; child++) if (parents[child] === node) list.push(child)
    first[node + 1] = list.length
  }
  return { parents, first, children: Int32Array.from(list) }
}

/** While the tree is climbed, a mean that is not defined is no gap: it may not be passed over further up. */
const undefinedMean = Number.NEGATIVE_INFINITY

/**
 * Every node of the tree for every unit, from the leaves up.
 *
 * @param scores   [nodes × units], node by node; the leaves are filled, not a number where missing; receives the rest: not a number
 *   where too few parts are known, where their weights sum to 0, and where the mean is not defined (a part at or below 0 under a
 *   geometric or harmonic mean)
 * @param weights  [nodes] at least 0
 * @param coverage in [0, 1]: the share of the parts of a node that must be known; at 1 all of them
 * @throws RangeError never
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6
 * @example
 * aggregateTree(Float64Array.of(10, 50, 0), 1, compositeTree(Int32Array.of(2, 2, -1)), Float64Array.of(1, 3, 1), 'arithmetic', 1) // => Float64Array.of(10, 50, 40)
 */
export function aggregateTree(
  scores: Float64Array,
  units: number,
  tree: CompositeTree,
  weights: Float64Array,
  by: Aggregation,
  coverage: number,
): Float64Array {
  const { first, children } = tree
  for (let node = 0; node < tree.parents.length; node++) {
    const [from, to] = [first[node] ?? 0, first[node + 1] ?? 0]
    if (from === to) continue
    const needed = Math.max(1, Math.ceil(coverage * (to - from) - 1e-9))
    for (let unit = 0; unit < units; unit++) {
      let sum = 0
      let total = 0
      let known = 0
      for (let at = from; at < to; at++) {
        const child = children[at] ?? 0
        const value = scores[child * units + unit] ?? Number.NaN
        if (Number.isNaN(value)) continue
        const weight = weights[child] ?? 0
        known++
        total += weight
        if (by === 'arithmetic') sum += weight * value
        else if (!(value > 0)) sum = Number.NaN
        else sum += weight * (by === 'geometric' ? Math.log(value) : 1 / value)
      }
      const mean = sum / total
      const whole = by === 'arithmetic' ? mean : by === 'geometric' ? Math.exp(mean) : 1 / mean
      scores[node * units + unit] = Number.isNaN(sum)
        ? undefinedMean
        : known >= needed && total > 0
          ? whole
          : Number.NaN
    }
  }
  for (let at = 0; at < scores.length; at++) if (scores[at] === undefinedMean) scores[at] = Number.NaN
  return scores
}

/**
 * What each leaf weighs in the whole: the product of the shares of weights on its way up to the root.
 *
 * @param into [nodes] receives them; of nodes that are no leaves, what they weigh themselves
 * @throws RangeError never
 * @see Munda & Nardo (2009), Applied Economics 41(12): weights of importance belong to indicators
 * @example
 * weightsInAll(compositeTree(Int32Array.of(2, 2, -1)), Float64Array.of(1, 3, 1), new Float64Array(3)) // => Float64Array.of(0.25, 0.75, 1)
 */
export function weightsInAll(tree: CompositeTree, weights: Float64Array, into: Float64Array): Float64Array {
  const { first, children } = tree
  const nodes = tree.parents.length
  into[nodes - 1] = 1
  for (let node = nodes - 1; node >= 0; node--) {
    const [from, to] = [first[node] ?? 0, first[node + 1] ?? 0]
    let total = 0
    for (let at = from; at < to; at++) total += weights[children[at] ?? 0] ?? 0
    for (let at = from; at < to; at++) {
      const child = children[at] ?? 0
      into[child] = total > 0 ? ((into[node] ?? 0) * (weights[child] ?? 0)) / total : 0
    }
  }
  return into
}
