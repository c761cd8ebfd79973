import { millisecondsOf } from './instant.ts'
import type { Question } from './question.ts'
import type { Resolution } from './resolution.ts'

export const questionStatuses = ['draft', 'open', 'closed', 'resolved', 'annulled', 'appeal'] as const
/** Where a question stands in its life. `appeal`: it is resolved, and an objection waits for its answer. */
export type QuestionStatus = (typeof questionStatuses)[number]

/**
 * Where a question stands at a moment. A question that was reopened stands as if it had never been resolved.
 *
 * @param resolution its resolution as it holds now, if there is one
 * @param moment     in milliseconds since 1970 (UTC)
 * @example
 * statusOf({ opens: '2027-01-01T00:00:00Z', closes: '2027-12-01T00:00:00+07:00' }, undefined, Date.parse('2027-06-01T00:00:00Z')) // => 'open'
 */
export function statusOf(
  question: Pick<Question, 'draft' | 'opens' | 'closes'>,
  resolution: Pick<Resolution, 'state' | 'appeals'> | undefined,
  moment: number,
): QuestionStatus {
  if (resolution?.appeals?.some(({ answer }) => answer === undefined) && resolution.state !== 'reopened')
    return 'appeal'
  if (resolution !== undefined && resolution.state !== 'reopened') return resolution.state
  if (question.draft === true || moment < millisecondsOf(question.opens)) return 'draft'
  return moment < millisecondsOf(question.closes) ? 'open' : 'closed'
}
