import { z } from 'zod'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** How a contradiction was settled, by whom and why. It stands until what contradicts changes, and is as blind as the forecasts that do. */
export const Settlement = z.strictObject({
  id: Id.describe('the id of the contradiction'),
  decision: z.enum(['agreed', 'both-stand', 'one-withdrawn', 'no-contradiction']),
  because: z.string().min(1),
  questions: z
    .array(refTo('question'))
    .optional()
    .describe('questions whose forecasts contradict: it is as blind as they are'),
  by: refTo('assessor').optional(),
  at: Instant,
  ...common,
})
export type Settlement = z.infer<typeof Settlement>

export const settlementExample: Settlement = {
  id: 'agencies/third-register',
  decision: 'both-stand',
  because: 'the desks read the new minister differently; reviewed again in June',
  questions: ['third-register'],
  at: '2027-04-01T09:00:00+07:00',
}
