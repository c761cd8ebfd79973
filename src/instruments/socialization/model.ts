import { z } from 'zod'
import type { Alignment } from '#domain/alignment'
import type { Case } from '#domain/case'
import type { Comparison } from '#domain/comparison'
import type { Condition } from '#domain/condition'
import type { Draft } from '#domain/draft'
import type { Event } from '#domain/event'
import type { Evidence } from '#domain/evidence'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { Hypothesis } from '#domain/hypothesis'
import type { Institution } from '#domain/institution'
import type { Likelihood } from '#domain/likelihood'
import type { Marker } from '#domain/marker'
import type { Mechanism } from '#domain/mechanism'
import type { Missing } from '#domain/missing'
import type { Norm } from '#domain/norm'
import type { Position } from '#domain/position'
import { Id } from '#domain/reference'
import type { ScopeCondition } from '#domain/scope-condition'
import type { Silence } from '#domain/silence'
import type { SourceConflict } from '#domain/source-conflict'
import type { Verdict } from '#domain/verdict'
import { defaultScale, Scale } from './scale.ts'
import type { Weighing } from './weighing-model.ts'

const Share = z.number().min(0).max(1)

/** What the analyst asks: a case, and the choices of the weighing, each with a documented default. */
export const Request = z.strictObject({
  case: Id.describe('id of the case').meta({ refTo: 'case' }),
  priors: z
    .record(z.string(), Share)
    .optional()
    .describe('prior probability of hypotheses; what is not named shares the rest equally'),
  unit: z
    .enum(['state', 'agents'])
    .optional()
    .describe('whose mind is asked about; by default the unit of the case'),
  scale: Scale.default(defaultScale).describe('what weak, moderate, strong and decisive mean, in dB'),
  clusterDependence: Share.default(1).describe(
    'how far clues of one witness are one clue: 1 counts only the strongest of those that agree',
  ),
  channelDependence: Share.default(0.1).describe(
    'how far all witnesses depend on one another because one study told them: with 0.1 they never weigh more than ten',
  ),
  capDb: z.number().min(1).default(30).describe('no clue may weigh more than this, in dB'),
  draws: z.int().min(100).max(100_000).default(2000).describe('number of draws for the intervals'),
  seed: z.int().default(1).describe('seed of the draws'),
})
export type Request = z.infer<typeof Request>

/** Everything of the case, as recorded. */
export interface Input {
  readonly request: Request
  readonly case: Case
  readonly institution: Institution
  readonly norm: Norm
  readonly events: readonly Event[]
  readonly positions: readonly Position[]
  readonly alignments: readonly Alignment[]
  readonly drafts: readonly Draft[]
  readonly markers: readonly Marker[]
  readonly conditions: readonly Condition[]
  readonly scopeConditions: readonly ScopeCondition[]
  readonly hypotheses: readonly Hypothesis[]
  readonly evidence: readonly Evidence[]
  readonly likelihoods: readonly Likelihood[]
  readonly silences: readonly Silence[]
  readonly comparisons: readonly Comparison[]
  readonly conflicts: readonly SourceConflict[]
  readonly verdicts: readonly Verdict[]
  /** names of the actors that the case mentions, by id */
  readonly names: Readonly<Record<string, string>>
  /** labels of the witnesses of its clues, by source id */
  readonly witnesses: Readonly<Record<string, string>>
}

/** A pointer from a number to what it rests on. */
export type Pointer = FindingEvidence

/** The position of the actor around one meeting (S2). Rungs are 0 (opposed) to 5 (advocate). */
export interface Step {
  readonly event: string
  readonly title: string
  readonly date: string
  readonly before: StepPosition | Missing
  readonly after: StepPosition | Missing
  /** rungs moved, positive towards support */
  readonly moved: number | Missing
  /** positions that fall so near in time that their order is not known */
  readonly unordered: readonly string[]
  readonly evidence: readonly Pointer[]
}
export interface StepPosition {
  readonly id: string
  readonly date: string
  readonly stance: string
  readonly rung: number
  readonly record: string
  readonly issue: string
}

/** The camps at one meeting (S3). Counts are ranges where the source only counts. */
export interface CampReading {
  readonly alignment: string
  readonly event: string
  readonly date: string
  readonly issue: string
  readonly classifier: string
  readonly camps: readonly {
    name: string
    side: string
    members: readonly string[]
    low: number
    high: number
  }[]
  readonly subjectSide: string | Missing
  readonly minority: 'for' | 'against' | 'even' | Missing
  readonly subjectInMinority: boolean | Missing
  readonly evidence: readonly Pointer[]
}

/** When a member of the reference group first stood at or above `conditional`, and whether surely before the actor. */
export interface Mover {
  readonly actor: string
  readonly name: string
  readonly first: string | Missing
  readonly relation: 'before' | 'after' | 'same' | 'overlaps' | Missing
  /** shortest and longest time by which it preceded the actor, in days; negative if it came later */
  readonly leadDays: readonly [number, number] | Missing
  readonly evidence: readonly Pointer[]
}

export interface WordingStep {
  readonly draft: string
  readonly text: string
  readonly date: string
  readonly author: string
  readonly wording: Readonly<Record<string, string>>
  readonly changes: readonly { clause: string; from: string | null; to: string | null }[]
  readonly evidence: readonly Pointer[]
}
export interface MarkerUse {
  readonly marker: string
  readonly phrase: string
  readonly role: string
  readonly firstUse: string | Missing
  readonly lastUse: string | Missing
  readonly gone: readonly string[]
  readonly reading: string
  readonly evidence: readonly Pointer[]
}

/** A private and a public position of the actor on one component at about the same time (S5). */
export interface RecordGap {
  readonly component: string
  readonly private: StepPosition
  readonly public: StepPosition
  /** rungs by which the public record is more favourable than the private one */
  readonly gap: number
  readonly evidence: readonly Pointer[]
}

