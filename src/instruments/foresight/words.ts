import type { Language } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { number } from '#domain/number'

/** A number with its interval, or why there is none. */
export function told(value: Estimate | Missing, language: Language, digits = 2): string {
  if (isMissing(value)) return becauseIn(value, language)
  const range = value.interval?.map((end) => number(end, language, digits)).join(' – ')
  return `${number(value.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}
