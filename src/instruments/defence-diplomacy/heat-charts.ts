import { chartBase, ink, type Spec } from '#domain/chart'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { heatByKind, heatByYear } from './heat.ts'
import type { Result } from './model.ts'
import { kindIn } from './table.ts'
import { words } from './words.data.ts'

const nothingTold = '#f1f3f5'

/** Partners by kind of activity: the darker, the more; pale cells are not known. */
export function kindHeat(result: Result, language: Language): Spec {
  const { kinds, lines } = heatByKind(result, language)
  return heat(
    lines.map(({ name, cells }) => ({ name, cells })),
    kinds.map((kind) => kindIn(kind, language)),
    language,
    words.kind[language],
  )
}

/** Partners by year. */
export function yearHeat(result: Result, language: Language): Spec {
  const { years, lines } = heatByYear(result, language)
  return heat(
    lines.map(({ name, cells }) => ({ name, cells })),
    years.map((year) => (year === null ? words.notTold[language] : String(year))),
    language,
    words.year[language],
  )
}

/** What each source tells in which year: how much, none though it lists all, or nothing that can be known. */
export function coverageChart(result: Result, language: Language): Spec | undefined {
  const values = result.coverage.flatMap(({ title, years }) =>
    years.map(({ year, count, state }) => ({
      source: title,
      year,
      count: state === 'unknown' ? null : count,
    })),
  )
  if (values.length === 0) return undefined
  const x = { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: -45, labelOverlap: true } }
  const y = { field: 'source', type: 'nominal', sort: null, title: null, axis: { labelLimit: 260 } }
  return {
    ...chartBase,
    height: { step: 24 },
    data: { values },
    encoding: { x, y },
    layer: shaded(words.told[language], [
      { field: 'source', title: words.source[language] },
      { field: 'year', title: words.year[language] },
    ]),
  }
}

function heat(
  lines: readonly { readonly name: string; readonly cells: readonly unknown[] }[],
  columns: readonly string[],
  language: Language,
  axis: string,
): Spec {
  const values = lines.flatMap(({ name, cells }) =>
    cells.map((cell, at) => ({
      partner: name,
      column: columns[at],
      count: isMissing(cell) ? null : Number(cell),
    })),
  )
  const many = columns.length > 14
  return {
    ...chartBase,
    height: { step: 22 },
    data: { values },
    encoding: {
      x: {
        field: 'column',
        type: 'ordinal',
        sort: null,
        title: null,
        axis: { labelAngle: -45, labelLimit: 150, labelOverlap: many },
      },
      y: { field: 'partner', type: 'ordinal', sort: null, title: null, axis: { labelLimit: 150 } },
    },
    layer: [
      ...shaded(words.count[language], [
        { field: 'partner', title: words.partner[language] },
        { field: 'column', title: axis },
      ]),
      ...(many
        ? []
        : [
            {
              transform: [{ filter: 'isValid(datum.count)' }],
              mark: { type: 'text', fontSize: 11 },
              encoding: {
                text: { field: 'count', type: 'quantitative', format: '~r' },
                color: { condition: { test: 'datum.count > 2', value: 'white' }, value: '#22303c' },
              },
            },
          ]),
    ],
  }
}

/** Cells shaded by their count, those of which nothing is told left pale. */
function shaded(
  title: string,
  tooltip: readonly { readonly field: string; readonly title: string }[],
): Spec[] {
  return [
    { mark: { type: 'rect', stroke: 'white', color: nothingTold } },
    {
      transform: [{ filter: 'isValid(datum.count)' }],
      mark: { type: 'rect', stroke: 'white' },
      encoding: {
        color: {
          field: 'count',
          type: 'quantitative',
          title,
          scale: { range: ['#dbe7f1', ink], type: 'sqrt', domainMin: 0 },
          legend: { orient: 'bottom', tickMinStep: 1, gradientLength: 160 },
        },
        tooltip: [...tooltip, { field: 'count', title }],
      },
    },
  ]
}
