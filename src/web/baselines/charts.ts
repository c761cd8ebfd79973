import type { SeriesBaseline } from '#api/contract/baselines'

type Spec = Readonly<Record<string, unknown>>

const base = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', width: 'container' }
const time = { field: 'month', type: 'temporal', title: null }
/** The middle of a month, at which its count is drawn. */
export const dayOf = (month: string) => `${month}-15`

/** What was counted in the last years, and the fan of what is forecast: median, 50 % and 90 %. Missing months leave gaps. */
export function fanChart(
  { counts, forecasts }: SeriesBaseline,
  months: readonly string[],
  model: string,
  words: { readonly events: string },
): Spec {
  const shown = 60
  const past = counts.map((count, at) => ({ month: dayOf(months[at] ?? ''), count })).slice(-shown)
  const ahead = (forecasts.find((one) => one.model === model)?.months ?? []).map(
    ({ month, median, interval50: [low50, high50], interval90: [low90, high90] }) => ({
      month: dayOf(month),
      median,
      low50,
      high50,
      low90,
      high90,
    }),
  )
  const y = (field: string) => ({ field, type: 'quantitative', title: words.events })
  const band = (share: number, opacity: number) => ({
    data: { values: ahead },
    mark: { type: 'area', color: '#b5541c', opacity },
    encoding: { x: time, y: y(`low${share}`), y2: { field: `high${share}` } },
  })
  return {
    ...base,
    height: 260,
    layer: [
      {
        data: { values: past },
        mark: { type: 'line', color: '#1f4e79', strokeWidth: 1.6, invalid: 'break-paths-show-path-domains' },
        encoding: { x: time, y: y('count') },
      },
      band(90, 0.18),
      band(50, 0.32),
      {
        data: { values: ahead },
        mark: { type: 'line', color: '#b5541c', strokeWidth: 2, point: { size: 28, color: '#b5541c' } },
        encoding: { x: time, y: y('median') },
      },
    ],
  }
}
