import type { z } from 'zod'
import { Activity, activityExample } from './activity.ts'
import { ActivityMatch, activityMatchExample } from './activity-match.ts'
import { Actor, actorExample } from './actor.ts'
import { Agreement, agreementExample } from './agreement.ts'
import { Alignment, alignmentExample } from './alignment.ts'
import { Argument, argumentExample } from './argument.ts'
import { Assessor, assessorExample } from './assessor.ts'
import { Capability, capabilityExample } from './capability.ts'
import { Case, caseExample } from './case.ts'
import { CaseComparison, caseComparisonExample } from './case-comparison.ts'
import { Commitment, commitmentExample } from './commitment.ts'
import { Comparison, comparisonExample } from './comparison.ts'
import { Compliance, complianceExample } from './compliance.ts'
import { Condition, conditionExample } from './condition.ts'
import { Constraint, constraintExample } from './constraint.ts'
import { CrossImpact, crossImpactExample } from './cross-impact.ts'
import { Dispute, disputeExample } from './dispute.ts'
import { Document, documentExample } from './document.ts'
import { Draft, draftExample } from './draft.ts'
import { Driver, driverExample } from './driver.ts'
import { Event, eventExample } from './event.ts'
import { Evidence, evidenceExample } from './evidence.ts'
import { FlagSettlement, flagSettlementExample } from './flag-settlement.ts'
import { FollowThrough, followThroughExample } from './follow-through.ts'
import { Forecast, forecastExample } from './forecast.ts'
import { Framework, frameworkExample } from './framework.ts'
import { Hypothesis, hypothesisExample } from './hypothesis.ts'
import { Institution, institutionExample } from './institution.ts'
import { Likelihood, likelihoodExample } from './likelihood.ts'
import { Marker, markerExample } from './marker.ts'
import { MediationPlan, mediationPlanExample } from './mediation-plan.ts'
import { Norm, normExample } from './norm.ts'
import { Note, noteExample } from './note.ts'
import { Passage, passageExample } from './passage.ts'
import { Plan, planExample } from './plan.ts'
import { Position, positionExample } from './position.ts'
import { Principle, principleExample } from './principle.ts'
import { Project, projectExample } from './project.ts'
import { Projection, projectionExample } from './projection.ts'
import { Question, questionExample } from './question.ts'
import { QuestionSet, questionSetExample } from './question-set.ts'
import { Rating, ratingExample } from './rating.ts'
import { RatingRound, ratingRoundExample } from './rating-round.ts'
import { Recommendation, recommendationExample } from './recommendation.ts'
import type { RecordTypes } from './record-types.ts'
import { Relation, relationExample } from './relation.ts'
import { Resolution, resolutionExample } from './resolution.ts'
import { Ripeness, ripenessExample } from './ripeness.ts'
import { ScopeCondition, scopeConditionExample } from './scope-condition.ts'
import { Series, seriesExample } from './series.ts'
import { Settlement, settlementExample } from './settlement.ts'
import { Silence, silenceExample } from './silence.ts'
import { Source, sourceExample, sourceLabel } from './source.ts'
import { SourceConflict, sourceConflictExample } from './source-conflict.ts'
import { Stake, stakeExample } from './stake.ts'
import { Standing, standingExample } from './standing.ts'
import { Verdict, verdictExample } from './verdict.ts'
import { Vote, voteExample } from './vote.ts'
import { Watch, watchExample } from './watch.ts'
import { Weighting, weightingExample } from './weighting.ts'

export type { RecordTypes }
export type Kind = keyof RecordTypes

/** What the workbench knows of a kind: its section in a file, its schema, an example, and how it is called. */
export interface KindDescription<K extends Kind> {
  readonly section: string
  readonly schema: z.ZodType<RecordTypes[K]>
  readonly example: RecordTypes[K]
  readonly label: (record: RecordTypes[K]) => string
}

