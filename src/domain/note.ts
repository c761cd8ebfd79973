import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A remark that belongs to a case and to no other noun: a step of method, a tension, an anomaly, an idea. */
export const Note = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  category: z
    .string()
    .min(1)
    .describe('procedure, tension, anomaly, test-idea, theory-finding, coding, definition ...'),
  title: z.string().min(1).optional(),
  text: z.string().min(1),
  applied: z.string().optional().describe('for a procedure: explicit, implicit or suggested'),
  coder: refTo('assessor').optional(),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Note = z.infer<typeof Note>

export const noteExample: Note = {
  id: 'arland-registers/note-1',
  case: 'arland-registers',
  category: 'tension',
  text: 'The history was written by a former delegate.',
}
