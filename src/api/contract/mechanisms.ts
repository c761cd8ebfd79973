import { z } from 'zod'
import { actorTypes } from '#domain/actor'
import { Estimate, FindingEvidence } from '#domain/finding'
import { Missing } from '#domain/missing'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const SeatRole = z.enum(['member', 'elected-member', 'permanent-member', 'chair', 'observer'])
const Basis = z.enum(['recorded', 'projected'])

const Mechanism = z.object({
  id: z.string(),
  name: z.string(),
  nameVi: z.string().optional(),
  within: z.string().optional(),
  level: z.enum(['leaders', 'ministers', 'senior-officials', 'officials', 'experts']).optional(),
  founded: z.string().optional(),
  aims: list(z.string()),
  everyMonths: z.number().optional(),
  frequency: z.object({
    from: z.string(),
    to: z.string(),
    due: z.union([z.number(), Missing]),
    held: z.union([z.object({ certain: z.int(), perhaps: z.int() }), Missing]),
    keptShare: z.union([Estimate, Missing]),
  }),
  ministries: list(
    z.object({
      actor: z.string(),
      role: z.enum(['leads', 'contributes']),
      evidence: list(FindingEvidence),
    }),
  ),
  elected: list(
    z.object({
      mechanism: z.string(),
      actor: z.string(),
      from: z.string(),
      to: z.string(),
      illustrative: z.boolean(),
    }),
  ),
  gaps: list(z.enum(['no-ministry', 'no-lead', 'no-meeting', 'no-rhythm', 'no-member', 'one-member'])),
  evidence: list(FindingEvidence),
})
export type Mechanism = z.infer<typeof Mechanism>

/** Who sits where at a date, overlaps, chairs, and years with two chairs or seats. */
export const MechanismTable = z.object({
  at: z.string(),
  mechanisms: list(Mechanism),
  actors: list(
    z.object({
      id: z.string(),
      name: z.string(),
      nameVi: z.string().optional(),
      type: z.enum(actorTypes),
      code: z.string().optional(),
    }),
  ),
  seats: list(
    z.object({
      actor: z.string(),
      mechanism: z.string(),
      roles: list(SeatRole),
      holding: z.enum(['yes', 'perhaps']),
      illustrative: z.boolean(),
    }),
  ),
  overlaps: list(
    z.object({
      a: z.string(),
      b: z.string(),
      shared: list(z.string()),
      apart: list(z.string()),
      jaccard: Estimate,
    }),
  ),
  same: list(list(z.string())),
  chairs: list(
    z.object({
      mechanism: z.string(),
      actor: z.string(),
      from: z.string(),
      to: z.string(),
      basis: Basis,
      illustrative: z.boolean(),
    }),
  ),
  double: list(
    z.object({
      actor: z.string(),
      year: z.int(),
      seats: list(
        z.object({ mechanism: z.string(), role: z.enum(['chair', 'elected-member']), basis: Basis }),
      ),
    }),
  ),
})
export type MechanismTable = z.infer<typeof MechanismTable>

export const mechanismEndpoints = {
  mechanisms: {
    method: 'get',
    path: '/api/mechanisms',
    about: 'Who sits where at a date, whose members are the same, who chairs when, which ministry leads.',
    query: z.object({ at: z.string().optional().describe('EDTF date; today if left out') }),
    answer: MechanismTable,
  },
} as const
