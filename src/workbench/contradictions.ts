import { SoundingsError } from '#domain/errors'
import type { Kind, RecordTypes } from '#domain/record'
import type { Settlement } from '#domain/settlement'
import { type Handling, stricter } from '#domain/support'
import {
  type Contradiction,
  type ContradictionInput,
  type Examination,
  examine,
} from '#instruments/foresight/instrument'
import { type Changed, changedRecords } from '#storage/changed-records'
import { assessorOf } from '#storage/rating-rooms'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** How contradictions are looked for. */
export interface ContradictionOptions {
  /** false discovery rate, in (0, 1) */
  readonly rate: number
  readonly rounding: ContradictionInput['rounding']
}

export const usualOptions: ContradictionOptions = { rate: 0.1, rounding: 'as-given' }

/** The board as one person may see it. */
export interface ContradictionBoard extends Omit<Examination, 'contradictions'> {
  readonly contradictions: readonly (Contradiction & { readonly settlementVersion: number })[]
  readonly me: string | undefined
  /** assessors and actors by id, as they are called */
  readonly names: Readonly<Record<string, string>>
}

const kindsRead = [
  'question',
  'question-set',
  'forecast',
  'resolution',
  'assessor',
  'recommendation',
  'commitment',
  'projection',
  'settlement',
  'actor',
] as const satisfies readonly Kind[]

/**
 * The contradictions in what the one who looks may see: forecasts that the database keeps from him contradict nothing here.
 *
 * @throws SoundingsError `call-invalid` if the rate does not lie in (0, 1)
 */
export async function seeContradictions(
  workbench: Workbench,
  options: ContradictionOptions = usualOptions,
): Promise<ContradictionBoard> {
  return (await look(workbench, options)).board
}

/** What a person decides of a contradiction. */
export interface Decision {
  readonly id: string
  readonly decision: Settlement['decision']
  readonly because: string
  /** the version of the settlement that one saw, 0 if none; if somebody settled it meanwhile nothing is written */
  readonly seen?: number | undefined
}

/**
 * Settles a contradiction, with the reason. The settlement is as confidential as the strictest of what contradicts, and as blind as
 * the forecasts that do.
 *
 * @throws SoundingsError `record-unknown` if one sees no such contradiction; `record-invalid` without a reason; `record-changed`
 */
export async function settleContradiction(
  workbench: Workbench,
  { id, decision, because, seen }: Decision,
  options: ContradictionOptions = usualOptions,
): Promise<Settlement> {
  const { board, handlings, questionOf } = await look(workbench, options)
  const found = board.contradictions.find((one) => one.id === id)
  if (found === undefined)
    throw new SoundingsError('record-unknown', `there is no contradiction ${id}`, {
      place: { value: id },
      advice: 'It may have ended, or rest on what you may not see. Look at the board again.',
    })
  const handling = found.parties.reduce<Handling>(
    (most, { kind, id: of }) => stricter(most, handlings.get(`${kind} ${of}`) ?? 'public'),
    'public',
  )
  const questions = [
    ...new Set(
      found.parties.flatMap(({ kind, id: of }) => (kind === 'forecast' ? (questionOf.get(of) ?? []) : [])),
    ),
  ].toSorted()
  const authorship = workbench.author('contradiction settled') // the reason stands in the settlement, under its handling
  const settlement: Settlement = {
    id,
    decision,
    because: because.trim(),
    ...(questions.length === 0 ? {} : { questions }),
    ...(board.me === undefined ? {} : { by: board.me }),
    at: authorship.at,
    ...(handling === 'public' ? {} : { handling }),
  }
  await saveRecord(workbench.database, 'settlement', settlement, authorship, seen ?? found.settlementVersion)
  return settlement
}

async function look({ database: { db }, config }: Workbench, { rate, rounding }: ContradictionOptions) {
  if (!(rate > 0 && rate < 1))
    throw new SoundingsError('call-invalid', 'the rate of false alarms must lie between 0 and 1', {
      place: { value: String(rate) },
    })
  const read: readonly Changed<Kind>[] = (
    await Promise.all(kindsRead.map((kind) => changedRecords<Kind>(db, kind)))
  ).flat()
  const of = <K extends Kind>(kind: K) =>
    read.filter((one) => one.kind === kind).map(({ body }) => body) as unknown as readonly RecordTypes[K][] // by their kind
  const settlements = read.filter(({ kind }) => kind === 'settlement')
  const assessors = of('assessor')
  const { contradictions, ...rest } = examine({
    questions: of('question'),
    questionSets: of('question-set'),
    forecasts: of('forecast'),
    resolutions: of('resolution'),
    assessors,
    recommendations: of('recommendation'),
    commitments: of('commitment'),
    projections: of('projection'),
    settlements: of('settlement'),
    at: config.now(),
    rate,
    rounding,
    changedAt: new Map(read.map(({ kind, id, at }) => [`${kind} ${id}`, instant(at)])),
  })
  const board: ContradictionBoard = {
    ...rest,
    contradictions: contradictions.map((one) => ({
      ...one,
      settlementVersion: settlements.find(({ id }) => id === one.id)?.version ?? 0,
    })),
    me: await assessorOf(db),
    names: Object.fromEntries([...of('actor'), ...assessors].map(({ id, name }) => [id, name])),
  }
  return {
    board,
    handlings: new Map(read.map(({ kind, id, handling }) => [`${kind} ${id}`, handling])),
    questionOf: new Map(of('forecast').map(({ id, question }) => [id, question])),
  }
}

/** A time of the database as an instant of the field. */
function instant(at: string): string {
  return new Date(at).toISOString()
}
