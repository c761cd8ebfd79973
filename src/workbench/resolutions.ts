import { SoundingsError } from '#domain/errors'
import type { Resolution } from '#domain/resolution'
import { momentOf } from '#storage/given'
import { listRecords, readRecord } from '#storage/read-records'
import { keyOf } from '#storage/write-records'
import { whoForecasts } from './forecasts.ts'
import { importParsed } from './import.ts'
import { unknownQuestion } from './questions.ts'
import { conditionFailed } from './resolution-invariants.ts'
import type { Workbench } from './workbench.ts'

/** How a question came out, in the words of its resolver. */
export interface Answer {
  readonly outcome: string | number
  readonly because: string
  /** when the answer became known; forecasts after that are not scored */
  readonly knownSince?: string | undefined
  readonly restsOn?: Resolution['restsOn']
}

/**
 * Resolves a question. Questions that hang on another outcome are annulled with it, in the same change.
 *
 * @throws SoundingsError `record-unknown`; `not-allowed` for anybody but its resolver; `record-invalid` for an outcome it does not
 *   allow, before it opens, or if it is resolved already
 */
export async function resolveQuestion(workbench: Workbench, id: string, answer: Answer): Promise<Resolution> {
  const { outcome, because, knownSince, restsOn } = answer
  return settle(workbench, id, 'question resolved', {
    state: 'resolved',
    outcome,
    because,
    ...(knownSince === undefined ? {} : { knownSince }),
    ...(restsOn === undefined ? {} : { restsOn }),
  })
}

/**
 * Annuls a question: no forecast on it is scored.
 *
 * @throws SoundingsError as `resolveQuestion`
 */
export function annulQuestion(workbench: Workbench, id: string, because: string): Promise<Resolution> {
  return settle(workbench, id, 'question annulled', { state: 'annulled', because })
}

/**
 * Reopens a question that was resolved or annulled. Every version of the resolution is kept, and its forecasts count again.
 *
 * @throws SoundingsError as `resolveQuestion`, and `record-invalid` if it was not resolved
 */
export function reopenQuestion(workbench: Workbench, id: string, because: string): Promise<Resolution> {
  return settle(workbench, id, 'question reopened', { state: 'reopened', because })
}

/**
 * Objects to a resolution, within the days that the question allows.
 *
 * @throws SoundingsError `record-unknown`; `not-allowed` if nobody is named; `record-invalid` if it is not resolved, or too late
 */
export async function appealResolution(
  workbench: Workbench,
  id: string,
  because: string,
): Promise<Resolution> {
  const { db } = workbench.database
  const by = await whoForecasts(workbench)
  const { body, version } = await resolutionOf(workbench, id)
  const appeals = [...(body.appeals ?? []), { by, at: await momentOf(db), because }]
  const appealed = { ...body, appeals }
  await write(
    workbench,
    'appeal against a resolution',
    [appealed],
    new Map([[keyOf({ kind: 'resolution', id }), version]]),
  )
  return appealed
}

/**
 * Answers the objection that waits. Upheld, it reopens the question.
 *
 * @throws SoundingsError as `resolveQuestion`, and `record-invalid` if none waits
 */
export async function answerAppeal(
  workbench: Workbench,
  id: string,
  answer: 'upheld' | 'rejected',
  answerBecause: string,
): Promise<Resolution> {
  const { body, version } = await resolutionOf(workbench, id)
  const at = (body.appeals ?? []).findIndex((one) => one.answer === undefined)
  if (at < 0) throw new SoundingsError('record-invalid', `no appeal on ${id} waits for an answer`)
  const appeals = (body.appeals ?? []).map((one, of) => (of === at ? { ...one, answer, answerBecause } : one))
  if (answer === 'upheld')
    return settle(workbench, id, 'appeal upheld, question reopened', {
      state: 'reopened',
      because: answerBecause,
      appeals,
    })
  const answered = { ...body, appeals }
  await write(
    workbench,
    'appeal rejected',
    [answered],
    new Map([[keyOf({ kind: 'resolution', id }), version]]),
  )
  return answered
}

async function resolutionOf({ database: { db } }: Workbench, id: string) {
  if ((await readRecord(db, 'question', id)) === undefined) throw unknownQuestion(id)
  const found = await readRecord(db, 'resolution', id)
  if (found !== undefined) return found
  throw new SoundingsError('record-invalid', `question ${id} is not resolved`)
}

type Said = Omit<Resolution, 'id' | 'question' | 'by' | 'at'>

async function settle(workbench: Workbench, id: string, why: string, said: Said): Promise<Resolution> {
  const { db } = workbench.database
  const question = await readRecord(db, 'question', id)
  if (question === undefined) throw unknownQuestion(id)
  const before = await readRecord(db, 'resolution', id)
  const appeals = said.appeals ?? before?.body.appeals
  const resolution = {
    id,
    question: id,
    by: await whoForecasts(workbench),
    at: await momentOf(db),
    ...said,
    ...(appeals === undefined ? {} : { appeals }),
  }
  const following = await followers(workbench, resolution)
  const expected = new Map([[keyOf({ kind: 'resolution', id }), before?.version ?? 0]])
  await write(workbench, why, [resolution, ...following], expected)
  return resolution
}

const failed = 'its condition did not come about'

/** What hangs on a question falls with it, and stands up with it again; and so on down the line. */
async function followers(workbench: Workbench, first: Resolution): Promise<readonly Resolution[]> {
  const { db } = workbench.database
  const hanging = await listRecords(db, 'question', { pointsAt: { kind: 'question', id: first.question } })
  const found: Resolution[] = []
  for (const { id, body } of hanging) {
    if (body.condition === undefined) continue
    const old = (await readRecord(db, 'resolution', id))?.body
    const stands = old !== undefined && old.state !== 'reopened'
    const falls = conditionFailed(first, body.condition.outcome)
    const about = { id, question: id, by: first.by, at: first.at }
    const kept = old?.appeals === undefined ? {} : { appeals: old.appeals }
    const next: Resolution | undefined =
      falls && !stands
        ? { ...about, state: 'annulled', because: failed, ...kept }
        : !falls && old?.state === 'annulled' && old.because === failed
          ? { ...about, state: 'reopened', because: 'its condition is open again', ...kept }
          : undefined
    if (next !== undefined) found.push(next, ...(await followers(workbench, next)))
  }
  return found
}

async function write(
  { database, author }: Workbench,
  why: string,
  resolutions: readonly Resolution[],
  expected: ReadonlyMap<string, number>,
): Promise<void> {
  const records = resolutions.map((body) => ({
    write: { kind: 'resolution' as const, id: body.id, body },
    place: (field: string) => ({ field }),
  }))
  await importParsed(database, [{ records, whole: {} }], author(why), false, expected)
}
