import { isMissing } from '#domain/missing'
import { aggregations, ranksOf } from '#numeric/composite'
import { nonCompensatory } from '#numeric/non-compensatory'
import { outrankingMatrix } from '#numeric/outranking'
import { absent } from './absent.ts'
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
  const none = absent('below-threshold', 'tooLittleKnown')
  const uncompensated = ranksWithoutCompensation(leaves, byWay[0]?.depths ?? [])
  const noDepth = absent('not-applicable', 'ranksOnly')
  return standings.map(({ relation, title, titleVi }, at) => ({
    relation,
    title,
    titleVi,
    by: [
      ...byWay.map(({ aggregate, depths, ranks }) => ({
        way: aggregate,
        depth: depths[at] ?? none,
        rank: ranks[at] ?? none,
      })),
      { way: 'non-compensatory' as const, depth: noDepth, rank: uncompensated[at] ?? none },
    ],
  }))
}

/**
 * Ranks in the order that most weight supports, pair by pair: little of one criterion is not made good by much of another.
 *
 * @see Munda & Nardo (2009), Applied Economics 41(12)
 */
function ranksWithoutCompensation(
  leaves: readonly (readonly Leaf[])[],
  depths: readonly (number | null)[],
): readonly (number | null)[] {
  const known = leaves.flatMap((list, at) => ((depths[at] ?? null) === null ? [] : [{ list, at }]))
  const units = known.length
  const criteria = (known[0]?.list ?? []).filter(({ weight }) => weight > 0)
  const values = new Float64Array(criteria.length * units)
  for (const [column, { code }] of criteria.entries())
    for (const [unit, { list }] of known.entries()) {
      const share = list.find((leaf) => leaf.code === code)?.share
      values[column * units + unit] = share === undefined || isMissing(share) ? Number.NaN : share
    }
  const matrix = new Float64Array(units * units)
  outrankingMatrix(
    values,
    units,
    Float64Array.from(criteria, ({ weight }) => weight),
    matrix,
  )
  const { order } = nonCompensatory(matrix, units)
  const ranks: (number | null)[] = leaves.map(() => null)
  for (const [place, unit] of order.entries()) ranks[known[unit]?.at ?? -1] = place + 1
  return ranks
}
