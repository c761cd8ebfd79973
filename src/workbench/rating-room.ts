import { randomBytes } from 'node:crypto'
import { SoundingsError } from '#domain/errors'
import type { Criterion } from '#domain/framework'
import type { Note } from '#domain/note'
import { type Rating, ratingId } from '#domain/rating'
import type { Relation } from '#domain/relation'
import type { Support } from '#domain/support'
import { assessorOf, ofRound, type Signed } from '#storage/rating-rooms'
import { listRecords, readRecord } from '#storage/read-records'
import { dayOf, type RoundEntry, seeRound } from './rating-rounds.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** A round from inside: what is asked, and the ratings and remarks that the one who looks may see. */
export interface RatingRoom extends RoundEntry {
  readonly me: string | undefined
  readonly framework: { readonly title: string; readonly titleVi: string | undefined }
  readonly leaves: readonly Criterion[]
  readonly relations: readonly Pick<Relation, 'id' | 'title' | 'titleVi'>[]
  /** one's own while the round is open; all once it is closed, blind ones and revisions */
  readonly ratings: readonly Signed<'rating'>[]
  readonly remarks: readonly Signed<'note'>[]
}

/** One relation on one criterion. */
export interface Cell {
  readonly relation: string
  readonly leaf: string
}

/** What an assessor answers of a cell. */
export interface Judgement extends Cell {
  readonly level: number
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly because: string
  readonly restsOn?: readonly Support[] | undefined
}

/**
 * A round as the one who looks may see it. What is blind the database keeps back, not this function.
 *
 * @throws SoundingsError `record-unknown`
 */
export async function enterRoom(workbench: Workbench, id: string): Promise<RatingRoom> {
  const { db } = workbench.database
  const entry = await seeRound(workbench, id)
  const { round } = entry
  const framework = (await readRecord(db, 'framework', round.framework))?.body
  const relations = new Map((await listRecords(db, 'relation')).map(({ id: of, body }) => [of, body]))
  return {
    ...entry,
    me: await assessorOf(db),
    framework: { title: framework?.title ?? round.framework, titleVi: framework?.titleVi },
    leaves: round.leaves.map(
      (code) => framework?.criteria.find((one) => one.code === code) ?? { code, title: code, weight: 1 },
    ),
    relations: round.relations.map((of) => {
      const { title = of, titleVi } = relations.get(of) ?? {}
      return { id: of, title, titleVi }
    }),
    ratings: await ofRound(db, 'rating', 'round', id),
    remarks: await ofRound(db, 'note', 'about.round', id),
  }
}

/**
 * Gives one's own rating of a cell, or changes it, while the round is open.
 *
 * @param seen the version of one's own rating that one saw, 0 if none; refused if there is a newer one
 * @throws SoundingsError `not-allowed` if nobody is named who rates; `record-invalid` for an assessor who was not asked, a level
 *   beyond the scale, a round that is closed; `record-changed`
 */
export async function rate(
  workbench: Workbench,
  round: string,
  judged: Judgement,
  seen?: number,
): Promise<Rating> {
  await seeRound(workbench, round)
  const assessor = await whoRates(workbench)
  const id = ratingId({ round, relation: judged.relation, leaf: judged.leaf, assessor })
  return keep(workbench, { id, round, assessor, judged }, 'rating given', seen)
}

/**
 * Revises one's own rating of a cell once, after the round was closed. The blind one is kept beside it.
 *
 * @throws SoundingsError as `rate`, and `record-invalid` for a second revision or a cell that one did not rate
 */
export async function reviseRating(workbench: Workbench, round: string, judged: Judgement): Promise<Rating> {
  await seeRound(workbench, round)
  const assessor = await whoRates(workbench)
  const revises = ratingId({ round, relation: judged.relation, leaf: judged.leaf, assessor })
  const mine = await ofRound(workbench.database.db, 'rating', 'round', round)
  const blind = mine.find(
    ({ body }) =>
      body.assessor === assessor &&
      body.relation === judged.relation &&
      body.leaf === judged.leaf &&
      body.revises === undefined,
  )
  if (blind === undefined)
    throw new SoundingsError(
      'record-invalid',
      `${assessor} gave no rating ${revises} that could be revised`,
      {
        advice: 'Only what was rated while the round was open is revised.',
      },
    )
  return keep(
    workbench,
    { id: `${blind.id}/revised`, round, assessor, judged, revises: blind.id },
    'rating revised',
  )
}

/**
 * Says something about a cell, once the round is closed and before it ends.
 *
 * @throws SoundingsError `not-allowed` if nobody is named who speaks; `record-invalid` while the round is open, or once it ended
 */
export async function remark(workbench: Workbench, round: string, cell: Cell, text: string): Promise<Note> {
  const { database, author } = workbench
  await seeRound(workbench, round)
  const coder = await whoRates(workbench)
  const note: Note = {
    id: `${round}/remark-${randomBytes(6).toString('hex')}`,
    about: { round, relation: cell.relation, leaf: cell.leaf },
    category: 'discussion',
    text,
    coder,
  }
  await saveRecord(database, 'note', note, author('remark in the discussion of a round'), 0)
  return note
}

async function whoRates({ database }: Workbench): Promise<string> {
  const me = await assessorOf(database.db)
  if (me !== undefined) return me
  throw new SoundingsError('not-allowed', 'nobody is named who rates', {
    advice: 'Choose who you are in the rating room, or set SOUNDINGS_ASSESSOR.',
  })
}

interface Kept {
  readonly id: string
  readonly round: string
  readonly assessor: string
  readonly judged: Judgement
  readonly revises?: string
}

async function keep(
  { database, author }: Workbench,
  { id, round, assessor, judged, revises }: Kept,
  why: string,
  seen?: number,
): Promise<Rating> {
  const authorship = author(why) // says nothing of what was judged: changes are not blind
  const { relation, leaf, level, low, high, because, restsOn } = judged
  const rating: Rating = {
    id,
    round,
    relation,
    leaf,
    assessor,
    level,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    because,
    date: dayOf(authorship.at),
    ...(revises === undefined ? {} : { revises }),
    ...(restsOn === undefined || restsOn.length === 0 ? {} : { restsOn: [...restsOn] }),
  }
  await saveRecord(database, 'rating', rating, authorship, seen)
  return rating
}
