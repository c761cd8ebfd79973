import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A reason for or against an answer, with its evidence; several forecasts and several questions may rest on it. */
export const Argument = z.strictObject({
  id: Id,
  text: z.string().min(1),
  bears: z.enum(['for', 'against']).describe('for or against yes, or the answer named'),
  answer: z.string().min(1).optional().describe('the option it bears on, if the question is not binary'),
  questions: z.array(refTo('question')).optional(),
  by: refTo('assessor').optional(),
  illustrative: z.boolean().optional().describe('made up to show how it looks'),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Argument = z.infer<typeof Argument>

export const argumentExample: Argument = {
  id: 'new-minister',
  text: 'the new minister promised a register in each province',
  bears: 'for',
  questions: ['third-register'],
  restsOn: [{ source: 'harbour-history', locator: 'p. 90' }],
}
