import { bounds } from './date.ts'
import type { Institution } from './institution.ts'

export type Membership = NonNullable<Institution['memberships']>[number]
export type SeatRole = Membership['role']

/** Whether somebody holds a seat at a date. `perhaps`: the precision of the dates does not tell. */
export type Holding = 'yes' | 'perhaps' | 'no'

/** A seat that an actor holds, or perhaps holds, in an institution at a date. */
export interface Seat {
  readonly actor: string
  readonly mechanism: string
  readonly roles: readonly SeatRole[]
  readonly holding: Exclude<Holding, 'no'>
  readonly illustrative: boolean
}

/**
 * Whether a membership holds at some time within a date, as far as both dates tell. Without a beginning it holds since ever,
 * without an end until ever.
 *
 * @param date EDTF; a year asks whether it held at some time in that year
 * @throws RangeError if a text is no EDTF date
 * @example
 * holdingAt({ from: '1995-07-28' }, '1995') // => 'yes'
 * @example
 * holdingAt({ from: '1995' }, '1995-03-01') // => 'perhaps'
 * @example
 * holdingAt({ from: '1995' }, '1994') // => 'no'
 */
export function holdingAt({ from, to }: Pick<Membership, 'from' | 'to'>, date: string): Holding {
  const asked = bounds(date)
  const start = from === undefined ? always : bounds(from)
  const end = to === undefined ? never : bounds(to)
  if (end.latest < asked.earliest || start.earliest > asked.latest) return 'no'
  return start.latest <= asked.latest && end.earliest >= asked.earliest ? 'yes' : 'perhaps'
}

const always = { earliest: Number.NEGATIVE_INFINITY, latest: Number.NEGATIVE_INFINITY }
const never = { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY }

/**
 * Who sits where at a date: one seat for each actor and institution, with all its roles. Whoever has the chair sits there, also
 * where no other seat is recorded.
 *
 * @param date EDTF
 */
export function seatsAt(
  mechanisms: readonly Pick<Institution, 'id' | 'memberships'>[],
  date: string,
): readonly Seat[] {
  return mechanisms.flatMap(({ id, memberships = [] }) => {
    const held = memberships
      .map((one) => ({ one, holding: holdingAt(one, date) }))
      .filter(({ holding }) => holding !== 'no')
    return [...Map.groupBy(held, ({ one }) => one.actor)].map(([actor, seats]): Seat => {
      const sure = seats.filter(({ holding }) => holding === 'yes')
      return {
        actor,
        mechanism: id,
        roles: [...new Set(seats.map(({ one }) => one.role))],
        holding: sure.length > 0 ? 'yes' : 'perhaps',
        illustrative: seats.every(({ one }) => one.illustrative === true),
      }
    })
  })
}
