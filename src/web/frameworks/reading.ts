import type { Language } from '#domain/exhibit'
import type { Criterion } from '#domain/framework'
import { measureOf } from '#domain/measure'
import { measuresInVietnamese } from './measures-in-vietnamese.ts'

/** From what a criterion is read first: data before what is counted from records, and these before ratings. */
export function basisOf({ measure, fromRecords, scale }: Criterion): 'data' | 'records' | 'ratings' | 'none' {
  if (measure !== undefined) return 'data'
  if (fromRecords !== undefined) return 'records'
  return scale === undefined ? 'none' : 'ratings'
}

/** The unit of a criterion: its own, else that of its measure; undefined where it is counted in a way that the page names. */
export function unitOf({ unit, measure }: Criterion, language: Language): string | undefined {
  if (unit !== undefined || measure === undefined) return unit
  const translated = language === 'vi' ? measuresInVietnamese[measure]?.unit : undefined
  return translated ?? measureOf(measure)?.unit
}

/** A share as a percentage with one decimal, for a reader. */
export function percentOf(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(100 * share)
}
