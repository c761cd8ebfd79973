import { type Missing, missing } from '#domain/missing'
import { reasons } from './reasons.data.ts'

/**
 * An absent value of this instrument, its reason told in both languages.
 *
 * @example
 * absent('not-applicable', 'nobodyLeft').becauseVi // => 'không còn đối tác nào khác'
 */
export function absent(reason: Missing['missing'], key: keyof typeof reasons): Missing {
  return missing(reason, reasons[key])
}
