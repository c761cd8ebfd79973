import { normalQuantile } from './normal-quantile.ts'

/** How well the chains of a simulation agree on one quantity, and what they are worth in independent draws. */
export interface ChainDiagnostics {
  /** near 1 where the chains tell the same; above 1.01 they do not yet */
  readonly rhat: number
  /** effective sample size of the bulk */
  readonly ess: number
}

/**
 * Split, rank-normalized R-hat (the larger of bulk and folded) and bulk effective sample size.
 *
 * @param draws [chains × draws] of one quantity, chain by chain; 4 draws a chain or more
 * @returns rhat 1 and ess the number of draws for a quantity that never moves in any chain
 * @throws RangeError if a chain has fewer than 4 draws
 * @see Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021), Bayesian Analysis 16(2), eq. 3–14
 * @example
 * chainDiagnostics(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 1).rhat > 1.01 // => true
 */
export function chainDiagnostics(draws: ArrayLike<number>, chains: number): ChainDiagnostics {
  const half = Math.floor(draws.length / chains / 2)
  if (!(half >= 2))
    throw new RangeError(`chainDiagnostics: 4 draws a chain are needed, got ${draws.length / chains}`)
  const split = new Float64Array(2 * chains * half)
  const each = Math.floor(draws.length / chains)
  for (let chain = 0; chain < chains; chain++)
    for (let at = 0; at < half; at++) {
      split[2 * chain * half + at] = draws[chain * each + at] ?? 0
      split[(2 * chain + 1) * half + at] = draws[chain * each + each - half + at] ?? 0
    }
  const bulk = rankNormalized(split)
  if (bulk === null) return { rhat: 1, ess: draws.length }
  const median = split.toSorted()[split.length >> 1] ?? 0
  const folded = rankNormalized(split.map((x) => Math.abs(x - median)))
  const rhat = Math.max(rhatOf(bulk, 2 * chains), folded === null ? 1 : rhatOf(folded, 2 * chains))
  return { rhat, ess: essOf(bulk, 2 * chains) }
}

/** Normal scores of the ranks, ties at their mean; null where all are the same. */
function rankNormalized(values: Float64Array): Float64Array | null {
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const n = values.length
  const scores = new Float64Array(n)
  for (let from = 0; from < n; ) {
    let to = from
    while (to < n && values[order[to] ?? 0] === values[order[from] ?? 0]) to++
    const score = normalQuantile(((from + to + 1) / 2 - 0.375) / (n + 0.25))
    for (let at = from; at < to; at++) scores[order[at] ?? 0] = score
    if (from === 0 && to === n) return null
    from = to
  }
  return scores
}

function moments(values: Float64Array, chains: number) {
  const n = values.length / chains
  const means = new Float64Array(chains)
  let within = 0
  for (let chain = 0; chain < chains; chain++) {
    const part = values.subarray(chain * n, (chain + 1) * n)
    const mean = part.reduce((a, b) => a + b, 0) / n
    means[chain] = mean
    within += part.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1) / chains
  }
  const mean = means.reduce((a, b) => a + b, 0) / chains
  const between = chains > 1 ? means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (chains - 1) : 0
  return { n, means, within, pooled: ((n - 1) / n) * within + between }
}

function rhatOf(values: Float64Array, chains: number): number {
  const { within, pooled } = moments(values, chains)
  return within > 0 ? Math.sqrt(pooled / within) : Number.POSITIVE_INFINITY
}

/** Geyer's initial monotone sequence on the autocorrelations of all chains together. */
function essOf(values: Float64Array, chains: number): number {
  const { n, means, within, pooled } = moments(values, chains)
  if (!(pooled > 0)) return values.length
  const correlation = (lag: number) => {
    let covariance = 0
    for (let chain = 0; chain < chains; chain++) {
      const mean = means[chain] ?? 0
      let sum = 0
      for (let at = chain * n; at < (chain + 1) * n - lag; at++)
        sum += ((values[at] ?? 0) - mean) * ((values[at + lag] ?? 0) - mean)
      covariance += sum / n / chains
    }
    return 1 - (within * ((n - 1) / n) - covariance) / pooled
  }
  let time = -1
  let least = Number.POSITIVE_INFINITY
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1)
    if (pair < 0) break
    least = Math.min(least, pair)
    time += 2 * least
  }
  return Math.min(
    values.length / Math.max(time, 1 / Math.log10(values.length)),
    values.length * Math.log10(values.length),
  )
}
