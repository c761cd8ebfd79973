import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { sobolIndices } from '#numeric/sobol-indices'
import { drawnDepth, drawWeights, type Profile, pick, roomFor } from './index-depth.ts'
import type { Request, Sensitivity } from './model.ts'
import type { Tree } from './tree.ts'

const inputs = ['measurement', 'missing', 'weights', 'aggregation'] as const
const rows = 512

/**
 * How much of the variance of depth is owed to errors of measurement, to what is missing, to weights and to the way of putting
 * together. Each group of inputs is drawn as one: its uniform number is the seed of all draws of the group.
 *
 * @returns nothing if depth does not vary
 * @see Jacques, Lavergne & Devictor (2006), Reliability Engineering & System Safety 91, on groups; Saltelli et al. (2010)
 */
export function sensitivity(tree: Tree, profile: Profile, request: Request): readonly Sensitivity[] {
  if (Number.isNaN(profile.depth)) return []
  const room = roomFor(tree)
  const seeded = (u: number) => random(Math.floor(u * 2 ** 31))
  const indices = sobolIndices(
    (u) => {
      const normal = [randomNormal(seeded(u[0] ?? 0)), randomNormal(seeded(u[1] ?? 0))] as const
      const weights = drawWeights(tree, request.weightSpread, seeded(u[2] ?? 0), room)
      return drawnDepth(tree, profile, request, weights, pick(request.alternatives, u[3] ?? 0), normal, room)
    },
    inputs.length,
    rows,
    request.seed,
  )
  return (indices ?? []).map((index, at) => {
    const as = (value: number, interval: readonly [number, number]) => ({
      value,
      interval: [interval[0], interval[1]] as [number, number],
      unit: 'share of variance',
      uncertainty: '95 % bootstrap over the design',
    })
    return {
      input: inputs[at] ?? 'measurement',
      first: as(index.first, index.firstInterval),
      total: as(index.total, index.totalInterval),
    }
  })
}