/** The kinds in the order in which a file lists them: what is pointed at stands before what points at it. */
export const kinds: { readonly [K in Kind]: KindDescription<K> } = {
  assessor: { section: 'assessors', schema: Assessor, example: assessorExample, label: (r) => r.name },
  source: { section: 'sources', schema: Source, example: sourceExample, label: sourceLabel },
  document: { section: 'documents', schema: Document, example: documentExample, label: (r) => r.name },
  passage: { section: 'passages', schema: Passage, example: passageExample, label: (r) => r.quote.exact },
  actor: { section: 'actors', schema: Actor, example: actorExample, label: (r) => r.name },
  institution: {
    section: 'institutions',
    schema: Institution,
    example: institutionExample,
    label: (r) => r.name,
  },
  norm: { section: 'norms', schema: Norm, example: normExample, label: (r) => r.name },
  case: { section: 'cases', schema: Case, example: caseExample, label: (r) => r.title },
  event: { section: 'events', schema: Event, example: eventExample, label: (r) => r.title },
  position: {
    section: 'positions',
    schema: Position,
    example: positionExample,
    label: (r) => `${r.actor}: ${r.stance} on ${r.issue} (${r.date})`,
  },
  alignment: {
    section: 'alignments',
    schema: Alignment,
    example: alignmentExample,
    label: (r) => `camps on ${r.issue}`,
  },
  draft: {
    section: 'drafts',
    schema: Draft,
    example: draftExample,
    label: (r) => `${r.text}, draft of ${r.author} (${r.date})`,
  },
  vote: { section: 'votes', schema: Vote, example: voteExample, label: (r) => `vote on ${r.text}` },
  condition: { section: 'conditions', schema: Condition, example: conditionExample, label: (r) => r.text },
  'scope-condition': {
    section: 'scopeConditions',
    schema: ScopeCondition,
    example: scopeConditionExample,
    label: (r) => `${r.feature}: ${r.value}`,
  },
  hypothesis: {
    section: 'hypotheses',
    schema: Hypothesis,
    example: hypothesisExample,
    label: (r) => r.statement,
  },
  evidence: { section: 'evidence', schema: Evidence, example: evidenceExample, label: (r) => r.claim },
  likelihood: {
    section: 'likelihoods',
    schema: Likelihood,
    example: likelihoodExample,
    label: (r) => `${r.assessor} on ${r.evidence}`,
  },
  comparison: {
    section: 'comparisons',
    schema: Comparison,
    example: comparisonExample,
    label: (r) => r.title,
  },
  silence: {
    section: 'silences',
    schema: Silence,
    example: silenceExample,
    label: (r) => `${r.actor} silent on ${r.issue}`,
  },
  'source-conflict': {
    section: 'sourceConflicts',
    schema: SourceConflict,
    example: sourceConflictExample,
    label: (r) => r.topic,
  },
  marker: { section: 'markers', schema: Marker, example: markerExample, label: (r) => r.phrase },
  verdict: { section: 'verdicts', schema: Verdict, example: verdictExample, label: (r) => r.outcome },
  note: { section: 'notes', schema: Note, example: noteExample, label: (r) => r.title ?? r.text },
  agreement: { section: 'agreements', schema: Agreement, example: agreementExample, label: (r) => r.title },
  commitment: {
    section: 'commitments',
    schema: Commitment,
    example: commitmentExample,
    label: (r) => r.text,
  },
  project: { section: 'projects', schema: Project, example: projectExample, label: (r) => r.title },
  framework: { section: 'frameworks', schema: Framework, example: frameworkExample, label: (r) => r.title },
  relation: { section: 'relations', schema: Relation, example: relationExample, label: (r) => r.title },
  series: {
    section: 'series',
    schema: Series,
    example: seriesExample,
    label: (r) => `${r.measure}: ${r.of}${r.towards === undefined ? '' : ` and ${r.towards}`}`,
  },
  'rating-round': {
    section: 'ratingRounds',
    schema: RatingRound,
    example: ratingRoundExample,
    label: (r) => r.title,
  },
  rating: {
    section: 'ratings',
    schema: Rating,
    example: ratingExample,
    label: (r) => `${r.assessor} on ${r.leaf}, ${r.relation}: ${r.level}`,
  },
  'follow-through': {
    section: 'followThroughs',
    schema: FollowThrough,
    example: followThroughExample,
    label: (r) => r.word.text,
  },
  plan: { section: 'plans', schema: Plan, example: planExample, label: (r) => r.title },
  weighting: {
    section: 'weightings',
    schema: Weighting,
    example: weightingExample,
    label: (r) => `${r.assessor} on the weights below ${r.parent ?? r.framework} (${r.method})`,
  },
  argument: { section: 'arguments', schema: Argument, example: argumentExample, label: (r) => r.text },
  question: { section: 'questions', schema: Question, example: questionExample, label: (r) => r.title },
  'question-set': {
    section: 'questionSets',
    schema: QuestionSet,
    example: questionSetExample,
    label: (r) => r.title,
  },
  forecast: {
    section: 'forecasts',
    schema: Forecast,
    example: forecastExample,
    label: (r) => `${r.assessor} on ${r.question} (${r.at.slice(0, 10)})`,
  },
  resolution: {
    section: 'resolutions',
    schema: Resolution,
    example: resolutionExample,
    label: (r) => `${r.question}: ${r.state}`,
  },
  driver: { section: 'drivers', schema: Driver, example: driverExample, label: (r) => r.text },
  projection: {
    section: 'projections',
    schema: Projection,
    example: projectionExample,
    label: (r) => `${r.title}, ${r.of} (${r.agency})`,
  },
  recommendation: {
    section: 'recommendations',
    schema: Recommendation,
    example: recommendationExample,
    label: (r) => r.text,
  },
  settlement: {
    section: 'settlements',
    schema: Settlement,
    example: settlementExample,
    label: (r) => `${r.id}: ${r.decision}`,
  },
  watch: { section: 'watches', schema: Watch, example: watchExample, label: (r) => r.title },
  compliance: {
    section: 'compliances',
    schema: Compliance,
    example: complianceExample,
    label: (r) => `${r.coder} on ${r.commitment}`,
  },
  'cross-impact': {
    section: 'crossImpacts',
    schema: CrossImpact,
    example: crossImpactExample,
    label: (r) => r.title,
  },
  dispute: { section: 'disputes', schema: Dispute, example: disputeExample, label: (r) => r.title },
  capability: {
    section: 'capabilities',
    schema: Capability,
    example: capabilityExample,
    label: (r) => `${r.state}: ${r.title}`,
  },
  principle: {
    section: 'principles',
    schema: Principle,
    example: principleExample,
    label: (r) => `${r.state}: ${r.title}`,
  },
  'case-comparison': {
    section: 'caseComparisons',
    schema: CaseComparison,
    example: caseComparisonExample,
    label: (r) => `${r.dispute}: attempts like ${r.roles.join(', ') || 'it'}`,
  },
  ripeness: {
    section: 'ripenesses',
    schema: Ripeness,
    example: ripenessExample,
    label: (r) => `${r.element} in ${r.dispute}: ${r.level}`,
  },
  standing: {
    section: 'standings',
    schema: Standing,
    example: standingExample,
    label: (r) => `${r.state} with ${r.towards ?? r.towardsActor}: ${r.level}`,
  },
  stake: {
    section: 'stakes',
    schema: Stake,
    example: stakeExample,
    label: (r) => `${r.dimension} of ${r.state} in ${r.dispute}: ${r.level}`,
  },
  'mediation-plan': {
    section: 'mediationPlans',
    schema: MediationPlan,
    example: mediationPlanExample,
    label: (r) => r.title,
  },
  activity: { section: 'activities', schema: Activity, example: activityExample, label: (r) => r.title },
  constraint: {
    section: 'constraints',
    schema: Constraint,
    example: constraintExample,
    label: (r) => r.title,
  },
  'flag-settlement': {
    section: 'flagSettlements',
    schema: FlagSettlement,
    example: flagSettlementExample,
    label: (r) => `${r.id}: ${r.decision}`,
  },
  'activity-match': {
    section: 'activityMatches',
    schema: ActivityMatch,
    example: activityMatchExample,
    label: (r) => `${r.decision}: ${r.first}, ${r.second}`,
  },
}

export const kindNames = Object.keys(kinds) as Kind[] // Object.keys forgets that the keys of `kinds` are the kinds

/**
 * Whether a word names a kind of record.
 *
 * @example
 * isKind('source-conflict') // => true
 */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word)
}

/**
 * The kind whose section in a file has this name.
 *
 * @example
 * kindOfSection('sourceConflicts') // => 'source-conflict'
 */
export function kindOfSection(section: string): Kind | undefined {
  return kindNames.find((kind) => kinds[kind].section === section)
}

/**
 * What a record is called in a list.
 *
 * @param kind   its kind
 * @param record a record that the schema of the kind has accepted
 */
export function labelOf<K extends Kind>(kind: K, record: RecordTypes[K]): string {
  return kinds[kind].label(record)
}
