import { SoundingsError } from '#domain/errors'
import type { Forecast } from '#domain/forecast'
import { millisecondsOf } from '#domain/instant'
import type { Question } from '#domain/question'
import { ambiguities, type Checked } from '#domain/question-checklist'
import { type QuestionStatus, statusOf } from '#domain/question-status'
import type { Resolution } from '#domain/resolution'
import { poolsOfQuestion, type QuestionPool } from '#instruments/foresight/instrument'
import {
  forecastsBy,
  forecastsOn,
  type GivenOn,
  givenOn,
  momentOf,
  ownLatest,
  questionsOfAgency,
  seenQuestions,
} from '#storage/given'
import { assessorOf } from '#storage/rating-rooms'
import { listRecords, readRecord, type Stored } from '#storage/read-records'
import { searchRecords } from '#storage/search-records'
import type { Workbench } from './workbench.ts'

/** A question in a list. */
export interface QuestionEntry {
  readonly question: Question
  readonly version: number
  readonly status: QuestionStatus
  readonly resolution: Resolution | undefined
  /** how many were given, by how many; a median only if one may see them */
  readonly given: GivenOn
  readonly mine: Forecast | undefined
  /** whether one may see what others forecast */
  readonly seen: boolean
}

/** Which questions are wanted, and which page of them. */
export interface QuestionFilter {
  readonly status?: QuestionStatus | undefined
  readonly topic?: string | undefined
  /** those on which this agency gave a forecast that one may see */
  readonly agency?: string | undefined
  readonly text?: string | undefined
  /** those on which one has a forecast, or has none yet */
  readonly mine?: 'given' | 'missing' | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** A page of questions, with what the filters may choose from. */
export interface QuestionList {
  readonly moment: string
  readonly me: string | undefined
  readonly total: number
  readonly topics: readonly string[]
  readonly questions: readonly QuestionEntry[]
}

/** One question with all that the one who looks may see. */
export interface QuestionPage extends QuestionEntry {
  readonly moment: string
  readonly me: string | undefined
  readonly checklist: readonly Checked[]
  /** one's own while it is blind, all once it is not; oldest first */
  readonly forecasts: readonly Forecast[]
  /** what they come to where it is a number or a date: none while they are blind */
  readonly pools: readonly QuestionPool[]
  /** arguments written for this question */
  readonly arguments: readonly Stored<'argument'>[]
  /** questions that hang on this one, and what they need */
  readonly conditional: readonly { readonly id: string; readonly title: string; readonly outcome: string }[]
}

const pageSize = 50
const mostFound = 1000

/** The questions that are wanted, those that close first at the top, those that are closed below. */
export async function seeQuestions(
  { database: { db } }: Workbench,
  filter: QuestionFilter = {},
): Promise<QuestionList> {
  const [moment, me, questions, resolutions, seen, own] = await Promise.all([
    momentOf(db),
    assessorOf(db),
    listRecords(db, 'question'),
    listRecords(db, 'resolution'),
    seenQuestions(db),
    ownLatest(db),
  ])
  const resolved = new Map(resolutions.map(({ id, body }) => [id, body]))
  const ofAgency = filter.agency === undefined ? undefined : await questionsOfAgency(db, filter.agency)
  const found =
    filter.text === undefined ? undefined : await searchRecords(db, filter.text, ['question'], mostFound)
  const worded = found === undefined ? undefined : new Set(found.map(({ id }) => id))
  const all = questions.map((row) => ({
    ...row,
    status: statusOf(row.body, resolved.get(row.id), millisecondsOf(moment)),
  }))
  const wanted = all.filter(
    ({ id, body, status }) =>
      (filter.status === undefined || status === filter.status) &&
      (filter.topic === undefined || body.topics?.includes(filter.topic)) &&
      (filter.mine === undefined || own.has(id) === (filter.mine === 'given')) &&
      ofAgency?.has(id) !== false &&
      worded?.has(id) !== false,
  )
  const from = filter.offset ?? 0
  const page = wanted.toSorted(soonest).slice(from, from + (filter.limit ?? pageSize))
  const ids = page.map(({ id }) => id)
  const [given, mine] = await Promise.all([
    givenOn(db, ids),
    forecastsBy(
      db,
      ids.flatMap((id) => own.get(id) ?? []),
    ),
  ])
  return {
    moment,
    me,
    total: wanted.length,
    topics: [...new Set(questions.flatMap(({ body }) => body.topics ?? []))].toSorted(),
    questions: page.map(({ id, body, version, status }) => ({
      question: body,
      version,
      status,
      resolution: resolved.get(id),
      given: given.get(id) ?? nothingOn(id),
      mine: mine.get(own.get(id) ?? ''),
      seen: seen.has(id),
    })),
  }
}

interface Listed extends Stored<'question'> {
  readonly status: QuestionStatus
}

const rank: Record<QuestionStatus, number> = {
  open: 0,
  appeal: 1,
  closed: 2,
  draft: 3,
  resolved: 4,
  annulled: 5,
}

function soonest(a: Listed, b: Listed): number {
  const time = ({ body: { closes } }: Listed) => millisecondsOf(closes)
  return rank[a.status] - rank[b.status] || time(a) - time(b) || (a.id < b.id ? -1 : 1)
}

function nothingOn(question: string): GivenOn {
  return { question, forecasts: 0, forecasters: 0, median: undefined }
}

/**
 * One question with its checklist, one's own forecasts, and all of them with their history once they are no longer blind. What is
 * blind the database keeps back, not this function.
 *
 * @throws SoundingsError `record-unknown`
 */
export async function seeQuestion({ database: { db } }: Workbench, id: string): Promise<QuestionPage> {
  const row = await readRecord(db, 'question', id)
  if (row === undefined) throw unknownQuestion(id)
  const [moment, me, resolution, seen, given, forecasts, written, hanging] = await Promise.all([
    momentOf(db),
    assessorOf(db),
    readRecord(db, 'resolution', id),
    seenQuestions(db),
    givenOn(db, [id]),
    forecastsOn(db, id),
    listRecords(db, 'argument', { pointsAt: { kind: 'question', id } }),
    listRecords(db, 'question', { pointsAt: { kind: 'question', id } }),
  ])
  const now = millisecondsOf(moment)
  return {
    question: row.body,
    version: row.version,
    status: statusOf(row.body, resolution?.body, now),
    resolution: resolution?.body,
    given: given.get(id) ?? nothingOn(id),
    mine: forecasts.findLast(({ assessor }) => assessor === me),
    seen: seen.has(id),
    moment,
    me,
    checklist: ambiguities(row.body, row.body.draft === true ? now : millisecondsOf(row.body.opens)),
    forecasts,
    pools: seen.has(id) ? poolsOfQuestion(row.body, resolution?.body, forecasts) : [],
    arguments: written,
    conditional: hanging.map(({ id: of, body: { title, condition } }) => ({
      id: of,
      title,
      outcome: condition?.outcome ?? '',
    })),
  }
}

export function unknownQuestion(id: string): SoundingsError {
  return new SoundingsError('record-unknown', `there is no question ${id}`, {
    place: { value: id },
    advice: '`soundings question list` shows the questions.',
  })
}
