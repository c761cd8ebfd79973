import { accent, chartBase, ink, pale, type Spec } from '#domain/chart'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import type { Result } from './model.ts'
import { type Word, words } from './words.data.ts'
import { stateIn } from './words.ts'

const unitScale = { domain: [0, 1] }

/** Depth of all partners with intervals, deepest first; the one asked for stands out. */
export function leagueChart({ standings, dyad }: Result, language: Language): Spec {
  const values = standings
    .flatMap(({ title, titleVi, depth, partner, coverage }) =>
      isMissing(depth)
        ? []
        : [
            {
              partner: language === 'vi' ? titleVi : title,
              depth: depth.value,
              low: depth.interval?.[0] ?? depth.value,
              high: depth.interval?.[1] ?? depth.value,
              coverage,
              asked: partner === dyad[1],
            },
          ],
    )
    .toSorted((a, b) => b.depth - a.depth)
  const y = { field: 'partner', type: 'nominal', sort: null, title: null, axis: { labelLimit: 260 } }
  const color = {
    field: 'asked',
    type: 'nominal',
    scale: { domain: [true, false], range: [accent, ink] },
    legend: null,
  }
  return dotted(values, 26, { y, color }, 'depth', words.depth[language])
}

/** Every criterion that is known on its scale, with its error, grouped by the basis on which it rests. */
export function leafChart({ standings }: Result, language: Language): Spec {
  const values = (standings[0]?.leaves ?? []).flatMap(({ title, titleVi, share, sd, basis, illustrative }) =>
    isMissing(share)
      ? []
      : [
          {
            criterion: language === 'vi' ? titleVi : title,
            share,
            low: Math.max(0, share - 1.6449 * sd),
            high: Math.min(1, share + 1.6449 * sd),
            basis: `${words[basis][language]}${illustrative ? ` (${words.illustrative[language]})` : ''}`,
          },
        ],
  )
  const y = { field: 'criterion', type: 'nominal', sort: null, title: null, axis: { labelLimit: 280 } }
  const color = {
    field: 'basis',
    type: 'nominal',
    title: null,
    scale: basisScale(
      values.map((one) => one.basis),
      language,
    ),
    legend: { orient: 'bottom', columns: 2, labelLimit: 240 },
  }
  return dotted(values, 24, { y, color }, 'share', words.place[language])
}

/** Dots on a scale from 0 to 1, each on the line of its interval from `low` to `high`. */
function dotted(values: readonly object[], step: number, encoding: Spec, value: string, title: string): Spec {
  const x = (field: string) => ({ field, type: 'quantitative', scale: unitScale })
  return {
    ...chartBase,
    height: { step },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5 },
        encoding: { ...encoding, x: { ...x('low'), title }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 85, opacity: 1 },
        encoding: { ...encoding, x: x(value) },
      },
    ],
  }
}

/** One colour for each basis, the same on every chart; what is illustrative is grey. */
function basisScale(found: readonly string[], language: Language): Spec {
  const known: readonly string[] = (['data', 'records', 'ratings'] as const).map(
    (one) => words[one][language],
  )
  const domain = [...new Set([...known.filter((one) => found.includes(one)), ...found])]
  const range = domain.map((one) => [ink, accent, '#4d7c4a'][known.indexOf(one)] ?? '#8c8c8c')
  return { domain, range }
}

/** Depth by year with its interval; tiers declared are marked where they fall. */
export function trajectoryChart({ trajectory }: Result, language: Language): Spec {
  const values = trajectory.flatMap(({ year, depth }) =>
    isMissing(depth)
      ? []
      : [
          {
            year,
            depth: depth.value,
            low: depth.interval?.[0] ?? depth.value,
            high: depth.interval?.[1] ?? depth.value,
          },
        ],
  )
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { zero: false, nice: false },
    axis: { format: 'd', tickMinStep: 1, grid: false },
    title: words.year[language],
  }
  const title = words.depth[language]
  return {
    ...chartBase,
    height: 220,
    data: { values },
    layer: [
      {
        mark: { type: 'area', color: pale, opacity: 0.45 },
        encoding: {
          x,
          y: { field: 'low', type: 'quantitative', scale: unitScale, title },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', color: ink, point: { size: 50, filled: true, color: ink } },
        encoding: { x, y: { field: 'depth', type: 'quantitative', scale: unitScale } },
      },
    ],
  }
}

