import { isDeepStrictEqual } from 'node:util'
import { type Place, SoundingsError } from '#domain/errors'
import { type Rating, ratingId } from '#domain/rating'
import type { RatingRound } from '#domain/rating-round'
import type { RecordTypes } from '#domain/record'
import type { LookUp } from './invariants.ts'

type Locate = (field: string) => Place

/**
 * A rating is one that its round asks for, on the scale of the criterion. In a round of the workspace it is given by its own
 * assessor, while the round is open; once it is closed it is only revised, once; once it is ended, not even that.
 */
export async function checkRating(
  rating: Rating,
  lookUp: LookUp,
  stored: LookUp,
  assessor: () => Promise<string | undefined>,
  place: Locate,
): Promise<void> {
  const round = await lookUp('rating-round', rating.round)
  if (round === undefined) return // storage says that the round is not there
  await asked(rating, round, lookUp, place)
  await revisesItsOwn(rating, lookUp, place)
  const before = await stored('rating-round', rating.round)
  if (before === undefined) return // the round comes with its ratings: whoever brings both knows them already
  const old = await stored('rating', rating.id)
  if (old !== undefined && isDeepStrictEqual(old, rating)) return
  inTime(rating, before, old !== undefined, place)
  ownOnly(rating, await assessor(), place)
  if (rating.revises !== undefined) return
  const id = ratingId(rating)
  if (rating.id !== id) throw wrong(`in this round the rating has the id ${id}`, place('id'), rating.id)
}

async function asked(rating: Rating, round: RatingRound, lookUp: LookUp, place: Locate): Promise<void> {
  const among = { leaf: round.leaves, relation: round.relations, assessor: round.assessors }
  for (const field of ['assessor', 'relation', 'leaf'] as const)
    if (!among[field].includes(rating[field]))
      throw wrong(
        `round ${round.id} does not ask for this ${field}; it asks for ${among[field].join(', ')}`,
        place(field),
        rating[field],
      )
  const framework = await lookUp('framework', round.framework)
  const levels = framework?.criteria.find(({ code }) => code === rating.leaf)?.scale?.length
  if (levels === undefined) return
  for (const field of ['level', 'low', 'high'] as const) {
    const value = rating[field]
    if (value !== undefined && value > levels)
      throw wrong(`the scale of ${rating.leaf} has ${levels} levels`, place(field), value)
  }
}

async function revisesItsOwn(rating: Rating, lookUp: LookUp, place: Locate): Promise<void> {
  const blind = rating.revises === undefined ? undefined : await lookUp('rating', rating.revises)
  if (blind === undefined) return // none is revised, or storage says that it is not there
  for (const field of ['round', 'relation', 'leaf', 'assessor'] as const)
    if (blind[field] !== rating[field])
      throw wrong(
        `the rating that is revised has another ${field}: ${blind[field]}`,
        place(field),
        rating[field],
      )
  if (blind.revises !== undefined)
    throw wrong('a rating is revised once; this one is a revision itself', place('revises'), rating.revises)
}

function inTime(rating: Rating, round: RatingRound, isThere: boolean, place: Locate): void {
  const { id, closed, ended } = round
  if (closed === undefined) {
    if (rating.revises === undefined) return
    throw wrong(`round ${id} is still open: change the rating itself`, place('revises'), rating.revises)
  }
  if (ended !== undefined)
    throw wrong(`round ${id} ended on ${ended}; nothing in it changes any more`, place('round'))
  if (isThere)
    throw wrong(
      'this rating stands: the round is closed, and a rating is revised once, not overwritten',
      place('id'),
    )
  if (rating.revises === undefined)
    throw wrong(`round ${id} was closed on ${closed}; a rating can only be revised now`, place('revises'))
}

function ownOnly(rating: Rating, me: string | undefined, place: Locate): void {
  if (me === rating.assessor) return
  throw new SoundingsError(
    'not-allowed',
    me === undefined
      ? `only ${rating.assessor} gives this rating, and nobody is named who writes`
      : `only ${rating.assessor} gives this rating; you are ${me}`,
    {
      place: place('assessor'),
      advice: 'Choose who you are in the rating room, or set SOUNDINGS_ASSESSOR.',
    },
  )
}

/**
 * What a round asks is judged on a scale. A round that is there only asks for more, not for less; once it is closed it
 * stays as it was asked and is not opened again, and what has ended stays so.
 */
export async function checkRound(
  round: RatingRound,
  lookUp: LookUp,
  stored: LookUp,
  place: Locate,
): Promise<void> {
  const framework = await lookUp('framework', round.framework)
  const scaled = framework?.criteria.filter(({ scale }) => scale !== undefined).map(({ code }) => code)
  const stray = round.leaves.findIndex((leaf) => scaled !== undefined && !scaled.includes(leaf))
  if (stray >= 0)
    throw wrong(
      `no criterion of ${round.framework} with a scale has this code; there are ${scaled?.join(', ')}`,
      place(`leaves.${stray}`),
      round.leaves[stray],
    )
  const before = await stored('rating-round', round.id)
  if (before === undefined) return
  for (const field of ['closed', 'ended'] as const)
    if (before[field] !== undefined && before[field] !== round[field])
      throw wrong(
        `round ${round.id} was ${field} on ${before[field]}, and stays so: its ratings have been seen`,
        place(field),
        round[field],
      )
  for (const field of ['framework', 'year', 'relations', 'leaves', 'assessors'] as const)
    if (!keeps(before[field], round[field], before.closed !== undefined))
      throw wrong(`round ${round.id} has asked already; it may not ask for something else`, place(field))
}

type Asked = string | number | readonly string[]

function keeps(before: Asked, now: Asked, exactly: boolean): boolean {
  if (exactly || !Array.isArray(before) || !Array.isArray(now)) return isDeepStrictEqual(before, now)
  return before.every((one) => now.includes(one))
}

/** A remark is made on a cell that the round asked for, after it was closed and before it ended. */
export async function checkRemark(
  { id, about }: RecordTypes['note'],
  lookUp: LookUp,
  stored: LookUp,
  place: Locate,
): Promise<void> {
  if (about === undefined || (await stored('note', id)) !== undefined) return
  const round = await lookUp('rating-round', about.round)
  if (round === undefined) return // storage says that the round is not there
  if (!round.relations.includes(about.relation) || !round.leaves.includes(about.leaf))
    throw wrong(`round ${round.id} does not ask for ${about.leaf} of ${about.relation}`, place('about'))
  if (round.closed === undefined)
    throw wrong(`round ${round.id} is still open: remarks are made once it is closed`, place('about.round'))
  const before = await stored('rating-round', about.round)
  if (before?.ended !== undefined)
    throw wrong(
      `round ${round.id} ended on ${before.ended}; nothing in it changes any more`,
      place('about.round'),
    )
}

/** A rating of a closed round stands: it is not taken out. */
export async function checkRemoval(rating: Rating, stored: LookUp): Promise<void> {
  const round = await stored('rating-round', rating.round)
  if (round?.closed === undefined) return
  throw new SoundingsError(
    'record-invalid',
    `rating ${rating.id} stands: round ${round.id} was closed on ${round.closed}`,
    { advice: 'After closing, a rating is revised once; the blind one is kept.' },
  )
}

function wrong(message: string, place: Place, value?: unknown): SoundingsError {
  return new SoundingsError('record-invalid', message, {
    place: value === undefined ? place : { ...place, value },
  })
}
