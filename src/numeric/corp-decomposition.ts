import type { ForecastGroups } from './forecast-groups.ts'
import { isotonicRegression } from './isotonic-regression.ts'

/** Calibration without bins: the recalibrated probabilities, and the three parts of the score. */
export interface CorpParts {
  /** what would be gained by recalibration: lower is better, 0 is calibrated */
  readonly miscalibration: number
  /** what recalibrated forecasts gain over the overall rate: higher is better */
  readonly discrimination: number
  readonly uncertainty: number
  /** miscalibration − discrimination + uncertainty, exactly */
  readonly brier: number
  /** for each distinct probability, in ascending order, the share that happened, not falling */
  readonly recalibrated: Float64Array
}

/**
 * CORP decomposition of the mean Brier score (0–1): calibration by isotonic regression, which chooses its own bins, so that the result
 * hangs on no choice of the analyst. Brier = miscalibration − discrimination + uncertainty.
 *
 * @param groups forecasts grouped by probability, ascending
 * @throws RangeError if there is no forecast
 * @see Dimitriadis, Gneiting & Jordan (2021), Proceedings of the National Academy of Sciences 118(8), eq. 3
 * @example
 * corpDecomposition({ probability: Float64Array.of(0, 1), count: Float64Array.of(1, 1), happened: Float64Array.of(0, 1) }).discrimination // => 0.25
 */
export function corpDecomposition({ probability, count, happened }: ForecastGroups): CorpParts {
  const n = count.reduce((a, b) => a + b, 0)
  if (n === 0) throw new RangeError('corpDecomposition: groups must hold at least one forecast')
  const rate = happened.reduce((a, b) => a + b, 0) / n
  const recalibrated = isotonicRegression(
    happened.map((yes, group) => yes / (count[group] ?? 1)),
    count,
  )
  let [brier, after] = [0, 0]
  for (let group = 0; group < count.length; group++) {
    const [m, yes] = [count[group] ?? 0, happened[group] ?? 0]
    const [p, q] = [probability[group] ?? 0, recalibrated[group] ?? 0]
    brier += (yes * (1 - p) ** 2 + (m - yes) * p * p) / n
    after += (yes * (1 - q) ** 2 + (m - yes) * q * q) / n
  }
  const uncertainty = rate * (1 - rate)
  return {
    miscalibration: brier - after,
    discrimination: uncertainty - after,
    uncertainty,
    brier,
    recalibrated,
  }
}
