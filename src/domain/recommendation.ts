import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** What an agency advises: an act and its stance on it, so that advice that excludes other advice can be found. */
export const Recommendation = z.strictObject({
  id: Id,
  agency: z.string().min(1),
  date: FieldDate,
  text: z.string().min(1),
  act: Id.describe('what should be done or left, the same word for the same act: join-exercise'),
  stance: z.enum(['do', 'do-not', 'wait']),
  excludes: z.array(Id).optional().describe('acts that cannot be done together with this one'),
  commitments: z.array(refTo('commitment')).optional().describe('commitments that it bears on'),
  against: z.array(refTo('commitment')).optional().describe('commitments that it would break'),
  question: refTo('question').optional(),
  relation: refTo('relation').optional(),
  illustrative: z.boolean().optional().describe('made up to show how it looks'),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Recommendation = z.infer<typeof Recommendation>

export const recommendationExample: Recommendation = {
  id: 'desk-a/open-register',
  agency: 'Desk A',
  date: '2027-03',
  text: 'open the third register before the council meets',
  act: 'open-third-register',
  stance: 'do',
  excludes: ['freeze-registers'],
  question: 'third-register',
}
