import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** One wording of a text under negotiation, clause by clause. */
export const Draft = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  text: Id.describe('the text of which this is a draft: drafts of one text are compared in order'),
  event: refTo('event').optional(),
  date: FieldDate,
  dateBasis: z.enum(['stated', 'inferred']).optional(),
  author: z.string().min(1).describe('who put it forward'),
  actor: refTo('actor').optional().describe('the author as an actor, where it is one'),
  wording: z
    .record(z.string(), z.string())
    .describe('clause → wording; a clause not mentioned is left out, `none` says that it was not there'),
  restsOn: RestsOn,
  ...common,
})
export type Draft = z.infer<typeof Draft>

export const draftExample: Draft = {
  id: 'arland-registers/draft-1',
  case: 'arland-registers',
  text: 'register-clause',
  event: 'arland-registers/third-session',
  date: '2005-11-14',
  author: 'Borland',
  actor: 'borland',
  wording: { verb: 'shall', timing: 'within a year' },
  restsOn: [{ source: 'harbour-history', locator: 'p. 63' }],
}
