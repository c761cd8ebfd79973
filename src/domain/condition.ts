import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A condition that an actor attached to its assent, and what became of it. */
export const Condition = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  actor: refTo('actor'),
  text: z.string().min(1).describe('the condition, in words'),
  component: Id.optional(),
  date: FieldDate.optional().describe('when it was attached'),
  event: refTo('event').optional(),
  outcome: z
    .enum(['met', 'partly-met', 'not-met', 'dropped', 'kept', 'unknown'])
    .describe('met, partly-met, not-met, dropped (given up), kept (still held later), unknown'),
  outcomeNote: z.string().optional(),
  coder: refTo('assessor').optional().describe('who coded the outcome'),
  restsOn: RestsOn,
  ...common,
})
export type Condition = z.infer<typeof Condition>

export const conditionExample: Condition = {
  id: 'arland-registers/own-pace',
  case: 'arland-registers',
  actor: 'arland',
  text: 'each member opens its register at its own pace',
  date: '2005-11-16',
  outcome: 'met',
  restsOn: [{ source: 'harbour-history', locator: 'p. 66' }],
}
