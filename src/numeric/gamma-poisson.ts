import type { CountDistribution } from './count-distribution.ts'
import { logNegativeBinomial, negativeBinomial } from './negative-binomial.ts'
import { nelderMead } from './nelder-mead.ts'

/** Counts by month; null where the month is missing. */
export type MonthlyCounts = readonly (number | null)[]

/** What is believed of a rate: a gamma distribution with mean shape / rate. */
export interface RateBelief {
  readonly shape: number
  /** in months: how many months of counts the belief is worth */
  readonly rate: number
}

/**
 * What the series of a group share: a gamma distribution of their long-run rates, how widely the rate of a month lies about the
 * long-run rate, and how fast what was seen is forgotten.
 */
export interface GammaPoissonPrior {
  /** of the long-run rates, whose mean in the group is shape / rate */
  readonly shape: number
  readonly rate: number
  /** share of what is known of the long-run rate that is still known a month later, in (0, 1] */
  readonly longMemory: number
  /** shape of the rate of a month about the long-run rate; Infinity if it does not move */
  readonly spread: number
  /** share of what is known of the rate of this month that holds for the next, in (0, 1] */
  readonly discount: number
}

/** The two levels of belief about one series. */
export interface RateBeliefs {
  readonly long: RateBelief
  readonly now: RateBelief
}

/**
 * What is believed of the rate of the month after the last one, having seen the counts. Each month the belief fades towards
 * the long-run rate of the series, itself learnt from its counts and from the group; then the count is added. A missing
 * month only fades.
 *
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eqs 2.4–2.8; the rate of a month as a product of
 *   two gamma variables, matched in mean and variance: Lawless (1987), Canadian Journal of Statistics 15(3)
 * @example
 * rateBelief([3, 1, null], { shape: 2, rate: 1, longMemory: 1, spread: Infinity, discount: 1 }) // => { shape: 6, rate: 3 }
 */
export function rateBelief(counts: MonthlyCounts, prior: GammaPoissonPrior): RateBelief {
  return beliefAhead(followCounts(counts, prior), prior, 1)
}

/**
 * Forecasts of the counts of the next months: negative binomial, as if the months between were missing.
 *
 * @param ahead months, at least 1
 * @returns [months ahead − 1]
 * @throws RangeError if it is less than 1
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eq. 2.9
 * @example
 * gammaPoissonForecast([], { shape: 1, rate: 1, longMemory: 1, spread: Infinity, discount: 1 }, 1)[0]?.cumulative[0] // => 0.5
 */
export function gammaPoissonForecast(
  counts: MonthlyCounts,
  prior: GammaPoissonPrior,
  ahead: number,
): readonly CountDistribution[] {
  if (!(ahead >= 1)) throw new RangeError(`gammaPoissonForecast: ahead must be at least 1, got ${ahead}`)
  const beliefs = followCounts(counts, prior)
  return Array.from({ length: ahead }, (_, month) => {
    const { shape, rate } = beliefAhead(beliefs, prior, month + 1)
    return negativeBinomial(shape, shape / rate)
  })
}

/**
 * The prior under which the counts of a group of series are most likely: empirical Bayes, by the product of their one-step
 * forecasts.
 *
 * @param series counts by month, at least one of them known
 * @param start  where the search begins, such as the prior of the year before
 * @throws RangeError if no count is known
 * @see Robbins (1956), Proc. 3rd Berkeley Symposium; Efron & Hastie (2016), Computer Age Statistical Inference, 6.1
 * @example
 * gammaPoissonPrior([[0, 1, 0, 0, 2, 1]]).rate > 0 // => true
 */
export function gammaPoissonPrior(
  series: readonly MonthlyCounts[],
  start?: GammaPoissonPrior,
): GammaPoissonPrior {
  const known = series.flatMap((counts) => counts.filter((count) => count !== null))
  if (known.length === 0) throw new RangeError('gammaPoissonPrior: no count is known')
  const mean = (known.reduce((sum, count) => sum + count, 0) + 0.5) / (known.length + 1)
  const from = start ?? { shape: 0.5, rate: 0.5 / mean, longMemory: 0.99, spread: 1, discount: 0.6 }
  const { at } = nelderMead(
    (place) => {
      const prior = priorAt(place)
      return prior === undefined ? Number.POSITIVE_INFINITY : -logLikelihood(series, prior)
    },
    placeOf(from),
    start === undefined ? 0.7 : 0.15,
    start === undefined ? 350 : 60,
    1e-7,
  )
  return priorAt(at) ?? from
}

