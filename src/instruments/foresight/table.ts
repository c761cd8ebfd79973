import type { Exhibit, Language } from '#domain/exhibit'
import { type Columns, tablesIn } from '#domain/table'
import type { QuestionLine } from './model.ts'
import { type Word, words } from './words.data.ts'

const table = tablesIn(words)

/** A table in one language; rows without evidence of their own are computed from the questions. */
export function exhibit(
  language: Language,
  id: Word,
  step: string,
  columns: Columns<Word>,
  rows: Exhibit['rows'],
  more: Pick<Exhibit, 'chart' | 'note'> = {},
): Exhibit {
  const from = id === 'questions' ? {} : { computedFrom: ['questions'] }
  return table(language, id, step, columns, rows, { ...more, ...from })
}

/** Words marked as illustrative where what they tell was made up. */
export function marked(illustrative: boolean, text: string, language: Language): string {
  return illustrative ? `${text} (${words.illustrative[language]})` : text
}

/** The title of a question, marked where it was made up. */
export function titled({ title, titleVi, illustrative }: QuestionLine, language: Language): string {
  return marked(illustrative, language === 'vi' ? titleVi : title, language)
}
