import type { Estimate } from '#domain/finding'
import { isMissing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { absent } from './absent.ts'
import { estimate } from './estimate.ts'
import { drawnDepth, drawWeights, type Profile, pick, profileOf, roomFor } from './index-depth.ts'
import type { Leaf, Lever, Request, Result } from './model.ts'
import type { Tree } from './tree.ts'

/** How far a criterion is moved where no plan names a target. */
const step = 0.2

/**
 * Which movement would raise depth most for its effort (D14), and depth if all of a plan is reached. Without a plan every criterion is
 * moved by a fifth of its scale at an effort of one.
 */
export function leversOf(
  tree: Tree,
  leaves: readonly Leaf[],
  plan: Plan | null,
  request: Request,
): Pick<Result, 'levers' | 'planned'> {
  const room = roomFor(tree)
  const now = profileOf(tree, leaves, request, room)
  const targets =
    plan?.targets ??
    leaves
      .filter(({ weight }) => weight > 0)
      .map(({ code, share }) => ({
        leaf: code,
        share: isMissing(share) ? step : Math.min(1, share + step),
        effort: 1,
        owner: undefined,
      }))
  const levers = targets.flatMap(({ leaf: code, share: target, effort, owner }): Lever[] => {
    const leaf = leaves.find((one) => one.code === code)
    if (leaf === undefined) return []
    const gain = isMissing(leaf.share) ? absent('not-collected', 'nowUnknown') : gained([[code, target]])
    return [
      {
        leaf: code,
        title: leaf.title,
        titleVi: leaf.titleVi,
        now: leaf.share,
        target,
        distance: isMissing(leaf.share) ? leaf.share : target - leaf.share,
        effort,
        gain,
        gainPerEffort: isMissing(gain) ? gain : gain.value / effort,
        owner: owner ?? null,
      },
    ]
  })
  const order = (lever: Lever) => (isMissing(lever.gainPerEffort) ? -Infinity : lever.gainPerEffort)
  return {
    levers: levers.toSorted((a, b) => order(b) - order(a) || a.leaf.localeCompare(b.leaf)),
    planned:
      plan === null
        ? absent('not-applicable', 'noPlan')
        : depthWith(plan.targets.filter(({ leaf }) => isKnown(leaf)).map(({ leaf, share }) => [leaf, share])),
  }

  /** A target for what is not known would move depth down or up only because it is known at last. */
  function isKnown(code: string): boolean {
    const leaf = leaves.find((one) => one.code === code)
    return leaf !== undefined && !isMissing(leaf.share)
  }
  function moved(to: readonly (readonly [string, number])[]): Profile {
    const aim = new Map(to)
    const after = leaves.map((leaf) => {
      const share = aim.get(leaf.code)
      return share === undefined ? leaf : { ...leaf, share }
    })
    return profileOf(tree, after, request, room)
  }
  function drawsOf(profile: Profile): Float64Array {
    const streams = [1, 2, 3, 4].map((stream) => random(request.seed, stream))
    const [measurement, gaps, weighing, choosing] = streams as [
      () => number,
      () => number,
      () => number,
      () => number,
    ] // four streams
    const normal = [randomNormal(measurement), randomNormal(gaps)] as const
    return Float64Array.from({ length: Math.min(400, request.draws) }, () => {
      const weights = drawWeights(tree, request.weightSpread, weighing, room)
      const by = pick(request.alternatives, choosing())
      return drawnDepth(tree, profile, request, weights, by, normal, room)
    })
  }
  function gained(to: readonly (readonly [string, number])[]): Estimate {
    const after = moved(to)
    const [before, then] = [drawsOf(now), drawsOf(after)]
    const gains = then.map((value, at) => value - (before[at] ?? 0))
    return estimate(after.depth - now.depth, gains, 'depth, 0 to 1', '90 % of joint draws')
  }
  function depthWith(to: readonly (readonly [string, number])[]): Estimate {
    const after = moved(to)
    return estimate(after.depth, drawsOf(after), 'depth, 0 to 1', '90 % of joint draws')
  }
}
