import type { ItemLayout } from './ideal-points-layout.ts'
import type { ItemBuffers, ItemSums } from './ideal-points-sums.ts'
import { walkPivots, walkVariances } from './ideal-points-walk.ts'
import type { Team } from './team.ts'

/**
 * Variances of points on the scale of the prior, as they matter for the reported scale.
 *
 * Single points: the inverse of the observed information of points and items together, brought to mean 0 and standard
 * deviation 1 by the delta method, so that what cannot be seen in the votes (where zero lies, how long a unit is) adds
 * nothing. Walks: what the smoother says with items held at their estimates.
 *
 * @param point     [units] on the reported scale
 * @param precision [units²] filled; empty where points walk
 * @returns [units]
 * @see Louis (1982), JRSS B 44(2), for the observed information; Oehlert (1992), The American Statistician 46(1), for
 *   the delta method; Rauch, Tung & Striebel (1965), AIAA Journal 3(8)
 * @example
 * typeof pointVariances // => 'function'
 */
export function pointVariances(
  layout: ItemLayout,
  sums: ItemSums,
  buffers: ItemBuffers,
  x: Float64Array,
  point: Float64Array,
  precision: Float64Array,
  team: Team,
): Float64Array {
  const n = layout.units
  const curvature = new Float64Array(n)
  sums.slope(x, true, new Float64Array(n), curvature)
  if (precision.length === 0 && n > 0)
    return walkVariances(layout, walkPivots(layout, curvature, new Float64Array(n)))
  takeItems(layout, buffers, curvature, precision, team)
  team.barrier()
  return projected(inverse(precision.slice(), n), point)
}

/** precision = prior and curvature, less what the items answer; each thread fills its rows, item after item. */
function takeItems(
  { units: n, items, itemFrom, voteUnit }: ItemLayout,
  { cross }: ItemBuffers,
  curvature: Float64Array,
  precision: Float64Array,
  team: Team,
): void {
  for (let u = team.rank; u < n; u += team.size) precision[u * n + u] = 1 + (curvature[u] as number) // in bounds
  for (let item = 0; item < items; item++) {
    const from = itemFrom[item] as number // in bounds by construction, here and below
    const end = itemFrom[item + 1] as number
    for (let v = from; v < end; v++) {
      const row = voteUnit[v] as number
      if (row % team.size !== team.rank) continue
      const c0 = cross[3 * v] as number
      const c1 = cross[3 * v + 1] as number
      const c2 = cross[3 * v + 2] as number
      const base = row * n
      for (let w = from; w <= v; w++) {
        const at = base + (voteUnit[w] as number)
        precision[at] =
          (precision[at] as number) -
          c0 * (cross[3 * w] as number) -
          c1 * (cross[3 * w + 1] as number) -
          c2 * (cross[3 * w + 2] as number)
      }
    }
  }
}

/** Inverse of a symmetric positive definite matrix whose lower triangle is given; in place. */
function inverse(a: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const factor = a[j * n + k] as number // in bounds by construction, here and below
      for (let i = j; i < n; i++) a[i * n + j] = (a[i * n + j] as number) - factor * (a[i * n + k] as number)
    }
    const root = Math.sqrt(Math.max(a[j * n + j] as number, 1e-12)) // at the top it is above 0
    for (let i = j; i < n; i++) a[i * n + j] = (a[i * n + j] as number) / root
  }
  const lower = new Float64Array(n * n) // inverse of the factor
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let sum = i === j ? 1 : 0
      for (let k = j; k < i; k++) sum -= (a[i * n + k] as number) * (lower[k * n + j] as number)
      lower[i * n + j] = sum / (a[i * n + i] as number)
    }
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += (lower[k * n + i] as number) * (lower[k * n + j] as number)
      out[i * n + j] = sum
      out[j * n + i] = sum
    }
  return out
}

/** Diagonal of P·C·P, P taking away the common shift and the common stretch. */
function projected(c: Float64Array, point: Float64Array): Float64Array {
  const n = point.length
  const shift = new Float64Array(n)
  const stretch = new Float64Array(n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      shift[i] = (shift[i] as number) + (c[i * n + j] as number) / n // in bounds by construction, here and below
      stretch[i] = (stretch[i] as number) + ((c[i * n + j] as number) * (point[j] as number)) / n
    }
  let both = 0
  let shifts = 0
  let stretches = 0
  for (let i = 0; i < n; i++) {
    both += (stretch[i] as number) / n
    shifts += (shift[i] as number) / n
    stretches += ((stretch[i] as number) * (point[i] as number)) / n
  }
  return point.map((p, i) =>
    Math.max(
      0,
      (c[i * n + i] as number) -
        2 * ((shift[i] as number) + p * (stretch[i] as number)) +
        shifts +
        2 * p * both +
        p * p * stretches,
    ),
  )
}
