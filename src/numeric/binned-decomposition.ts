import type { ForecastGroups } from './forecast-groups.ts'

/** The parts of a mean Brier score when forecasts are put into bins; five of them sum to the score. */
export interface BinnedParts {
  readonly reliability: number
  readonly murphyResolution: number
  readonly uncertainty: number
  /** variance of the forecasts within bins */
  readonly withinBinVariance: number
  /** covariance of forecasts and events within bins, doubled */
  readonly withinBinCovariance: number
  /** resolution with what the bins hide: murphyResolution − withinBinVariance + withinBinCovariance */
  readonly generalizedResolution: number
  /** reliability − generalizedResolution + uncertainty, exactly */
  readonly brier: number
  readonly bins: number
}

/**
 * Decomposition of the mean Brier score (0–1) by bins of equal width, with the two terms that binning adds, so that the identity holds
 * for any forecasts: Brier = reliability − resolution + uncertainty + variance within − covariance within.
 *
 * @param groups forecasts grouped by probability
 * @param bins   number of bins of equal width over [0, 1]; a forecast on an edge belongs to the bin above, 1 to the last
 * @throws RangeError if there is no forecast, or `bins` is not a whole number above 0
 * @see Stephenson, Coelho & Jolliffe (2008), Weather and Forecasting 23(4), eq. 8–10
 * @example
 * binnedDecomposition({ probability: Float64Array.of(0.5), count: Float64Array.of(2), happened: Float64Array.of(1) }, 10).brier // => 0.25
 */
export function binnedDecomposition(
  { probability, count, happened }: ForecastGroups,
  bins: number,
): BinnedParts {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`binnedDecomposition: bins must be a whole number above 0, got ${bins}`)
  const [m, yes, sum] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)]
  let [n, events] = [0, 0]
  // groups ascend, so one bin is summed at a time
  let [bin, inBin, yesInBin, sumInBin] = [0, 0, 0, 0]
  for (let group = 0; group < count.length; group++) {
    const p = probability[group] ?? 0
    const k = count[group] ?? 0
    const y = happened[group] ?? 0
    const its = binOf(p, bins)
    if (its !== bin) {
      m[bin] = inBin
      yes[bin] = yesInBin
      sum[bin] = sumInBin
      bin = its
      inBin = m[bin] ?? 0
      yesInBin = yes[bin] ?? 0
      sumInBin = sum[bin] ?? 0
    }
    inBin += k
    yesInBin += y
    sumInBin += k * p
    n += k
    events += y
  }
  m[bin] = inBin
  yes[bin] = yesInBin
  sum[bin] = sumInBin
  if (n === 0) throw new RangeError('binnedDecomposition: groups must hold at least one forecast')
  const rate = events / n
  const [mean, share] = [sum.map((s, at) => s / (m[at] || 1)), yes.map((y, at) => y / (m[at] || 1))]
  let [reliability, murphyResolution, variance, covariance] = [0, 0, 0, 0]
  for (let at = 0; at < bins; at++) {
    const [k, said, happens] = [m[at] ?? 0, mean[at] ?? 0, share[at] ?? 0]
    reliability += (k * (said - happens) ** 2) / n
    murphyResolution += (k * (happens - rate) ** 2) / n
  }
  for (let group = 0; group < count.length; group++) {
    const p = probability[group] ?? 0
    const k = count[group] ?? 0
    const its = binOf(p, bins)
    const away = p - (mean[its] ?? 0)
    variance += (k * away ** 2) / n
    covariance += (2 * away * ((happened[group] ?? 0) - k * (share[its] ?? 0))) / n
  }
  const uncertainty = rate * (1 - rate)
  const generalizedResolution = murphyResolution - variance + covariance
  return {
    reliability,
    murphyResolution,
    uncertainty,
    withinBinVariance: variance,
    withinBinCovariance: covariance,
    generalizedResolution,
    brier: reliability - generalizedResolution + uncertainty,
    bins,
  }
}

/**
 * The bin of equal width in which a probability lies.
 *
 * @param p    in [0, 1]
 * @param bins how many bins there are
 * @returns index from 0; an edge belongs to the bin above, within 1e-9, and 1 to the last bin
 * @see Wilks (2011), Statistical Methods in the Atmospheric Sciences, ch. 8
 * @example
 * binOf(0.3, 10) // => 3
 * binOf(1, 10) // => 9
 */
export function binOf(p: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(p * bins + 1e-9))
}
