import type { Commitment } from '#domain/commitment'
import { bounds } from '#domain/date'
import { pointers } from '#domain/finding'
import { millisecondsOf } from '#domain/instant'
import type { Recommendation } from '#domain/recommendation'
import type { Candidate, ContradictionInput, Told } from './contradiction.ts'
import { latestAdvice } from './recommendations.ts'
import { contradictionId, tell } from './wording.ts'

const yearMs = 365.25 * 86_400_000

/**
 * Advice against a commitment that is still owed: it says itself that it breaks one; it advises an act of which another agency says so; or
 * it advises to leave or put off what bears on a commitment that is late or due within a year.
 *
 * @param input what the one who looks may see
 */
export function commitmentContradictions(input: ContradictionInput): readonly Candidate[] {
  const owed = new Map(
    input.commitments
      .filter(({ status }) => status === 'open' || status === 'late')
      .map((one) => [one.id, one]),
  )
  const standing = latestAdvice(input.recommendations)
  const now = millisecondsOf(input.at)
  return standing.flatMap((one) => {
    const reasons = new Map<string, { readonly why: Told; readonly severity: number }>()
    if (one.stance !== 'do')
      for (const id of one.commitments ?? []) {
        const due = owed.get(id)?.due
        const pressing =
          owed.get(id)?.status === 'late' || (due !== undefined && bounds(due).latest - now < yearMs)
        if (pressing) reasons.set(id, { why: leftUndone(one, due), severity: 0.7 })
      }
    if (one.stance === 'do') {
      for (const other of standing)
        if (other.id !== one.id && other.act === one.act)
          for (const id of other.against ?? []) reasons.set(id, { why: saidBy(other), severity: 0.7 })
      for (const id of one.against ?? []) reasons.set(id, { why: admitted, severity: 1 })
    }
    return [...reasons].flatMap(([id, { why, severity }]) => {
      const commitment = owed.get(id)
      return commitment === undefined ? [] : [candidate(one, commitment, why, severity)]
    })
  })
}

const admitted: Told = {
  en: 'The recommendation itself says that it would break it.',
  vi: 'Chính khuyến nghị này nói rằng nó sẽ vi phạm cam kết.',
}

function saidBy({ agency }: Recommendation): Told {
  return tell(
    '{agency} says that this act would break it.',
    '{agency} cho rằng việc này sẽ vi phạm cam kết.',
    { agency },
  )
}

function leftUndone({ stance }: Recommendation, due: string | undefined): Told {
  const what: Told =
    stance === 'wait' ? { en: 'put off', vi: 'hoãn lại' } : { en: 'left undone', vi: 'không thực hiện' }
  return due === undefined
    ? tell(
        'What bears on it would be {what}, and it is late already.',
        'Việc liên quan sẽ bị {what}, trong khi cam kết đã quá hạn.',
        { what },
      )
    : tell(
        'What bears on it would be {what}, and it is due by {due}.',
        'Việc liên quan sẽ bị {what}, trong khi cam kết đến hạn {due}.',
        { what, due },
      )
}

function candidate(advice: Recommendation, commitment: Commitment, why: Told, severity: number): Candidate {
  return {
    id: contradictionId('commitment', [advice.id, commitment.id]),
    kind: 'commitment',
    title: tell('{act} against a commitment', '{act} trái với một cam kết', { act: advice.act }),
    explanation: tell(
      '{agency} advises: {text}. It stands against the commitment “{commitment}”. {why}',
      '{agency} khuyến nghị: {text}. Điều này trái với cam kết “{commitment}”. {why}',
      { agency: advice.agency, text: advice.text.replace(/[.\s]+$/, ''), commitment: commitment.text, why },
    ),
    severity,
    agencies: [advice.agency],
    assessors: [],
    question: advice.question ?? null,
    pValue: null,
    adjusted: null,
    parties: [
      { kind: 'recommendation', id: advice.id },
      { kind: 'commitment', id: commitment.id },
    ],
    evidence: [...pointers('recommendation', advice), ...pointers('commitment', commitment)],
    picture: {
      form: 'sides',
      sides: [
        { agency: advice.agency, stance: advice.stance, text: advice.text },
        { agency: commitment.owner, stance: 'commitment', text: commitment.text },
      ],
    },
    illustrative: advice.illustrative === true,
  }
}
