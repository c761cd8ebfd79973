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

/** The belief that the series of a group share before their counts are seen, and how fast what was seen is forgotten. */
export interface GammaPoissonPrior extends RateBelief {
  /** share of what was known that is still known a month later, in (0, 1] */
  readonly discount: number
}

/**
 * What is believed of the rate of the month after the last one, having seen the counts. Each month the belief fades
 * towards the prior, then the count is added; a missing month only fades.
 *
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eqs 2.4–2.8, with a prior to fade to
 * @example
 * rateBelief([3, 1, null], { shape: 2, rate: 1, discount: 1 }) // => { shape: 6, rate: 3 }
 */
export function rateBelief(counts: MonthlyCounts, prior: GammaPoissonPrior): RateBelief {
  let belief: RateBelief = prior
  for (const count of counts) belief = seen(count, belief, prior)
  return faded(belief, prior, 1)
}

/**
 * Forecast of the count `ahead` months after the last: negative binomial, as if the months between were missing.
 *
 * @param ahead months, at least 1
 * @throws RangeError if it is less than 1
 * @see Harvey & Fernandes (1989), Journal of Business & Economic Statistics 7(4), eq. 2.9
 * @example
 * gammaPoissonForecast([], { shape: 1, rate: 1, discount: 1 }, 1).cumulative[0] // => 0.5
 */
export function gammaPoissonForecast(
  counts: MonthlyCounts,
  prior: GammaPoissonPrior,
  ahead: number,
): CountDistribution {
  if (!(ahead >= 1)) throw new RangeError(`gammaPoissonForecast: ahead must be at least 1, got ${ahead}`)
  const { shape, rate } = faded(rateBelief(counts, prior), prior, ahead - 1)
  return negativeBinomial(shape, shape / rate)
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
  const from = start ?? { shape: 1, rate: 1 / mean, discount: 0.8 }
  const { at } = nelderMead(
    (place) => {
      const prior = priorAt(place)
      return prior === undefined ? Number.POSITIVE_INFINITY : -logLikelihood(series, prior)
    },
    [Math.log(from.shape), Math.log(from.shape / from.rate), logit(Math.min(0.998, from.discount))],
    start === undefined ? 0.7 : 0.15,
    start === undefined ? 250 : 90,
    1e-7,
  )
  return priorAt(at) ?? from
}

/** Bounds keep a group that says little of itself from running off: from almost Poisson to almost anything. */
function priorAt([logShape = 0, logMean = 0, forgets = 0]: readonly number[]): GammaPoissonPrior | undefined {
  if (Math.abs(logShape) > 7 || Math.abs(logMean) > 14 || Math.abs(forgets) > 7) return undefined
  const shape = Math.exp(logShape)
  return { shape, rate: shape / Math.exp(logMean), discount: 1 / (1 + Math.exp(-forgets)) }
}

function logit(p: number): number {
  return Math.log(p / (1 - p))
}

function logLikelihood(series: readonly MonthlyCounts[], prior: GammaPoissonPrior): number {
  const { discount } = prior
  const [fadeShape, fadeRate] = [(1 - discount) * prior.shape, (1 - discount) * prior.rate]
  let sum = 0
  for (const counts of series) {
    let { shape, rate } = prior
    for (const count of counts) {
      shape = discount * shape + fadeShape
      rate = discount * rate + fadeRate
      if (count === null) continue
      sum += logNegativeBinomial(count, shape, shape / rate)
      shape += count
      rate += 1
    }
  }
  return sum
}

function seen(count: number | null, belief: RateBelief, prior: GammaPoissonPrior): RateBelief {
  const { shape, rate } = faded(belief, prior, 1)
  return count === null ? { shape, rate } : { shape: shape + count, rate: rate + 1 }
}

function faded(belief: RateBelief, prior: GammaPoissonPrior, months: number): RateBelief {
  const kept = prior.discount ** months
  return {
    shape: kept * belief.shape + (1 - kept) * prior.shape,
    rate: kept * belief.rate + (1 - kept) * prior.rate,
  }
}