/** How far the design of the institution lends itself to a process, 0 to 1: the share of the features coded (S7). */
export interface Profile {
  readonly setting: 'formal' | 'in-practice'
  readonly persuasion: number | Missing
  readonly socialInfluence: number | Missing
  readonly features: readonly {
    feature: string
    value: string | Missing
    leaning: string | Missing
    evidence: readonly Pointer[]
  }[]
}

export interface RivalReading {
  readonly hypothesis: string
  readonly id: string
  readonly statement: string
  readonly readings: readonly { record: string; statement: string }[]
  readonly implications: readonly { text: string; observed: string }[]
  readonly seen: number
  readonly unseen: number
  readonly couldFail: string | Missing
  readonly cluesAgainst: number
  readonly authorVerdict: string | Missing
  /** where the hypothesis and its readings are told; versions 1 and 2 have none */
  readonly evidence?: readonly Pointer[]
}

/** What the case comes to (S14). */
export interface CaseVerdict {
  readonly hypothesis: string
  readonly mechanisms: readonly {
    mechanism: Mechanism
    role: 'at-work' | 'form-of-the-act' | 'rejected' | 'open'
  }[]
  readonly publicConformity: boolean | Missing
  readonly privateAcceptance: 'yes' | 'no' | 'agents-only' | Missing
  readonly otherUnit: { unit: string; leads: string; posterior: number } | Missing
  readonly author:
    | {
        mechanisms: readonly string[]
        outcome: string
        agrees: boolean
        because: string
        /** versions 1 and 2 have none */
        becauseVi?: string
      }
    | Missing
  readonly later: readonly { date: string | null; text: string; evidence: readonly Pointer[] }[]
}

/** Whether the actor came closer to the group after joining, against states that did not join (S19). */
export interface ConvergenceReading {
  readonly id: string
  readonly title: string
  readonly titleVi: string | null
  readonly joined: number
  readonly measure: string
  readonly because: string
  readonly group: readonly string[]
  readonly years: readonly {
    readonly year: number
    readonly treated: number
    /** standard error of the similarity in that year */
    readonly se: number | Missing
    /** mixture of donors that followed it best before */
    readonly synthetic: number
    readonly donors: number
    /** gaps of the placebos to their own mixtures, from the 5th to the 95th percentile */
    readonly placebo: readonly [number, number]
  }[]
  readonly weights: readonly { readonly state: string; readonly weight: number }[]
  /** the actor first, then each donor as if it had joined: the same method on all, with root mean squared gaps */
  readonly gaps: readonly {
    readonly state: string
    readonly before: number
    readonly after: number
    readonly effect: number
  }[]
  /** the same without the donor that has the largest share in the mixture */
  readonly without:
    | { readonly state: string; readonly before: number; readonly effect: number; readonly p: number }
    | Missing
  /** mean gap to the mixture after joining; the interval is of effects that the placebo test does not exclude */
  readonly effect: Estimate
  /** share of all states whose gap grew at least as much */
  readonly p: number
  readonly placebos: number
  /** coverage of the interval that so many donors allow */
  readonly level: number
  /** root mean squared gap before joining */
  readonly before: number
  /** jump and bend at joining, of the actor less the mean of the donors */
  readonly step: Estimate
  readonly bend: Estimate
  /** the year of the largest change on the year before */
  readonly turn: { readonly year: number; readonly change: number }
  readonly evidence: readonly Pointer[]
}

/** A clue still to be looked for (S15). */
export interface NextClue {
  readonly id: string
  readonly claim: string
  /** expected information about which hypothesis is true, in bits */
  readonly bits: number
  readonly chanceFound: number
  readonly leadsIfFound: string
  readonly leadsIfAbsent: string
  readonly illustrative: boolean
  readonly evidence: readonly Pointer[]
}

export interface Result {
  readonly case: Pick<Case, 'id' | 'title' | 'question' | 'actor' | 'unit' | 'outcome' | 'phases'> & {
    readonly titleVi: string | null
    readonly selection: string | Missing
  }
  readonly steps: readonly Step[]
  readonly criticalMoment: Step | Missing
  readonly camps: readonly CampReading[]
  readonly movers: readonly Mover[]
  readonly wording: readonly WordingStep[]
  readonly markers: readonly MarkerUse[]
  readonly gaps: readonly RecordGap[]
  readonly surprises: readonly {
    expectation: boolean
    claim: string
    date: string | null
    evidence: readonly Pointer[]
  }[]
  readonly conditions: readonly {
    id: string
    text: string
    outcome: string
    note: string | null
    evidence: readonly Pointer[]
  }[]
  readonly profile: readonly Profile[]
  readonly noviceness: {
    readonly quantitative: Estimate | Missing
    readonly qualitative: readonly {
      feature: string
      value: string
      favours: string
      evidence: readonly Pointer[]
    }[]
  }
  readonly scope: readonly {
    feature: string
    level: string
    value: string
    favours: string
    evidence: readonly Pointer[]
  }[]
  readonly rivals: readonly RivalReading[]
  readonly weighing: Weighing
  /** hypothesis id → posterior probability, as other programs read it */
  readonly posteriors: Readonly<Record<string, number>>
  readonly verdict: CaseVerdict
  readonly next: readonly NextClue[]
  readonly silences: readonly {
    actor: string
    date: string
    issue: string
    reading: string
    evidence: readonly Pointer[]
  }[]
  readonly convergence: readonly ConvergenceReading[]
  readonly conflicts: readonly { topic: string; readings: readonly string[] }[]
  readonly names: Readonly<Record<string, string>>
  readonly witnesses: Readonly<Record<string, string>>
}
