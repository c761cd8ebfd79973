import { z } from 'zod'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** An objection to a resolution, and what became of it. */
const Appeal = z.strictObject({
  by: refTo('assessor'),
  at: Instant,
  because: z.string().min(1),
  answer: z.enum(['upheld', 'rejected']).optional(),
  answerBecause: z.string().min(1).optional(),
})

/** How a question came out. Reopened, it becomes a new version without an outcome; every version is kept. */
export const Resolution = z
  .strictObject({
    id: Id.describe('the id of the question'),
    question: refTo('question'),
    state: z
      .enum(['resolved', 'annulled', 'reopened'])
      .describe('resolved, annulled (no forecast is scored), reopened'),
    outcome: z
      .union([z.string().min(1), z.number()])
      .optional()
      .describe('yes or no; the id of an option; a number; for a date question the date'),
    by: refTo('assessor'),
    at: Instant.describe('when it was resolved'),
    knownSince: Instant.optional().describe('when the answer became known: later forecasts are not scored'),
    because: z.string().min(1),
    appeals: z.array(Appeal).optional(),
    restsOn: RestsOn.optional(),
    ...common,
  })
  .superRefine(({ id, question, state, outcome }, context) => {
    const fault = (path: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: [path], message, input })
    if (id !== question) fault('id', 'a resolution has the id of its question', id)
    if (state === 'resolved' && outcome === undefined)
      fault('outcome', 'what is resolved has an outcome', outcome)
    if (state !== 'resolved' && outcome !== undefined)
      fault('outcome', `what is ${state} has no outcome`, outcome)
  })
export type Resolution = z.infer<typeof Resolution>

export const resolutionExample: Resolution = {
  id: 'third-register',
  question: 'third-register',
  state: 'resolved',
  outcome: 'no',
  by: 'coder-1',
  at: '2028-01-16T09:00:00+07:00',
  because: 'the Gazette of the year names two registers',
}
