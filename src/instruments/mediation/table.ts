import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate, FindingEvidence } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { type Word, words } from './words.data.ts'

/** Headings of a table: a word, or a word with its unit. */
export type Columns = readonly (Word | readonly [Word, string])[]

/** A row of a table with what it rests on. */
export function row(evidence: readonly FindingEvidence[], ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}

/** A number with its interval as a table shows it, or why there is none. */
export function measured(value: Estimate | Missing): Measured | Missing {
  return isMissing(value) ? value : { value: value.value, interval: value.interval }
}

/** A table in one language; rows without evidence of their own are computed from other tables. */
export function exhibit(
  language: Language,
  id: Word,
  step: string,
  columns: Columns,
  rows: Exhibit['rows'],
  more: Pick<Exhibit, 'chart' | 'note' | 'computedFrom'> = {},
): Exhibit {
  return {
    id,
    step,
    title: words[id][language],
    ...more,
    columns: columns.map((c) =>
      typeof c === 'string' ? { title: words[c][language] } : { title: words[c[0]][language], unit: c[1] },
    ),
    rows,
  }
}
