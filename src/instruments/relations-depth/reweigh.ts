import type { Framework } from '#domain/framework'
import { profileOf, roomFor } from './index-depth.ts'
import type { Request, Result } from './model.ts'
import { treeOf } from './tree.ts'

/** Depth of one partner under other weights; null where too little is known under them. */
export interface Reweighed {
  readonly relation: string
  readonly title: string
  readonly titleVi: string
  readonly before: number | null
  readonly after: number | null
}

/**
 * The same leaves put together under other weights, deepest first: fast enough to follow a slider.
 *
 * @param framework the one that the analysis pinned
 * @param weights   of criteria, in place of those of the framework
 */
export function reweigh(
  { standings }: Pick<Result, 'standings'>,
  framework: Framework,
  request: Pick<Request, 'aggregate' | 'leastCoverage' | 'weights'>,
  weights: Readonly<Record<string, number>>,
): readonly Reweighed[] {
  const trees = [treeOf(framework, request.weights), treeOf(framework, { ...request.weights, ...weights })]
  const depthIn = (tree: (typeof trees)[number], leaves: Result['standings'][number]['leaves']) => {
    const { depth } = profileOf(tree, leaves, { ...request, leastCoverage: 0 }, roomFor(tree))
    return Number.isNaN(depth) ? null : depth
  }
  return standings
    .map(({ relation, title, titleVi, leaves }) => {
      const [before = null, after = null] = trees.map((tree) => depthIn(tree, leaves))
      return { relation, title, titleVi, before, after }
    })
    .toSorted((a, b) => (b.after ?? -1) - (a.after ?? -1))
}
