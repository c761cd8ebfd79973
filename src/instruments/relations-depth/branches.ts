import { isMissing } from '#domain/missing'
import { absent } from './absent.ts'
import type { Profile } from './index-depth.ts'
import type { Branch, Leaf } from './model.ts'
import { above, type Tree, wholeOf } from './tree.ts'

/** Every criterion above the leaves with its value, the error of what is known below it, and how much is known. */
export function branchesOf(tree: Tree, { central, sd }: Profile, leaves: readonly Leaf[]): readonly Branch[] {
  const at = new Map(tree.criteria.map(({ code }, place) => [code, place]))
  const within = weightsWithin(tree)
  const weigh = (list: readonly Leaf[]) =>
    list.reduce((sum, { code }) => sum + (within[at.get(code) ?? 0] ?? 0), 0)
  return tree.criteria.flatMap((criterion, place): Branch[] => {
    if (tree.leaf[place] === 1) return []
    const its = leaves.filter(({ under }) => under.includes(criterion.code))
    const known = its.filter(({ share }) => !isMissing(share))
    const covered = weigh(known)
    const parts = known.map(({ code }) => {
      const leaf = at.get(code) ?? 0
      return ((within[leaf] ?? 0) / covered) * (sd[leaf] ?? 0)
    })
    const error = covered === 0 ? 0 : Math.hypot(...parts)
    const value = central[place] ?? Number.NaN
    const { code, title, titleVi } = criterion
    return [
      {
        code,
        title,
        titleVi: titleVi ?? title,
        depth: above(tree, place).length,
        weight: its.reduce((sum, leaf) => sum + leaf.weight, 0),
        coverage: weigh(its) === 0 ? 0 : covered / weigh(its),
        value: Number.isNaN(value)
          ? absent('not-collected', 'nothingBelow')
          : {
              value,
              interval: [Math.max(0, value - 1.6449 * error), Math.min(1, value + 1.6449 * error)],
              unit: '0 to 1',
              uncertainty: '90 %, errors of what is known; what is missing is left out',
            },
      },
    ]
  })
}

/** Weights of the leaves, those of criteria that stand beside the index included: proportions within each branch. */
function weightsWithin(tree: Tree): Float64Array {
  const weight = tree.weight.map((own, at) => (own === 0 && (tree.parent[at] ?? -1) < 0 ? 1 : own))
  return wholeOf(tree.parent, weight, tree.leaf)
}
