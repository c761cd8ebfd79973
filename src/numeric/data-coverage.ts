import type { CompositeTree } from './composite-tree.ts'

/**
 * The share of the leaves under each node for which a unit has data; of a leaf 1 or 0.
 *
 * @param leaves [nodes × units], node by node; not a number where missing; only leaves are read
 * @returns [nodes × units] shares in [0, 1]
 * @throws RangeError never
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3
 * @example
 * dataCoverage(Float64Array.of(1, NaN, 0), 1, { parents: Int32Array.of(2, 2, -1), first: Int32Array.of(0, 0, 0, 2), children: Int32Array.of(0, 1) }) // => Float64Array.of(1, 0, 0.5)
 */
export function dataCoverage(leaves: Float64Array, units: number, tree: CompositeTree): Float64Array {
  const { first, children } = tree
  const nodes = tree.parents.length
  const shares = new Float64Array(nodes * units)
  const below = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const [from, to] = [first[node] ?? 0, first[node + 1] ?? 0]
    below[node] = from === to ? 1 : children.subarray(from, to).reduce((sum, at) => sum + (below[at] ?? 0), 0)
    for (let unit = 0; unit < units; unit++) {
      let known = 0
      if (from === to) known = Number.isNaN(leaves[node * units + unit]) ? 0 : 1
      for (let at = from; at < to; at++) {
        const child = children[at] ?? 0
        known += (shares[child * units + unit] ?? 0) * (below[child] ?? 0)
      }
      shares[node * units + unit] = known / (below[node] ?? 1)
    }
  }
  return shares
}
