import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** Work that actors do together: goals, timetable, participants, assessment. */
export const Project = z.strictObject({
  id: Id,
  relation: refTo('relation').optional().describe('the relation that it belongs to'),
  title: z.string().min(1),
  participants: z.array(refTo('actor')).min(1),
  agreement: refTo('agreement').optional(),
  goals: z.array(z.string().min(1)).min(1),
  from: FieldDate.optional(),
  to: FieldDate.optional(),
  timetable: z.array(z.strictObject({ due: FieldDate, milestone: z.string().min(1) })).optional(),
  assessment: z.string().optional().describe('what was found when it was assessed'),
  restsOn: RestsOn,
  ...common,
})
export type Project = z.infer<typeof Project>

export const projectExample: Project = {
  id: 'joint-patrol',
  title: 'Joint harbour patrol',
  participants: ['arland', 'borland'],
  goals: ['fewer incidents in the strait'],
  from: '2002',
  restsOn: [{ source: 'harbour-history', locator: 'p. 35' }],
}
