import type { Estimate } from '#domain/finding'
import type { Framework } from '#domain/framework'
import { isMissing, type Missing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import { absent } from './absent.ts'
import { profileOf, roomFor } from './index-depth.ts'
import { leversOf } from './levers.ts'
import type { Leaf, Lever, Request } from './model.ts'
import { treeOf } from './tree.ts'

type Targets = Plan['targets']

/** What depth would gain if targets were reached: without intervals, fast enough to follow a slider. */
export interface GainsAtOnce {
  /** depth now; missing where too little is known */
  readonly now: number | Missing
  /** depth if all targets of what is known are reached */
  readonly planned: number | Missing
  /** by leaf: depth gained if this target alone is reached; missing where it is not known where the leaf stands */
  readonly gains: ReadonlyMap<string, number | Missing>
}

/**
 * What depth would gain from targets, each alone and all together, without drawing anything.
 *
 * @param leaves of one relation, as an analysis read them
 * @param framework the one that the analysis pinned
 */
export function gainsAtOnce(
  framework: Framework,
  request: Pick<Request, 'aggregate' | 'leastCoverage' | 'weights'>,
  leaves: readonly Leaf[],
  targets: Targets,
): GainsAtOnce {
  const tree = treeOf(framework, request.weights)
  const room = roomFor(tree)
  const depthWith = (aimed: Targets): number | Missing => {
    const aims = new Map(aimed.map(({ leaf, share }) => [leaf, share]))
    const moved = leaves.map((leaf) => ({ ...leaf, share: aims.get(leaf.code) ?? leaf.share }))
    const { depth } = profileOf(tree, moved, request, room)
    return Number.isNaN(depth) ? absent('below-threshold', 'tooLittle') : depth
  }
  const isKnown = (code: string) => leaves.some((leaf) => leaf.code === code && !isMissing(leaf.share))
  const now = depthWith([])
  const gainOf = (target: Targets[number]): number | Missing => {
    const share = leaves.find(({ code }) => code === target.leaf)?.share
    if (share === undefined) return absent('not-applicable', 'noCriterion')
    if (isMissing(share)) return absent('not-collected', 'nowUnknown')
    const then = depthWith([target])
    return isMissing(now) ? now : isMissing(then) ? then : then - now
  }
  return {
    now,
    planned: depthWith(targets.filter(({ leaf }) => isKnown(leaf))),
    gains: new Map(targets.map((target) => [target.leaf, gainOf(target)])),
  }
}

/**
 * The same with 90 % intervals of joint draws: what an analysis that is run with this plan says.
 *
 * @param plan targets; empty targets give the present
 */
export function planGains(
  framework: Framework,
  request: Request,
  leaves: readonly Leaf[],
  plan: Plan,
): { readonly levers: readonly Lever[]; readonly planned: Estimate | Missing } {
  const tree = treeOf(framework, request.weights)
  const { depth } = profileOf(tree, leaves, request, roomFor(tree))
  if (Number.isNaN(depth)) return { levers: [], planned: absent('below-threshold', 'tooLittle') }
  return leversOf(tree, leaves, plan, request)
}
