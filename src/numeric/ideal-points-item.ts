import type { ItemLayout } from './ideal-points-layout.ts'
import { fastLogCdf, fastMills } from './mills-ratio.ts'

/** Places in the result of `weighItem`; `entries` is its length. */
export const itemSum = {
  value: 0,
  slope: 1,
  first: 2,
  second: 3,
  slopeSlope: 4,
  slopeFirst: 5,
  slopeSecond: 6,
  firstFirst: 7,
  firstSecond: 8,
  secondSecond: 9,
  logLikelihood: 10,
  entries: 11,
} as const

/**
 * Log posterior of one item at its parameters, with gradient and negative second derivatives. With x the points of its
 * voters, P(vote ≤ k) = Φ(cutₖ − slope · x). A second cut that the item does not have stands alone with curvature 1.
 *
 * @param x  [units] points
 * @param at slope, first cut, second cut
 * @param out [itemSum.entries] filled
 * @see McCullagh (1980), JRSS B 42(2), eq. 2.2 with the probit link; Pratt (1981), JASA 76(373), on concavity
 * @example
 * itemSum.entries // => 11
 */
export function weighItem(
  layout: ItemLayout,
  item: number,
  x: Float64Array,
  at: Float64Array,
  out: Float64Array,
): void {
  const { voteUnit, voteCode, itemFrom, itemPrecision: prior } = layout
  const two = layout.itemCuts[item] === 2
  const slope = at[0] as number // in bounds by construction, here and below
  const first = at[1] as number
  const second = two ? (at[2] as number) : first
  let value = 0
  let g0 = 0
  let g1 = 0
  let g2 = 0
  let h00 = 0
  let h01 = 0
  let h02 = 0
  let h11 = 0
  let h12 = 0
  let h22 = 0
  const end = itemFrom[item + 1] as number
  for (let v = itemFrom[item] as number; v < end; v++) {
    const p = x[voteUnit[v] as number] as number
    const code = voteCode[v] as number
    if (code === 1) {
      const a = first - slope * p
      const b = second - slope * p
      const swap = a + b > 0 // work in the left tail, where nothing cancels
      const low = swap ? -b : a
      const high = swap ? -a : b
      const top = fastLogCdf(high)
      const rest = -Math.expm1(fastLogCdf(low) - top)
      value += top + Math.log(rest)
      const qHigh = fastMills(high) / rest
      const qLow = (fastMills(low) * (1 - rest)) / rest
      const qa = swap ? qHigh : qLow
      const qb = swap ? qLow : qHigh
      const naa = qa * (qa - a)
      const nbb = qb * (qb + b)
      const nab = -qa * qb
      const move = qa - qb // slope of the log likelihood in −(slope · x) is qb − qa
      g0 += move * p
      g1 -= qa
      g2 += qb
      h00 += (naa + 2 * nab + nbb) * p * p
      h01 -= (naa + nab) * p
      h02 -= (nbb + nab) * p
      h11 += naa
      h12 += nab
      h22 += nbb
    } else {
      const up = slope * p
      if (code !== 0) {
        const z = up - second
        const m = fastMills(z)
        const half = code === 3 ? 0.5 : 1
        value += half * fastLogCdf(z)
        const w = half * m * (z + m)
        g0 += half * m * p
        g2 -= half * m
        h00 += w * p * p
        h02 -= w * p
        h22 += w
      }
      if (code === 0 || code === 3) {
        const z = first - up
        const m = fastMills(z)
        const half = code === 3 ? 0.5 : 1
        value += half * fastLogCdf(z)
        const w = half * m * (z + m)
        g0 -= half * m * p
        g1 += half * m
        h00 += w * p * p
        h01 -= w * p
        h11 += w
      }
    }
  }
  out[10] = value
  if (two) {
    value -= 0.5 * prior * second * second
    g2 -= prior * second
    h22 += prior
  } else {
    g1 += g2
    h01 += h02
    h11 += h22 + 2 * h12
    g2 = h02 = h12 = 0
    h22 = 1
  }
  out[0] = value - 0.5 * prior * (slope * slope + first * first)
  out[1] = g0 - prior * slope
  out[2] = g1 - prior * first
  out[3] = g2
  out[4] = h00 + prior
  out[5] = h01
  out[6] = h02
  out[7] = h11 + prior
  out[8] = h12
  out[9] = h22
}

