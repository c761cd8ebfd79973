import type { Alignment } from '#domain/alignment'
import { bounds, compareDates, orderOf } from '#domain/date'
import { pointers } from '#domain/finding'
import { type Missing, missing } from '#domain/missing'
import { type Position, rung } from '#domain/position'
import type { CampReading, Input, Mover } from './model.ts'
import { reasons } from './reasons.data.ts'

const dayMs = 86_400_000

/** The camps at each meeting as each classifier drew them, who was in the minority, and whether the actor was (S3). */
export function camps(input: Input): readonly CampReading[] {
  const dates = new Map(input.events.map((event) => [event.id, event.date]))
  return input.alignments
    .map((alignment) => reading(alignment, dates.get(alignment.event) ?? '', input.case.actor))
    .toSorted((a, b) => compareDates(a.date, b.date))
}

function reading(alignment: Alignment, date: string, actor: string): CampReading {
  const counted = alignment.camps.map(({ name, side, members, count }) => ({
    name,
    side,
    members,
    low: count?.low ?? members.length,
    high: count?.high ?? members.length,
  }))
  const side = counted.find((camp) => camp.members.includes(actor))?.side
  const minority = smaller(counted)
  return {
    alignment: alignment.id,
    event: alignment.event,
    date,
    issue: alignment.issue,
    classifier: alignment.classifier,
    camps: counted,
    subjectSide: side ?? missing('not-collected', alignment.subjectIn ?? reasons.notPlaced),
    minority,
    subjectInMinority:
      side === undefined || typeof minority !== 'string'
        ? missing('not-collected', reasons.sidesUnknown)
        : side === minority,
    evidence: pointers('alignment', alignment),
  }
}

function smaller(all: readonly { side: string; low: number; high: number }[]): CampReading['minority'] {
  const range = (side: string) => {
    const some = all.filter((camp) => camp.side === side)
    return { low: sum(some.map((c) => c.low)), high: sum(some.map((c) => c.high)) }
  }
  const [yes, no] = [range('for'), range('against')]
  if (yes.high === 0 || no.high === 0) return missing('not-collected', reasons.oneSideKnown)
  if (yes.high < no.low) return 'for'
  if (no.high < yes.low) return 'against'
  return yes.low === no.high && yes.high === no.low ? 'even' : missing('order-unknown', reasons.overlapping)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

/**
 * When each member of the reference group first stood at or above `conditional`, and by how much that preceded the
 * actor's own move, as far as the precision of the dates tells (S3).
 */
export function movers(input: Input): readonly Mover[] {
  const own = firstAssent(input, input.case.actor)
  const group = [
    ...new Set([...(input.case.exemplar ? [input.case.exemplar] : []), ...(input.case.likeMinded ?? [])]),
  ]
  return group.map((actor) => {
    const theirs = firstAssent(input, actor)
    const unknown = missing('not-collected', reasons.noConditional)
    return {
      actor,
      name: input.names[actor] ?? actor,
      first: theirs?.date ?? unknown,
      relation: theirs && own ? orderOf(theirs.date, own.date) : unknown,
      leadDays: theirs && own ? lead(theirs.date, own.date) : unknown,
      evidence: [...(theirs ? pointers('position', theirs) : []), ...(own ? pointers('position', own) : [])],
    }
  })
}

function firstAssent({ positions, case: frame }: Input, actor: string): Position | undefined {
  return positions
    .filter((p) => p.actor === actor && (frame.component === undefined || p.component === frame.component))
    .filter((p) => rung(p.stance) >= rung('conditional') && within(p.date, frame))
    .toSorted((a, b) => compareDates(a.date, b.date))[0]
}

function within(date: string, frame: Input['case']): boolean {
  return bounds(date).latest >= bounds(frame.window.from).earliest
}

function lead(theirs: string, own: string): readonly [number, number] | Missing {
  const [a, b] = [bounds(theirs), bounds(own)]
  return [Math.ceil((b.earliest - a.latest) / dayMs), Math.floor((b.latest - a.earliest) / dayMs)]
}
