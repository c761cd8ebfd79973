import { z } from 'zod'
import { refTo } from './reference.ts'

/** Who may see a record. The database enforces it; the page does not decide. */
export const handlings = ['public', 'restricted', 'confidential'] as const
export const Handling = z.enum(handlings).describe('who may see it: public, restricted or confidential')
export type Handling = z.infer<typeof Handling>

/**
 * The stricter of two handlings.
 *
 * @example
 * stricter('public', 'restricted') // => 'restricted'
 */
export function stricter(a: Handling, b: Handling): Handling {
  return handlings.indexOf(a) >= handlings.indexOf(b) ? a : b
}

/** What a record rests on: a source, the place in it, and the anchored passage where there is one. */
export const Support = z.strictObject({
  source: refTo('source').describe('the source in which this is found'),
  locator: z.string().min(1).optional().describe('the place in it: page, paragraph, line, footnote'),
  passage: refTo('passage').optional().describe('the anchored passage, if the document was imported'),
  cited: z.string().min(1).optional().describe('what that source itself cites for it'),
})
export type Support = z.infer<typeof Support>

/** One or more places that a record rests on. */
export const RestsOn = z.array(Support).min(1).describe('where it is found: at least one source')

/** What every record may carry besides its own fields. */
export const common = {
  handling: Handling.optional(),
  comment: z.string().optional().describe('a remark of the coder'),
}
