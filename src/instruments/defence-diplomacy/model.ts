import { z } from 'zod'
import { type Activity, type ActivityClass, ActivityKind, type DefenceLevel } from '#domain/activity'
import type { Actor } from '#domain/actor'
import type { Agreement } from '#domain/agreement'
import type { Constraint } from '#domain/constraint'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { FlagSettlement } from '#domain/flag-settlement'
import type { Institution } from '#domain/institution'
import type { Bilingual } from '#domain/instrument'
import type { Missing } from '#domain/missing'
import { StateCode } from '#domain/series'
import type { Source } from '#domain/source'

const Year = z.int().min(1500).max(2200)

/** The five that paper 003 takes as the major powers with which Vietnam is most concerned (sections 1 and 2.2.1). */
export const majorPowersOfPaper = ['USA', 'RUS', 'IND', 'CHN', 'JPN'] as const

/** What the analyst asks: whose armed forces, when, and the choices of counting. */
export const Request = z
  .strictObject({
    state: StateCode.describe('whose armed forces, by ISO alpha-3 code'),
    from: Year.optional().describe('first year; by default that of the first activity'),
    to: Year.optional().describe('last year; by default that of the last activity'),
    activities: z.array(ActivityKind).min(1).optional().describe('kinds that count; by default all'),
    majorPowers: z
      .array(StateCode)
      .min(2)
      .default([...majorPowersOfPaper])
      .describe('which powers count as major; by default the five that paper 003 names'),
    sharing: z
      .enum(['apart', 'fractional', 'full'])
      .default('apart')
      .describe(
        'an activity with several partners: apart as one multilateral activity, 1/n for each of n, or 1 for each',
      ),
    undated: z
      .enum(['apart', 'spread'])
      .default('apart')
      .describe(
        'an activity whose year is not told: apart from the series, or spread evenly over the years possible',
      ),
    weights: z
      .partialRecord(ActivityKind, z.number().min(0).max(1000))
      .default({})
      .describe('what an activity of a kind counts; 1 where it is not named'),
    window: z.int().min(1).max(30).default(5).describe('years taken together in what is told through time'),
    stale: z.int().min(1).max(50).default(5).describe('years without activity after which a tie is ageing'),
    illustrative: z
      .enum(['include', 'leave-out'])
      .default('include')
      .describe('whether activities that no source at hand tells count; they are marked'),
    draws: z.int().min(100).max(20_000).default(1000).describe('draws of whole activities for the intervals'),
    seed: z.int().default(1).describe('seed of the draws'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'the last year lies before the first',
    path: ['to'],
  })
export type Request = z.infer<typeof Request>

/** Everything that is read. */
export interface Input {
  readonly request: Request
  readonly activities: readonly Activity[]
  /** actors that take part, and those to which they belong */
  readonly actors: readonly Actor[]
  readonly institutions: readonly Institution[]
  /** sources on which the activities rest */
  readonly sources: readonly Source[]
  /** policies that the state declared, and its agreements, which are held against them */
  readonly constraints: readonly Constraint[]
  readonly agreements: readonly Agreement[]
  readonly settlements: readonly FlagSettlement[]
  /** ids of passages that agreements and activities rest on, and their exact words */
  readonly passages: readonly (readonly [id: string, exact: string])[]
}

/** A pointer from a number to what it rests on. */
export type Pointer = FindingEvidence

/** With whom: a state by its code, or an actor that is no state as `actor/ID`. */
export interface Partner {
  readonly id: string
  readonly title: string
  readonly titleVi: string
  readonly isState: boolean
  readonly major: boolean
}

/** One activity as it is counted: an occurrence of a record, since a record may tell of one that recurs. */
export interface Entry {
  readonly record: string
  readonly kind: ActivityKind
  readonly class: ActivityClass
  readonly title: string
  readonly titleVi: string
  /** as it is recorded, EDTF */
  readonly date: string
  /** the year in which it was held or begun, if it is known to the year */
  readonly year: number | null
  /** first and last year possible; null where nothing bounds it */
  readonly years: readonly [number, number] | null
  /** true where the source tells a recurrence and not this occurrence */
  readonly recurring: boolean
  /** ids of partners; observers are left out */
  readonly partners: readonly string[]
  readonly multilateral: boolean
  readonly setting: string | null
  readonly series: string | null
  readonly level: DefenceLevel | null
  /** of a supply: who supplied the state, and the volume in millions of TIV if told */
  readonly supply: { readonly from: readonly string[]; readonly tivMillions: number | null } | null
  /** of a coercive act: on which side the state stood */
  readonly side: 'by' | 'against' | 'not-told'
  readonly illustrative: boolean
  /** parts of it by year; empty where the year is not told and it is not spread */
  readonly parts: readonly { readonly year: number; readonly part: number }[]
  /** how much of it lies within the years asked for, 0 to 1 */
  readonly counted: number
  /** what it counts: the weight of its kind */
  readonly weight: number
  readonly sources: readonly string[]
  readonly evidence: readonly Pointer[]
}

/** Activities with one partner, of one kind, in one year; partner null is multilateral apart, year null is not told. */
export interface CellLine {
  readonly partner: string | null
  readonly kind: ActivityKind
  readonly year: number | null
  readonly count: number
  /** places in the ledger */
  readonly entries: readonly number[]
}

/** How evenly cooperation is spread over partners: over all kinds, or within one. */
export interface DiversityLine {
  readonly of: ActivityKind | 'all'
  /** activities drawn for the intervals */
  readonly activities: number
  readonly total: number
  readonly partners: number
  readonly hhi: Estimate | Missing
  readonly shannon: Estimate | Missing
  readonly effective: Estimate | Missing
  /** the partner with most, and its share */
  readonly largest: string | null
  readonly largestShare: Estimate | Missing
}

/** The same for the years up to one. */
export interface TrendPoint {
  readonly from: number
  readonly to: number
  readonly activities: number
  readonly hhi: Estimate | Missing
  readonly effective: Estimate | Missing
  readonly largestShare: Estimate | Missing
  readonly largest: string | null
}

/** What is left once one partner has stopped, and nobody took its place. */
export interface WithoutLine {
  readonly partner: string
  /** share of all that stops */
  readonly share: number
  readonly hhi: number | Missing
  readonly effective: number | Missing
  /** kinds in which nobody else works with the state */
  readonly kindsLost: readonly ActivityKind[]
}

/** One partner: how much, of which class, how long ago. */
export interface PartnerLine extends Partner {
  readonly count: number
  readonly share: Estimate | Missing
  /** bilateral and multilateral, as they are recorded, without weights */
  readonly cooperative: number
  readonly coerciveAgainst: number
  readonly coerciveBy: number
  readonly coerciveSideNotTold: number
  readonly coerciveShare: Estimate | Missing
  readonly lastYear: number | null
  /** years since the last cooperative activity at the end of the years asked for; null where one without a year may be later */
  readonly age: number | null
  readonly ageing: boolean
  readonly entries: readonly number[]
}

/** One major power among the major powers. */
export interface BalanceLine {
  readonly partner: string
  readonly count: number
  readonly share: Estimate | Missing
}

/** Balance among the major powers. */
export interface Balance {
  readonly powers: readonly string[]
  readonly lines: readonly BalanceLine[]
  /** effective number of major powers / their number: 1 is equal shares */
  readonly evenness: Estimate | Missing
  readonly effective: Estimate | Missing
}

/** Dependence on suppliers, by volume where it is told, and by number of supplies. */
export interface SupplierPart {
  readonly by: 'tiv-millions' | 'supplies'
  readonly suppliers: readonly {
    readonly partner: string
    readonly amount: number
    readonly share: Estimate | Missing
    readonly entries: readonly number[]
  }[]
  readonly whole: DiversityLine
  readonly trend: readonly TrendPoint[]
  readonly without: readonly WithoutLine[]
  /** supplies that do not tell this amount, and are left out of it */
  readonly untold: number
}

/** Money, in the currency in which it is told; never added over currencies or years, never deflated. */
export interface AmountLine {
  readonly entry: number
  readonly partners: readonly string[]
  readonly value: number
  readonly currency: string
  readonly priceYear: number | Missing
  readonly what: string | null
}

/** Activities within one multilateral setting. */
export interface SettingLine {
  readonly id: string
  readonly title: string
  readonly titleVi: string
  readonly activities: number
  readonly members: readonly string[]
  readonly majors: readonly string[]
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly entries: readonly number[]
}

/** What one source tells in one year: some activities; none though it lists all; or nothing can be said. */
export interface CoverageYear {
  readonly year: number
  readonly count: number
  readonly state: 'told' | 'none-listed' | 'unknown'
}

export interface CoverageLine {
  readonly source: string
  readonly title: string
  readonly activities: number
  /** what it lists in full of this state; empty where it only tells of some */
  readonly covers: readonly {
    readonly kinds: readonly ActivityKind[]
    readonly from: number
    readonly to: number
  }[]
  readonly years: readonly CoverageYear[]
  readonly evidence: readonly Pointer[]
}

/** A declared policy, and what looks like what it forbids. */
export interface PolicyLine {
  readonly id: string
  readonly title: string
  readonly titleVi: string
  readonly text: string
  readonly declared: string
  readonly checked: number
  readonly before: number
  readonly flags: readonly {
    /** kind and id */
    readonly record: string
    readonly title: string
    readonly titleVi: string
    readonly date: string | null
    readonly strength: 'strong' | 'weak'
    readonly state: 'open' | 'settled' | 'stale'
    readonly triggers: readonly {
      readonly rule: string
      readonly because: Bilingual
      readonly found: readonly string[]
    }[]
    readonly decision: { readonly decision: FlagSettlement['decision']; readonly because: string } | null
    readonly evidence: readonly Pointer[]
  }[]
  readonly evidence: readonly Pointer[]
}

export interface Result {
  readonly state: string
  readonly title: string
  readonly titleVi: string
  readonly from: number | null
  readonly to: number | null
  readonly sharing: Request['sharing']
  readonly undated: Request['undated']
  readonly window: number
  readonly stale: number
  readonly weights: Request['weights']
  readonly draws: number
  readonly seed: number
  readonly partners: readonly PartnerLine[]
  readonly cells: readonly CellLine[]
  readonly diversity: readonly DiversityLine[]
  readonly trend: readonly TrendPoint[]
  readonly without: readonly WithoutLine[]
  readonly balance: Balance
  readonly classes: {
    readonly cooperative: number
    readonly coercive: number
    readonly coerciveShare: Estimate | Missing
    readonly years: readonly {
      readonly year: number
      readonly cooperative: number
      readonly coercive: number
    }[]
  }
  readonly suppliers: readonly SupplierPart[]
  readonly amounts: readonly AmountLine[]
  readonly settings: readonly SettingLine[]
  readonly coverage: readonly CoverageLine[]
  readonly policies: readonly PolicyLine[]
  /** activities, in order of time; numbers elsewhere are places in this list */
  readonly ledger: readonly Entry[]
  readonly warnings: readonly Bilingual[]
}
