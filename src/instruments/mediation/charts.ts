import { accent, chartBase, ink, pale, type Spec } from '#domain/chart'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { rungOf } from '#domain/third-party-role'
import type { Result } from './model.ts'
import { words } from './words.data.ts'

const levels = { domain: [0, 4] }

/** The ladder, the highest rung on top: how often each role comes first, and how often nothing rules it out. */
export function ladderChart({ roles }: Result, language: Language): Spec {
  const sorted = roles.toSorted((a, b) => b.rung - a.rung)
  const values = sorted.flatMap(({ title, first, open }) => [
    { role: title[language], share: open.value, what: words.open[language] },
    { role: title[language], share: first.value, what: words.first[language] },
  ])
  return {
    ...chartBase,
    height: { step: 26 },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'role', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
      yOffset: { field: 'what', sort: null },
      x: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: { format: '%' },
        title: null,
      },
      color: {
        field: 'what',
        type: 'nominal',
        scale: { domain: [words.open[language], words.first[language]], range: [pale, ink] },
        legend: { orient: 'bottom', title: null },
      },
    },
  }
}

/** Standing with each party, with its interval. */
export function standingChart({ standings }: Result, language: Language): Spec {
  const values = standings.flatMap(({ party, standing }) =>
    isMissing(standing.level)
      ? []
      : [
          {
            party: party.name[language],
            side: party.side,
            level: standing.level.value,
            low: standing.level.interval?.[0] ?? standing.level.value,
            high: standing.level.interval?.[1] ?? standing.level.value,
          },
        ],
  )
  const y = { field: 'party', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } }
  const x = { type: 'quantitative', scale: levels, title: `${words.standing[language]} (0–4)` }
  return {
    ...chartBase,
    height: { step: 30 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', color: pale, strokeWidth: 3 },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 90, color: ink },
        encoding: { y, x: { ...x, field: 'level' } },
      },
    ],
  }
}

/** What is held of each capability against what is needed now and for the role aimed at. */
export function gapChart({ gaps }: Result, language: Language): Spec {
  const shown = gaps.filter(({ neededForAim, held }) => neededForAim > 0 || !isMissing(held.level))
  const values = shown.flatMap(({ title, held, neededForAim }) => {
    const capability = title[language].split(':')[0]
    return [
      { capability, level: neededForAim, what: words.neededForAim[language] },
      ...(isMissing(held.level) ? [] : [{ capability, level: held.level.value, what: words.held[language] }]),
    ]
  })
  return {
    ...chartBase,
    height: { step: 26 },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'capability', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
      yOffset: { field: 'what', sort: null },
      x: { field: 'level', type: 'quantitative', scale: levels, title: words.levels[language] },
      color: {
        field: 'what',
        type: 'nominal',
        scale: { domain: [words.neededForAim[language], words.held[language]], range: [pale, ink] },
        legend: { orient: 'bottom', title: null },
      },
    },
  }
}

/** The rung that comes first when one quantity alone moves over its interval; only those that change it. */
export function swingChart({ swings, recommended }: Result, language: Language): Spec {
  const rung = (role: Result['recommended']) => (role === null ? 0 : rungOf(role))
  const now = rung(recommended)
  const values = swings
    .map(({ title, atLow, atHigh }) => ({
      quantity: title[language].split(':')[0],
      low: rung(atLow),
      high: rung(atHigh),
    }))
    .filter(({ low, high }) => low !== now || high !== now)
    .toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
  const y = { field: 'quantity', type: 'nominal', sort: null, title: null, axis: { labelLimit: 260 } }
  const scale = { domain: [0, 10] }
  return {
    ...chartBase,
    height: { step: 26 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: pale, height: 8 },
        encoding: {
          y,
          x: { field: 'low', type: 'quantitative', scale, title: words.rung[language] },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 60, color: accent },
        encoding: { y, x: { field: 'low', type: 'quantitative', scale } },
      },
      {
        mark: { type: 'point', filled: true, size: 60, color: ink },
        encoding: { y, x: { field: 'high', type: 'quantitative', scale } },
      },
    ],
  }
}
