import { type AlarmThreshold, alarmThreshold } from '#numeric/alarm-threshold'
import { type ChangeSide, changeEvidence, fewestToFall, usualBefore, usualOf } from '#numeric/count-change'
import { cusum } from '#numeric/cusum'
import type { MonthlyCounts } from '#numeric/gamma-poisson'
import { random } from '#numeric/random'

/** An alarm: when, of what, how strong, and what was usual. */
export interface EventAlarm {
  /** YYYY-MM of the month that set it off */
  readonly month: string
  /** the month in which the change is thought to have begun */
  readonly since: string
  readonly side: ChangeSide
  /** events of the month, and mean of the months before it */
  readonly count: number
  readonly usual: number
  /** the sum that reached the threshold, natural logarithm of a likelihood ratio */
  readonly statistic: number
  readonly threshold: number
}

/** How often alarms came in history, and in the same months put in random order, in which nothing changes. */
export interface HistoricAlarms {
  readonly alarms: number
  readonly years: number
  readonly perYear: number
  /** false alarms a year in shuffled months, with a 90 % interval; null where there is no year */
  readonly shuffled: { readonly perYear: number; readonly low: number; readonly high: number } | null
}

/** One side of the watch on a series. */
export interface WatchedSide extends AlarmThreshold {
  readonly side: ChangeSide
  /** [month] the sum, null where nothing could be said */
  readonly sums: readonly (number | null)[]
  readonly history: HistoricAlarms
}

const recent = 120
const shuffles = 20
const z90 = 1.6448536269514722

/**
 * Watches one series: the threshold is set on quiet series that are like its last ten years, and the history is gone through
 * with it. What is borne is shared evenly by the sides; a fall is not watched where there is less than one event a month.
 *
 * @returns null where fewer than three years are known
 */
export function eventAlarms(
  counts: MonthlyCounts,
  months: readonly string[],
  sides: readonly ChangeSide[],
  falseAlarmsPerYear: number,
  seed: number,
): { readonly sides: readonly WatchedSide[]; readonly alarms: readonly EventAlarm[] } | null {
  const known = counts.slice(-recent).filter((count) => count !== null)
  if (known.length < 36) return null
  const sum = known.reduce((all, count) => all + count, 0)
  const squares = known.reduce((all, count) => all + count * count, 0)
  const usual = usualOf(known.length, sum, squares)
  const before = usualBefore(counts)
  const alarms: EventAlarm[] = []
  const telling = sides.filter((side) => side === 'rise' || usual.mean >= fewestToFall)
  const watched = telling.map((side): WatchedSide => {
    const set = alarmThreshold(usual, side, falseAlarmsPerYear / telling.length, seed)
    const evidence = changeEvidence(counts, side)
    const found = cusum(evidence, set.threshold)
    for (const { at, since, sum: statistic } of found.alarms)
      alarms.push({
        month: months[at] ?? '',
        since: months[since] ?? '',
        side,
        count: counts[at] ?? 0,
        usual: before[at]?.mean ?? 0,
        statistic,
        threshold: set.threshold,
      })
    const years = evidence.filter((one) => one !== null).length / 12
    return {
      ...set,
      side,
      sums: found.sums.map((one, at) => (evidence[at] === null ? null : one)),
      history: {
        alarms: found.alarms.length,
        years,
        perYear: years > 0 ? found.alarms.length / years : 0,
        shuffled: shuffledAlarms(counts, side, set.threshold, seed),
      },
    }
  })
  return { sides: watched, alarms: alarms.toSorted((a, b) => (a.month < b.month ? -1 : 1)) }
}

function shuffledAlarms(
  counts: MonthlyCounts,
  side: ChangeSide,
  threshold: number,
  seed: number,
): HistoricAlarms['shuffled'] {
  const chance = random(seed, 4242)
  let [alarms, months] = [0, 0]
  for (let draw = 0; draw < shuffles; draw++) {
    const order = counts.filter((count) => count !== null)
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1))
      const [a, b] = [order[at] ?? 0, order[other] ?? 0]
      order[at] = b
      order[other] = a
    }
    const evidence = changeEvidence(order, side)
    alarms += cusum(evidence, threshold).alarms.length
    months += evidence.filter((one) => one !== null).length
  }
  if (months === 0) return null
  const years = months / 12
  const half = z90 * Math.sqrt(Math.max(1, alarms))
  return {
    perYear: alarms / years,
    low: Math.max(0, alarms - half) / years,
    high: (alarms + half) / years,
  }
}
