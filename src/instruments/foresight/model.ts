import { z } from 'zod'
import type { Assessor } from '#domain/assessor'
import type { Commitment } from '#domain/commitment'
import type { Driver } from '#domain/driver'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { Forecast } from '#domain/forecast'
import { Instant } from '#domain/instant'
import type { Bilingual } from '#domain/instrument'
import type { Missing } from '#domain/missing'
import type { Projection } from '#domain/projection'
import type { Question } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import type { Recommendation } from '#domain/recommendation'
import { Id } from '#domain/reference'
import type { Resolution } from '#domain/resolution'
import type { Settlement } from '#domain/settlement'
import { type DistributionRule, distributionRules } from '#numeric/pool-distributions'
import { type PoolingRule, poolingRules } from '#numeric/pool-probabilities'

/** What the analyst asks: one question or all, as of when, and the choices of pooling and calibration. */
export const Request = z.strictObject({
  question: Id.optional()
    .describe('the question that is told in full; all are read for the scores; by default all are told')
    .meta({ refTo: 'question' }),
  cutoff: Instant.optional().describe('what was written after this instant is not known'),
  pooling: z
    .enum(['back-test', ...poolingRules])
    .default('back-test')
    .describe('how forecasts are pooled: by a rule, or by the one that did best on resolved questions'),
  distributionPooling: z
    .enum(['back-test', ...distributionRules])
    .default('back-test')
    .describe('how forecasts of numbers and dates are pooled: by a rule, or by the one that did best'),
  a: z.number().positive().max(10).default(2.5).describe('power of the odds for the rule extremized'),
  baseline: Id.optional()
    .describe(
      'an assessor whose forecasts are those of a statistical model, against which skill is told; by default the base rate that was counted from events, on questions that keep one',
    )
    .meta({ refTo: 'assessor' }),
  open: z
    .enum(['include', 'leave-out'])
    .default('include')
    .describe('whether forecasts of questions that are still open are read'),
  illustrative: z
    .enum(['include', 'leave-out'])
    .default('include')
    .describe('whether questions and forecasts that were made up count; they are marked'),
  bins: z.int().min(2).max(50).default(10).describe('bins of the calibration diagram'),
  moments: z.int().min(1).max(200).default(12).describe('moments of the open time at which pools are scored'),
  draws: z.int().min(100).max(20_000).default(1000).describe('draws of whole questions for the intervals'),
  seed: z.int().default(1).describe('seed of the draws'),
})
export type Request = z.infer<typeof Request>

/** Everything that foresight reads. */
export interface Input {
  readonly request: Request
  readonly questions: readonly Question[]
  readonly forecasts: readonly Forecast[]
  readonly resolutions: readonly Resolution[]
  readonly assessors: readonly Assessor[]
  readonly questionSets: readonly QuestionSet[]
  readonly projections: readonly Projection[]
  readonly recommendations: readonly Recommendation[]
  readonly commitments: readonly Commitment[]
  readonly drivers: readonly Driver[]
  readonly settlements: readonly Settlement[]
}

/** A pointer from a number to what it rests on. */
export type Pointer = FindingEvidence

/** Where a question stands at the cut-off. Only what is resolved is scored. */
export type QuestionState = 'resolved' | 'open' | 'annulled' | 'reopened'

/** A question, as far as it is known at the cut-off. */
export interface QuestionLine {
  readonly id: string
  readonly title: string
  readonly titleVi: string
  readonly kind: Question['kind']
  readonly state: QuestionState
  readonly outcome: string | number | Missing
  readonly forecasters: number
  /** pooled probability of yes, now or at the close; for other kinds why it is not told */
  readonly pooled: Estimate | Missing
  /** mean score of the forecasters over the open time */
  readonly score: number | Missing
  readonly poolScore: number | Missing
  readonly baseRate: number | Missing
  readonly illustrative: boolean
  readonly evidence: readonly Pointer[]
}

