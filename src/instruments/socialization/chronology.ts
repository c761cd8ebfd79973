import { bounds, compareDates, orderOf } from '#domain/date'
import type { Event } from '#domain/event'
import { pointers } from '#domain/finding'
import { isMissing, type Missing, missing } from '#domain/missing'
import { type Position, rung } from '#domain/position'
import type { Input, Step, StepPosition } from './model.ts'
import { reasons } from './reasons.data.ts'

const turning: readonly Event['kind'][] = ['meeting', 'decision', 'vote', 'agreement']

/**
 * The actor's position before and after each meeting, decision, vote or agreement of the window (S2): the last position surely
 * before it and the first surely at or after it. Positions whose precision does not tell the order are named.
 */
export function steps(input: Input): readonly Step[] {
  const { case: frame } = input
  const dates = new Map(input.events.map((event) => [event.id, event.date]))
  const own = input.positions
    .filter(
      (p) => p.actor === frame.actor && (frame.component === undefined || p.component === frame.component),
    )
    .toSorted((a, b) => compareDates(a.date, b.date))
  return input.events
    .filter((event) => turning.includes(event.kind) && within(event.date, frame.window))
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map((event) => step(event, own, dates))
}

/**
 * The step with the largest move towards support; of equal moves, the one that the record brackets most closely in time.
 * A step around which some position cannot be ordered counts only if there is no other.
 */
export function criticalMoment(all: readonly Step[]): Step | Missing {
  const known = all.flatMap((step) =>
    isMissing(step.moved) || isMissing(step.before) || isMissing(step.after) || step.moved <= 0
      ? []
      : [
          {
            step,
            moved: step.moved,
            bracket: bounds(step.after.date).latest - bounds(step.before.date).earliest,
          },
        ],
  )
  const ordered = known.filter(({ step }) => step.unordered.length === 0)
  const [best] = (ordered.length > 0 ? ordered : known).toSorted(
    (a, b) => b.moved - a.moved || a.bracket - b.bracket,
  )
  return best?.step ?? missing('not-collected', reasons.noStep)
}

function step(event: Event, own: readonly Position[], dates: ReadonlyMap<string, string>): Step {
  const side = (p: Position) => sideOf(p, event, dates)
  const before = own.filter((p) => side(p) === 'before').at(-1)
  const after = own.find((p) => side(p) === 'at') ?? own.find((p) => side(p) === 'after')
  return {
    event: event.id,
    title: event.title,
    date: event.date,
    before: before ? stepPosition(before) : missing('not-collected', reasons.nothingBefore),
    after: after ? stepPosition(after) : missing('not-collected', reasons.nothingAfter),
    moved:
      before && after
        ? rung(after.stance) - rung(before.stance)
        : missing('not-collected', reasons.oneSideMissing),
    unordered: own.filter((p) => side(p) === 'unknown').map((p) => p.id),
    evidence: [
      ...pointers('event', event),
      ...(before ? pointers('position', before) : []),
      ...(after ? pointers('position', after) : []),
    ],
  }
}

/**
 * Where a position falls against an event: as coded if it belongs to that event, or to another of the same date;
 * else as the dates tell.
 */
function sideOf(
  position: Position,
  event: Event,
  dates: ReadonlyMap<string, string>,
): 'before' | 'at' | 'after' | 'unknown' {
  const own = position.event === undefined ? undefined : dates.get(position.event)
  if (own !== undefined && orderOf(own, event.date) === 'same') return position.eventOrder ?? 'at'
  const order = orderOf(position.date, event.date)
  if (order === 'overlaps') return 'unknown'
  return order === 'same' ? 'at' : order
}

/** The part of a position that a step tells. */
export function stepPosition({ id, date, stance, record, issue }: Position): StepPosition {
  return { id, date, stance, rung: rung(stance), record, issue }
}

function within(date: string, window: { from: string; to: string }): boolean {
  return (
    bounds(date).latest >= bounds(window.from).earliest && bounds(date).earliest <= bounds(window.to).latest
  )
}
