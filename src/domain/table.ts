import type { Cell, Exhibit, Language, Measured } from './exhibit.ts'
import type { Estimate, FindingEvidence } from './finding.ts'
import type { Bilingual } from './instrument.ts'
import { isMissing, type Missing } from './missing.ts'

/** Headings of a table: a word, or a word with its unit. */
export type Columns<Word extends string> = readonly (Word | readonly [Word, string])[]

/** Makes a table in one language: id, step of the method, headings, rows, and what else is told of it. */
type MakeTable<Word extends string> = (
  language: Language,
  id: Word,
  step: string,
  columns: Columns<Word>,
  rows: Exhibit['rows'],
  more?: Pick<Exhibit, 'chart' | 'note' | 'computedFrom'>,
) => Exhibit

/**
 * What makes the tables of an instrument from its words; the title of a table is the word that is its id.
 *
 * @example
 * tablesIn({ age: { en: 'Age', vi: 'Tuổi' } })('vi', 'age', 'D1', [['age', 'a']], []).columns // => [{ title: 'Tuổi', unit: 'a' }]
 */
export function tablesIn<Word extends string>(words: Readonly<Record<Word, Bilingual>>): MakeTable<Word> {
  return (language, id, step, columns, rows, more = {}) => ({
    id,
    step,
    title: words[id][language],
    ...more,
    columns: columns.map((column) =>
      typeof column === 'string'
        ? { title: words[column][language] }
        : { title: words[column[0]][language], unit: column[1] },
    ),
    rows,
  })
}

/** A row of a table with what it rests on. */
export function row(evidence: readonly FindingEvidence[], ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}

/** A number with its interval as a table shows it, or why there is none. */
export function measured(value: Estimate | Missing): Measured | Missing {
  return isMissing(value) ? value : { value: value.value, interval: value.interval }
}
