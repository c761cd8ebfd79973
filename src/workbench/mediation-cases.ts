import { SoundingsError } from '#domain/errors'
import { type ComparableRates, comparableRates, type OutcomeRate } from '#numeric/comparable-rates'
import { gowerSimilarity } from '#numeric/gower-similarity'
import { random } from '#numeric/random'
import { type ComparedFeature, comparedFeatures } from './mediation-features.ts'
import {
  type Clustering,
  type MediationCase,
  type MediationOutcome,
  type MediationRecord,
  type RecordTable,
  readMediationRecord,
} from './mediation-record.ts'
import type { Workbench } from './workbench.ts'

/** What attempts are compared with, and how. */
export interface CasesRequest {
  readonly record?: RecordTable | undefined
  readonly version?: string | undefined
  /** rung of the ladder that the target would take; several at once in the public record */
  readonly roles?: readonly string[] | undefined
  /** what else is known of the target: feature → value as written */
  readonly target?: Readonly<Record<string, string>> | undefined
  /** how much features count; 1 if not named */
  readonly weights?: Readonly<Record<string, number>> | undefined
  readonly outcome?: MediationOutcome | undefined
  /** so many cases most alike; all, weighted by similarity, if left out */
  readonly k?: number | undefined
  readonly cluster?: Clustering | undefined
  readonly seed?: number | undefined
}

/** A case like the target: feature by feature how alike, null where it was left out. */
export interface AlikeCase extends MediationCase {
  readonly similarity: number
  /** weight of the features compared over that of all asked for */
  readonly compared: number
  readonly parts: Readonly<Record<string, number | null>>
  readonly outcome: 0 | 1 | null
}

/** What a reader must know before the rates are believed; told in words by page and command line. */
export type CasesNotice =
  | 'not-causes'
  | 'process-not-told'
  | 'actors-absent'
  | 'few-clusters'
  | 'one-region'
  | 'role-not-coded'
  | 'nothing-asked'

/** Cases like a target, rates of the outcome among them, by role, and in the whole file. */
export interface CasesAnswer {
  readonly record: RecordTable
  /** the records that were imported, this one among them */
  readonly records: readonly RecordTable[]
  readonly version: string
  readonly citation: string
  readonly rows: number
  readonly attempts: number
  readonly from: number
  readonly to: number
  readonly outcome: MediationOutcome
  readonly outcomes: readonly MediationOutcome[]
  readonly features: readonly ComparedFeature[]
  readonly k: number | null
  readonly cluster: Clustering
  readonly clusters: number
  readonly base: OutcomeRate | null
  readonly comparable: OutcomeRate | null
  readonly difference: ComparableRates['difference']
  readonly byRole: readonly {
    readonly role: string
    /** in the whole file */
    readonly all: OutcomeRate | null
    readonly alike: OutcomeRate | null
    /** true if the role is coded from the outcome */
    readonly circular: boolean
  }[]
  readonly leftOut: { readonly outcomeMissing: number; readonly nothingCompared: number }
  readonly alike: readonly AlikeCase[]
  readonly notices: readonly CasesNotice[]
}

const shownCases = 60
const fewClusters = 10

/**
 * Attempts of an imported record that are like a target on the features it states, and how often an outcome came of them.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` if a feature, value, role or outcome is not of the record
 */
export async function comparableCases(workbench: Workbench, request: CasesRequest): Promise<CasesAnswer> {
  const record = await readMediationRecord(workbench, request.record, request.version)
  return compareWithRecord(record, request)
}

