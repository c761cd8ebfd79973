import { type Missing, missing, type Reason } from '#domain/missing'
import { reasons } from './reasons.data.ts'
import { stateIn } from './words.ts'

/**
 * An absent value of this instrument, its reason told in both languages.
 *
 * @param values what is filled in for each `{name}` of the reason
 * @example
 * absent('below-threshold', 'littleKnownUpTo', { known: 4, year: 1990 }).becauseVi // => 'tính đến 1990 mới biết 4 % trọng số'
 */
export function absent(
  reason: Missing['missing'],
  key: keyof typeof reasons,
  values: Readonly<Record<string, string | number | Reason>> = {},
): Missing {
  return missing(reason, reasons[key], values)
}

/**
 * A state by its names, to be filled into a reason.
 *
 * @example
 * nameOf('USA') // => { en: 'United States', vi: 'Hoa Kỳ' }
 */
export function nameOf(code: string): Reason {
  return { en: stateIn(code, 'en'), vi: stateIn(code, 'vi') }
}
