import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate, FindingEvidence } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { Result } from './model.ts'
import { type Word, words } from './words.data.ts'

/** Headings of a table: a word, or a word with its unit. */
export type Columns = readonly (Word | readonly [Word, string])[]

/** A row of a table with what it rests on. */
export function row(evidence: readonly FindingEvidence[], ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}

/** Makes tables in one language: id, step of the method, headings, rows, and the chart that shows them. */
export function maker(language: Language) {
  return (
    id: Word,
    step: string,
    columns: Columns,
    rows: Exhibit['rows'],
    chart?: Exhibit['chart'],
    note?: string,
  ): Exhibit => ({
    id,
    step,
    title: words[id][language],
    ...(note === undefined ? {} : { note }),
    columns: columns.map((c) =>
      typeof c === 'string' ? { title: words[c][language] } : { title: words[c[0]][language], unit: c[1] },
    ),
    rows,
    ...(chart === undefined ? {} : { chart }),
  })
}

/** A number with its interval as a table shows it, or why there is none. */
export function measured(value: Estimate | Missing): Measured | Missing {
  return isMissing(value) ? value : { value: value.value, interval: value.interval }
}

/** The title of a thing in a language. */
export function titleIn(
  one: { readonly title: string; readonly titleVi: string },
  language: Language,
): string {
  return language === 'vi' ? one.titleVi : one.title
}

/** A share with the 90 % interval of its error. */
export function band(value: number, sd: number): Measured {
  return { value, interval: [Math.max(0, value - 1.6449 * sd), Math.min(1, value + 1.6449 * sd)] }
}

/** What was read of one relation, one place of each source: what a number about the whole of it rests on. */
export function restOf({ standings }: Pick<Result, 'standings'>, at = 0): readonly FindingEvidence[] {
  const read = (standings[at]?.leaves ?? []).flatMap(({ evidence }) => evidence)
  return [...new Map(read.map((one) => [one.source, one])).values()]
}
