import { z } from 'zod'
import { judgedLevel, rangeHoldsLevel } from './judged-level.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common } from './support.ts'

/** The three dimensions in which a third party may have an interest of its own (paper 002). */
export const stakeDimensions = ['security', 'economy', 'prestige'] as const
export const StakeDimension = z.enum(stakeDimensions)
export type StakeDimension = z.infer<typeof StakeDimension>

/** How much a state itself has at stake in a dispute to which it is no party, as a named assessor judges it. */
export const Stake = z
  .strictObject({
    id: Id,
    state: StateCode,
    dispute: refTo('dispute'),
    dimension: StakeDimension.describe(
      'security, economy or prestige; economy is computed where trade is measured',
    ),
    ...judgedLevel,
    ...common,
  })
  .superRefine((value, context) => rangeHoldsLevel(value, context))
export type Stake = z.infer<typeof Stake>

export const stakeExample: Stake = {
  id: 'harbour-fees/corland-prestige',
  state: 'COR',
  dispute: 'harbour-fees',
  dimension: 'prestige',
  level: 2,
  assessor: 'coder-1',
  at: '2009',
  because: 'Corland stands for the chair of the council',
  restsOn: [{ source: 'harbour-history', locator: 'p. 99' }],
}
