import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Mechanism } from './mechanism.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** What the author of a study concluded. The instrument's own verdict is compared with it, never fitted to it. */
export const Verdict = z.strictObject({
  id: Id,
  case: refTo('case'),
  assessor: refTo('assessor'),
  mechanisms: z
    .array(
      z.strictObject({
        mechanism: Mechanism,
        role: z.string().min(1).describe('primary, secondary, preparing, form of the act only ...'),
        detail: z.string().optional(),
      }),
    )
    .min(1),
  rejected: z.array(z.string().min(1)).optional(),
  notConsidered: z.array(z.string().min(1)).optional(),
  sequence: z.string().optional(),
  outcome: z.string().min(1),
  outcomeNote: z.string().optional(),
  publicConformity: z.enum(['yes', 'partly', 'no', 'unknown']),
  privateAcceptance: z.enum(['yes', 'partly', 'no', 'unknown']),
  degreeByComponent: z.record(z.string(), z.string()).optional(),
  decisiveMoment: z.strictObject({ event: refTo('event').optional(), date: FieldDate }).optional(),
  chain: z
    .array(
      z.strictObject({
        cause: z.string().min(1),
        effect: z.string().optional(),
        mechanism: z.string().optional(),
        evidence: z.array(refTo('evidence')).optional(),
      }),
    )
    .optional()
    .describe('the causal chain, in order'),
  laterBehaviour: z
    .array(
      z.strictObject({
        date: FieldDate.optional(),
        text: z.string().min(1),
        restsOn: RestsOn.optional(),
      }),
    )
    .optional(),
  durability: z.string().optional(),
  scopeLimit: z.string().optional(),
  confidence: z.string().optional(),
  restsOn: RestsOn,
  ...common,
})
export type Verdict = z.infer<typeof Verdict>

export const verdictExample: Verdict = {
  id: 'arland-registers/verdict',
  case: 'arland-registers',
  assessor: 'coder-1',
  mechanisms: [{ mechanism: 'social-influence', role: 'primary' }],
  outcome: 'public conformity without private acceptance',
  publicConformity: 'yes',
  privateAcceptance: 'no',
  restsOn: [{ source: 'harbour-history', locator: 'p. 80' }],
}
