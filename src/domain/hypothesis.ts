import { z } from 'zod'
import { Mechanism } from './mechanism.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** Whether an observable implication was seen where one looked for it. */
export const ObservedImplication = z.enum([
  'yes',
  'mostly-yes',
  'partly',
  'mostly-no',
  'no',
  'not-looked-for',
  'not-recorded',
])

/**
 * A rival explanation, written before the evidence is weighed: one mechanism, or several in causal order,
 * which is a hypothesis of its own. `partOf` marks a reading of another hypothesis: it is told, not weighed.
 */
export const Hypothesis = z.strictObject({
  id: Id,
  case: refTo('case'),
  mechanisms: z.array(Mechanism).min(1).describe('one mechanism, or several in causal order'),
  partOf: refTo('hypothesis').optional().describe('the hypothesis of which this is one reading'),
  statement: z.string().min(1).describe('what it claims'),
  implications: z
    .array(
      z.strictObject({
        text: z.string().min(1).describe('what should be seen if it is true'),
        observed: ObservedImplication,
        restsOn: RestsOn.optional(),
      }),
    )
    .optional()
    .describe('observable implications'),
  couldFail: z.string().optional().describe('a test that it could fail'),
  prior: z.number().min(0).max(1).optional().describe('prior probability; equal for all if none is given'),
  authorVerdict: z.string().optional().describe('what the author of the study concluded on it'),
  authorReasoning: z.string().optional(),
  coder: refTo('assessor').optional(),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Hypothesis = z.infer<typeof Hypothesis>

export const hypothesisExample: Hypothesis = {
  id: 'arland-registers/social-influence',
  case: 'arland-registers',
  mechanisms: ['social-influence'],
  statement: 'Arland agreed because its partner had moved and it did not want to stand alone.',
  implications: [{ text: 'Borland moves before Arland does', observed: 'yes' }],
  couldFail: 'Arland moves while Borland still refuses',
}
