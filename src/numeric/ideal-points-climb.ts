import type { ItemLayout } from './ideal-points-layout.ts'
import type { ItemSums } from './ideal-points-sums.ts'
import { addPriorTimes, solveWalk, walkPivots, walkPrior } from './ideal-points-walk.ts'
import type { Team } from './team.ts'

/** Where a climb ended. */
export interface Climbed {
  readonly iterations: number
  readonly converged: boolean
  /** without the constants of the priors */
  readonly logPosterior: number
  readonly logLikelihood: number
}

/** What one more Newton step would gain, below which the top is reached. */
const enough = 1e-8

/**
 * Climbs to the top of the joint posterior of points and items, from `x`, by Newton steps in the points. Items are
 * eliminated: at each trial they are climbed anew, so that the posterior never falls. Each step is found by conjugate
 * gradients, with the smoother of the walks as preconditioner; near the top the exact curvature is used.
 *
 * @param x [units] changed to the top
 * @see Imai, Lo & Olmsted (2016), American Political Science Review 110(4), eq. 3, for the posterior; Nocedal & Wright
 *   (2006), Numerical Optimization, algorithm 7.1, for the steps; Golub & Pereyra (2003), Inverse Problems 19(2)
 * @example
 * typeof climbPosterior // => 'function'
 */
export function climbPosterior(
  layout: ItemLayout,
  sums: ItemSums,
  x: Float64Array,
  mostIterations: number,
  team: Team,
): Climbed {
  const room = Array.from({ length: 9 }, () => new Float64Array(layout.units))
  const [gradient, curvature, pivots, step, trial, nowhere, ...work] = room as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    ...Float64Array[],
  ] // nine vectors
  let fit = sums.climb(x, 20)
  let value = fit.value + walkPrior(layout, x, nowhere)
  let gained = Number.POSITIVE_INFINITY
  let iterations = 0
  let converged = false
  for (; iterations < mostIterations && !converged; iterations++) {
    team.progress(iterations, mostIterations)
    const exact = gained < 300
    if (!exact) {
      expandToPrior(layout, sums, x)
      fit = sums.climb(x, 2)
      value = fit.value + walkPrior(layout, x, nowhere)
    }
    sums.slope(x, exact, gradient, curvature)
    walkPrior(layout, x, gradient)
    walkPivots(layout, curvature, pivots)
    newtonStep(layout, sums, gradient, curvature, pivots, step, work, gained < 10 ? 1e-3 : 0.03)
    const rise = dot(gradient, step)
    if (exact && rise < enough) {
      converged = true
      break
    }
    let share = Math.min(1, 1 / longest(step))
    sums.keep()
    const before = value
    for (let halvings = 0; halvings < 20; halvings++, share /= 2) {
      for (let u = 0; u < trial.length; u++) {
        const move = share * (step[u] as number) // in bounds by construction, here and below
        trial[u] = (x[u] as number) + move
        nowhere[u] = move
      }
      sums.answer(nowhere)
      fit = sums.climb(trial, 2)
      value = fit.value + walkPrior(layout, trial, nowhere)
      if (value >= before + 1e-4 * share * rise - 1e-11 * Math.abs(before)) break
      sums.restore()
    }
    x.set(trial)
    gained = value - before
  }
  return { iterations, converged, logPosterior: value, logLikelihood: fit.logLikelihood }
}

/**
 * Points moved to scale·x + shift, and items with them, give the same votes; the prior alone chooses among these.
 *
 * @see Liu, Rubin & Wu (1998), Biometrika 85(4), parameter expansion
 */
function expandToPrior(layout: ItemLayout, sums: ItemSums, x: Float64Array): void {
  const pull = new Float64Array(x.length)
  const square = -2 * walkPrior(layout, x, pull)
  const level = -pull.reduce((sum, p) => sum + p, 0)
  const walks = layout.unitBefore.reduce((sum, before) => sum + (before < 0 ? 1 : 0), 0)
  const [slopes = 0, perCut = 0, product = 0] = sums.spread()
  const p = layout.itemPrecision
  const shiftFor = (c: number) => -(c * level + (p * product) / c) / (walks + (p * perCut) / (c * c))
  const cost = (c: number) => {
    const shift = shiftFor(c)
    const ratio = shift / c
    const points = c * c * square + 2 * c * shift * level + shift * shift * walks
    return points + p * (slopes / (c * c) + 2 * ratio * product + ratio * ratio * perCut)
  }
  let low = Math.log(0.1)
  let high = Math.log(10)
  for (let round = 0; round < 60; round++) {
    const third = (high - low) / 3
    if (cost(Math.exp(low + third)) < cost(Math.exp(high - third))) high -= third
    else low += third
  }
  const scale = Math.exp((low + high) / 2)
  const shift = shiftFor(scale)
  sums.expand(scale, shift)
  for (let u = 0; u < x.length; u++) x[u] = scale * (x[u] as number) + shift
}

/** Solves (curvature − what the items answer) · step = gradient; where the surface bends up, it stops before. */
function newtonStep(
  layout: ItemLayout,
  sums: ItemSums,
  gradient: Float64Array,
  curvature: Float64Array,
  pivots: Float64Array,
  step: Float64Array,
  [residual, toward, bent]: readonly Float64Array[],
  precision: number,
): void {
  if (residual === undefined || toward === undefined || bent === undefined) return
  const eased = new Float64Array(layout.units)
  step.fill(0)
  residual.set(gradient)
  solveWalk(layout, pivots, residual, eased)
  toward.set(eased)
  let size = dot(residual, eased)
  const goal = size * precision * precision
  for (let k = 0; k < 200 && size > goal; k++) {
    sums.bend(toward, bent)
    for (let u = 0; u < bent.length; u++)
      bent[u] = (curvature[u] as number) * (toward[u] as number) - (bent[u] as number)
    addPriorTimes(layout, toward, bent)
    const bends = dot(toward, bent)
    if (!(bends > 0)) {
      const far = 0.5 / longest(toward)
      for (let u = 0; u < step.length; u++) step[u] = (step[u] as number) + far * (toward[u] as number)
      return
    }
    const length = size / bends
    for (let u = 0; u < step.length; u++) {
      step[u] = (step[u] as number) + length * (toward[u] as number)
      residual[u] = (residual[u] as number) - length * (bent[u] as number)
    }
    solveWalk(layout, pivots, residual, eased)
    const next = dot(residual, eased)
    const keep = next / size
    for (let u = 0; u < toward.length; u++) toward[u] = (eased[u] as number) + keep * (toward[u] as number)
    size = next
  }
}

function longest(v: Float64Array): number {
  let most = 0
  for (const d of v) most = Math.max(most, Math.abs(d))
  return most
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