/** Scores of a person, an agency, a topic or a horizon. Scores are Brier's, 0–1, lower is better. */
export interface ScoreLine {
  readonly by: 'all' | 'person' | 'agency' | 'topic' | 'horizon'
  readonly id: string
  readonly label: Bilingual
  readonly questions: number
  /** mean share of the open time for which there was a forecast */
  readonly coverage: number
  readonly score: Estimate
  readonly log: number | Missing
  /** own score less that of the others at the same moments, nothing where absent; below 0 is better than they */
  readonly againstOthers: Estimate | Missing
  /** Metaculus's, averaged over the open time; above 0 is better than the others */
  readonly peer: Estimate | Missing
  /** 1 perfect, 0 no better than the base rate */
  readonly skill: Estimate | Missing
  readonly skillAgainstBaseline: Estimate | Missing
  readonly illustrative: boolean
}

/** A bin of the calibration diagram, of the forecasters or of the pool. */
export interface CalibrationLine {
  readonly of: 'forecasters' | 'pool'
  readonly from: number
  readonly to: number
  readonly questions: number
  /** sum of the shares of open time that lie in the bin */
  readonly weight: number
  readonly said: number
  readonly happened: Estimate
}

/** Murphy's and CORP's parts of the time-weighted Brier score of binary questions. */
export interface Decomposition {
  readonly brier: number
  readonly reliability: number
  readonly murphyResolution: number
  readonly uncertainty: number
  readonly miscalibration: number
  readonly discrimination: number
  readonly questions: number
}

/** One rule of pooling on the resolved questions. */
export interface RuleLine<Rule extends string> {
  readonly rule: Rule
  readonly score: Estimate
  /** score less that of the chosen rule, with its interval over questions */
  readonly behind: Estimate | Missing
  readonly questions: number
  readonly chosen: boolean
}

/** One rule of pooling probabilities, which have a logarithmic score too. */
export interface BackTestLine extends RuleLine<PoolingRule> {
  readonly log: number | Missing
}

/** A distribution told by its values at the told shares: of all, of an agency, or of one forecaster. */
export interface DistributionLine {
  readonly of: 'pool' | 'agency' | 'forecaster'
  /** the agency or the assessor; empty for the pool of all */
  readonly id: string
  readonly agency: string | null
  readonly forecasters: number
  /** at `toldShares`, in the unit of the question; for dates days since 1970 */
  readonly values: readonly number[]
  /** the forecasts that it rests on, at most twelve; the question leads to all */
  readonly evidence: readonly Pointer[]
}

/** What is forecast on a question of a number or a date: the pool of all first, then agencies and forecasters. */
export interface PooledDistribution {
  readonly question: string
  readonly unit: string | null
  /** how it came out, in the unit of the values; null where it has not */
  readonly outcome: number | null
  /** middle of the pool, with an interval that draws the forecasters */
  readonly middle: Estimate
  readonly lines: readonly DistributionLine[]
}

/** Pools of numbers and dates, and how their rule was chosen. */
export interface Distributions {
  readonly rule: DistributionRule
  readonly because: Bilingual
  readonly backTest: readonly RuleLine<DistributionRule>[]
  readonly leftOut: Estimate | Missing
  readonly pooled: readonly PooledDistribution[]
}

/** The pool at one instant, with what the middle half of the forecasters said. */
export interface HistoryPoint {
  readonly question: string
  readonly at: number
  readonly pooled: number
  readonly low: number
  readonly high: number
  readonly n: number
}

/** Something that cannot all hold: found by a function of `contradictions/`. */
export interface Contradiction {
  readonly id: string
  readonly kind: string
  readonly said: Bilingual
  /** how far from agreement, 0–1, so that the worst is read first */
  readonly severity: number
  readonly settled: boolean
  readonly evidence: readonly Pointer[]
}

export interface Result {
  readonly title: string
  readonly titleVi: string
  readonly focus: string | null
  readonly cutoff: string | null
  readonly rule: PoolingRule
  readonly ruleBecause: Bilingual
  /** the one asked for, then those that are open, then the rest */
  readonly questions: readonly QuestionLine[]
  readonly scores: readonly ScoreLine[]
  readonly decomposition: Decomposition | Missing
  readonly calibration: readonly CalibrationLine[]
  readonly backTest: readonly BackTestLine[]
  /** score of choosing the rule on all other questions and applying it to the one left out */
  readonly leftOut: Estimate | Missing
  readonly history: readonly HistoryPoint[]
  /** not in results of version 1 */
  readonly distributions?: Distributions
  readonly contradictions: readonly Contradiction[]
  readonly warnings: readonly Bilingual[]
}
