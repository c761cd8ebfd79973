import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import type { ConvergenceReading } from './model.ts'
import { exhibitWords as words } from './wording.data.ts'

const ink = '#1f4e79'
const accent = '#b5541c'

/** The actor, its mixture and the mean of donors over the years; a rule at joining; bands are 95 % intervals. */
export function convergenceChart(
  { years, joined }: ConvergenceReading,
  language: Language,
): Readonly<Record<string, unknown>> {
  const of = {
    actor: words.actor[language],
    synthetic: words.synthetic[language],
    donors: words.donors[language],
  }
  const values = years.flatMap(({ year, treated, synthetic, donors, se }) => {
    const half = isMissing(se) ? 0 : 1.96 * se
    return [
      { year, series: of.actor, value: treated, low: treated - half, high: treated + half },
      { year, series: of.synthetic, value: synthetic },
      { year, series: of.donors, value: donors },
    ]
  })
  const x = {
    field: 'year',
    type: 'quantitative',
    axis: { format: 'd', title: null },
    scale: { zero: false, nice: false },
  }
  const color = {
    field: 'series',
    type: 'nominal',
    title: null,
    scale: { domain: [of.actor, of.synthetic, of.donors], range: [ink, accent, '#8a8a8a'] },
    legend: { orient: 'top', labelLimit: 320, columns: 1 },
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: 260,
    data: { values },
    layer: [
      {
        data: { values: [{ joined }] },
        mark: { type: 'rule', strokeDash: [4, 4], color: '#555' },
        encoding: { x: { field: 'joined', type: 'quantitative' } },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'area', opacity: 0.15, color: ink },
        encoding: { x, y: { field: 'low', type: 'quantitative', title: null }, y2: { field: 'high' } },
      },
      {
        mark: { type: 'line', strokeWidth: 2 },
        encoding: { x, y: { field: 'value', type: 'quantitative', title: null }, color },
      },
    ],
  }
}

/** Gap of the actor to its mixture over the years, with the band in which nine of ten placebos lie. */
export function gapChart(
  { years, joined }: ConvergenceReading,
  language: Language,
): Readonly<Record<string, unknown>> {
  const values = years.map(({ year, treated, synthetic, placebo: [low, high] }) => ({
    year,
    gap: treated - synthetic,
    low,
    high,
  }))
  const x = {
    field: 'year',
    type: 'quantitative',
    axis: { format: 'd', title: null },
    scale: { zero: false, nice: false },
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: 200,
    data: { values },
    layer: [
      {
        data: { values: [{ joined }] },
        mark: { type: 'rule', strokeDash: [4, 4], color: '#555' },
        encoding: { x: { field: 'joined', type: 'quantitative' } },
      },
      {
        mark: { type: 'area', opacity: 0.2, color: '#8a8a8a' },
        encoding: { x, y: { field: 'low', type: 'quantitative', title: null }, y2: { field: 'high' } },
      },
      { mark: { type: 'rule', color: '#8a8a8a' }, encoding: { y: { datum: 0 } } },
      {
        mark: { type: 'line', strokeWidth: 2, color: ink },
        encoding: { x, y: { field: 'gap', type: 'quantitative', title: words.gapOf[language] } },
      },
    ],
  }
}
