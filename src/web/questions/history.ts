import type { Forecast } from '#domain/forecast'
import { quantile } from '#numeric/quantile'

/** One point of the course of opinion: what an agency held from this instant on. */
export interface Held {
  readonly at: string
  readonly agency: string
  /** median over its forecasters of their latest value: a probability, a number, or days since 1970 */
  readonly value: number
  readonly forecasters: number
}

/** What one forecast comes to as one number: probability of yes, or of the option, or the middle quantile. */
export function singleValue(forecast: Forecast, option = 0): number | undefined {
  const { probability, probabilities, quantiles } = forecast
  if (probability !== undefined) return probability
  if (probabilities !== undefined) return probabilities[option]
  return quantiles === undefined ? undefined : quantileAt(quantiles, 0.5)
}

type Quantiles = NonNullable<Forecast['quantiles']>

/** The value below which the answer lies with a share, on straight lines between the quantiles given. */
export function quantileAt(quantiles: Quantiles, share: number): number | undefined {
  const after = quantiles.findIndex((one) => one.share >= share)
  const [low, high] = [quantiles[after - 1], quantiles[after]]
  if (high === undefined) return quantiles.at(-1)?.value
  if (low === undefined) return high.value
  return low.value + ((share - low.share) / (high.share - low.share)) * (high.value - low.value)
}

/** The latest forecast of each forecaster who has not withdrawn, in a list that stands oldest first. */
export function latest(forecasts: readonly Forecast[]): readonly Forecast[] {
  const last = new Map(forecasts.map((one) => [one.assessor, one]))
  return [...last.values()].filter((one) => one.withdrawn !== true)
}

/**
 * The course of opinion of each agency: after each forecast, the median of the latest forecasts given for it. A forecaster who
 * changes agency leaves the old one with his first forecast for the new.
 *
 * @param forecasts oldest first
 * @param option    index of the option that is followed, for a categorical question
 */
export function courseOf(forecasts: readonly Forecast[], option = 0, unnamed = ''): readonly Held[] {
  const standing = new Map<string, Forecast>()
  return forecasts.flatMap((forecast) => {
    const before = standing.get(forecast.assessor)
    standing.set(forecast.assessor, forecast)
    const touched = new Set([
      agencyOf(forecast, unnamed),
      ...(before === undefined ? [] : [agencyOf(before, unnamed)]),
    ])
    return [...touched].flatMap((agency) => {
      const values = [...standing.values()].flatMap((one) => {
        const value =
          one.withdrawn === true || agencyOf(one, unnamed) !== agency ? undefined : singleValue(one, option)
        return value === undefined ? [] : [value]
      })
      if (values.length === 0) return []
      return [
        {
          at: forecast.at,
          agency,
          value: quantile(
            values.toSorted((a, b) => a - b),
            0.5,
          ),
          forecasters: values.length,
        },
      ]
    })
  })
}

function agencyOf(forecast: Forecast, unnamed: string): string {
  return forecast.agency ?? unnamed
}

/** A density between quantiles, as steps: each stretch bears the share between its ends. */
export function densityOf(quantiles: Quantiles): readonly { from: number; to: number; density: number }[] {
  return quantiles.slice(1).flatMap((high, at) => {
    const low = quantiles[at]
    if (low === undefined || high.value <= low.value) return []
    return [{ from: low.value, to: high.value, density: (high.share - low.share) / (high.value - low.value) }]
  })
}

/** The others drawn along so that all sum to 1: they keep their proportions. */
export function movedTo(shares: readonly number[], at: number, value: number): readonly number[] {
  const rest = shares.reduce((sum, share, of) => (of === at ? sum : sum + share), 0)
  const left = 1 - value
  return shares.map((share, of) =>
    of === at ? value : rest === 0 ? left / (shares.length - 1) : (share / rest) * left,
  )
}
