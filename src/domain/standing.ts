import { z } from 'zod'
import { judgedLevel, rangeHoldsLevel } from './judged-level.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common } from './support.ts'

/** How far a party trusts a state as a third party, judged where no analysis of their relation tells it. */
export const Standing = z
  .strictObject({
    id: Id,
    state: StateCode.describe('the state that would act as third party'),
    towards: StateCode.optional().describe('the party that trusts it, if it is a state'),
    towardsActor: refTo('actor').optional().describe('the party that trusts it, if it is another actor'),
    dispute: refTo('dispute').optional().describe('left out where it holds in any dispute'),
    ...judgedLevel,
    ...common,
  })
  .refine(({ towards, towardsActor }) => (towards === undefined) !== (towardsActor === undefined), {
    error: 'name either a state or another actor',
    path: ['towards'],
  })
  .superRefine((value, context) => rangeHoldsLevel(value, context))
export type Standing = z.infer<typeof Standing>

export const standingExample: Standing = {
  id: 'arland/borland',
  state: 'ARL',
  towards: 'BOR',
  level: 3,
  range: [2, 3.5],
  assessor: 'coder-1',
  at: '2009',
  because: 'Borland asked Arland twice to carry messages',
  restsOn: [{ source: 'harbour-history', locator: 'p. 92' }],
}
