import type { Activity } from './activity.ts'
import type { ActivityMatch } from './activity-match.ts'
import type { Actor } from './actor.ts'
import type { Agreement } from './agreement.ts'
import type { Alignment } from './alignment.ts'
import type { Argument } from './argument.ts'
import type { Assessor } from './assessor.ts'
import type { Capability } from './capability.ts'
import type { Case } from './case.ts'
import type { CaseComparison } from './case-comparison.ts'
import type { Commitment } from './commitment.ts'
import type { Comparison } from './comparison.ts'
import type { Compliance } from './compliance.ts'
import type { Condition } from './condition.ts'
import type { Constraint } from './constraint.ts'
import type { CrossImpact } from './cross-impact.ts'
import type { Dispute } from './dispute.ts'
import type { Document } from './document.ts'
import type { Draft } from './draft.ts'
import type { Driver } from './driver.ts'
import type { Event } from './event.ts'
import type { Evidence } from './evidence.ts'
import type { FlagSettlement } from './flag-settlement.ts'
import type { FollowThrough } from './follow-through.ts'
import type { Forecast } from './forecast.ts'
import type { Framework } from './framework.ts'
import type { Hypothesis } from './hypothesis.ts'
import type { Institution } from './institution.ts'
import type { Likelihood } from './likelihood.ts'
import type { Marker } from './marker.ts'
import type { MediationPlan } from './mediation-plan.ts'
import type { Norm } from './norm.ts'
import type { Note } from './note.ts'
import type { Passage } from './passage.ts'
import type { Plan } from './plan.ts'
import type { Position } from './position.ts'
import type { Principle } from './principle.ts'
import type { Project } from './project.ts'
import type { Projection } from './projection.ts'
import type { Question } from './question.ts'
import type { QuestionSet } from './question-set.ts'
import type { Rating } from './rating.ts'
import type { RatingRound } from './rating-round.ts'
import type { Recommendation } from './recommendation.ts'
import type { Relation } from './relation.ts'
import type { Resolution } from './resolution.ts'
import type { Ripeness } from './ripeness.ts'
import type { ScopeCondition } from './scope-condition.ts'
import type { Series } from './series.ts'
import type { Settlement } from './settlement.ts'
import type { Silence } from './silence.ts'
import type { Source } from './source.ts'
import type { SourceConflict } from './source-conflict.ts'
import type { Stake } from './stake.ts'
import type { Standing } from './standing.ts'
import type { Verdict } from './verdict.ts'
import type { Vote } from './vote.ts'
import type { Watch } from './watch.ts'
import type { Weighting } from './weighting.ts'

/** Every kind of record and its type. */
export interface RecordTypes {
  assessor: Assessor
  source: Source
  document: Document
  passage: Passage
  actor: Actor
  institution: Institution
  norm: Norm
  case: Case
  event: Event
  position: Position
  alignment: Alignment
  draft: Draft
  vote: Vote
  condition: Condition
  'scope-condition': ScopeCondition
  hypothesis: Hypothesis
  evidence: Evidence
  likelihood: Likelihood
  silence: Silence
  comparison: Comparison
  'source-conflict': SourceConflict
  marker: Marker
  verdict: Verdict
  note: Note
  agreement: Agreement
  commitment: Commitment
  project: Project
  framework: Framework
  relation: Relation
  series: Series
  'rating-round': RatingRound
  rating: Rating
  'follow-through': FollowThrough
  plan: Plan
  weighting: Weighting
  argument: Argument
  question: Question
  'question-set': QuestionSet
  forecast: Forecast
  resolution: Resolution
  driver: Driver
  projection: Projection
  recommendation: Recommendation
  settlement: Settlement
  watch: Watch
  compliance: Compliance
  'cross-impact': CrossImpact
  dispute: Dispute
  capability: Capability
  principle: Principle
  ripeness: Ripeness
  'case-comparison': CaseComparison
  standing: Standing
  stake: Stake
  'mediation-plan': MediationPlan
  activity: Activity
  constraint: Constraint
  'flag-settlement': FlagSettlement
  'activity-match': ActivityMatch
}
