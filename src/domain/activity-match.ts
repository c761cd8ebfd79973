import { z } from 'zod'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** Whether two activities of the ledger are one, as a person decided. */
export const ActivityMatch = z
  .strictObject({
    id: Id,
    first: refTo('activity'),
    second: refTo('activity'),
    decision: z.enum(['same', 'different']),
    counts: refTo('activity')
      .optional()
      .describe('which of the two counts, if they are the same; the other points to it'),
    because: z.string().trim().min(1),
    by: refTo('assessor').optional(),
    at: Instant,
    seen: z
      .string()
      .min(1)
      .describe('mark of the two as they were looked at: it changes when one of them does'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    ...common,
  })
  .refine(({ first, second }) => first !== second, { error: 'two activities are compared', path: ['second'] })
  .refine(
    ({ decision, counts, first, second }) =>
      decision === 'same' ? counts === first || counts === second : counts === undefined,
    { error: 'of two that are the same one of them counts; of two that differ, both do', path: ['counts'] },
  )
export type ActivityMatch = z.infer<typeof ActivityMatch>

export const activityMatchExample: ActivityMatch = {
  id: 'match/harbour-guard-2004/icews/2004-05-03/arl/bor/cooperation',
  first: 'harbour-guard-2004',
  second: 'icews/2004-05-03/arl/bor/cooperation',
  decision: 'same',
  counts: 'harbour-guard-2004',
  because: 'the news of the day tell of the same exercise',
  at: '2027-04-01T09:00:00+07:00',
  seen: '1x2y3z',
}
