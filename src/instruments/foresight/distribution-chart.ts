import type { Language } from '#domain/exhibit'
import { words } from './words.data.ts'

/** One row of the chart: who, and the values at the told shares. */
export interface DistributionRow {
  readonly of: 'pool' | 'agency' | 'forecaster'
  readonly label: string
  readonly values: readonly number[]
}

const colours = ['#b5541c', '#1f4e79', '#6b8299'] as const
const day = 86_400_000
const dates = { format: '%Y-%m-%d', labelOverlap: 'greedy', labelSeparation: 16, tickCount: 6 }

/**
 * Distributions below each other: a thin line for nine tenths, a thick one for the middle half, a point for the middle; the pool of all
 * on top. A broken line across is how it came out.
 *
 * @param rows  values at five shares, in the unit of the question; for dates days since 1970
 * @param about unit of the axis, whether values are dates, and the outcome if there is one
 */
export function distributionChart(
  rows: readonly DistributionRow[],
  about: {
    readonly date: boolean
    readonly unit: string | null
    readonly outcome: number | null
    /** pixels for names, 190 where there is room */
    readonly labelLimit?: number
  },
  language: Language,
): Readonly<Record<string, unknown>> {
  const { date, unit, outcome, labelLimit = 190 } = about
  const placed = (value: number | undefined) => (value ?? 0) * (date ? day : 1)
  const values = rows.map(({ of, label, values: at }, order) => ({
    of,
    order,
    label,
    low: placed(at[0]),
    lowerQuarter: placed(at[1]),
    middle: placed(at[2]),
    upperQuarter: placed(at[3]),
    high: placed(at[4]),
  }))
  const type = date ? 'temporal' : 'quantitative'
  const x = {
    type,
    title: date ? null : unit,
    scale: date ? { type: 'utc' } : { zero: false },
    ...(date ? { axis: dates } : {}),
  }
  const y = {
    field: 'label',
    type: 'nominal',
    sort: { field: 'order' },
    title: null,
    axis: { labelLimit },
  }
  const color = {
    field: 'of',
    type: 'nominal',
    scale: { domain: ['pool', 'agency', 'forecaster'], range: colours },
    legend: null,
  }
  const stretch = (from: string, until: string, strokeWidth: number, opacity: number) => ({
    mark: { type: 'rule', strokeWidth, opacity },
    encoding: { y, color, x: { ...x, field: from }, x2: { field: until } },
  })
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 26 },
    data: { values },
    layer: [
      ...(outcome === null
        ? []
        : [
            {
              data: { values: [{ outcome: placed(outcome), name: words.outcomeLine[language] }] },
              mark: { type: 'rule', strokeDash: [5, 4], color: '#2f7d4f', strokeWidth: 2 },
              encoding: { x: { ...x, field: 'outcome' } },
            },
          ]),
      stretch('low', 'high', 2, 0.7),
      stretch('lowerQuarter', 'upperQuarter', 7, 0.55),
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: {
          y,
          color,
          x: { ...x, field: 'middle' },
          shape: {
            field: 'of',
            type: 'nominal',
            scale: { domain: ['pool', 'agency', 'forecaster'], range: ['diamond', 'square', 'circle'] },
            legend: null,
          },
        },
      },
    ],
  }
}
