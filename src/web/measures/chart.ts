import type { MeasuresResult } from '#api/contract/measures'

const z95 = 1.96

/** A measure of several dyads over the years, with 95 % intervals where the error is known; undefined if nothing was measured. */
export function measureChart(
  series: readonly MeasuresResult['series'][number][],
  nameOf: (id: string) => string,
  unit: string,
): Readonly<Record<string, unknown>> | undefined {
  const values = series.flatMap(({ of, towards, observations }) =>
    observations.map(({ year, value, se }) => {
      const known = typeof value === 'number' ? value : null
      const error = z95 * (se ?? 0)
      return {
        name: towards === undefined ? nameOf(of) : `${nameOf(of)} → ${nameOf(towards)}`,
        year,
        value: known,
        low: known === null ? null : known - error,
        high: known === null ? null : known + error,
      }
    }),
  )
  if (values.every(({ value }) => value === null)) return undefined
  const color = {
    field: 'name',
    type: 'nominal',
    title: null,
    legend: { orient: 'top', columns: 2, symbolType: 'stroke', symbolOpacity: 1, labelLimit: 280 },
  }
  const x = {
    field: 'year',
    type: 'quantitative',
    axis: { format: 'd', title: null, tickMinStep: 1 },
    scale: { zero: false, nice: false },
  }
  const invalid = 'break-paths-show-path-domains'
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: 300,
    data: { values },
    layer: [
      {
        mark: { type: 'area', opacity: 0.14, invalid },
        encoding: { x, y: { field: 'low', type: 'quantitative', title: unit }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', strokeWidth: 1.8, invalid, point: { size: 22 } },
        encoding: { x, y: { field: 'value', type: 'quantitative', title: unit }, color },
      },
    ],
  }
}
