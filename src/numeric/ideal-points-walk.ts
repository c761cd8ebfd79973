import type { ItemLayout } from './ideal-points-layout.ts'

type Walks = Pick<ItemLayout, 'units' | 'unitBefore' | 'unitStep'>

/**
 * Log prior density of points, without its constant: N(0, 1) where a walk begins (or for a single point), normal steps
 * after that. Adds its gradient.
 *
 * @param gradient [units] added to
 * @see Martin & Quinn (2002), Political Analysis 10(2), eq. 5
 * @example
 * walkPrior({ units: 2, unitBefore: Int32Array.of(-1, 0), unitStep: Float64Array.of(0, 4) }, Float64Array.of(1, 2), new Float64Array(2)) // => -2.5
 */
export function walkPrior(walks: Walks, x: Float64Array, gradient: Float64Array): number {
  let value = 0
  for (let u = 0; u < walks.units; u++) {
    const here = x[u] as number // in bounds by construction, here and below
    const before = walks.unitBefore[u] as number
    if (before < 0) {
      value -= 0.5 * here * here
      gradient[u] = (gradient[u] as number) - here
      continue
    }
    const k = walks.unitStep[u] as number
    const step = here - (x[before] as number)
    value -= 0.5 * k * step * step
    gradient[u] = (gradient[u] as number) - k * step
    gradient[before] = (gradient[before] as number) + k * step
  }
  return value
}

/**
 * Adds the precision of the prior, times v, to out.
 *
 * @see Rue & Held (2005), Gaussian Markov Random Fields, section 1.1
 * @example
 * addPriorTimes({ units: 1, unitBefore: Int32Array.of(-1), unitStep: Float64Array.of(0) }, Float64Array.of(3), new Float64Array(1)) // => Float64Array.of(3)
 */
export function addPriorTimes(walks: Walks, v: Float64Array, out: Float64Array): Float64Array {
  for (let u = 0; u < walks.units; u++) {
    const before = walks.unitBefore[u] as number // in bounds by construction, here and below
    if (before < 0) {
      out[u] = (out[u] as number) + (v[u] as number)
      continue
    }
    const k = (walks.unitStep[u] as number) * ((v[u] as number) - (v[before] as number))
    out[u] = (out[u] as number) + k
    out[before] = (out[before] as number) - k
  }
  return out
}

/**
 * Eliminates units in the order of time from prior precision plus `curvature`: the forward half of a Kalman smoother.
 *
 * @param curvature [units] what the votes say of each point
 * @param pivots    [units] filled: precision of each point given all before it
 * @see Kalman (1960), Journal of Basic Engineering 82(1); Rue & Held (2005), section 2.4, the same as elimination
 * @example
 * walkPivots({ units: 1, unitBefore: Int32Array.of(-1), unitStep: Float64Array.of(0) }, Float64Array.of(3), new Float64Array(1)) // => Float64Array.of(4)
 */
export function walkPivots(walks: Walks, curvature: Float64Array, pivots: Float64Array): Float64Array {
  for (let u = 0; u < walks.units; u++)
    pivots[u] =
      (curvature[u] as number) + // in bounds by construction, here and below
      ((walks.unitBefore[u] as number) < 0 ? 1 : (walks.unitStep[u] as number))
  for (let u = 0; u < walks.units; u++) {
    const before = walks.unitBefore[u] as number
    if (before >= 0) pivots[before] = (pivots[before] as number) + (walks.unitStep[u] as number)
  }
  for (let u = 0; u < walks.units; u++) {
    const before = walks.unitBefore[u] as number
    if (before < 0) continue
    const k = walks.unitStep[u] as number
    pivots[u] = (pivots[u] as number) - (k * k) / (pivots[before] as number)
  }
  return pivots
}

/**
 * Solves (prior precision + curvature) · out = v with the pivots: a pass forwards and a pass backwards.
 *
 * @see Rauch, Tung & Striebel (1965), AIAA Journal 3(8)
 * @example
 * solveWalk({ units: 1, unitBefore: Int32Array.of(-1), unitStep: Float64Array.of(0) }, Float64Array.of(4), Float64Array.of(2), new Float64Array(1)) // => Float64Array.of(0.5)
 */
export function solveWalk(
  walks: Walks,
  pivots: Float64Array,
  v: Float64Array,
  out: Float64Array,
): Float64Array {
  out.set(v)
  for (let u = 0; u < walks.units; u++) {
    const before = walks.unitBefore[u] as number // in bounds by construction, here and below
    if (before < 0) continue
    out[u] =
      (out[u] as number) +
      ((walks.unitStep[u] as number) * (out[before] as number)) / (pivots[before] as number)
  }
  for (let u = 0; u < walks.units; u++) out[u] = (out[u] as number) / (pivots[u] as number)
  for (let u = walks.units - 1; u >= 0; u--) {
    const before = walks.unitBefore[u] as number
    if (before < 0) continue
    out[before] =
      (out[before] as number) +
      ((walks.unitStep[u] as number) * (out[u] as number)) / (pivots[before] as number)
  }
  return out
}

/**
 * Variance of every point given all votes of its walk, items held: the backward half of the smoother.
 *
 * @see Rauch, Tung & Striebel (1965), AIAA Journal 3(8)
 * @example
 * walkVariances({ units: 1, unitBefore: Int32Array.of(-1), unitStep: Float64Array.of(0) }, Float64Array.of(4)) // => Float64Array.of(0.25)
 */
export function walkVariances(walks: Walks, pivots: Float64Array): Float64Array {
  const variance = Float64Array.from(pivots, (pivot) => 1 / pivot)
  for (let u = walks.units - 1; u >= 0; u--) {
    const before = walks.unitBefore[u] as number // in bounds by construction, here and below
    if (before < 0) continue
    const gain = (walks.unitStep[u] as number) / (pivots[before] as number)
    variance[before] = (variance[before] as number) + gain * gain * (variance[u] as number)
  }
  return variance
}