/**
 * The lower triangle L of a symmetric 3 × 3 matrix, A = L·Lᵀ.
 *
 * @param a      [≥ from + 6] 00, 01, 02, 11, 12, 22
 * @param factor [6] filled: 00, 10, 20, 11, 21, 22
 * @returns whether the matrix is positive definite
 * @see Golub & Van Loan (2013), Matrix Computations, algorithm 4.2.1
 * @example
 * factorThree(Float64Array.of(4, 0, 0, 9, 0, 1), 0, new Float64Array(6)) // => true
 */
export function factorThree(a: Float64Array, from: number, factor: Float64Array): boolean {
  const l00 = Math.sqrt(a[from] as number) // in bounds by contract, here and below
  const l10 = (a[from + 1] as number) / l00
  const l20 = (a[from + 2] as number) / l00
  const d11 = (a[from + 3] as number) - l10 * l10
  const l11 = Math.sqrt(d11)
  const l21 = ((a[from + 4] as number) - l20 * l10) / l11
  const d22 = (a[from + 5] as number) - l20 * l20 - l21 * l21
  factor[0] = l00
  factor[1] = l10
  factor[2] = l20
  factor[3] = l11
  factor[4] = l21
  factor[5] = Math.sqrt(d22)
  return l00 > 0 && d11 > 0 && d22 > 0
}

/**
 * Moves an item's parameters towards the top of its log posterior by damped Newton steps.
 *
 * @param at    [3] slope, first cut, second cut; changed
 * @param out   [itemSum.entries] what `weighItem` says at the new place
 * @param steps most steps
 * @param room  [12] to work in
 * @see Pratt (1981), JASA 76(373): given the points, the log likelihood is concave
 * @example
 * itemSum.value // => 0
 */
export function climbItem(
  layout: ItemLayout,
  item: number,
  x: Float64Array,
  at: Float64Array,
  out: Float64Array,
  steps: number,
  room: Float64Array,
): void {
  weighItem(layout, item, x, at, out)
  const two = layout.itemCuts[item] === 2
  for (let step = 0; step < steps; step++) {
    if (!factorThree(out, itemSum.slopeSlope, room)) return
    solveThree(room, out, itemSum.slope, room)
    const d0 = room[6] as number // [12] by contract, here and below
    const d1 = room[7] as number
    const d2 = room[8] as number
    const gain = d0 * (out[1] as number) + d1 * (out[2] as number) + d2 * (out[3] as number)
    if (gain < 1e-12) return
    const before = out[0] as number
    const s0 = at[0] as number
    const s1 = at[1] as number
    const s2 = at[2] as number
    let share = two && d1 > d2 ? Math.min(1, (0.9 * (s2 - s1)) / (d1 - d2)) : 1 // cuts keep their order
    for (let halvings = 0; halvings < 30; halvings++, share /= 2) {
      at[0] = s0 + share * d0
      at[1] = s1 + share * d1
      at[2] = s2 + share * d2
      weighItem(layout, item, x, at, out)
      if ((out[0] as number) >= before + 1e-4 * share * gain - 1e-12 * Math.abs(before)) break
    }
    if (gain < 1e-8) return // the next step would gain its square
  }
}

/** Solves L·Lᵀ·d = g into room[6..8]; room[0..5] holds L. */
function solveThree(l: Float64Array, g: Float64Array, from: number, room: Float64Array): void {
  const y0 = (g[from] as number) / (l[0] as number) // in bounds by contract, here and below
  const y1 = ((g[from + 1] as number) - (l[1] as number) * y0) / (l[3] as number)
  const y2 = ((g[from + 2] as number) - (l[2] as number) * y0 - (l[4] as number) * y1) / (l[5] as number)
  const d2 = y2 / (l[5] as number)
  const d1 = (y1 - (l[4] as number) * d2) / (l[3] as number)
  room[6] = (y0 - (l[1] as number) * d1 - (l[2] as number) * d2) / (l[0] as number)
  room[7] = d1
  room[8] = d2
}
