import type { Exhibit, Language, Measured } from '#domain/exhibit'
import type { FindingEvidence } from '#domain/finding'
import { type Columns as ColumnsOf, tablesIn } from '#domain/table'
import type { Result } from './model.ts'
import { type Word, words } from './words.data.ts'

/** Headings of a table. */
export type Columns = ColumnsOf<Word>

const table = tablesIn(words)

/** Makes tables in one language: id, step of the method, headings, rows, and the chart that shows them. */
export function maker(language: Language) {
  return (
    id: Word,
    step: string,
    columns: Columns,
    rows: Exhibit['rows'],
    chart?: Exhibit['chart'],
    note?: string,
  ): Exhibit =>
    table(language, id, step, columns, rows, {
      ...(note === undefined ? {} : { note }),
      ...(chart === undefined ? {} : { chart }),
    })
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
