import { type ConstraintCheck, checkConstraints, type Flag } from '#domain/check-constraints'
import { type CheckedRecord, checkedActivity, checkedAgreement, partyOf } from '#domain/checked-record'
import type { Constraint } from '#domain/constraint'
import { SoundingsError } from '#domain/errors'
import type { FlagSettlement } from '#domain/flag-settlement'
import type { Kind } from '#domain/record'
import { type Handling, stricter } from '#domain/support'
import { assessorOf } from '#storage/rating-rooms'
import { listRecords, type Stored } from '#storage/read-records'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** Declared policies, and what of the agreements and activities that one may see looks like what they forbid. */
export interface ConstraintBoard extends Omit<ConstraintCheck, 'flags'> {
  readonly constraints: readonly Constraint[]
  readonly flags: readonly (Flag & { readonly settlementVersion: number })[]
  readonly me: string | undefined
  /** assessors and actors by id, as they are called */
  readonly names: Readonly<Record<string, string>>
}

/**
 * Holds what is recorded against the policies that states declared.
 *
 * @param only the id of one policy
 * @throws SoundingsError `record-unknown` if there is no such policy
 */
export async function seeConstraints(workbench: Workbench, only?: string): Promise<ConstraintBoard> {
  return (await look(workbench, only)).board
}

/** What a person decides of a flag. */
export interface FlagDecision {
  readonly id: string
  readonly decision: FlagSettlement['decision']
  readonly because: string
  /** the mark of the flag that one saw; if words, facts or the policy changed meanwhile nothing is written */
  readonly seen?: string | undefined
}

/**
 * Settles a flag, with the reason. The settlement is as confidential as the stricter of policy and record. It stays visible, and is stale
 * as soon as words, facts or the policy change.
 *
 * @throws SoundingsError `record-unknown` if one sees no such flag; `record-changed`; `record-invalid` without a reason
 */
export async function settleFlag(
  workbench: Workbench,
  { id, decision, because, seen }: FlagDecision,
): Promise<FlagSettlement> {
  const { board, handlingOf } = await look(workbench)
  const flag = board.flags.find((one) => one.id === id)
  if (flag === undefined)
    throw new SoundingsError('record-unknown', `there is no flag ${id}`, {
      place: { value: id },
      advice: '`soundings constraints check` lists the flags.',
    })
  if (seen !== undefined && seen !== flag.seen)
    throw new SoundingsError(
      'record-changed',
      'the words, the facts or the policy changed since you looked',
      {
        place: { value: id },
        advice: 'Look at the flag again, then settle it.',
      },
    )
  const handling = stricter(handlingOf('constraint', flag.constraint), handlingOf(flag.on.kind, flag.on.id))
  const authorship = workbench.author('flag settled') // the reason stands in the settlement, under its handling
  const settlement: FlagSettlement = {
    id,
    constraint: flag.constraint,
    ...(flag.on.kind === 'agreement' ? { agreement: flag.on.id } : { activity: flag.on.id }),
    decision,
    because: because.trim(),
    ...(board.me === undefined ? {} : { by: board.me }),
    at: authorship.at,
    seen: flag.seen,
    ...(handling === 'public' ? {} : { handling }),
  }
  await saveRecord(workbench.database, 'flag-settlement', settlement, authorship, flag.settlementVersion)
  return settlement
}

async function look({ database: { db } }: Workbench, only?: string) {
  const [all, agreements, activities, actors, assessors, settlements] = await Promise.all([
    listRecords(db, 'constraint'),
    listRecords(db, 'agreement'),
    listRecords(db, 'activity'),
    listRecords(db, 'actor'),
    listRecords(db, 'assessor'),
    listRecords(db, 'flag-settlement'),
  ])
  const constraints = all.filter(({ id }) => only === undefined || id === only)
  if (only !== undefined && constraints.length === 0)
    throw new SoundingsError('record-unknown', `there is no constraint ${only}`, { place: { value: only } })
  const beside = {
    actors: new Map(actors.map(({ id, body }) => [id, body])),
    passages: await passagesBehind(
      db,
      [...agreements, ...activities].flatMap(({ body }) => body.restsOn),
    ),
  }
  const records: readonly CheckedRecord[] = [
    ...agreements.map(({ body }) => checkedAgreement(body, beside)),
    ...activities.map(({ body }) => checkedActivity(body, beside)), // what repeats another too: its words may say more
  ]
  const { flags, ...rest } = checkConstraints(
    constraints.map(({ body }) => ({ constraint: body, state: partyOf(body.of, beside.actors) })),
    records,
    settlements.map(({ body }) => body),
  )
  const versions = new Map(settlements.map(({ id, version }) => [id, version]))
  const board: ConstraintBoard = {
    ...rest,
    constraints: constraints.map(({ body }) => body),
    flags: flags.map((flag) => ({ ...flag, settlementVersion: versions.get(flag.id) ?? 0 })),
    me: await assessorOf(db),
    names: Object.fromEntries([...actors, ...assessors].map(({ id, body }) => [id, body.name])),
  }
  const handlings = new Map(
    [...all, ...agreements, ...activities].map(({ kind, id, handling }: Stored<Kind>) => [
      `${kind} ${id}`,
      handling,
    ]),
  )
  const handlingOf = (kind: Kind, id: string): Handling => handlings.get(`${kind} ${id}`) ?? 'public'
  return { board, handlingOf }
}

/** The exact words of the passages that records rest on. */
async function passagesBehind(
  db: Workbench['database']['db'],
  supports: readonly { readonly passage?: string | undefined }[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(supports.flatMap(({ passage }) => passage ?? []))
  if (wanted.size === 0) return new Map()
  const passages = await listRecords(db, 'passage')
  return new Map(passages.filter(({ id }) => wanted.has(id)).map(({ id, body }) => [id, body.quote.exact]))
}
