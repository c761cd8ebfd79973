import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** How answers to several questions hang together: what probabilities can all be true. */
export const QuestionSet = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    logic: z
      .enum(['partition', 'exclusive', 'implies', 'conjunction', 'monotone'])
      .describe(
        'partition: exactly one comes true; exclusive: one at most; implies: the first entails the second; conjunction: the last is all the others together; monotone: each is entailed by the one before (by 2027, by 2028)',
      ),
    questions: z
      .array(refTo('question'))
      .min(1)
      .describe('two or more; one alone while the others are still being written'),
    because: z.string().min(1).optional(),
    ...common,
  })
  .refine(({ logic, questions }) => logic !== 'implies' || questions.length === 2, {
    error: 'one question implies one other',
    path: ['questions'],
  })
export type QuestionSet = z.infer<typeof QuestionSet>

export const questionSetExample: QuestionSet = {
  id: 'registers-by-year',
  title: 'A third register by 2027, by 2029',
  logic: 'monotone',
  questions: ['third-register'],
}
