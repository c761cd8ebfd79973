import type { Exhibit, Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { measured, row } from '#domain/table'
import type { Result } from './model.ts'
import { band, maker, titleIn } from './table.ts'
import { words } from './words.data.ts'

/** How many partners stand side by side at most: more cannot be told apart by colour. */
export const mostCompared = 5

/**
 * Partners side by side, criterion by criterion, with intervals. What is known of none of them is left out.
 *
 * @param relations ids, five at most; ids that are not there are passed over
 */
export function comparePartners(
  { standings }: Pick<Result, 'standings'>,
  relations: readonly string[],
  language: Language,
): Exhibit {
  const chosen = relations
    .slice(0, mostCompared)
    .flatMap((id) => standings.filter(({ relation }) => relation === id))
  const leaves = (chosen[0]?.leaves ?? []).flatMap(({ code, ...leaf }) => {
    const its = chosen.map((one) => one.leaves.find((other) => other.code === code))
    return its.every((one) => one === undefined || isMissing(one.share))
      ? []
      : [{ title: titleIn(leaf, language), its }]
  })
  const rows = [
    row(
      chosen.flatMap((one) => one.leaves.flatMap(({ evidence }) => evidence)),
      words.depth[language],
      ...chosen.map(({ depth }) => measured(depth)),
    ),
    ...leaves.map(({ title, its }) =>
      row(
        its.flatMap((one) => one?.evidence ?? []),
        title,
        ...its.map((one) =>
          one === undefined ? '' : isMissing(one.share) ? one.share : band(one.share, one.sd),
        ),
      ),
    ),
  ]
  const values = leaves.flatMap(({ title, its }) =>
    its.flatMap((one, at) => {
      const partner = chosen[at]
      if (one === undefined || partner === undefined || isMissing(one.share)) return []
      const { value, interval } = band(one.share, one.sd)
      const [low, high] = interval ?? [value, value]
      return [{ criterion: title, partner: titleIn(partner, language), value, low, high }]
    }),
  )
  const table = maker(language)('compare', 'D5', ['criterion'], rows, chartOf(values, language))
  return {
    ...table,
    columns: [...table.columns, ...chosen.map((one) => ({ title: titleIn(one, language), unit: '0–1' }))],
  }
}

function chartOf(values: readonly object[], language: Language): Exhibit['chart'] {
  const y = { field: 'criterion', type: 'nominal', sort: null, title: null, axis: { labelLimit: 280 } }
  const yOffset = { field: 'partner' }
  const color = {
    field: 'partner',
    type: 'nominal',
    title: null,
    scale: { range: ['#1f4e79', '#b5541c', '#4d7c4a', '#7a4f8c', '#8a6d1c'] },
    legend: { orient: 'top', columns: 3, labelLimit: 240 },
  }
  const x = (field: string) => ({ field, type: 'quantitative', scale: { domain: [0, 1] } })
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 9 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2, opacity: 0.45 },
        encoding: {
          y,
          yOffset,
          color,
          x: { ...x('low'), title: words.place[language] },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 45, opacity: 1 },
        encoding: { y, yOffset, color, x: x('value') },
      },
    ],
  }
}
