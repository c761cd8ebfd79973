import type { Language } from '#domain/exhibit'
import type { Estimate, Finding } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import type { Pointer } from './model.ts'

/** A number as it is read in a language. */
export function number(value: number, language: Language, digits = 2): string {
  const text = value.toFixed(digits).replace('-', '−')
  return language === 'vi' ? text.replace('.', ',') : text
}

/** A number with its interval, or why there is none. */
export function told(value: Estimate | Missing, language: Language, digits = 2): string {
  if (isMissing(value)) return becauseIn(value, language)
  const range = value.interval?.map((end) => number(end, language, digits)).join(' – ')
  return `${number(value.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}

/** A finding from its statement, what it rests on, and its number. */
export function finding(
  id: string,
  step: string,
  said: Bilingual,
  evidence: readonly Pointer[],
  estimate?: Estimate | Missing,
): Finding {
  const distinct = new Map(evidence.map((p) => [`${p.kind} ${p.id} ${p.source} ${p.locator}`, p]))
  return {
    id,
    step,
    statement: said.en,
    statementVi: said.vi,
    ...(estimate === undefined || isMissing(estimate) ? {} : { estimate }),
    evidence: [...distinct.values()].map((p) => ({ ...p })),
  }
}
