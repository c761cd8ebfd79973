import { cholesky, choleskySolve } from './cholesky.ts'
import { studentTQuantile } from './student-t.ts'

/** A coefficient with the standard error and 95 % interval that serial correlation leaves. */
export interface Coefficient {
  readonly value: number
  readonly se: number
  readonly interval: readonly [number, number]
}

/** A series broken at a date: yₜ = level + trend · t + step · [t ≥ at] + bend · (t − at) · [t ≥ at] + error. */
export interface SegmentedRegression {
  /** at the first period */
  readonly level: Coefficient
  /** change per period before */
  readonly trend: Coefficient
  /** jump at the date */
  readonly step: Coefficient
  /** change of the trend after it */
  readonly bend: Coefficient
  /** [periods] */
  readonly fitted: Float64Array
  /** periods over which errors may hang together */
  readonly lag: number
}

/**
 * Interrupted time series: least squares with a change of level and of slope, and standard errors that stand
 * heteroskedastic and serially correlated errors (Bartlett weights, lag ⌊4 (T/100)^{2/9}⌋, factor T/(T − 4), Student's t
 * with T − 4 degrees of freedom).
 *
 * @param y  [periods] at even distances
 * @param at first period after the interruption; three periods or more must lie before, and after
 * @throws RangeError if fewer lie on one side
 * @see Newey & West (1987), Econometrica 55(3), eq. 5; lag: Newey & West (1994), Review of Economic Studies 61(4); design:
 *   Wagner, Soumerai, Zhang & Ross-Degnan (2002), Journal of Clinical Pharmacy and Therapeutics 27(4)
 * @example
 * segmentedRegression(Float64Array.of(0, 1, 2, 3, 9, 10, 11, 12), 4).step.value.toFixed(9) // => '5.000000000'
 */
export function segmentedRegression(y: Float64Array, at: number): SegmentedRegression {
  const n = y.length
  if (!(at >= 3 && n - at >= 3))
    throw new RangeError(
      `segmentedRegression: three periods are needed on each side, got ${at} and ${n - at}`,
    )
  const k = 4
  const x = new Float64Array(n * k)
  for (let t = 0; t < n; t++) x.set([1, t, t >= at ? 1 : 0, t >= at ? t - at : 0], t * k)
  const cross = new Float64Array(k * k)
  const right = new Float64Array(k)
  for (let t = 0; t < n; t++)
    for (let i = 0; i < k; i++) {
      right[i] = (right[i] ?? 0) + (x[t * k + i] ?? 0) * (y[t] ?? 0)
      for (let j = 0; j < k; j++)
        cross[i * k + j] = (cross[i * k + j] ?? 0) + (x[t * k + i] ?? 0) * (x[t * k + j] ?? 0)
    }
  const factor = cholesky(cross, k)
  const beta = choleskySolve(factor, right)
  const fitted = Float64Array.from({ length: n }, (_, t) =>
    beta.reduce((sum, b, i) => sum + b * (x[t * k + i] ?? 0), 0),
  )
  const residual = y.map((value, t) => value - (fitted[t] ?? 0))
  const lag = Math.floor(4 * (n / 100) ** (2 / 9))
  const meat = longRun(x, residual, k, lag)
  const quantile = studentTQuantile(0.975, n - k)
  const coefficient = (i: number): Coefficient => {
    const unit = new Float64Array(k)
    unit[i] = 1
    const row = choleskySolve(factor, unit)
    let variance = 0
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) variance += (row[a] ?? 0) * (meat[a * k + b] ?? 0) * (row[b] ?? 0)
    const se = Math.sqrt(Math.max(0, (variance * n) / (n - k)))
    const value = beta[i] ?? 0
    return { value, se, interval: [value - quantile * se, value + quantile * se] }
  }
  return {
    level: coefficient(0),
    trend: coefficient(1),
    step: coefficient(2),
    bend: coefficient(3),
    fitted,
    lag,
  }
}

/** Σ over lags of weighted cross products of x · residual. */
function longRun(x: Float64Array, residual: Float64Array, k: number, lag: number): Float64Array {
  const n = residual.length
  const meat = new Float64Array(k * k)
  for (let apart = 0; apart <= lag; apart++) {
    const weight = (1 - apart / (lag + 1)) * (apart === 0 ? 0.5 : 1) // the term and its transpose are added below
    for (let t = apart; t < n; t++) {
      const product = weight * (residual[t] ?? 0) * (residual[t - apart] ?? 0)
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++) {
          const now = (x[t * k + i] ?? 0) * (x[(t - apart) * k + j] ?? 0)
          const then = (x[(t - apart) * k + i] ?? 0) * (x[t * k + j] ?? 0)
          meat[i * k + j] = (meat[i * k + j] ?? 0) + product * (now + then)
        }
    }
  }
  return meat
}
