import type { Estimate } from '#domain/finding'
import type { Framework } from '#domain/framework'
import { estimate } from './estimate.ts'
import { drawnStandings, profileOf, roomFor } from './index-depth.ts'
import type { Request, Result } from './model.ts'
import { treeOf } from './tree.ts'

/** Depth of one partner under other weights; null where nothing is known under them. */
export interface Reweighed {
  readonly relation: string
  readonly title: string
  readonly titleVi: string
  readonly before: number | null
  readonly after: Estimate | null
}

const draws = 100

/**
 * The same leaves put together under other weights, deepest first, with intervals from fewer draws: fast enough to follow a slider.
 *
 * @param framework the one that the analysis pinned
 * @param weights   of criteria, in place of those of the framework
 */
export function reweigh(
  { standings }: Pick<Result, 'standings'>,
  framework: Framework,
  request: Request,
  weights: Readonly<Record<string, number>>,
): readonly Reweighed[] {
  const [before, after] = [
    treeOf(framework, request.weights),
    treeOf(framework, { ...request.weights, ...weights }),
  ]
  const room = roomFor(before)
  const loose = { ...request, leastCoverage: 0, draws }
  const was = standings.map(({ leaves }) => profileOf(before, leaves, loose, room).depth)
  const profiles = standings.map(({ leaves }) => profileOf(after, leaves, loose, room))
  const { depths } = drawnStandings(after, profiles, loose)
  return standings
    .map(({ relation, title, titleVi }, at): Reweighed => {
      const value = profiles[at]?.depth ?? Number.NaN
      return {
        relation,
        title,
        titleVi,
        before: known(was[at]),
        after: Number.isNaN(value)
          ? null
          : estimate(value, depths[at] ?? [], 'depth, 0 to 1', `90 % of ${draws} joint draws`),
      }
    })
    .toSorted((a, b) => (b.after?.value ?? -1) - (a.after?.value ?? -1))
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
