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
    const exact = gained < 1
    sums.slope(x, exact, gradient, curvature)
    walkPrior(layout, x, gradient)
    walkPivots(layout, curvature, pivots)
    newtonStep(layout, sums, gradient, curvature, pivots, step, work, gained < 10 ? 1e-3 : 0.03)
    const rise = dot(gradient, step)
    if (exact && rise < enough) {
      converged = true
      break
    }
    let longest = 0
    for (const d of step) longest = Math.max(longest, Math.abs(d))
    let share = Math.min(1, 1 / longest)
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
      if (k === 0) step.set(toward)
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
