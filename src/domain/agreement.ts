import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** How binding an agreement is, from a statement to a ratified treaty. */
export const bindingness = ['statement', 'memorandum', 'programme', 'agreement', 'treaty'] as const
/** What the members of an alliance owe each other, as ATOP tells them apart (Leeds and others 2002). */
export const obligations = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const

/** What was agreed between actors. Signing, ratification, entry into force and lapse are separate dates. */
export const Agreement = z.strictObject({
  id: Id,
  relation: refTo('relation').optional().describe('the relation that it belongs to'),
  case: refTo('case').optional(),
  title: z.string().min(1),
  parties: z.array(refTo('actor')).min(1),
  field: z.string().min(1).describe('political-security, economic, defence, culture ...'),
  bindingness: z.enum(bindingness).describe(`one of ${bindingness.join(' < ')}`),
  text: z.string().min(1).optional().describe('its words, or those that matter'),
  obligations: z
    .array(z.enum(obligations))
    .optional()
    .describe(`what allies owe each other: ${obligations.join(', ')}; left out if not coded`),
  signed: FieldDate.optional(),
  ratified: FieldDate.optional(),
  inForce: FieldDate.optional(),
  lapsed: FieldDate.optional(),
  restsOn: RestsOn,
  ...common,
})
export type Agreement = z.infer<typeof Agreement>

export const agreementExample: Agreement = {
  id: 'arland-borland-trade-1999',
  title: 'Trade agreement between Arland and Borland',
  parties: ['arland', 'borland'],
  field: 'economic',
  bindingness: 'agreement',
  signed: '1999-06',
  inForce: '2000-01-01',
  restsOn: [{ source: 'harbour-history', locator: 'p. 21' }],
}
