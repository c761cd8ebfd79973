import type { Ratings } from './ratings.ts'

/** True classes of units, and how coders mistake one for another. */
export interface DawidSkene {
  /** [classes] share of units */
  readonly prevalence: Float64Array
  /** [coders × classes × classes] probability that a coder gives the column where the row is true */
  readonly confusion: Float64Array
  /** [units × classes] probability of each class */
  readonly posterior: Float64Array
  readonly iterations: number
  readonly converged: boolean
  /** natural */
  readonly logLikelihood: number
}

/**
 * Dawid and Skene's model of nominal codes: maximum likelihood by EM, begun at the shares of votes for each unit. A coder
 * may rate a unit several times.
 *
 * @param options.tolerance change of the log likelihood at which it stops
 * @throws RangeError if there is no rating
 * @see Dawid & Skene (1979), Applied Statistics 28(1), eq. 2.3–2.5
 * @example
 * dawidSkene({ units: 1, coders: 1, unit: Int32Array.of(0), coder: Int32Array.of(0), value: Int32Array.of(0), values: Float64Array.of(0) }).prevalence[0] // => 1
 */
export function dawidSkene(
  ratings: Ratings,
  options: { readonly tolerance?: number; readonly mostIterations?: number } = {},
): DawidSkene {
  const { units, coders, unit, coder, value } = ratings
  const classes = ratings.values.length
  if (unit.length === 0) throw new RangeError('dawidSkene: there must be a rating')
  const { tolerance = 1e-10, mostIterations = 10_000 } = options
  const posterior = voteShares(ratings)
  const prevalence = new Float64Array(classes)
  const confusion = new Float64Array(coders * classes * classes)
  const log = new Float64Array(classes)
  let before = Number.NEGATIVE_INFINITY
  const ofUnit = Array.from({ length: units }, (): number[] => [])
  for (const [at, u] of unit.entries()) ofUnit[u]?.push(at)
  for (let iteration = 1; ; iteration++) {
    maximize(ratings, posterior, prevalence, confusion)
    let likelihood = 0
    for (let u = 0; u < units; u++) {
      for (let c = 0; c < classes; c++) {
        log[c] = Math.log(prevalence[c] ?? 0)
        for (const at of ofUnit[u] ?? [])
          log[c] =
            (log[c] ?? 0) +
            Math.log(confusion[((coder[at] ?? 0) * classes + c) * classes + (value[at] ?? 0)] ?? 0)
      }
      const most = log.reduce((a, b) => Math.max(a, b))
      let sum = 0
      for (let c = 0; c < classes; c++) sum += Math.exp((log[c] ?? 0) - most)
      for (let c = 0; c < classes; c++) posterior[u * classes + c] = Math.exp((log[c] ?? 0) - most) / sum
      likelihood += most + Math.log(sum)
    }
    const converged = Math.abs(likelihood - before) < tolerance
    if (converged || iteration === mostIterations)
      return { prevalence, confusion, posterior, iterations: iteration, converged, logLikelihood: likelihood }
    before = likelihood
  }
}

function voteShares({ units, unit, value, values }: Ratings): Float64Array {
  const classes = values.length
  const shares = new Float64Array(units * classes)
  for (const [at, u] of unit.entries()) {
    const cell = u * classes + (value[at] ?? 0)
    shares[cell] = (shares[cell] ?? 0) + 1
  }
  for (let u = 0; u < units; u++) {
    const row = shares.subarray(u * classes, (u + 1) * classes)
    const sum = row.reduce((a, b) => a + b, 0)
    for (let c = 0; c < classes; c++) row[c] = sum > 0 ? (row[c] ?? 0) / sum : 1 / classes
  }
  return shares
}

function maximize(
  { units, coders, unit, coder, value, values }: Ratings,
  posterior: Float64Array,
  prevalence: Float64Array,
  confusion: Float64Array,
): void {
  const classes = values.length
  prevalence.fill(0)
  confusion.fill(0)
  for (let u = 0; u < units; u++)
    for (let c = 0; c < classes; c++)
      prevalence[c] = (prevalence[c] ?? 0) + (posterior[u * classes + c] ?? 0) / units
  for (const [at, u] of unit.entries())
    for (let c = 0; c < classes; c++) {
      const cell = ((coder[at] ?? 0) * classes + c) * classes + (value[at] ?? 0)
      confusion[cell] = (confusion[cell] ?? 0) + (posterior[u * classes + c] ?? 0)
    }
  for (let row = 0; row < coders * classes; row++) {
    const cells = confusion.subarray(row * classes, (row + 1) * classes)
    const sum = cells.reduce((a, b) => a + b, 0)
    for (let v = 0; v < classes; v++) cells[v] = sum > 0 ? (cells[v] ?? 0) / sum : 1 / classes
  }
}
