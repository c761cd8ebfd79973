import type { Language } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { number } from '#domain/number'
import { stateOf } from '#domain/state'

/** A share as a percentage, for a reader. */
export function percent(share: number, language: Language, digits = 0): string {
  return `${number(100 * share, language, digits)} %`
}

/** A number with its interval, or why there is none. */
export function told(value: Estimate | Missing, language: Language, digits = 2): string {
  if (isMissing(value)) return becauseIn(value, language)
  const range = value.interval?.map((end) => number(end, language, digits)).join('–')
  return `${number(value.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}

/**
 * A state by its name in a language; a code that the list of states does not hold stands for itself.
 *
 * @example
 * stateIn('USA', 'vi') // => 'Hoa Kỳ'
 */
export function stateIn(code: string, language: Language): string {
  const state = stateOf(code)
  return (language === 'vi' ? state?.nameVi : state?.name) ?? code
}
