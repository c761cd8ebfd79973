import type { Commitment } from '#domain/commitment'
import { endOfDay, lastDayOf } from '#domain/due'
import { SoundingsError } from '#domain/errors'
import type { Question } from '#domain/question'
import { assessorOf } from '#storage/rating-rooms'
import { readRecord } from '#storage/read-records'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const daysToResolve = 30
const dayLong = 86_400_000
const longestId = 120
const ending = '/kept'

/** The id of the question whether a commitment will be kept. */
export function questionIdOf(commitment: string): string {
  return `${commitment.slice(0, longestId - ending.length).replace(/[^a-z0-9]+$/, '')}${ending}`
}

/**
 * Asks whether a commitment will be kept: a yes-or-no question with its criteria, closing when the commitment is due and resolved
 * within thirty days. Asked once; afterwards its id is answered.
 *
 * @param asked `resolver` decides how it came out, by default the one who asks; the due day ends in `timeZone`
 * @throws SoundingsError `record-unknown`; `record-invalid` for a commitment without a due date, one that was due already, or one that
 *   is done or dropped; `not-allowed` if nobody is named who decides
 */
export async function askOfCommitment(
  workbench: Workbench,
  id: string,
  asked: { readonly resolver?: string | undefined; readonly timeZone?: string | undefined } = {},
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { database, author } = workbench
  const { db } = database
  const commitment = (await readRecord(db, 'commitment', id))?.body
  if (commitment === undefined)
    throw new SoundingsError('record-unknown', `there is no commitment ${id}`, {
      place: { value: id },
      advice: '`soundings commitments` lists them.',
    })
  const question = questionIdOf(id)
  if ((await readRecord(db, 'question', question)) !== undefined) return { id: question, isNew: false }
  const resolver = asked.resolver ?? (await assessorOf(db))
  if (resolver === undefined)
    throw new SoundingsError('not-allowed', 'nobody is named who decides how it came out', {
      advice: 'Choose who you are, set SOUNDINGS_ASSESSOR, or name a resolver.',
    })
  const owner = (await readRecord(db, 'actor', commitment.owner))?.body
  const authorship = author('asked of a commitment')
  const body = questionOf(commitment, {
    resolver,
    timeZone: asked.timeZone ?? 'UTC',
    now: authorship.at,
    owner: { en: owner?.name ?? commitment.owner, vi: owner?.nameVi ?? owner?.name ?? commitment.owner },
  })
  await saveRecord(database, 'question', body, authorship, 0)
  return { id: question, isNew: true }
}

interface Circumstances {
  readonly resolver: string
  readonly timeZone: string
  readonly now: string
  readonly owner: { readonly en: string; readonly vi: string }
}

/**
 * The question of a commitment, from its text, parties and date.
 *
 * @throws SoundingsError `record-invalid` if there is nothing to be asked
 */
export function questionOf(
  commitment: Commitment,
  { resolver, timeZone, now, owner }: Circumstances,
): Question {
  const { id, text, due, status, made, relation, institution, ministry } = commitment
  const last = due === undefined ? null : lastDayOf(due)
  if (due === undefined || last === null) throw unasked(id, 'has no date by which it is due', 'due', due)
  if (status === 'done' || status === 'dropped') throw unasked(id, `is ${status} already`, 'status', status)
  const closes = endOfDay(last, timeZone)
  if (closes <= now) throw unasked(id, `was due on ${last} already`, 'due', due)
  return {
    id: questionIdOf(id),
    title: `Will ${owner.en} by ${due} keep this commitment: ${text}?`,
    titleVi: `Đến hạn ${due}, ${owner.vi} có thực hiện cam kết này không: ${text}?`,
    background: [
      `Commitment ${id}${made === undefined ? '' : `, made ${made}`}.`,
      ...(ministry === undefined ? [] : [`${ministry} has to see to it.`]),
    ].join(' '),
    kind: 'binary',
    criteria: [
      `Yes if, by the end of ${last} (${timeZone}), this is wholly done: ${text}.`,
      'No if it is done only in part, later, or not at all by then.',
      `What is public by ${endDay(closes)} decides; later corrections change it only on appeal.`,
    ].join(' '),
    criteriaVi: [
      `Có nếu đến hết ngày ${last} (${timeZone}) việc sau được thực hiện trọn vẹn: ${text}.`,
      'Không nếu chỉ thực hiện một phần, thực hiện sau thời điểm đó, hoặc đến lúc đó chưa thực hiện.',
      `Căn cứ vào những gì đã công khai đến ${endDay(closes)}; đính chính sau đó chỉ làm thay đổi kết luận qua khiếu nại.`,
    ].join(' '),
    resolver,
    opens: now,
    closes,
    resolves: new Date(Date.parse(closes) + daysToResolve * dayLong).toISOString(),
    appealDays: 14,
    topics: ['commitments'],
    ...(relation === undefined ? {} : { relation }),
    ...(institution === undefined ? {} : { institution }),
    commitment: id,
    restsOn: [...commitment.restsOn],
    ...(commitment.handling === undefined ? {} : { handling: commitment.handling }),
  }
}

function endDay(closes: string): string {
  return new Date(Date.parse(closes) + daysToResolve * dayLong).toISOString().slice(0, 10)
}

function unasked(id: string, because: string, field: string, value: unknown): SoundingsError {
  return new SoundingsError('record-invalid', `commitment ${id} ${because}`, {
    place: { field, value },
    advice: 'Only of what is still to come can one ask whether it will be kept.',
  })
}
