import { z } from 'zod'
import { CapabilityKind } from './capability.ts'
import { FieldDate } from './date.ts'
import { Level } from './judged-level.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'

/**
 * Steps by which a state makes itself fit to act as third party: owners, dates, budget. A plan of its own, since `Plan` holds shares of
 * the criteria of one relation.
 */
export const MediationPlan = z.strictObject({
  id: Id,
  title: z.string().min(1),
  titleVi: z.string().min(1).optional(),
  state: StateCode,
  dispute: refTo('dispute').optional().describe('left out where it serves any dispute'),
  budgetUsdMillions: z
    .number()
    .min(0)
    .optional()
    .describe('what there is for all steps, millions of US dollars'),
  steps: z
    .array(
      z.strictObject({
        id: Id,
        text: z.string().min(1),
        textVi: z.string().min(1).optional(),
        owner: z.string().min(1).describe('who has to do it'),
        ownerVi: z.string().min(1).optional(),
        due: FieldDate,
        usdMillions: z.number().min(0).optional().describe('what it costs, millions of US dollars'),
        closes: CapabilityKind.optional().describe('the capability that it raises'),
        to: Level.optional().describe('the level that is aimed at'),
        after: z.array(Id).optional().describe('steps that must be done before'),
        illustrative: z.boolean().optional().describe('owner, date or cost is told by no source at hand'),
        restsOn: RestsOn,
      }),
    )
    .min(1),
  ...common,
})
export type MediationPlan = z.infer<typeof MediationPlan>

export const mediationPlanExample: MediationPlan = {
  id: 'arland/third-party-2012',
  title: 'Arland as a go-between by 2012',
  state: 'ARL',
  budgetUsdMillions: 5,
  steps: [
    {
      id: 'unit',
      text: 'set up an office that keeps what envoys learnt',
      owner: 'Foreign ministry',
      due: '2011',
      usdMillions: 2,
      closes: 'unit',
      to: 2,
      restsOn: [{ source: 'harbour-history', locator: 'p. 101' }],
    },
  ],
}
