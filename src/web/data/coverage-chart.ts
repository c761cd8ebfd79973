import type { DatasetVersion } from '#api/contract/datasets'

type Years = DatasetVersion['tables'][number]['years']

/** Rows by year as bars, and states seen as a line: what a table covers, and where it thins out. */
export function coverageChart(
  years: Years,
  words: { readonly rows: string; readonly states: string },
): Readonly<Record<string, unknown>> {
  const x = {
    field: 'year',
    type: 'ordinal',
    axis: {
      title: null,
      labelAngle: 0,
      ticks: false,
      labelExpr: "datum.value % 10 === 0 ? datum.value : ''",
    },
  }
  const named = years.some(({ states }) => states > 0)
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: 150,
    data: { values: years },
    layer: [
      {
        mark: { type: 'bar', color: '#9db4c8', width: { band: 0.8 } },
        encoding: {
          x,
          y: { field: 'rows', type: 'quantitative', title: words.rows },
        },
      },
      ...(named
        ? [
            {
              mark: { type: 'line', color: '#b5541c', strokeWidth: 2 },
              encoding: {
                x,
                y: {
                  field: 'states',
                  type: 'quantitative',
                  title: words.states,
                  axis: { titleColor: '#b5541c' },
                },
              },
            },
          ]
        : []),
    ],
    resolve: { scale: { y: 'independent' } },
  }
}
