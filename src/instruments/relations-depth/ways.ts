import { missing } from '#domain/missing'
import { aggregations, ranksOf } from '#numeric/composite'
import { profileOf, type Room } from './index-depth.ts'
import type { Leaf, Request, Standing, Way } from './model.ts'
import type { Tree } from './tree.ts'

/**
 * Every relation put together in every way, so that the choice of one can be seen beside the others (D5). A relation of which too little
 * is known has no number under any.
 *
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6
 */
export function waysOf(
  tree: Tree,
  standings: readonly Standing[],
  leaves: readonly (readonly Leaf[])[],
  { leastCoverage }: Pick<Request, 'leastCoverage'>,
  room: Room,
): readonly Way[] {
  const byWay = aggregations.map((aggregate) => {
    const depths = leaves.map((list) => {
      const { depth } = profileOf(tree, list, { aggregate, leastCoverage }, room)
      return Number.isNaN(depth) ? null : depth
    })
    return { aggregate, depths, ranks: ranksOf(depths) }
  })
  const none = missing('below-threshold', 'too little is known')
  return standings.map(({ relation, title, titleVi }, at) => ({
    relation,
    title,
    titleVi,
    by: byWay.map(({ aggregate, depths, ranks }) => ({
      way: aggregate,
      depth: depths[at] ?? none,
      rank: ranks[at] ?? none,
    })),
  }))
}