function placeOf({ shape, rate, longMemory, spread, discount }: GammaPoissonPrior): readonly number[] {
  return [Math.log(shape), Math.log(shape / rate), logit(longMemory), Math.log(spread), logit(discount)]
}

/** Bounds keep a group that says little of itself from running off: from almost Poisson to almost anything. */
function priorAt(place: readonly number[]): GammaPoissonPrior | undefined {
  const [logShape = 0, logMean = 0, longMemory = 0, logSpread = 0, discount = 0] = place
  const within = Math.max(Math.abs(logShape), Math.abs(logSpread)) <= 7 && Math.abs(logMean) <= 14
  if (!within || Math.max(Math.abs(longMemory), Math.abs(discount)) > 9) return undefined
  const shape = Math.exp(logShape)
  return {
    shape,
    rate: shape / Math.exp(logMean),
    longMemory: 1 / (1 + Math.exp(-longMemory)),
    spread: Math.exp(logSpread),
    discount: 1 / (1 + Math.exp(-discount)),
  }
}

function logit(p: number): number {
  const inside = Math.min(0.9998, Math.max(0.0002, p))
  return Math.log(inside / (1 - inside))
}

function logLikelihood(series: readonly MonthlyCounts[], prior: GammaPoissonPrior): number {
  let sum = 0
  for (const counts of series)
    followCounts(counts, prior, undefined, (count, shape, rate) => {
      sum += logNegativeBinomial(count, shape, shape / rate)
    })
  return sum
}

/**
 * Goes through the months and keeps both beliefs.
 *
 * @param from what was believed before the first of them; that of the group if absent
 * @param see  is told each count with the belief held before it
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eqs 2.4–2.8
 * @example
 * followCounts([2], { shape: 1, rate: 1, longMemory: 1, spread: Infinity, discount: 1 }).long // => { shape: 3, rate: 2 }
 */
export function followCounts(
  counts: MonthlyCounts,
  prior: GammaPoissonPrior,
  from?: RateBeliefs,
  see: (count: number, shape: number, rate: number) => void = () => {},
): RateBeliefs {
  const { longMemory: kept, spread, discount } = prior
  let { shape: longShape, rate: longRate } = from?.long ?? prior
  const first = aboutLongRun(longShape, spread)
  let { shape, rate } = from?.now ?? { shape: first, rate: (first * longRate) / longShape }
  for (const count of counts) {
    longShape = kept * longShape + (1 - kept) * prior.shape
    longRate = kept * longRate + (1 - kept) * prior.rate
    const towards = (1 - discount) * aboutLongRun(longShape, spread)
    shape = discount * shape + towards
    rate = discount * rate + (towards * longRate) / longShape
    if (count === null) continue
    see(count, shape, rate)
    shape += count
    rate += 1
    longShape += count
    longRate += 1
  }
  return { long: { shape: longShape, rate: longRate }, now: { shape, rate } }
}

/** Shape of the rate of a month of which nothing but the long-run rate is known. */
function aboutLongRun(longShape: number, spread: number): number {
  return spread === Number.POSITIVE_INFINITY ? longShape : (longShape * spread) / (longShape + spread + 1)
}

/**
 * What is believed of the rate `months` after the last month seen.
 *
 * @param months at least 1
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eq. 2.4
 * @example
 * beliefAhead({ long: { shape: 3, rate: 2 }, now: { shape: 3, rate: 2 } }, { shape: 1, rate: 1, longMemory: 1, spread: Infinity, discount: 1 }, 5) // => { shape: 3, rate: 2 }
 */
export function beliefAhead(
  { long, now }: RateBeliefs,
  prior: GammaPoissonPrior,
  months: number,
): RateBelief {
  let [longShape, longRate] = [long.shape, long.rate]
  let { shape, rate } = now
  for (let month = 0; month < months; month++) {
    longShape = prior.longMemory * longShape + (1 - prior.longMemory) * prior.shape
    longRate = prior.longMemory * longRate + (1 - prior.longMemory) * prior.rate
    const towards = (1 - prior.discount) * aboutLongRun(longShape, prior.spread)
    shape = prior.discount * shape + towards
    rate = prior.discount * rate + (towards * longRate) / longShape
  }
  return { shape, rate }
}
