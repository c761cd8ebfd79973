import type { Language } from '#domain/exhibit'
import type { Estimate, Finding } from '#domain/finding'
import type { Missing } from '#domain/missing'
import { becauseIn, isMissing } from '#domain/missing'
import { stateOf } from '#domain/state'
import type { Pointer } from './model.ts'

/** A number as it is read in a language, two decimals. */
export function number(value: number, language: Language, digits = 2): string {
  const text = value.toFixed(digits).replace('-', '−')
  return language === 'vi' ? text.replace('.', ',') : text
}

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

/** A finding from its statement, what it rests on, and its number. */
export function finding(
  id: string,
  step: string,
  said: { readonly en: string; readonly vi: string },
  evidence: readonly Pointer[],
  number_?: Estimate | Missing,
): Finding {
  const distinct = new Map(evidence.map((p) => [`${p.kind} ${p.id} ${p.source} ${p.locator}`, p]))
  return {
    id,
    step,
    statement: said.en,
    statementVi: said.vi,
    ...(number_ === undefined || isMissing(number_) ? {} : { estimate: number_ }),
    evidence: [...distinct.values()].map((p) => ({ ...p })),
  }
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
