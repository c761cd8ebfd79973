import { climbPosterior } from './ideal-points-climb.ts'
import { pointVariances } from './ideal-points-errors.ts'
import { type IdealPointsInput, type ItemLayout, layOutItems } from './ideal-points-layout.ts'
import { startPoints } from './ideal-points-start.ts'
import { type ItemBuffers, itemBuffers, itemSums } from './ideal-points-sums.ts'
import { type SharedTask, sharedFloats } from './team.ts'

/**
 * Ideal points, at mean 0 and standard deviation 1 over units, the anchor's mean positive. A unit is a state, or a
 * state in a session where points walk; only units that voted in a divided roll call are there.
 */
export interface IdealPoints {
  /** [units] */
  readonly unitState: Int32Array
  /** [units] 0 where points do not walk */
  readonly unitSession: Int32Array
  readonly point: Float64Array
  /**
   * Standard errors. Of single points: from the observed information of points and items together, by the delta method
   * for the scale. Of walks: standard deviation given by the smoother, items held at their estimates.
   */
  readonly se: Float64Array
  /** [rollCalls] the item of each roll call, or −1 if all voted alike */
  readonly itemOf: Int32Array
  /** [3 × items] slope, first cut, second cut: P(vote ≤ k) = Φ(cutₖ − slope · point) */
  readonly items: Float64Array
  readonly iterations: number
  readonly converged: boolean
  /** natural, of all votes in divided roll calls */
  readonly logLikelihood: number
  /** log likelihood with the log priors, without their constants */
  readonly logPosterior: number
  /** units of the prior in one unit of the reported scale */
  readonly scale: number
}

/** What threads are given of an estimation. */
export interface IdealPointsShared {
  readonly layout: ItemLayout
  readonly buffers: ItemBuffers
  /** [units²] precision of the points, items eliminated; empty where points walk */
  readonly precision: Float64Array
  readonly states: number
  readonly anchor: number
  readonly seed: number
  readonly mostIterations: number
}

/**
 * Ideal points from votes: the mode of the posterior of the probit item response model with normal priors, points
 * N(0, 1) and items N(0, itemVariance); the same posterior that the EM algorithm of Imai, Lo and Olmsted climbs. The
 * ordinal model has two cut points for each roll call; with a walk, points move from session to session.
 *
 * @see Clinton, Jackman & Rivers (2004), APSR 98(2); Imai, Lo & Olmsted (2016), APSR 110(4), eq. 1–3; Martin & Quinn
 *   (2002), Political Analysis 10(2); Bailey, Strezhnev & Voeten (2017), Journal of Conflict Resolution 61(2)
 */
export const idealPoints: SharedTask<IdealPointsInput, IdealPointsShared, IdealPoints> = {
  prepare(input) {
    const layout = layOutItems(input)
    return {
      layout,
      buffers: itemBuffers(layout),
      precision: sharedFloats(input.walkVariance === null ? layout.units ** 2 : 0),
      states: input.votes.states,
      anchor: input.anchor,
      seed: input.seed,
      mostIterations: input.mostIterations,
    }
  },
  run({ layout, buffers, precision, states, anchor, seed, mostIterations }, team) {
    const sums = itemSums(layout, buffers, team)
    const x = startPoints(layout, states, seed)
    const climbed = climbPosterior(layout, sums, x, mostIterations, team)
    const { mean, sd } = spreadOf(x)
    const sign = meanOf(x, layout.unitState, anchor) < mean ? -1 : 1
    const scale = sign * (sd > 0 ? sd : 1)
    const point = x.map((p) => (p - mean) / scale)
    const variances = pointVariances(layout, sums, buffers, x, point, precision, team)
    return {
      unitState: layout.unitState,
      unitSession: layout.unitSession,
      point,
      se: variances.map((variance) => Math.sqrt(variance) / Math.abs(scale)),
      itemOf: layout.itemOf,
      items: rescaled(buffers.at, layout, mean, scale),
      ...climbed,
      scale: Math.abs(scale),
    }
  },
}

function spreadOf(x: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = Math.max(1, x.length)
  const mean = x.reduce((sum, p) => sum + p, 0) / n
  return { mean, sd: Math.sqrt(x.reduce((sum, p) => sum + (p - mean) ** 2, 0) / n) }
}

function meanOf(x: Float64Array, unitState: Int32Array, state: number): number {
  let sum = 0
  let count = 0
  for (const [u, p] of x.entries())
    if (unitState[u] === state) {
      sum += p
      count++
    }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count
}

/** Items for points on the reported scale. */
function rescaled(at: Float64Array, layout: ItemLayout, mean: number, scale: number): Float64Array {
  const items = new Float64Array(at.length)
  for (let item = 0; item < layout.items; item++) {
    const slope = at[3 * item] ?? 0
    const second = layout.itemCuts[item] === 2 ? 2 : 1
    items[3 * item] = slope * scale
    items[3 * item + 1] = (at[3 * item + 1] ?? 0) - slope * mean
    items[3 * item + 2] = (at[3 * item + second] ?? 0) - slope * mean
  }
  return items
}
