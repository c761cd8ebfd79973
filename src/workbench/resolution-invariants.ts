import { isDeepStrictEqual } from 'node:util'
import { millisecondsOf } from '#domain/instant'
import type { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import { type Asking, mustFit, ownOnly, wrong } from './question-invariants.ts'

const day = 86_400_000

/**
 * A question is resolved by its resolver, once; who disagrees appeals in time; the resolver answers. Only what was reopened is
 * resolved anew. A question whose condition failed is annulled with it.
 */
export async function checkResolution(resolution: Resolution, asking: Asking): Promise<void> {
  const { lookUp, stored, place } = asking
  const question = await lookUp('question', resolution.question)
  if (question === undefined) return // storage says that the question is not there
  if (resolution.outcome !== undefined) mustFit(resolution.outcome, question, place)
  if ((await stored('question', resolution.question)) === undefined) return // both come together
  const before = await stored('resolution', resolution.id)
  if (before !== undefined && isDeepStrictEqual(before, resolution)) return
  if (before !== undefined && isAppeal(before, resolution))
    return mayAppeal(before, resolution, question, asking)
  if (await followsItsCondition(resolution, question, asking)) return
  await ownOnly(question.resolver, asking, 'resolution', 'by')
  if (resolution.by !== question.resolver)
    throw wrong(`question ${question.id} is resolved by ${question.resolver}`, place('by'), resolution.by)
  if (appealsLost(before, resolution)) throw wrong('an appeal stays, and its answer', place('appeals'))
  const stood = before !== undefined && before.state !== 'reopened'
  if (stood && resolution.state !== 'reopened' && !sameAnswer(before, resolution))
    throw wrong(
      `question ${question.id} is ${before.state}: reopen it first`,
      place('state'),
      resolution.state,
    )
  if (!stood && resolution.state === 'reopened')
    throw wrong(`question ${question.id} was not resolved`, place('state'))
  const now = millisecondsOf(await asking.moment())
  if (question.draft === true || now < millisecondsOf(question.opens))
    throw wrong(`question ${question.id} is not open yet`, place('question'))
}

function sameAnswer(a: Resolution, b: Resolution): boolean {
  return a.state === b.state && a.outcome === b.outcome && a.at === b.at && a.knownSince === b.knownSince
}

/** Whether nothing changes but that one objection is added. */
function isAppeal(before: Resolution, now: Resolution): boolean {
  const old = before.appeals ?? []
  const { appeals: _, ...rest } = now
  const { appeals: __, ...restBefore } = before
  return (
    isDeepStrictEqual(rest, restBefore) &&
    now.appeals?.length === old.length + 1 &&
    isDeepStrictEqual(now.appeals.slice(0, -1), old)
  )
}

async function mayAppeal(
  before: Resolution,
  now: Resolution,
  question: Question,
  asking: Asking,
): Promise<void> {
  const { place } = asking
  const field = `appeals.${now.appeals?.length ?? 1}`
  const appeal = now.appeals?.at(-1)
  if (appeal === undefined) return
  await ownOnly(appeal.by, asking, 'appeal', field)
  if (before.state === 'reopened') throw wrong(`question ${question.id} is reopened already`, place('state'))
  if (appeal.answer !== undefined) throw wrong('an appeal is answered by the resolver', place(field))
  const last = millisecondsOf(before.at) + question.appealDays * day
  if (millisecondsOf(await asking.moment()) > last)
    throw wrong(`appeals were taken until ${new Date(last).toISOString()}`, place(field))
}

function appealsLost(before: Resolution | undefined, now: Resolution): boolean {
  return (before?.appeals ?? []).some((old, at) => {
    const kept = now.appeals?.[at]
    return (
      kept === undefined ||
      kept.by !== old.by ||
      kept.at !== old.at ||
      kept.because !== old.because ||
      (old.answer !== undefined && !isDeepStrictEqual(old, kept))
    )
  })
}

async function followsItsCondition(
  resolution: Resolution,
  { condition }: Question,
  { lookUp }: Asking,
): Promise<boolean> {
  if (condition === undefined || resolution.state === 'resolved') return false
  const first = await lookUp('resolution', condition.question)
  if (first === undefined) return false
  const failed = conditionFailed(first, condition.outcome)
  return resolution.state === 'annulled' ? failed : !failed
}

/** Whether a condition can no longer come true: the other question came out otherwise, or is annulled. */
export function conditionFailed(first: Pick<Resolution, 'state' | 'outcome'>, wanted: string): boolean {
  return first.state === 'annulled' || (first.state === 'resolved' && String(first.outcome) !== wanted)
}
