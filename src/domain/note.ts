import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A cell of a rating round: one relation on one criterion. */
const Cell = z.strictObject({
  round: refTo('rating-round'),
  relation: refTo('relation'),
  leaf: Id.describe('code of the criterion'),
})

/**
 * A remark that belongs to a case, or to a cell of a rating round, and to no other noun: a step of method, a tension, an
 * anomaly, an idea, a word in the discussion of a rating.
 */
export const Note = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  about: Cell.optional().describe('the cell of a rating round that it discusses'),
  category: z
    .string()
    .min(1)
    .describe('procedure, tension, anomaly, test-idea, theory-finding, coding, definition, discussion ...'),
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
