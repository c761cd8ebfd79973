import { cholesky, choleskySolve } from './cholesky.ts'

/** A point of a convex hull, by the weights of the points that span it. */
export interface HullPoint {
  /** [points] at least 0, summing to 1 */
  readonly weights: Float64Array
  /** Euclidean distance from the target */
  readonly distance: number
}

/**
 * The point of a convex hull that is nearest to a target: least squares with weights that are shares. Wolfe's finite
 * algorithm, which keeps a set of affinely independent points and drops those whose weight would turn negative.
 *
 * @param points [points × dimensions] row by row
 * @param target [dimensions]
 * @returns weights of the points; points that play no part have exactly 0
 * @throws RangeError if there are no points or the sizes do not fit
 * @see Wolfe (1976), Mathematical Programming 11, 128–149
 * @example
 * nearestInHull(Float64Array.of(0, 0, 2, 0, 0, 2), Float64Array.of(1, 0)).weights // => Float64Array.of(0.5, 0.5, 0)
 */
export function nearestInHull(points: Float64Array, target: Float64Array): HullPoint {
  const d = target.length
  const n = points.length / d
  if (!(n >= 1) || !Number.isInteger(n))
    throw new RangeError(
      `nearestInHull: points must be [n × ${d}] with n at least 1, got ${points.length} values`,
    )
  const shifted = points.map((value, at) => value - (target[at % d] ?? 0)) // the target becomes the origin
  const inner = innerProducts(shifted, n, d)
  const scale = Math.max(...Array.from({ length: n }, (_, i) => inner[i * n + i] ?? 0), Number.MIN_VALUE)
  const corral = [smallestDiagonal(inner, n)]
  let weight = [1]
  for (let round = 0; round < 100 * (n + d); round++) {
    const entering = mostDescending(inner, n, corral, weight, 1e-12 * scale)
    if (entering < 0) break
    corral.push(entering)
    weight.push(0)
    weight = minimizeWithin(inner, n, corral, weight)
  }
  const weights = new Float64Array(n)
  for (const [at, point] of corral.entries()) weights[point] = weight[at] ?? 0
  return { weights, distance: Math.sqrt(Math.max(0, quadratic(inner, n, corral, weight))) }
}

/** Moves to the affine minimum of the corral, dropping points on the way until it lies inside. */
function minimizeWithin(
  inner: Float64Array,
  n: number,
  corral: number[],
  start: readonly number[],
): number[] {
  let weight = [...start]
  while (corral.length > 1) {
    const affine = affineMinimum(inner, n, corral)
    if (affine.every((value) => value > 1e-12)) return affine
    let step = 1
    for (const [at, value] of affine.entries()) {
      const from = weight[at] ?? 0
      if (value <= 1e-12 && from > value) step = Math.min(step, from / (from - value))
    }
    weight = weight.map((from, at) => from + step * ((affine[at] ?? 0) - from))
    const leaving = weight.reduce((least, value, at) => (value < (weight[least] ?? 0) ? at : least), 0)
    corral.splice(leaving, 1)
    weight.splice(leaving, 1)
  }
  return [1]
}

/** Weights, summing to 1 but of any sign, that bring the affine hull of the corral nearest to the origin. */
function affineMinimum(inner: Float64Array, n: number, corral: readonly number[]): number[] {
  const k = corral.length
  const scale = corral.reduce((sum, i) => sum + (inner[i * n + i] ?? 0), 0) / k
  const lift = scale === 0 ? 1 : scale // Wolfe's (11ᵀ + QᵀQ) u = 1, with 1 in the units of Q
  const matrix = new Float64Array(k * k)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      matrix[a * k + b] = lift + (inner[(corral[a] ?? 0) * n + (corral[b] ?? 0)] ?? 0)
  const u = [...choleskySolve(cholesky(matrix, k, 1e-13), new Float64Array(k).fill(1))]
  const sum = u.reduce((total, value) => total + value, 0)
  return u.map((value) => value / sum)
}

/** The point outside the corral that points furthest back past the present one, or −1 if none does. */
function mostDescending(
  inner: Float64Array,
  n: number,
  corral: readonly number[],
  weight: readonly number[],
  tolerance: number,
): number {
  const here = quadratic(inner, n, corral, weight)
  let best = -1
  let least = here - tolerance
  for (let j = 0; j < n; j++) {
    if (corral.includes(j)) continue
    let product = 0
    for (const [at, i] of corral.entries()) product += (weight[at] ?? 0) * (inner[i * n + j] ?? 0)
    if (product < least) {
      least = product
      best = j
    }
  }
  return best
}

function quadratic(
  inner: Float64Array,
  n: number,
  corral: readonly number[],
  weight: readonly number[],
): number {
  let sum = 0
  for (const [a, i] of corral.entries())
    for (const [b, j] of corral.entries())
      sum += (weight[a] ?? 0) * (weight[b] ?? 0) * (inner[i * n + j] ?? 0)
  return sum
}

function innerProducts(points: Float64Array, n: number, d: number): Float64Array {
  const inner = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += (points[i * d + k] ?? 0) * (points[j * d + k] ?? 0)
      inner[i * n + j] = sum
      inner[j * n + i] = sum
    }
  return inner
}

function smallestDiagonal(inner: Float64Array, n: number): number {
  let best = 0
  for (let i = 1; i < n; i++) if ((inner[i * n + i] ?? 0) < (inner[best * n + best] ?? 0)) best = i
  return best
}
