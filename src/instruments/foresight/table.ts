import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate, FindingEvidence } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { QuestionLine } from './model.ts'
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

/** A table in one language; rows without evidence of their own are computed from the questions. */
export function exhibit(
  language: Language,
  id: Word,
  step: string,
  columns: Columns,
  rows: Exhibit['rows'],
  more: Pick<Exhibit, 'chart' | 'note'> = {},
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
    ...(id === 'questions' ? {} : { computedFrom: ['questions'] }),
  }
}

/** Words marked as illustrative where what they tell was made up. */
export function marked(illustrative: boolean, text: string, language: Language): string {
  return illustrative ? `${text} (${words.illustrative[language]})` : text
}

/** The title of a question, marked where it was made up. */
export function titled({ title, titleVi, illustrative }: QuestionLine, language: Language): string {
  return marked(illustrative, language === 'vi' ? titleVi : title, language)
}
