import { z } from 'zod'

/** Why a value is not there. Absence is never zero, null or NaN. */
export const missingReasons = [
  'not-collected',
  'not-applicable',
  'withheld',
  'below-threshold',
  'outside-coverage',
  'order-unknown',
] as const

export const Missing = z.strictObject({ missing: z.enum(missingReasons), because: z.string() })

/** An absent value with its reason. Arithmetic on it does not compile. */
export type Missing = z.infer<typeof Missing>

/**
 * An absent value.
 *
 * @param reason  one of `missingReasons`
 * @param because the reason in words, for a reader
 * @example
 * missing('not-collected', 'nobody asked') // => { missing: 'not-collected', because: 'nobody asked' }
 */
export function missing(reason: Missing['missing'], because: string): Missing {
  return { missing: reason, because }
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