/** The same on a record that is read already. */
export function compareWithRecord(record: MediationRecord, request: CasesRequest): CasesAnswer {
  const outcome = outcomeOf(record, request.outcome)
  const { features, notCoded } = comparedFeatures(record, request)
  const asked = features.filter(({ target }) => target !== null)
  const cases = record.cases
  const alike = cases.map((one) =>
    gowerSimilarity(
      asked.map(({ target }) => target),
      asked.map(({ id }) => one.features[id] ?? null),
      asked.map(({ kind, weight, range }) => ({
        kind,
        weight,
        range: range === null ? 0 : range[1] - range[0],
      })),
    ),
  )
  const told = cases.some((one) => one.clusters.process !== null)
  const cluster = request.cluster ?? (told || record.table === 'cases' ? 'process' : 'lead')
  const units = numbered(cases.map(({ attempt }) => attempt))
  const firstOf = new Map(cases.toReversed().map((one) => [one.attempt, one]))
  const clusters = numbered(
    cases.map(({ attempt }) => firstOf.get(attempt)?.clusters[cluster] ?? `\u0000${attempt}`),
  )
  const outcomes = cases.map((one) => one.outcomes[outcome] ?? null)
  const similarities = alike.map(({ value }) => value)
  const groups = Object.fromEntries(
    record.roles.map((role) => [role, cases.map((one) => one.roles.includes(role))]),
  )
  const rates = (values: readonly (number | null)[], k: number | undefined) =>
    comparableRates(
      { outcomes, similarities: values, clusters, units, groups },
      random(request.seed ?? 1),
      k === undefined ? {} : { k },
    )
  const found = rates(similarities, request.k)
  const all = rates(
    cases.map(() => 1),
    undefined,
  )
  const years = cases.map(({ year }) => year)
  const notices: readonly CasesNotice[] = [
    'not-causes',
    ...(record.table === 'attempts' ? (['one-region'] as const) : []),
    ...(told || record.table === 'cases' ? [] : (['process-not-told'] as const)),
    ...(record.table === 'attempts' && !record.actorsKnown ? (['actors-absent'] as const) : []),
    ...((found.comparable?.clusters ?? fewClusters) < fewClusters ? (['few-clusters'] as const) : []),
    ...(notCoded ? (['role-not-coded'] as const) : []),
    ...(asked.length === 0 ? (['nothing-asked'] as const) : []),
  ]
  return {
    record: record.table,
    records: record.here,
    version: record.version,
    citation: record.citation,
    rows: cases.length,
    attempts: new Set(cases.map(({ attempt }) => attempt)).size,
    from: Math.min(...years),
    to: Math.max(...years),
    outcome,
    outcomes: record.outcomes,
    features,
    k: request.k ?? null,
    cluster,
    clusters: new Set(clusters).size,
    base: found.base,
    comparable: asked.length === 0 ? null : found.comparable,
    difference: asked.length === 0 ? null : found.difference,
    byRole: record.roles
      .map((role) => ({
        role,
        all: all.groups[role] ?? null,
        alike: asked.length === 0 ? null : (found.groups[role] ?? null),
        circular: record.circular.includes(role),
      }))
      .filter((one) => one.all !== null),
    leftOut: {
      outcomeMissing: outcomes.filter((one) => one === null).length,
      nothingCompared: asked.length === 0 ? 0 : similarities.filter((one) => one === null).length,
    },
    alike: asked.length === 0 ? [] : listed(record, alike, found, asked, outcomes),
    notices,
  }
}

function listed(
  { cases }: MediationRecord,
  alike: readonly ReturnType<typeof gowerSimilarity>[],
  { weights }: ComparableRates,
  asked: readonly ComparedFeature[],
  outcomes: readonly (0 | 1 | null)[],
): readonly AlikeCase[] {
  const similarity = (at: number) => alike[at]?.value ?? 0
  const compared = (at: number) => alike[at]?.compared ?? 0
  return cases
    .map((one, at) => ({ one, at }))
    .filter(({ at }) => (weights[at] ?? 0) > 0)
    .sort(
      (a, b) =>
        similarity(b.at) - similarity(a.at) ||
        compared(b.at) - compared(a.at) ||
        b.one.year - a.one.year ||
        a.at - b.at,
    )
    .slice(0, shownCases)
    .map(({ one, at }) => ({
      ...one,
      similarity: similarity(at),
      compared: compared(at),
      parts: Object.fromEntries(asked.map(({ id }, feature) => [id, alike[at]?.parts[feature] ?? null])),
      outcome: outcomes[at] ?? null,
    }))
}

function outcomeOf({ outcomes }: MediationRecord, asked: MediationOutcome | undefined): MediationOutcome {
  const [first = 'agreement'] = outcomes
  if (asked === undefined || outcomes.includes(asked)) return asked ?? first
  throw new SoundingsError('call-invalid', `the record does not tell ${asked}`, {
    advice: `It tells ${outcomes.join(', ')}.`,
  })
}

function numbered(words: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>()
  return words.map((word) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  })
}
