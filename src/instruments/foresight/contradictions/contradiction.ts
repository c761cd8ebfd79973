import type { Assessor } from '#domain/assessor'
import type { Commitment } from '#domain/commitment'
import type { FindingEvidence } from '#domain/finding'
import type { Forecast } from '#domain/forecast'
import type { Projection } from '#domain/projection'
import type { Question } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import type { Recommendation } from '#domain/recommendation'
import type { Resolution } from '#domain/resolution'
import type { Settlement } from '#domain/settlement'

/** What contradictions are looked for in, as far as the one who looks may see it. */
export interface ContradictionInput {
  readonly questions: readonly Question[]
  readonly questionSets: readonly QuestionSet[]
  /** all that were given; the latest of each person before `at` counts, unless it was withdrawn */
  readonly forecasts: readonly Forecast[]
  /** questions that are resolved or annulled contradict nobody any more */
  readonly resolutions: readonly Resolution[]
  readonly assessors: readonly Assessor[]
  readonly recommendations: readonly Recommendation[]
  readonly commitments: readonly Commitment[]
  readonly projections: readonly Projection[]
  readonly settlements: readonly Settlement[]
  /** the instant as of which one looks, ISO 8601 */
  readonly at: string
  /** false discovery rate asked: the share of false alarms among alarms raised by a test, in (0, 1) */
  readonly rate: number
  /** to what forecasters are taken to round, in probability; `as-given` reads it from each forecaster's own numbers */
  readonly rounding: 0.01 | 0.05 | 'as-given'
  /** instant of the last change of a record, by `kind id`; what is not in it counts by the date that it carries itself */
  readonly changedAt?: ReadonlyMap<string, string> | undefined
}

/** A text in both languages. */
export interface Told {
  readonly en: string
  readonly vi: string
}

export const contradictionKinds = [
  'agencies',
  'incoherent',
  'quantiles',
  'advice',
  'exclusive-advice',
  'commitment',
  'projections',
  'units',
] as const
export type ContradictionKind = (typeof contradictionKinds)[number]

/** A record that takes part in a contradiction. */
export interface Party {
  readonly kind: 'forecast' | 'recommendation' | 'projection' | 'commitment' | 'question-set' | 'question'
  readonly id: string
}

/** A number with its interval where there is one, as the picture of a contradiction draws it. */
export interface Mark {
  readonly label: Told
  readonly value: number
  readonly interval: readonly [number, number] | null
  /** single values behind it */
  readonly points: readonly number[]
  /** where it would have to lie so that all can be true */
  readonly nearest?: number
}

/** What is drawn: marks on one scale, or sides that stand against one another. */
export type Picture =
  | {
      readonly form: 'marks'
      readonly unit: 'probability' | 'value'
      readonly unitName: string | null
      readonly marks: readonly Mark[]
      /** sum of the values, if they should sum to 1 or less */
      readonly sum: number | null
    }
  | {
      readonly form: 'sides'
      readonly sides: readonly { readonly agency: string; readonly stance: string; readonly text: string }[]
    }

/** Two or more records that cannot, or can hardly, all be right; explained by numbers and by who. */
export interface Contradiction {
  readonly id: string
  readonly kind: ContradictionKind
  readonly title: Told
  readonly explanation: Told
  /**
   * In [0, 1], as the reader of both is affected. Agencies: the distance in probability between those furthest apart (for values, as
   * a share of the range thought possible). Incoherent: what a bettor wins for certain on unit stakes. Quantiles: the widest crossing as
   * a share of the range. Advice: 1 for do against do not, 0.5 against wait. Exclusive: 0.9. Commitment: 1 if it says that it breaks one, 0.7
   * if another says so or it leaves undone what is due. Projections: share of the two distributions that does not overlap. Units: 0.2.
   */
  readonly severity: number
  readonly agencies: readonly string[]
  readonly assessors: readonly string[]
  readonly question: string | null
  readonly pValue: number | null
  /** p-value adjusted for all tests made: at most the rate asked */
  readonly adjusted: number | null
  readonly parties: readonly Party[]
  readonly evidence: readonly FindingEvidence[]
  readonly picture: Picture
  readonly illustrative: boolean
  /** `reopened`: it was settled, and what contradicts changed afterwards */
  readonly state: 'open' | 'settled' | 'reopened'
  readonly settlement: Settlement | null
}

/** A contradiction before it is known whether it was settled. */
export type Candidate = Omit<Contradiction, 'state' | 'settlement'>

/** What could not be compared, and why. */
export interface Untested {
  readonly id: string
  readonly about: Told
  readonly because: Told
  readonly parties: readonly Party[]
}
