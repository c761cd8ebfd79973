import { itemSum, weighItem } from './ideal-points-item.ts'
import type { ItemLayout } from './ideal-points-layout.ts'
import { fastMills } from './mills-ratio.ts'

/** Where the published algorithm stands. */
export interface EmFit {
  /** [units] on the scale of the prior */
  readonly point: Float64Array
  readonly iterations: number
  readonly converged: boolean
  readonly logPosterior: number
}

/**
 * The EM algorithm as published, for the binary model of single points: the expected latent responses, then the points
 * by least squares, then the items. `idealPoints` climbs the same posterior in fewer steps; this is kept to check it.
 *
 * @param start [units] first guess of the points
 * @param goal  stop when an iteration gains less log posterior than this
 * @throws RangeError if an item has two cut points or points walk
 * @see Imai, Lo & Olmsted (2016), American Political Science Review 110(4), eq. 4–7
 * @example
 * typeof plainEm // => 'function'
 */
export function plainEm(
  layout: ItemLayout,
  start: Float64Array,
  mostIterations: number,
  goal: number,
): EmFit {
  if (layout.itemCuts.some((cuts) => cuts !== 1) || layout.unitBefore.some((before) => before >= 0))
    throw new RangeError('plainEm: layout must be binary, with single points')
  const x = start.slice()
  const alpha = new Float64Array(layout.items)
  const beta = new Float64Array(layout.items)
  const latent = new Float64Array(layout.voteUnit.length)
  expect(layout, x, alpha, beta, latent)
  itemStep(layout, x, alpha, beta, latent)
  let value = Number.NEGATIVE_INFINITY
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    expect(layout, x, alpha, beta, latent)
    pointStep(layout, x, alpha, beta, latent)
    itemStep(layout, x, alpha, beta, latent)
    if (iterations % 10 !== 0) continue
    const next = posteriorAt(layout, x, alpha, beta)
    if (next - value < 10 * goal) return { point: x, iterations, converged: true, logPosterior: next }
    value = next
  }
  return { point: x, iterations: mostIterations, converged: false, logPosterior: value }
}

/** Expected latent response of each vote: α + βx, moved towards what was voted. */
function expect(
  { items, itemFrom, voteUnit, voteCode }: ItemLayout,
  x: Float64Array,
  alpha: Float64Array,
  beta: Float64Array,
  latent: Float64Array,
): void {
  for (let item = 0; item < items; item++)
    for (let v = itemFrom[item] as number; v < (itemFrom[item + 1] as number); v++) {
      const m = (alpha[item] as number) + (beta[item] as number) * (x[voteUnit[v] as number] as number) // in bounds
      const code = voteCode[v]
      const up = code === 0 ? 0 : fastMills(m)
      const down = code === 2 ? 0 : fastMills(-m)
      latent[v] = m + (code === 3 ? (up - down) / 2 : up - down)
    }
}

function pointStep(
  { items, itemFrom, itemTimes, voteUnit, units }: ItemLayout,
  x: Float64Array,
  alpha: Float64Array,
  beta: Float64Array,
  latent: Float64Array,
): void {
  const weight = new Float64Array(units).fill(1)
  const sum = new Float64Array(units)
  for (let item = 0; item < items; item++) {
    const b = beta[item] as number // in bounds by construction, here and below
    const a = alpha[item] as number
    const times = itemTimes[item] as number
    for (let v = itemFrom[item] as number; v < (itemFrom[item + 1] as number); v++) {
      const u = voteUnit[v] as number
      weight[u] = (weight[u] as number) + times * b * b
      sum[u] = (sum[u] as number) + times * b * ((latent[v] as number) - a)
    }
  }
  for (let u = 0; u < units; u++) x[u] = (sum[u] as number) / (weight[u] as number)
}

function itemStep(
  { items, itemFrom, voteUnit, itemPrecision: prior }: ItemLayout,
  x: Float64Array,
  alpha: Float64Array,
  beta: Float64Array,
  latent: Float64Array,
): void {
  for (let item = 0; item < items; item++) {
    let n = prior
    let sx = 0
    let sxx = prior
    let sy = 0
    let sxy = 0
    for (let v = itemFrom[item] as number; v < (itemFrom[item + 1] as number); v++) {
      const p = x[voteUnit[v] as number] as number // in bounds by construction, here and below
      const y = latent[v] as number
      n++
      sx += p
      sxx += p * p
      sy += y
      sxy += p * y
    }
    const det = n * sxx - sx * sx
    alpha[item] = (sxx * sy - sx * sxy) / det
    beta[item] = (n * sxy - sx * sy) / det
  }
}

function posteriorAt(layout: ItemLayout, x: Float64Array, alpha: Float64Array, beta: Float64Array): number {
  const out = new Float64Array(itemSum.entries)
  let value = -0.5 * x.reduce((sum, p) => sum + p * p, 0)
  for (let item = 0; item < layout.items; item++) {
    weighItem(layout, item, x, Float64Array.of(beta[item] ?? 0, -(alpha[item] ?? 0), 0), out)
    value += (layout.itemTimes[item] ?? 0) * (out[itemSum.value] ?? 0)
  }
  return value
}
