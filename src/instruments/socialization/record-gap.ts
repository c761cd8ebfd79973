import { compareDates, orderOf } from '#domain/date'
import { pointers } from '#domain/finding'
import { rung } from '#domain/position'
import { stepPosition } from './chronology.ts'
import type { Input, RecordGap, Result } from './model.ts'

/**
 * Private against public record (S5): for each public position of the actor, the private position on the same
 * component nearest before it or at the same time. A positive gap is a friendlier word in public than in private.
 */
export function recordGaps(input: Input): readonly RecordGap[] {
  const own = input.positions
    .filter((p) => p.actor === input.case.actor && p.component !== undefined)
    .toSorted((a, b) => compareDates(a.date, b.date))
  const hidden = own.filter((p) => p.record === 'private')
  return own
    .filter((p) => p.record === 'public')
    .flatMap((open) => {
      const candidates = hidden.filter(
        (p) => p.component === open.component && orderOf(p.date, open.date) !== 'after',
      )
      const nearest = candidates.at(-1)
      if (nearest === undefined) return []
      return [
        {
          component: open.component ?? '',
          private: stepPosition(nearest),
          public: stepPosition(open),
          gap: rung(open.stance) - rung(nearest.stance),
          evidence: [...pointers('position', nearest), ...pointers('position', open)],
        },
      ]
    })
}

/** What was expected before a meeting, and what came as a surprise (S5). */
export function surprises(input: Input): Result['surprises'] {
  return input.evidence
    .filter((clue) => clue.tag === 'expectation' || clue.tag === 'surprise')
    .map((clue) => ({
      expectation: clue.tag === 'expectation',
      claim: clue.claim,
      date: clue.date ?? null,
      evidence: pointers('evidence', clue),
    }))
}
