import { type ForecastGroups, forecastGroups } from './forecast-groups.ts'

/** The three parts of a mean Brier score (0–1). */
export interface MurphyParts {
  /** mean squared distance of what was said from what then happened: lower is better */
  readonly reliability: number
  /** how far what happened differs between forecasts: higher is better */
  readonly murphyResolution: number
  /** variance of what happened: not in the forecaster's hands */
  readonly uncertainty: number
  /** the mean score; reliability − resolution + uncertainty, exactly */
  readonly brier: number
  readonly n: number
}

/**
 * Murphy's decomposition of the mean Brier score (0–1): reliability − resolution + uncertainty. Forecasts are grouped by the very
 * probability that was given, never binned and never dropped, so the parts sum to the score.
 *
 * @param probabilities each in [0, 1], at least one; or forecasts grouped already
 * @param outcomes      1 where the event happened, else 0
 * @throws RangeError if there is no forecast, or a probability lies outside [0, 1]
 * @see Murphy (1973), Journal of Applied Meteorology 12(4), eq. 7
 * @example
 * murphyDecomposition([0, 1], [0, 1]) // => { reliability: 0, murphyResolution: 0.25, uncertainty: 0.25, brier: 0, n: 2 }
 */
export function murphyDecomposition(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): MurphyParts {
  return murphyOfGroups(forecastGroups(probabilities, outcomes))
}

/**
 * The same from forecasts that are grouped already.
 *
 * @param groups distinct probabilities with how many forecasts and how many events each has
 * @throws RangeError if there is no forecast
 * @see Murphy (1973), Journal of Applied Meteorology 12(4), eq. 7
 * @example
 * murphyOfGroups({ probability: Float64Array.of(0.5), count: Float64Array.of(2), happened: Float64Array.of(1) }).brier // => 0.25
 */
export function murphyOfGroups({ probability, count, happened }: ForecastGroups): MurphyParts {
  let n = 0
  let events = 0
  for (let group = 0; group < count.length; group++) {
    n += count[group] ?? 0
    events += happened[group] ?? 0
  }
  if (n === 0) throw new RangeError('murphyDecomposition: probabilities must hold at least one forecast')
  const rate = events / n
  // what is lost in each sum is carried along (Kahan), so that the parts sum to the score for millions of forecasts
  let [reliability, murphyResolution, brier] = [0, 0, 0]
  let [lostReliability, lostResolution, lostBrier] = [0, 0, 0]
  for (let group = 0; group < count.length; group++) {
    const m = count[group] ?? 0
    const p = probability[group] ?? 0
    const yes = happened[group] ?? 0
    const a = m * (p - yes / m) ** 2 - lostReliability
    const withA = reliability + a
    lostReliability = withA - reliability - a
    reliability = withA
    const b = m * (yes / m - rate) ** 2 - lostResolution
    const withB = murphyResolution + b
    lostResolution = withB - murphyResolution - b
    murphyResolution = withB
    const c = yes * (1 - p) ** 2 + (m - yes) * p * p - lostBrier
    const withC = brier + c
    lostBrier = withC - brier - c
    brier = withC
  }
  return {
    reliability: reliability / n,
    murphyResolution: murphyResolution / n,
    uncertainty: rate * (1 - rate),
    brier: brier / n,
    n,
  }
}
