import type { Commitment } from '#domain/commitment'
import type { Compliance } from '#domain/compliance'
import { compareDue, dayIn, quarterOf, type Standing, standingOn } from '#domain/due'
import { SoundingsError } from '#domain/errors'
import { type FindingEvidence, pointers } from '#domain/finding'
import type { Handling } from '#domain/support'
import { listRecords } from '#storage/read-records'
import { questionIdOf } from './commitment-question.ts'
import { seeCodings } from './compliance.ts'
import { type ComplianceScore, complianceScore } from './compliance-score.ts'
import type { Workbench } from './workbench.ts'

/** A commitment with where it stands today, and what one may see of its codings. */
export interface CommitmentView {
  readonly commitment: Commitment
  readonly handling: Handling
  readonly standing: Standing
  /** the quarter in which it is due at the latest */
  readonly quarter: string | null
  readonly parties: readonly string[]
  readonly coders: number
  readonly codings: readonly Compliance[]
  readonly question: string | undefined
  readonly evidence: readonly FindingEvidence[]
}

/** Mean compliance of the commitments that share an owner, a ministry, a mechanism or a relation. */
export interface GroupScore extends ComplianceScore {
  readonly by: GroupField
  readonly id: string
}

export const groupFields = ['owner', 'ministry', 'institution', 'relation'] as const
export type GroupField = (typeof groupFields)[number]

export interface Commitments {
  readonly today: string
  readonly timeZone: string
  readonly thisQuarter: string
  readonly me: string | undefined
  readonly commitments: readonly CommitmentView[]
  /** names of all actors, mechanisms and relations that commitments point at */
  readonly names: readonly {
    readonly id: string
    readonly name: string
    readonly nameVi: string | undefined
  }[]
  readonly score: ComplianceScore
  readonly groups: readonly GroupScore[]
}

/** What is asked: all that is left out is not asked. */
export interface Asked {
  readonly timeZone?: string | undefined
  /** a quarter such as 2026-Q4: what is due in it at the latest */
  readonly due?: string | undefined
  readonly late?: boolean | undefined
  /** only those of this owner, ministry, mechanism or relation, by its id */
  readonly of?: string | undefined
}

/**
 * Commitments in the order in which they are due, what is late, and how far they were kept.
 *
 * @throws SoundingsError `call-invalid` for a quarter or a time zone that is none
 */
export async function seeCommitments(workbench: Workbench, asked: Asked = {}): Promise<Commitments> {
  const { database, config } = workbench
  const { db } = database
  const { timeZone = 'UTC', due, late, of } = asked
  if (due !== undefined && !/^\d{4}-Q[1-4]$/.test(due))
    throw new SoundingsError('call-invalid', 'a quarter is written such as 2026-Q4', {
      place: { field: 'due', value: due },
    })
  const today = todayIn(config.now(), timeZone)
  const codings = await seeCodings(workbench)
  const asks = new Set((await listRecords(db, 'question')).map(({ id }) => id))
  const all = (await listRecords(db, 'commitment'))
    .toSorted((a, b) => compareDue(a.body, b.body))
    .map(({ body, handling }): CommitmentView => {
      const question = questionIdOf(body.id)
      return {
        commitment: body,
        handling,
        standing: standingOn(body, today),
        quarter: body.due === undefined ? null : quarterOf(body.due),
        parties: [...new Set([body.owner, ...(body.towards ?? [])])],
        coders: codings.coders.get(body.id) ?? 0,
        codings: codings.seen.filter(({ commitment }) => commitment === body.id),
        question: asks.has(question) ? question : undefined,
        evidence: pointers('commitment', body),
      }
    })
  const wanted = all.filter(
    ({ standing, quarter, commitment }) =>
      (due === undefined || quarter === due) &&
      (late !== true || standing === 'late') &&
      (of === undefined || groupFields.some((field) => commitment[field] === of)),
  )
  const scored = wanted.filter(({ codings: { length } }) => length > 1)
  return {
    today,
    timeZone,
    thisQuarter: quarterOf(today) ?? today,
    me: codings.me,
    commitments: wanted,
    names: await namesIn(db),
    score: complianceScore(scored.flatMap((one) => one.codings)),
    groups: groupFields.flatMap((by) => groupsBy(by, scored)),
  }
}

function groupsBy(by: GroupField, scored: readonly CommitmentView[]): readonly GroupScore[] {
  const groups = Map.groupBy(scored, ({ commitment }) => commitment[by])
  return [...groups].flatMap(([id, of]) =>
    id === undefined ? [] : [{ by, id, ...complianceScore(of.flatMap((one) => one.codings)) }],
  )
}

/** The day it is in a time zone. */
export function todayIn(now: string, timeZone: string): string {
  try {
    return dayIn(now, timeZone)
  } catch (cause) {
    throw new SoundingsError('call-invalid', 'a time zone is named such as Asia/Ho_Chi_Minh', {
      place: { field: 'zone', value: timeZone },
      cause,
    })
  }
}

type Names = Commitments['names']

async function namesIn(db: Workbench['database']['db']): Promise<Names> {
  const actors = await listRecords(db, 'actor')
  const mechanisms = await listRecords(db, 'institution')
  const relations = await listRecords(db, 'relation')
  return [
    ...actors.map(({ id, body: { name, nameVi } }) => ({ id: `actor ${id}`, name, nameVi })),
    ...mechanisms.map(({ id, body: { name, nameVi } }) => ({ id: `institution ${id}`, name, nameVi })),
    ...relations.map(({ id, body: { title, titleVi } }) => ({
      id: `relation ${id}`,
      name: title,
      nameVi: titleVi,
    })),
  ]
}
