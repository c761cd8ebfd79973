import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import { millisecondsOf } from '#domain/instant'
import { issueWords } from '#domain/issue-words'
import { Question } from '#domain/question'
import { ambiguities, type Checked } from '#domain/question-checklist'
import { momentOf } from '#storage/given'
import { readRecord } from '#storage/read-records'
import { mustBeClear } from './question-invariants.ts'
import { unknownQuestion } from './questions.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** What an author writes of a question; its id is made of its title, and it opens now unless it says when. */
export type Draft = Omit<Question, 'id' | 'opens' | 'appealDays'> & {
  readonly id?: string | undefined
  readonly opens?: string | undefined
  readonly appealDays?: number | undefined
}

/**
 * Writes a question down; opens it if its checklist is clear, or keeps it as a draft.
 *
 * @returns its id
 * @throws SoundingsError `record-invalid` naming the points of the checklist that are left, unless it is a draft
 */
export async function openQuestion(workbench: Workbench, draft: Draft): Promise<string> {
  const { database, author } = workbench
  const { db } = database
  const moment = await momentOf(db)
  const id = draft.id ?? (await freeId(workbench, draft.title))
  const question = asQuestion(draft, id, moment)
  if (question.draft !== true) mustBeClear(question, millisecondsOf(moment), (field) => ({ field }))
  const before = await readRecord(db, 'question', id)
  await saveRecord(
    database,
    'question',
    question,
    author(question.draft === true ? 'question drafted' : 'question opened'),
    before?.version ?? 0,
  )
  return id
}

/** Why a question is changed, and which version of it the one who changes it saw. */
export interface Edit {
  readonly why: string
  readonly seen: number
}

/**
 * Changes a question, and keeps the reason. A draft may be changed in everything; once it is open, in what nobody has answered yet. A draft
 * that becomes a question opens no earlier than now.
 *
 * @throws SoundingsError `record-unknown`; `record-changed` if somebody changed it meanwhile; `call-invalid` without a reason;
 *   `record-invalid` naming the points of the checklist that are left, or what must stay; `not-allowed` for another's resolver
 */
export async function editQuestion(
  workbench: Workbench,
  id: string,
  draft: Draft,
  { why, seen }: Edit,
): Promise<void> {
  const { database, author } = workbench
  const before = await readRecord(database.db, 'question', id)
  if (before === undefined) throw unknownQuestion(id)
  if (why.trim() === '')
    throw new SoundingsError('call-invalid', 'a change of a question needs its reason', {
      place: { field: 'why' },
    })
  const moment = await momentOf(database.db)
  const question = asQuestion(draft, id, before.body.draft === true ? moment : before.body.opens)
  const opensNow = before.body.draft === true && question.draft !== true
  const late = opensNow && millisecondsOf(question.opens) < millisecondsOf(moment)
  const body = late ? asQuestion({ ...question, opens: moment }, id, moment) : question
  await saveRecord(database, 'question', body, author(why.trim()), seen)
}

/**
 * The checklist of a question that is still being written.
 *
 * @throws SoundingsError `record-invalid` if it is no question yet
 */
export async function checkDraft(workbench: Workbench, draft: Draft): Promise<readonly Checked[]> {
  const moment = await momentOf(workbench.database.db)
  return ambiguities(asQuestion(draft, draft.id ?? 'draft', moment), millisecondsOf(moment))
}

function asQuestion(draft: Draft, id: string, moment: string): Question {
  const parsed = Question.safeParse({ ...draft, id, opens: draft.opens ?? moment })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new SoundingsError('record-invalid', issueWords(issue, 'the question is not valid'), {
    place: { field: issue?.path.join('.') },
  })
}

async function freeId({ database: { db } }: Workbench, title: string): Promise<string> {
  const base = idFromWords(title, 'question').slice(0, 60).replace(/-+$/, '')
  for (let at = 1; ; at++) {
    const id = at === 1 ? base : `${base}-${at}`
    if ((await readRecord(db, 'question', id)) === undefined) return id
  }
}
