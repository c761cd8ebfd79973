import type { MonthlyCounts } from './gamma-poisson.ts'
import { nelderMead } from './nelder-mead.ts'

/** An exponential smoothing in its state space form, with additive errors: without season, or with twelve additive ones. */
export interface Smoothing {
  readonly season: 'none' | 'additive'
  /** share of each error that enters the level, in (0, 1) */
  readonly alpha: number
  /** share of each error that enters the season of its month, in (0, 1 − alpha); 0 without season */
  readonly gamma: number
  /** level before the first month */
  readonly level: number
  /** seasons before the first month, of its calendar month first; twelve, or none */
  readonly seasons: readonly number[]
  /** sum of squared errors */
  readonly sse: number
  /** Akaike’s criterion corrected for few months, by which one chooses with or without season */
  readonly aicc: number
}

/** Level and seasons after the last month, and the errors on the way. */
export interface Smoothed {
  readonly level: number
  /** of the month that follows first; twelve, or none */
  readonly seasons: readonly number[]
  readonly errors: readonly number[]
}

const year = 12

/**
 * The exponential smoothing that errs least one month ahead: ETS(A,N,N), or ETS(A,N,A) where two years are known and the
 * corrected criterion prefers it.
 *
 * @param counts by month, at least three of them known
 * @param season to ask for one of the two; the better one if absent
 * @throws RangeError if fewer than three counts are known
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, table 2.2, 2.6.1 and eq. 7.5
 * @example
 * fitSmoothing([5, 5, 5, 5], 'none').level.toFixed(6) // => '5.000000'
 */
export function fitSmoothing(counts: MonthlyCounts, season?: Smoothing['season']): Smoothing {
  const known = counts.filter((count) => count !== null).length
  if (known < 3) throw new RangeError(`fitSmoothing: three counts must be known, got ${known}`)
  const plain = season === 'additive' ? undefined : fitPlain(counts, known)
  const seasonal = season === 'none' || known < 3 * year ? undefined : fitSeasonal(counts, known)
  if (plain === undefined) {
    if (seasonal === undefined)
      throw new RangeError(`fitSmoothing: seasons need three years, got ${known} months`)
    return seasonal
  }
  return seasonal !== undefined && seasonal.aicc < plain.aicc ? seasonal : plain
}

/**
 * Runs a smoothing over counts. A missing month leaves level and season as they are.
 *
 * @see Hyndman, Koehler, Ord & Snyder (2008), table 2.2
 * @example
 * smooth([4], { season: 'none', alpha: 0.5, gamma: 0, level: 2, seasons: [], sse: 0, aicc: 0 }).level // => 3
 */
export function smooth(counts: MonthlyCounts, { alpha, gamma, level, seasons }: Smoothing): Smoothed {
  const turning = [...seasons]
  const errors: number[] = []
  let now = level
  for (const [at, count] of counts.entries()) {
    if (count === null) continue
    const month = at % year
    const error = count - now - (turning[month] ?? 0)
    errors.push(error)
    now += alpha * error
    if (seasons.length > 0) turning[month] = (turning[month] ?? 0) + gamma * error
  }
  const next = counts.length % year
  return { level: now, seasons: [...turning.slice(next), ...turning.slice(0, next)], errors }
}

function fitPlain(counts: MonthlyCounts, known: number): Smoothing {
  const value = ([place = 0]: readonly number[]) => concentrated(counts, share(place), 0, []).sse
  const starts = [-2, 1].map((start) => nelderMead(value, [start], 0.8, 80, 1e-10))
  const [best] = starts.toSorted((a, b) => a.value - b.value)
  const alpha = share(best?.at[0] ?? 0)
  const { level, sse } = concentrated(counts, alpha, 0, [])
  return { season: 'none', alpha, gamma: 0, level, seasons: [], sse, aicc: aicc(sse, known, 3) }
}

function fitSeasonal(counts: MonthlyCounts, known: number): Smoothing {
  const seasons = firstSeasons(counts)
  const shares = ([a = 0, g = 0]: readonly number[]) => {
    const alpha = share(a)
    return { alpha, gamma: (1 - alpha) * share(g) }
  }
  const { at } = nelderMead(
    (place) => {
      const { alpha, gamma } = shares(place)
      return concentrated(counts, alpha, gamma, seasons).sse
    },
    [-1.5, -3],
    1,
    120,
    1e-7,
  )
  const { alpha, gamma } = shares(at)
  const { level, sse } = concentrated(counts, alpha, gamma, seasons)
  return { season: 'additive', alpha, gamma, level, seasons, sse, aicc: aicc(sse, known, 4 + year - 1) }
}

function share(place: number): number {
  return Math.min(0.9999, Math.max(0.0001, 1 / (1 + Math.exp(-place))))
}

/** The first level that errs least, given the rest: errors are linear in it, so that it is a least-squares quotient. */
function concentrated(
  counts: MonthlyCounts,
  alpha: number,
  gamma: number,
  seasons: readonly number[],
): { readonly level: number; readonly sse: number } {
  const turning = seasons.length > 0 ? [...seasons] : new Array<number>(year).fill(0)
  const slopes = new Array<number>(year).fill(0)
  let [level, slope] = [0, 1] // level = level + slope × first level
  let [ee, es, ss] = [0, 0, 0]
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? null
    if (count === null) continue
    const month = at % year
    const error = count - level - (turning[month] ?? 0)
    const bend = -slope - (slopes[month] ?? 0)
    ee += error * error
    es += error * bend
    ss += bend * bend
    level += alpha * error
    slope += alpha * bend
    if (gamma > 0) {
      turning[month] = (turning[month] ?? 0) + gamma * error
      slopes[month] = (slopes[month] ?? 0) + gamma * bend
    }
  }
  const first = ss > 0 ? -es / ss : 0
  return { level: first, sse: Math.max(0, ee + first * (2 * es + first * ss)) }
}

/** How the calendar months of the first three years stand off their mean; they sum to 0. */
function firstSeasons(counts: MonthlyCounts): readonly number[] {
  const sums = Array.from({ length: year }, () => ({ sum: 0, n: 0 }))
  for (const [at, count] of counts.slice(0, 3 * year).entries()) {
    const month = sums[at % year]
    if (count === null || month === undefined) continue
    month.sum += count
    month.n++
  }
  const known = sums.filter(({ n }) => n > 0)
  const mean = known.reduce((all, { sum, n }) => all + sum / n, 0) / Math.max(1, known.length)
  return sums.map(({ sum, n }) => (n > 0 ? sum / n - mean : 0))
}

/** Of Gaussian errors; a fit without any error is as good as can be. */
function aicc(sse: number, n: number, parameters: number): number {
  const k = parameters
  return n * Math.log(Math.max(sse, 1e-12) / n) + 2 * k + (2 * k * (k + 1)) / Math.max(1, n - k - 1)
}
