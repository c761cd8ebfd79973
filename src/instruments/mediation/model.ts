import { z } from 'zod'
import type { Capability, CapabilityKind } from '#domain/capability'
import type { CaseComparison } from '#domain/case-comparison'
import { bounds, FieldDate } from '#domain/date'
import { type Dispute, Stage } from '#domain/dispute'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import type { MediationPlan } from '#domain/mediation-plan'
import type { Missing } from '#domain/missing'
import { type Principle, Setting } from '#domain/principle'
import { Id } from '#domain/reference'
import type { Ripeness } from '#domain/ripeness'
import { type Series, StateCode } from '#domain/series'
import type { Stake } from '#domain/stake'
import type { Standing } from '#domain/standing'
import { type RoleId, roleIds } from '#domain/third-party-role'
import type { DepthReading } from './read-depth.ts'

/** Whether a date has a first and a last day; what is no date at all was refused before. */
function isClosed(date: string): boolean {
  if (!FieldDate.safeParse(date).success) return true
  const { earliest, latest } = bounds(date)
  return Number.isFinite(earliest) && Number.isFinite(latest)
}

/** What the analyst asks: a dispute, who would act in it, as of when, and what is assumed in place of what is recorded. */
export const Request = z.strictObject({
  dispute: Id.describe('the dispute').meta({ refTo: 'dispute' }),
  mediator: StateCode.describe('the state that would act as third party'),
  asOf: FieldDate.refine(isClosed, {
    error: 'a day must be known at both ends, such as 2021 or 2021-01-31',
  }).describe('what is dated later does not count'),
  setting: Setting.default('bilateral'),
  stage: Stage.optional().describe('in place of that of the phase which holds then'),
  judgements: z
    .record(z.string(), z.number().min(0).max(4))
    .default({})
    .describe(
      'levels in place of what is recorded: standing/USA, capability/hosting, ripeness/stalemate, stake/security',
    ),
  demands: z
    .number()
    .min(-2)
    .max(2)
    .default(0)
    .describe('levels added to what every role demands of capability: the demands are coded, not measured'),
  tolerance: z
    .int()
    .min(0)
    .max(3)
    .default(1)
    .describe('levels by which a capability may fall short before a role is ruled out'),
  aim: z
    .enum(roleIds)
    .optional()
    .describe('the role that is worked towards; by default the next that capability would open'),
  illustrative: z
    .enum(['include', 'leave-out'])
    .default('include')
    .describe('whether judgements marked illustrative count; they are marked'),
  draws: z.int().min(100).max(20_000).default(2000).describe('number of draws over all judgements'),
  seed: z.int().default(1).describe('seed of the draws'),
})
export type Request = z.infer<typeof Request>

/** A party as it is read: its key in quantities, its names, its side. */
export interface Party {
  /** code of the state, or id of the actor that is no state */
  readonly key: string
  readonly state: string | null
  readonly name: Bilingual
  readonly side: string
  readonly evidence: readonly FindingEvidence[]
}

/** Everything that is recorded of the dispute and of whoever would act in it. */
export interface Input {
  readonly request: Request
  readonly dispute: Dispute
  readonly parties: readonly Party[]
  /** names of third parties that are no states, by actor id */
  readonly names: Readonly<Record<string, Bilingual>>
  /** what the newest analysis of their relation tells, by key of the party */
  readonly depths: Readonly<Record<string, DepthReading | Missing>>
  readonly standings: readonly Standing[]
  readonly series: readonly Series[]
  readonly stakes: readonly Stake[]
  readonly capabilities: readonly Capability[]
  readonly principles: readonly Principle[]
  readonly ripeness: readonly Ripeness[]
  readonly plans: readonly MediationPlan[]
  /** past attempts like one in this dispute, as they were compared and kept */
  readonly comparisons: readonly CaseComparison[]
}

/** A pointer from a number to what it rests on. */
export type Pointer = FindingEvidence

export type QuantityKind = 'standing' | 'capability' | 'ripeness' | 'stake'

/** One thing that was measured or judged, on the scale of five levels 0 to 4, with the lowest and highest it may be. */
export interface Quantity {
  /** `standing/USA`, `capability/hosting`, `ripeness/stalemate`, `stake/security` */
  readonly id: string
  readonly kind: QuantityKind
  readonly title: Bilingual
  readonly level: Estimate | Missing
  readonly basis: 'analysis' | 'judgement' | 'series' | 'request' | 'none'
  readonly illustrative: boolean
  /** who judged, and why; empty where it was measured */
  readonly said: readonly { readonly by: string; readonly because: Bilingual }[]
  readonly evidence: readonly Pointer[]
}

/** Trust and closeness of one party (M4). */
export interface PartyStanding {
  readonly party: Party
  readonly standing: Quantity
  /** depth of the relation, 0 to 1 */
  readonly closeness: Estimate | Missing
  /** the analysis that was read, if any */
  readonly analysis: string | null
  readonly year: number | null
}

