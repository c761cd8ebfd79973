import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'

/** What became of a word: kept, kept in part, broken, or not yet to be told. */
export const followed = ['kept', 'partly', 'broken', 'too-early'] as const

/** A word of one party paired with the deed that followed, and whether the two match (paper 004, confidence building). */
export const FollowThrough = z.strictObject({
  id: Id,
  relation: refTo('relation'),
  by: StateCode.describe('whose word it is'),
  field: z.string().min(1).describe('political-security, economic, defence, culture'),
  word: z.strictObject({ date: FieldDate, text: z.string().min(1), restsOn: RestsOn }),
  deed: z.strictObject({ date: FieldDate, text: z.string().min(1), restsOn: RestsOn }).optional(),
  followed: z.enum(followed).describe(`one of ${followed.join(', ')}`),
  coder: refTo('assessor').optional(),
  because: z.string().min(1).describe('why word and deed are judged so'),
  illustrative: z.boolean().optional().describe('made up to show how it looks'),
  ...common,
})
export type FollowThrough = z.infer<typeof FollowThrough>

export const followThroughExample: FollowThrough = {
  id: 'arland-borland/patrol',
  relation: 'arland-borland',
  by: 'BOR',
  field: 'defence',
  word: {
    date: '2001',
    text: 'will send two boats',
    restsOn: [{ source: 'harbour-history', locator: 'p. 34' }],
  },
  deed: {
    date: '2002',
    text: 'two boats came',
    restsOn: [{ source: 'harbour-history', locator: 'p. 35' }],
  },
  followed: 'kept',
  because: 'as many boats as promised, within the year',
}
