import { z } from 'zod'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** What a person decides of a flag. */
export const flagDecisions = ['within', 'exception', 'breach', 'misread'] as const

/** How a flag was settled, by whom and why. It stands until the words or facts, or the policy, change. */
export const FlagSettlement = z
  .strictObject({
    id: Id.describe('the id of the flag'),
    constraint: refTo('constraint'),
    agreement: refTo('agreement').optional(),
    activity: refTo('activity').optional(),
    decision: z
      .enum(flagDecisions)
      .describe(
        'within: it keeps the policy; exception: it is meant as one; breach; misread: the rule errs here',
      ),
    because: z.string().trim().min(1),
    by: refTo('assessor').optional(),
    at: Instant,
    seen: z
      .string()
      .min(1)
      .describe('mark of what was looked at: it changes with the words, facts and rules'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    ...common,
  })
  .refine(({ agreement, activity }) => (agreement === undefined) !== (activity === undefined), {
    error: 'a flag is of an agreement or of an activity',
    path: ['agreement'],
  })
export type FlagSettlement = z.infer<typeof FlagSettlement>

export const flagSettlementExample: FlagSettlement = {
  id: 'arland/no-alliances/agreement/arland-borland-trade-1999',
  constraint: 'arland/no-alliances',
  agreement: 'arland-borland-trade-1999',
  decision: 'within',
  because: 'assistance means customs officers who help each other',
  at: '2027-04-01T09:00:00+07:00',
  seen: '1x2y3z',
}
