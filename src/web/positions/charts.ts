import type { Convergence, Points, Similarity } from '#api/contract/positions'

type Spec = Readonly<Record<string, unknown>>

const base = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', width: 'container' }
const z95 = 1.96
const years = {
  field: 'year',
  type: 'quantitative',
  axis: { format: 'd', title: null },
  scale: { zero: false, nice: false },
}

function bands(values: readonly object[], title: string): Spec {
  const color = {
    field: 'name',
    type: 'nominal',
    title: null,
    legend: { orient: 'top', columns: 3, symbolType: 'stroke', symbolOpacity: 1, symbolStrokeWidth: 3 },
  }
  return {
    ...base,
    height: 320,
    data: { values },
    layer: [
      {
        mark: { type: 'area', opacity: 0.14, invalid: 'break-paths-show-path-domains' },
        encoding: {
          x: years,
          y: { field: 'low', type: 'quantitative', title },
          y2: { field: 'high' },
          color,
        },
      },
      {
        mark: { type: 'line', strokeWidth: 1.8, invalid: 'break-paths-show-path-domains' },
        encoding: { x: years, y: { field: 'value', type: 'quantitative', title }, color },
      },
    ],
  }
}

/** Where states stood from session to session, with 95 % intervals. */
export function trajectories(points: Points['points'], nameOf: (id: string) => string, title: string): Spec {
  return bands(
    points.map(({ state, year, point, se }) => ({
      name: nameOf(state),
      year,
      value: point,
      low: point - z95 * se,
      high: point + z95 * se,
    })),
    title,
  )
}

/** How alike a state and others voted, with 95 % intervals; sessions that tell nothing leave a gap. */
export function similarities(
  pairs: Similarity['pairs'],
  nameOf: (id: string) => string,
  title: string,
): Spec {
  const first = pairs.reduce(
    (least, { year, value }) => (value === null ? least : Math.min(least, year)),
    9999,
  )
  return bands(
    pairs
      .filter(({ year }) => year >= first)
      .map(({ other, year, value, se }) => ({
        name: nameOf(other),
        year,
        value,
        low: value === null ? null : value - z95 * (se ?? 0),
        high: value === null ? null : value + z95 * (se ?? 0),
      })),
    title,
  )
}

/** The state, its mixture and the donors, before and after it joined. */
export function convergenceLines(
  { years: all, joined }: Convergence,
  words: {
    readonly treated: string
    readonly synthetic: string
    readonly donors: string
    readonly title: string
  },
): Spec {
  const values = all.flatMap(({ year, treated, se, synthetic, donors }) => [
    { name: words.treated, year, value: treated, low: treated - z95 * se, high: treated + z95 * se },
    { name: words.synthetic, year, value: synthetic },
    { name: words.donors, year, value: donors },
  ])
  const color = {
    field: 'name',
    type: 'nominal',
    title: null,
    scale: {
      domain: [words.treated, words.synthetic, words.donors],
      range: ['#1f4e79', '#b5541c', '#8a8a8a'],
    },
    legend: { orient: 'top', columns: 1, labelLimit: 400 },
  }
  return {
    ...base,
    height: 300,
    data: { values },
    layer: [
      {
        data: { values: [{ year: joined }] },
        mark: { type: 'rule', strokeDash: [4, 4], color: '#555' },
        encoding: { x: years },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'area', opacity: 0.15, color: '#1f4e79' },
        encoding: {
          x: years,
          y: { field: 'low', type: 'quantitative', title: words.title },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', strokeWidth: 2 },
        encoding: { x: years, y: { field: 'value', type: 'quantitative', title: words.title }, color },
      },
    ],
  }
}