/** Trust against cooperation over the years, with the ellipse of 90 % about the last year. */
export function quadrantChart({ quadrant }: Result, language: Language): Spec {
  const values = quadrant.points.map(({ year, trust, cooperation }) => ({ year, trust, cooperation }))
  const last = quadrant.points.at(-1)
  const reach = 2.146 // √(−2 ln 0.1): half-axes of the ellipse that holds 90 %
  const ellipse =
    last === undefined
      ? []
      : Array.from({ length: 73 }, (_, at) => ({
          order: at,
          trust: clamp(last.trust + reach * last.trustSd * Math.cos((at * Math.PI) / 36)),
          cooperation: clamp(last.cooperation + reach * last.cooperationSd * Math.sin((at * Math.PI) / 36)),
        }))
  const places = [
    { x: 0.98, y: 0.97, text: words['good-friend'][language], align: 'right' },
    { x: 0.02, y: 0.97, text: words['bad-friend'][language], align: 'left' },
    { x: 0.98, y: 0.03, text: words['potential-friend'][language], align: 'right' },
    { x: 0.02, y: 0.03, text: words['bad-partner'][language], align: 'left' },
  ]
  const x = {
    field: 'trust',
    type: 'quantitative',
    scale: unitScale,
    axis: { grid: false },
    title: words.trustAxis[language],
  }
  const y = {
    field: 'cooperation',
    type: 'quantitative',
    scale: unitScale,
    axis: { grid: false },
    title: words.cooperation[language],
  }
  const grey = { type: 'rule', color: '#999', strokeDash: [4, 3] }
  return {
    ...chartBase,
    height: 340,
    layer: [
      { data: { values: [{ at: 0.5 }] }, mark: grey, encoding: { x: { datum: 0.5 } } },
      { data: { values: [{ at: 0.5 }] }, mark: grey, encoding: { y: { datum: 0.5 } } },
      ...places.map((one) => ({
        data: { values: [one] },
        mark: { type: 'text', align: one.align, color: '#666', fontSize: 11 },
        encoding: {
          x: { field: 'x', type: 'quantitative' },
          y: { field: 'y', type: 'quantitative' },
          text: { field: 'text' },
        },
      })),
      {
        data: { values: ellipse },
        mark: { type: 'line', color: accent, strokeWidth: 1.5, opacity: 0.7 },
        encoding: { x, y, order: { field: 'order' } },
      },
      {
        data: { values },
        mark: { type: 'line', color: ink, point: { size: 55, filled: true, color: ink } },
        encoding: { x, y, order: { field: 'year' } },
      },
      {
        data: { values: values.filter((_, at) => at === 0 || at === values.length - 1) },
        mark: { type: 'text', dy: -12, color: ink, fontSize: 11 },
        encoding: { x, y, text: { field: 'year' } },
      },
    ],
  }
}

/** What each side loses, from the highest to the lowest elasticity. */
export function lossChart({ entwinement }: Result, language: Language): Spec {
  const values = entwinement.losses.flatMap(({ of, income }) =>
    isMissing(income)
      ? []
      : [
          {
            side: stateIn(of, language),
            lost: 100 * income.value,
            low: 100 * (income.interval?.[0] ?? income.value),
            high: 100 * (income.interval?.[1] ?? income.value),
          },
        ],
  )
  const y = { field: 'side', type: 'nominal', title: null, sort: null }
  return {
    ...chartBase,
    height: { step: 36 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: ink, height: 18 },
        encoding: {
          y,
          x: { field: 'lost', type: 'quantitative', title: `${words.income[language]}, %` },
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, color: '#222' },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  }
}

/** Sobol's indices as bars, alone and with interactions. */
export function sensitivityChart({ sensitivity }: Result, language: Language): Spec {
  const values = sensitivity.flatMap(({ input, first, total }) => [
    { input: words[input][language], kind: words.alone[language], value: Math.max(0, first.value) },
    { input: words[input][language], kind: words.inAll[language], value: total.value },
  ])
  return {
    ...chartBase,
    height: { step: 18 },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'input', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
      yOffset: { field: 'kind' },
      x: { field: 'value', type: 'quantitative', title: null, scale: { domainMin: 0 } },
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { range: [ink, pale] },
        legend: { orient: 'bottom' },
      },
    },
  }
}

/** Share of mechanisms that last beyond a time, with its interval. */
export function survivalChart({ durability }: Result, language: Language): Spec {
  const values = [
    { time: 0, survival: 1, low: 1, high: 1 },
    ...durability.survival.map(({ time, survival, low, high }) => ({ time, survival, low, high })),
  ]
  const x = { field: 'time', type: 'quantitative', title: words.years[language], axis: { grid: false } }
  return {
    ...chartBase,
    height: 200,
    data: { values },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', color: pale, opacity: 0.4 },
        encoding: {
          x,
          y: { field: 'low', type: 'quantitative', scale: unitScale, title: words.share[language] },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', interpolate: 'step-after', color: ink },
        encoding: { x, y: { field: 'survival', type: 'quantitative', scale: unitScale } },
      },
    ],
  }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}

/** A coded word in the language of the reader. */
export function say(word: string, language: Language): string {
  return Object.hasOwn(words, word) ? words[word as Word][language] : word // it is one of the words
}
