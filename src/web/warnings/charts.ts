import type { WatchedDyad } from '#api/contract/baselines'
import { dayOf } from '../baselines/charts.ts'

type Spec = Readonly<Record<string, unknown>>

const base = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', width: 'container' }
const colors = { rise: '#b5541c', fall: '#1f4e79' } as const

/** Counts by month with the alarms on them; missing months leave gaps. */
export function alarmChart(
  { counts, alarms }: WatchedDyad,
  months: readonly string[],
  words: { readonly events: string; readonly rise: string; readonly fall: string },
): Spec {
  const x = { field: 'month', type: 'temporal', title: null }
  const y = { field: 'count', type: 'quantitative', title: words.events }
  const sides = [...new Set(alarms.map(({ side }) => side))]
  return {
    ...base,
    height: 200,
    layer: [
      {
        data: { values: counts.map((count, at) => ({ month: dayOf(months[at] ?? ''), count })) },
        mark: { type: 'line', color: '#55606b', strokeWidth: 1.2, invalid: 'break-paths-show-path-domains' },
        encoding: { x, y },
      },
      {
        data: {
          values: alarms.map(({ month, side, count }) => ({ month: dayOf(month), side: words[side], count })),
        },
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: {
          x,
          y,
          color: {
            field: 'side',
            type: 'nominal',
            title: null,
            legend: { orient: 'top' },
            scale: { domain: sides.map((side) => words[side]), range: sides.map((side) => colors[side]) },
          },
          shape: {
            field: 'side',
            type: 'nominal',
            title: null,
            scale: {
              domain: sides.map((side) => words[side]),
              range: sides.map((side) => (side === 'rise' ? 'triangle-up' : 'triangle-down')),
            },
          },
        },
      },
    ],
  }
}

/** The cumulative sum of one side, and the threshold at which it gives an alarm. */
export function sumChart(
  { sums, threshold, side }: WatchedDyad['sides'][number],
  months: readonly string[],
  words: { readonly sum: string },
): Spec {
  const x = { field: 'month', type: 'temporal', title: null }
  return {
    ...base,
    height: 110,
    layer: [
      {
        data: { values: sums.map((sum, at) => ({ month: dayOf(months[at] ?? ''), sum })) },
        mark: {
          type: 'line',
          color: colors[side],
          strokeWidth: 1.2,
          clip: true,
          invalid: 'break-paths-show-path-domains',
        },
        encoding: {
          x,
          y: {
            field: 'sum',
            type: 'quantitative',
            title: words.sum,
            scale: { domain: [0, 3 * threshold], nice: false },
            axis: { tickCount: 3 },
          },
        },
      },
      {
        data: { values: [{ threshold }] },
        mark: { type: 'rule', strokeDash: [5, 4], color: '#1b1f24' },
        encoding: { y: { field: 'threshold', type: 'quantitative' } },
      },
    ],
  }
}
