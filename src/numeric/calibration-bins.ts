import { binOf } from './binned-decomposition.ts'
import type { ForecastGroups } from './forecast-groups.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** One bin of a calibration diagram. */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly n: number
  /** mean probability that was said in it */
  readonly said: number
  /** share that then happened */
  readonly happened: number
  /** interval of that share, as if forecasts were independent */
  readonly interval: readonly [number, number]
}

/**
 * Calibration by bins of equal width: what was said, and how often it then happened, with an interval. Bins without a forecast are
 * left out.
 *
 * @param groups forecasts grouped by probability
 * @param bins   number of bins over [0, 1]; a forecast on an edge belongs to the bin above
 * @param level  of the interval (Wilson's)
 * @see Bröcker & Smith (2007), Weather and Forecasting 22(3): the mean of a bin, not its middle, is drawn
 * @example
 * calibrationBins({ probability: Float64Array.of(0.25), count: Float64Array.of(4), happened: Float64Array.of(1) }, 10)[0]?.happened // => 0.25
 */
export function calibrationBins(
  { probability, count, happened }: ForecastGroups,
  bins: number,
  level = 0.95,
): CalibrationBin[] {
  const [m, yes, sum] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)]
  for (let group = 0; group < count.length; group++) {
    const bin = binOf(probability[group] ?? 0, bins)
    m[bin] = (m[bin] ?? 0) + (count[group] ?? 0)
    yes[bin] = (yes[bin] ?? 0) + (happened[group] ?? 0)
    sum[bin] = (sum[bin] ?? 0) + (count[group] ?? 0) * (probability[group] ?? 0)
  }
  return Array.from(m, (n, bin) => ({ n, bin }))
    .filter(({ n }) => n > 0)
    .map(({ n, bin }) => ({
      from: bin / bins,
      to: (bin + 1) / bins,
      n,
      said: (sum[bin] ?? 0) / n,
      happened: (yes[bin] ?? 0) / n,
      interval: wilsonInterval(yes[bin] ?? 0, n, level),
    }))
}
