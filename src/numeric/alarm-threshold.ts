import { type ChangeSide, changeEvidence, type UsualCounts, usualMonths } from './count-change.ts'
import { cusum } from './cusum.ts'
import { drawCount } from './gamma-poisson-total.ts'
import { random } from './random.ts'

/** A threshold, and how many alarms a year it gives in quiet series, that is where nothing changes. */
export interface AlarmThreshold {
  /** natural logarithm of a likelihood ratio */
  readonly threshold: number
  /** false alarms a year asked for */
  readonly asked: number
  /** found in quiet series other than those by which the threshold was set, with a 90 % interval */
  readonly observed: {
    readonly perYear: number
    readonly low: number
    readonly high: number
    readonly years: number
  }
}

const quietYears = 20
const series = 150

/**
 * The threshold at which a cumulative sum gives as many false alarms a year as one bears, by simulation: quiet series with
 * the same usual counts are watched in just the same way, what is usual being estimated anew in each. Of counts so rare that
 * no threshold gives that rate, the nearest lower one is taken.
 *
 * @param usual   mean and shape of the quiet counts
 * @param perYear false alarms a year, above 0 and at most 12
 * @throws RangeError if perYear lies outside
 * @see Hawkins & Olwell (1998), Cumulative Sum Charts and Charting for Quality Improvement, 3.4 (in-control run length);
 *   calibration by simulation: Höhle & Paul (2008), CSDA 52(9), 3.3
 * @example
 * alarmThreshold({ mean: 2, shape: 5 }, 'rise', 1, 1).threshold > 0 // => true
 */
export function alarmThreshold(
  usual: UsualCounts,
  side: ChangeSide,
  perYear: number,
  seed: number,
): AlarmThreshold {
  if (!(perYear > 0 && perYear <= 12))
    throw new RangeError(`alarmThreshold: perYear must lie in (0, 12], got ${perYear}`)
  const calibrating = quietEvidence(usual, side, seed, 0)
  let [low, high] = [1e-6, 200]
  for (let step = 0; step < 40; step++) {
    const middle = Math.sqrt(low * high)
    if (alarmsIn(calibrating, middle) / (series * quietYears) > perYear) low = middle
    else high = middle
  }
  const alarms = alarmsIn(quietEvidence(usual, side, seed, 1), high)
  const years = series * quietYears
  const half = 1.6448536269514722 * Math.sqrt(Math.max(1, alarms)) // of a Poisson count
  return {
    threshold: high,
    asked: perYear,
    observed: {
      perYear: alarms / years,
      low: Math.max(0, alarms - half) / years,
      high: (alarms + half) / years,
      years,
    },
  }
}

/** What months of quiet series say for a change; the first years only tell what is usual. */
function quietEvidence(
  { mean, shape }: UsualCounts,
  side: ChangeSide,
  seed: number,
  stream: number,
): readonly (readonly (number | null)[])[] {
  const chance = random(seed, 1000 + stream)
  return Array.from({ length: series }, () => {
    const counts = Array.from({ length: usualMonths + 12 * quietYears }, () => drawCount(shape, mean, chance))
    return changeEvidence(counts, side).slice(usualMonths)
  })
}

function alarmsIn(evidence: readonly (readonly (number | null)[])[], threshold: number): number {
  return evidence.reduce((sum, steps) => sum + cusum(steps, threshold).alarms.length, 0)
}
