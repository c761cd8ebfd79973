import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

const Probability = z.number().min(0).max(1)

/** A handful of events, how probable each is, and how probable each becomes if another happens. */
export const CrossImpact = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    horizon: z.string().min(1).describe('until when'),
    events: z
      .array(
        z.strictObject({
          id: Id,
          title: z.string().min(1),
          titleVi: z.string().min(1).optional(),
          probability: Probability.describe('whatever the others do'),
          question: refTo('question').optional(),
        }),
      )
      .min(2)
      .max(12),
    given: z.array(
      z.strictObject({
        event: Id.describe('the event whose probability this is'),
        if: Id.describe('the event that happens'),
        probability: Probability,
        because: z.string().min(1).optional(),
      }),
    ),
    by: refTo('assessor').optional(),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    ...common,
  })
  .superRefine(({ events, given }, context) => {
    const ids = new Set(events.map(({ id }) => id))
    for (const [at, one] of given.entries())
      for (const field of ['event', 'if'] as const)
        if (!ids.has(one[field]))
          context.addIssue({
            code: 'custom',
            path: ['given', at, field],
            message: `there is no event ${one[field]} among those listed`,
            input: one[field],
          })
  })
export type CrossImpact = z.infer<typeof CrossImpact>

export const crossImpactExample: CrossImpact = {
  id: 'harbour-2028',
  title: 'The harbour by 2028',
  horizon: '2028-12-31',
  events: [
    { id: 'register', title: 'a third register', probability: 0.35, question: 'third-register' },
    { id: 'patrol', title: 'a joint patrol', probability: 0.5 },
  ],
  given: [{ event: 'patrol', if: 'register', probability: 0.7 }],
}
