import type { PeacekeepingAnswer } from '#api/contract/peacekeeping'

type Spec = Readonly<Record<string, unknown>>
const schema = 'https://vega.github.io/schema/vega-lite/v6.json'
const share = (title: string) => ({
  type: 'quantitative',
  title,
  axis: { format: '.0%', tickCount: 6 },
  scale: { zero: true },
})

/** Persons by mission over the years, one on the other; a year that is missing has a question mark and no bar. */
export function missionChart(
  { missions, states }: PeacekeepingAnswer,
  words: { readonly persons: string; readonly missing: string },
): Spec | undefined {
  const years = states[0]?.years ?? []
  if (missions.length === 0) return undefined
  const absent = years.flatMap(({ year, total }) =>
    typeof total === 'number' ? [] : [{ year, mark: '?', because: words.missing }],
  )
  const x = {
    field: 'year',
    type: 'ordinal',
    title: null,
    scale: { domain: years.map(({ year }) => year) },
    axis: { labelAngle: -45, labelOverlap: true },
  }
  return {
    $schema: schema,
    width: 'container',
    height: 260,
    layer: [
      {
        data: { values: missions.map(({ year, key, total }) => ({ year, mission: key, persons: total })) },
        mark: { type: 'bar' },
        encoding: {
          x,
          y: { field: 'persons', type: 'quantitative', title: words.persons, stack: true },
          color: {
            field: 'mission',
            type: 'nominal',
            title: null,
            scale: { scheme: 'tableau10' },
            legend: { orient: 'top', columns: 5 },
          },
          tooltip: [{ field: 'mission' }, { field: 'year' }, { field: 'persons' }],
        },
      },
      {
        data: { values: absent },
        mark: { type: 'text', fontSize: 14, color: '#8a6d3b', baseline: 'bottom', dy: -2 },
        encoding: { x, y: { datum: 0 }, text: { field: 'mark' }, tooltip: [{ field: 'because' }] },
      },
    ],
  }
}

/** Share of women over the years with intervals, and the targets for 2028 as lines. */
export function womenChart(
  { states, targets }: PeacekeepingAnswer,
  words: {
    readonly share: string
    readonly target: (types: readonly string[], year: number) => string
  },
): Spec | undefined {
  const years = states[0]?.years ?? []
  const values = years.flatMap(({ year, share: one }) =>
    'missing' in one ? [] : [{ year, share: one.value, low: one.interval[0], high: one.interval[1] }],
  )
  if (values.length === 0) return undefined
  const lines = targets
    .filter(({ year }) => year === 2028)
    .map(({ types, year, share: wanted }) => ({ wanted, label: words.target(types, year) }))
  const x = {
    field: 'year',
    type: 'ordinal',
    title: null,
    scale: { domain: years.map(({ year }) => year) },
    axis: { labelAngle: -45, labelOverlap: true },
  }
  const color = {
    field: 'label',
    type: 'nominal',
    title: null,
    sort: lines.map(({ label }) => label),
    scale: { range: ['#a4542c', '#c08a3e', '#5f7f4f', '#7a5c8f'] },
    legend: { orient: 'top', columns: 1, symbolType: 'stroke', labelLimit: 330 },
  }
  return {
    $schema: schema,
    width: 'container',
    height: 280,
    layer: [
      {
        data: { values: lines },
        mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5 },
        encoding: { y: { ...share(words.share), field: 'wanted' }, color },
      },
      {
        data: { values },
        mark: { type: 'rule', strokeWidth: 2, color: '#1f4e79' },
        encoding: { x, y: { ...share(words.share), field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 70, opacity: 1, color: '#1f4e79' },
        encoding: { x, y: { ...share(words.share), field: 'share' } },
      },
    ],
  }
}

/** Share of women of a state and its peers in one year, those who sent most first; how many persons stands with the name. */
export function peerChart(
  { states, state: own }: PeacekeepingAnswer,
  year: number,
  words: { readonly share: string; readonly name: (state: string, persons: number) => string },
  labelLimit: number,
): Spec | undefined {
  const values = states
    .flatMap(({ state, years }) => {
      const one = years.find((each) => each.year === year)
      if (one === undefined || typeof one.total !== 'number' || 'missing' in one.share) return []
      return [
        {
          name: words.name(state, one.total),
          persons: one.total,
          share: one.share.value,
          low: one.share.interval[0],
          high: one.share.interval[1],
          own: state === own,
        },
      ]
    })
    .toSorted((a, b) => b.persons - a.persons)
  if (values.length === 0) return undefined
  const y = {
    field: 'name',
    type: 'nominal',
    title: null,
    sort: values.map(({ name }) => name),
    axis: { labelLimit },
  }
  const color = { condition: { test: 'datum.own', value: '#a4542c' }, value: '#1f4e79' }
  const x = { ...share(words.share), scale: { domain: [0, Math.max(...values.map(({ high }) => high))] } }
  return {
    $schema: schema,
    width: 'container',
    height: { step: 24 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: { y, x: { ...x, field: 'share' }, color },
      },
    ],
  }
}
