import { type Missing, missing, type Reason } from '#domain/missing'
import { reasons } from './reasons.data.ts'

/**
 * An absent value of this instrument, its reason told in both languages.
 *
 * @param values what is filled in for each `{name}` of the reason
 * @example
 * absent('not-applicable', 'oneSide').because // => 'only one side is recorded'
 */
export function absent(
  reason: Missing['missing'],
  key: keyof typeof reasons,
  values: Readonly<Record<string, string | number | Reason>> = {},
): Missing {
  return missing(reason, reasons[key], values)
}
