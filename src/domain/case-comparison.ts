import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'

const Share = z.number().min(0).max(1)
const Rate = z.strictObject({
  value: Share,
  interval: z
    .tuple([Share, Share])
    .describe('outer ends of the interval of cases and that of clusters, 95 %'),
  attempts: z.int().min(1),
  clusters: z.int().min(1),
})
export type ComparedRate = z.infer<typeof Rate>

/** Past attempts at mediation like one in a dispute, and how often an outcome came of them: figures computed from an imported record. */
export const CaseComparison = z.strictObject({
  id: Id,
  dispute: refTo('dispute').describe('the dispute for which attempts are compared'),
  mediator: StateCode.optional().describe('who would act; left out for any third party'),
  roles: z.array(z.string().min(1)).describe('roles that it would take'),
  target: z.record(z.string(), z.string()).describe('what else attempts are compared on: feature and value'),
  outcome: z.enum(['agreement', 'peace-agreement', 'ceasefire', 'full-agreement']),
  record: z.enum(['attempts', 'cases']).describe('the public record, or one of one’s own'),
  k: z.int().min(1).optional().describe('attempts most alike; left out where all count by similarity'),
  cluster: z.enum(['process', 'lead', 'attempt']).describe('what is held to hang together'),
  from: z.int(),
  to: z.int(),
  base: Rate.describe('all attempts of the record'),
  alike: Rate.describe('those most alike'),
  byRole: z.array(
    z.strictObject({
      role: z.string().min(1),
      all: Rate,
      alike: Rate.optional().describe('left out where no attempt alike took it'),
      circular: z.boolean().optional().describe('true if the record codes the role from the outcome'),
    }),
  ),
  nearest: z
    .array(
      z.strictObject({
        attempt: z.string().min(1),
        year: z.int(),
        mediator: z.string().min(1),
        similarity: Share,
        came: z.boolean(),
      }),
    )
    .describe('the first of those most alike'),
  cautions: z.array(z.string().min(1)).describe('what to beware of, as the comparison itself found'),
  computed: z.strictObject({
    dataset: z.string().min(1),
    version: z.string().min(1),
    query: z.string().min(1).describe('the command that makes the figures again'),
  }),
  restsOn: RestsOn,
  ...common,
})
export type CaseComparison = z.infer<typeof CaseComparison>

export const caseComparisonExample: CaseComparison = {
  id: 'harbour-fees/hosting',
  dispute: 'harbour-fees',
  roles: ['facilitation'],
  target: { nature: 'interstate' },
  outcome: 'agreement',
  record: 'cases',
  k: 20,
  cluster: 'process',
  from: 1950,
  to: 2008,
  base: { value: 0.31, interval: [0.22, 0.41], attempts: 120, clusters: 48 },
  alike: { value: 0.4, interval: [0.19, 0.62], attempts: 20, clusters: 11 },
  byRole: [
    {
      role: 'facilitation',
      all: { value: 0.38, interval: [0.2, 0.55], attempts: 42, clusters: 20 },
      alike: { value: 0.4, interval: [0.19, 0.62], attempts: 20, clusters: 11 },
    },
  ],
  nearest: [{ attempt: 'Strait talks', year: 1994, mediator: 'Norway', similarity: 0.92, came: true }],
  cautions: ['not-causes'],
  computed: {
    dataset: 'mediation',
    version: '0123456789ab',
    query:
      'soundings mediation cases harbour-fees --record cases --role facilitation --target nature=interstate --k 20',
  },
  restsOn: [{ source: 'harbour-history', locator: 'appendix' }],
}
