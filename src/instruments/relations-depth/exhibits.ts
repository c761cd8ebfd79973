import type { Exhibit, Language } from '#domain/exhibit'
import { row } from '#domain/table'
import { indexExhibits } from './exhibits-index.ts'
import { relationExhibits } from './exhibits-relation.ts'
import type { Result } from './model.ts'
import { maker, restOf } from './table.ts'

/** The tables and charts of a relation, in the order in which one reads them. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  const warnings = result.warnings.map((one) => row(restOf(result), one[language]))
  return [
    maker(language)('warnings', 'D5', ['warning'], warnings),
    ...indexExhibits(result, language),
    ...relationExhibits(result, language),
  ].filter(({ rows }) => rows.length > 0)
}
