import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** What one coder found of a commitment: −1 broken, 0 in part or nothing to tell, +1 kept. Blind until two have coded. */
export const Compliance = z.strictObject({
  id: Id,
  commitment: refTo('commitment'),
  coder: refTo('assessor'),
  score: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  upTo: FieldDate.describe('the date up to which it was judged'),
  at: Instant,
  because: z.string().min(1),
  illustrative: z.boolean().optional().describe('made up to show how it looks'),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Compliance = z.infer<typeof Compliance>

export const complianceExample: Compliance = {
  id: 'arland-first-register/coder-1',
  commitment: 'arland-first-register',
  coder: 'coder-1',
  score: 1,
  upTo: '2006-12-31',
  at: '2007-01-10T09:00:00+07:00',
  because: 'the register opened in the month that was promised',
}
