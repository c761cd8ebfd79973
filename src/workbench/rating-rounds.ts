import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import { ratingId } from '#domain/rating'
import type { RatingRound } from '#domain/rating-round'
import { answeredCells } from '#storage/rating-rooms'
import { listRecords, readRecord } from '#storage/read-records'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** A round is open while it is blind, closed while it is discussed and revised, ended when nothing changes any more. */
export type RoundState = 'open' | 'closed' | 'ended'

/** An assessor of a round, and how many of its cells he has answered. Never which, and never what. */
export interface Progress {
  readonly id: string
  readonly name: string
  readonly agency: string | undefined
  readonly answered: number
  readonly of: number
}

/** A round in a list. */
export interface RoundEntry {
  readonly round: RatingRound
  readonly version: number
  readonly state: RoundState
  readonly progress: readonly Progress[]
}

/** What a coordinator asks: relations on criteria of a framework in a year, of named assessors. */
export interface RoundQuestion {
  readonly title: string
  readonly framework: string
  readonly year: number
  readonly relations: readonly string[]
  readonly leaves: readonly string[]
  readonly assessors: readonly string[]
  readonly coordinator?: string | undefined
}

const longestId = 120
const revisedEnding = '/revised'

/**
 * The rounds, the one opened last first. Of an open round one sees who has answered how many cells, not which ones: how far
 * somebody is tells nothing of what he thinks, what he left for later might.
 */
export async function seeRounds({ database: { db } }: Workbench): Promise<readonly RoundEntry[]> {
  const rounds = await listRecords(db, 'rating-round')
  const answered = await answeredCells(db)
  const assessors = new Map((await listRecords(db, 'assessor')).map(({ id, body }) => [id, body]))
  const entries = rounds.map(({ body: round, version }): RoundEntry => {
    const progress = round.assessors.map((id) => ({
      id,
      name: assessors.get(id)?.name ?? id,
      agency: assessors.get(id)?.agency,
      answered: answered.find((one) => one.round === round.id && one.assessor === id)?.cells ?? 0,
      of: round.relations.length * round.leaves.length,
    }))
    return { round, version, state: stateOf(round), progress }
  })
  return entries.toSorted((a, b) => (a.round.opened < b.round.opened ? 1 : -1))
}

/**
 * One round with its progress.
 *
 * @throws SoundingsError `record-unknown`
 */
export async function seeRound(workbench: Workbench, id: string): Promise<RoundEntry> {
  const found = (await seeRounds(workbench)).find(({ round }) => round.id === id)
  if (found !== undefined) return found
  throw new SoundingsError('record-unknown', `there is no rating round ${id}`, {
    place: { value: id },
    advice: '`soundings round list` shows the rounds.',
  })
}

/** Whether a round is open, closed or ended. */
export function stateOf({ closed, ended }: Pick<RatingRound, 'closed' | 'ended'>): RoundState {
  return ended !== undefined ? 'ended' : closed !== undefined ? 'closed' : 'open'
}

/**
 * Opens a round, blind from its first moment.
 *
 * @returns its id, made of its title
 * @throws SoundingsError `record-invalid` for a criterion without a scale, or ids that are too long together; `record-dangling`
 */
export async function openRound(workbench: Workbench, asked: RoundQuestion): Promise<string> {
  const { database, author } = workbench
  const authorship = author('round opened')
  const id = await freeId(workbench, asked)
  const { title, framework, year, coordinator } = asked
  const body = {
    id,
    title,
    framework,
    year,
    relations: [...new Set(asked.relations)],
    leaves: [...new Set(asked.leaves)],
    assessors: [...new Set(asked.assessors)],
    ...(coordinator === undefined ? {} : { coordinator }),
    opened: dayOf(authorship.at),
  }
  await saveRecord(database, 'rating-round', body, authorship, 0)
  return id
}

async function freeId({ database: { db } }: Workbench, asked: RoundQuestion): Promise<string> {
  const longest = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const [relation, leaf, assessor] = [
    longest(asked.relations),
    longest(asked.leaves),
    longest(asked.assessors),
  ]
  const taken = ratingId({ round: '', relation, leaf, assessor }).length + revisedEnding.length
  const room = longestId - taken - '-99'.length
  if (room < 8)
    throw new SoundingsError(
      'record-invalid',
      'the ids of relation, criterion and assessor are too long together',
      {
        place: { value: `${relation}/${leaf}/${assessor}` },
        advice: 'Give the assessor or the relation a shorter id.',
      },
    )
  const base = idFromWords(asked.title, 'round').slice(0, room).replace(/-+$/, '')
  for (let at = 1; ; at++) {
    const id = at === 1 ? base : `${base}-${at}`
    if ((await readRecord(db, 'rating-round', id)) === undefined) return id
  }
}

/**
 * Closes a round: from now on assessors see one another, and may revise once. It is not opened again.
 *
 * @param evenSo close it although not all have answered everything
 * @throws SoundingsError `record-unknown`, `record-invalid` if it is closed already or not all have answered
 */
export async function closeRound(workbench: Workbench, id: string, evenSo = false): Promise<RoundEntry> {
  const entry = await seeRound(workbench, id)
  if (entry.state !== 'open')
    throw new SoundingsError('record-invalid', `round ${id} was closed on ${entry.round.closed} already`, {
      advice: 'Closing happens once; its ratings can be seen.',
    })
  const behind = entry.progress.filter(({ answered, of }) => answered < of)
  if (behind.length > 0 && !evenSo)
    throw new SoundingsError(
      'record-invalid',
      `not all have answered: ${behind.map((one) => `${one.id} ${one.answered} of ${one.of}`).join(', ')}`,
      { advice: 'Wait for them, or close it even so (--even-so): what is missing then stays missing.' },
    )
  return mark(workbench, entry, 'closed', behind.length === 0 ? 'round closed' : 'round closed, incomplete')
}

/**
 * Ends a round: nothing in it is revised or remarked on any more.
 *
 * @throws SoundingsError `record-unknown`, `record-invalid` if it is open or ended already
 */
export async function endRound(workbench: Workbench, id: string): Promise<RoundEntry> {
  const entry = await seeRound(workbench, id)
  if (entry.state !== 'closed')
    throw new SoundingsError(
      'record-invalid',
      entry.state === 'open'
        ? `round ${id} is still open`
        : `round ${id} ended on ${entry.round.ended} already`,
      { advice: 'A round is opened, closed and ended, each once.' },
    )
  return mark(workbench, entry, 'ended', 'round ended')
}

async function mark(
  workbench: Workbench,
  { round, version }: RoundEntry,
  what: 'closed' | 'ended',
  why: string,
): Promise<RoundEntry> {
  const { database, author } = workbench
  const authorship = author(why)
  const body = { ...round, [what]: dayOf(authorship.at) }
  await saveRecord(database, 'rating-round', body, authorship, version)
  return seeRound(workbench, round.id)
}

/** The day of an instant in UTC and ISO 8601. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}
