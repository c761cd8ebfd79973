import { z } from 'zod'
import type { Language } from './exhibit.ts'

/** Why a value is not there. Absence is never zero, null or NaN. */
export const missingReasons = [
  'not-collected',
  'not-applicable',
  'withheld',
  'below-threshold',
  'outside-coverage',
  'order-unknown',
] as const

export const Missing = z.strictObject({
  missing: z.enum(missingReasons),
  because: z.string().describe('the reason in words, in English or as the record says it'),
  becauseVi: z.string().optional().describe('the same in Vietnamese'),
})

/** An absent value with its reason. Arithmetic on it does not compile. */
export type Missing = z.infer<typeof Missing>

/** A reason in both languages; `{name}` stands where a value is filled in. */
export interface Reason {
  readonly en: string
  readonly vi: string
}

/**
 * An absent value.
 *
 * @param reason  one of `missingReasons`
 * @param because the reason in words, for a reader; in both languages where the program itself says it
 * @param values  what is filled in for each `{name}`: the same in both languages, or a word in each
 * @example
 * missing('not-collected', 'nobody asked') // => { missing: 'not-collected', because: 'nobody asked' }
 * @example
 * missing('withheld', { en: 'until {year}', vi: 'đến {year}' }, { year: 2031 }).becauseVi // => 'đến 2031'
 */
export function missing(
  reason: Missing['missing'],
  because: string | Reason,
  values: Readonly<Record<string, string | number | Reason>> = {},
): Missing {
  if (typeof because === 'string') return { missing: reason, because }
  return {
    missing: reason,
    because: filled(because.en, values, 'en'),
    becauseVi: filled(because.vi, values, 'vi'),
  }
}

/**
 * Why a value is absent, in the language of the reader if the reason is known in it, else as it was recorded.
 *
 * @example
 * becauseIn(missing('withheld', { en: 'secret', vi: 'bí mật' }), 'vi') // => 'bí mật'
 * @example
 * becauseIn(missing('withheld', 'secret'), 'vi') // => 'secret'
 */
export function becauseIn(value: Missing, language: Language): string {
  return (language === 'vi' ? value.becauseVi : undefined) ?? value.because
}

/**
 * Whether a value is absent.
 *
 * @example
 * isMissing(missing('withheld', 'confidential')) // => true
 */
export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'missing' in value
}

function filled(
  text: string,
  values: Readonly<Record<string, string | number | Reason>>,
  language: Language,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'object' ? value[language] : String(value)
  })
}
