import { pointers } from '#domain/finding'
import { hypothesisId } from '#domain/mechanism'
import { missing } from '#domain/missing'
import type { Input, RivalReading } from './model.ts'
import { reasons } from './reasons.data.ts'

/**
 * Each rival explanation with its observable implications and what was seen of them, and whether it was exposed to a
 * test that it could fail (S9).
 */
export function rivals(input: Input): readonly RivalReading[] {
  return input.hypotheses
    .filter((h) => h.partOf === undefined)
    .map((h) => {
      const readings = input.hypotheses.filter((other) => other.partOf === h.id)
      const implications = [h, ...readings].flatMap((one) => one.implications ?? [])
      const against = input.evidence.filter((clue) =>
        clue.bearings?.some(
          (b) => b.direction === 'against' && h.mechanisms.some((mechanism) => mechanism === b.hypothesis),
        ),
      )
      return {
        hypothesis: hypothesisId(h.mechanisms),
        id: h.id,
        statement: h.statement,
        readings: readings.map(({ id, statement }) => ({ record: id, statement })),
        implications: implications.map(({ text, observed }) => ({ text, observed })),
        seen: implications.filter((i) => i.observed === 'yes' || i.observed === 'mostly-yes').length,
        unseen: implications.filter((i) => i.observed === 'no' || i.observed === 'mostly-no').length,
        couldFail: h.couldFail ?? missing('not-collected', reasons.noTest),
        cluesAgainst: against.length,
        authorVerdict: h.authorVerdict ?? missing('not-collected', reasons.notJudged),
        evidence: [h, ...readings].flatMap((one) => pointers('hypothesis', one)),
      }
    })
}
