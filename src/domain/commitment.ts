import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** An obligation that somebody took on: whose, towards whom, due when, and what became of it. */
export const Commitment = z.strictObject({
  id: Id,
  agreement: refTo('agreement').optional(),
  text: z.string().min(1).describe('the obligation, in words'),
  textVi: z.string().min(1).optional(),
  owner: refTo('actor').describe('who has to do it'),
  towards: z.array(refTo('actor')).optional(),
  institution: refTo('institution').optional().describe('the mechanism under which it was made'),
  relation: refTo('relation').optional(),
  ministry: refTo('actor').optional().describe('who has to see to it at home'),
  made: FieldDate.optional(),
  due: FieldDate.optional(),
  status: z.enum(['open', 'done', 'late', 'dropped', 'unknown']),
  illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
  restsOn: RestsOn,
  ...common,
})
export type Commitment = z.infer<typeof Commitment>

export const commitmentExample: Commitment = {
  id: 'arland-first-register',
  text: 'open the first register',
  owner: 'arland',
  made: '2005-11-16',
  due: '2006-11',
  status: 'done',
  restsOn: [{ source: 'harbour-history', locator: 'p. 70' }],
}