/** What a test of the rule says against a role, or why it cannot be told. */
export interface Reason {
  readonly test:
    | 'is-party'
    | 'one-side'
    | 'principle'
    | 'trust'
    | 'difference'
    | 'capability'
    | 'ripeness'
    | 'stake'
    | 'own-cause'
    | 'crowded'
  readonly effect: 'rules-out' | 'limits' | 'unknown'
  /** the quantity, principle or third party that it turns on */
  readonly on: string
  /** what there is and what is needed, in levels; null where the test is no comparison */
  readonly has: number | null
  readonly needs: number | null
  readonly said: Bilingual
  readonly evidence: readonly Pointer[]
}

export type Status = 'free' | 'limited' | 'unknown' | 'ruled-out'

/** One role of the ladder for this third party in this dispute (M9). */
export interface RoleLine {
  readonly role: RoleId
  readonly title: Bilingual
  readonly rung: number
  readonly status: Status
  /** 1 for the one that comes first; null where it is ruled out */
  readonly rank: number | null
  readonly reasons: readonly Reason[]
  /** levels of capability that it lacks, added up over the kinds that are known */
  readonly shortfall: number
  /** share of the draws in which it comes first */
  readonly first: Estimate
  /** share of the draws in which nothing rules it out */
  readonly open: Estimate
}

/** Capability against demand for one kind (M3). */
export interface GapLine {
  readonly kind: CapabilityKind
  readonly title: Bilingual
  readonly held: Quantity
  /** levels needed for the recommended role and for the one aimed at */
  readonly needed: number
  readonly neededForAim: number
  readonly gap: number | Missing
  readonly gapForAim: number | Missing
  readonly usdMillions: Estimate | Missing
  readonly months: Estimate | Missing
  readonly owner: Bilingual | Missing
  readonly illustrative: boolean
}

/** What a change of one quantity does to the recommendation (M9). */
export interface Swing {
  readonly quantity: string
  readonly title: Bilingual
  readonly level: number | Missing
  readonly low: number
  readonly high: number
  readonly atLow: RoleId | null
  readonly atHigh: RoleId | null
  /** the smallest change of this level alone that brings another role to the top */
  readonly flip: { readonly by: number; readonly to: number; readonly role: RoleId | null } | Missing
}

/** One step of the plan (M11). */
export interface StepLine {
  readonly id: string
  readonly plan: string | null
  readonly text: Bilingual
  readonly owner: Bilingual | Missing
  readonly due: string | Missing
  readonly usdMillions: Estimate | Missing
  readonly closes: CapabilityKind | null
  readonly to: number | null
  /** whether it reaches what the role aimed at demands */
  readonly enough: boolean | Missing
  readonly illustrative: boolean
  readonly evidence: readonly Pointer[]
}

export interface Exposure {
  /** trade with the parties over the mediator’s output */
  readonly share: Estimate | Missing
  readonly by: readonly {
    readonly party: string
    readonly year: number
    readonly share: Estimate
    readonly evidence: readonly Pointer[]
  }[]
  readonly unknown: readonly string[]
}

export interface Result {
  readonly title: string
  readonly titleVi: string
  readonly dispute: string
  readonly mediator: string
  readonly mediatorName: Bilingual
  readonly asOf: string
  readonly setting: 'bilateral' | 'multilateral'
  readonly stage: {
    readonly stage: 'before' | 'during' | 'after'
    readonly phase: Bilingual | null
    readonly evidence: readonly Pointer[]
  }
  readonly isParty: boolean
  readonly sides: readonly string[]
  readonly standings: readonly PartyStanding[]
  /** greatest difference of standing between sides, in levels, and the side that trusts more */
  readonly difference: Estimate | Missing
  readonly nearer: string | null
  /** the same of closeness, 0 to 1 */
  readonly closenessDifference: Estimate | Missing
  readonly stakes: readonly Quantity[]
  readonly exposure: Exposure
  readonly ripeness: readonly Quantity[]
  readonly ripe: Estimate | Missing
  /** comparable cases (M8): told beside the rule, and no part of it; absent if none were kept */
  readonly comparisons?: readonly CaseComparison[]
  readonly others: readonly {
    readonly who: Bilingual
    readonly role: RoleId
    readonly what: Bilingual
    readonly from: string
    readonly to: string | null
    readonly active: boolean
    readonly illustrative: boolean
    readonly evidence: readonly Pointer[]
  }[]
  readonly principles: readonly {
    readonly id: string
    readonly title: Bilingual
    readonly text: Bilingual
    readonly applies: readonly {
      readonly effect: 'rules-out' | 'limits'
      readonly roles: readonly RoleId[]
      readonly because: Bilingual
      readonly illustrative: boolean
    }[]
    readonly evidence: readonly Pointer[]
  }[]
  readonly roles: readonly RoleLine[]
  readonly recommended: RoleId | null
  readonly aim: RoleId | null
  /** the role that comes first in the other setting */
  readonly otherSetting: { readonly setting: 'bilateral' | 'multilateral'; readonly role: RoleId | null }
  readonly gaps: readonly GapLine[]
  readonly swings: readonly Swing[]
  readonly steps: readonly StepLine[]
  readonly budget: {
    readonly cost: Estimate | Missing
    readonly available: number | Missing
    readonly after: RoleId | null
  }
  readonly warnings: readonly Bilingual[]
}
