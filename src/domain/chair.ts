import { bounds, compareDates } from './date.ts'
import type { Institution } from './institution.ts'
import { holdingAt, type Membership, type SeatRole } from './seat.ts'

/** A chair that somebody has: recorded, or projected by the rule of rotation. */
export interface Chair {
  readonly mechanism: string
  readonly actor: string
  readonly from: string
  readonly to: string
  readonly basis: 'recorded' | 'projected'
  readonly illustrative: boolean
}

type Rotating = Pick<Institution, 'id' | 'memberships' | 'chairRotation'>

/**
 * Chairs of an institution: those recorded, and after the last of them, year by year, those that its rule of rotation gives. Without
 * a rule, or with one whose chairs do not last whole years, nothing is projected.
 *
 * @param nameOf the name by which members are put in order
 * @param until  last year to be told
 * @example
 * chairsOf({ id: 'c', memberships: [{ actor: 'a', role: 'member' }, { actor: 'b', role: 'member' }, { actor: 'a', role: 'chair', from: '2020', to: '2020' }], chairRotation: { rule: 'alphabetical', months: 12 } }, (id) => id, 2021).map(({ actor, basis }) => [actor, basis]) // => [['a', 'recorded'], ['b', 'projected']]
 */
export function chairsOf(
  mechanism: Rotating,
  nameOf: (actor: string) => string,
  until: number,
): readonly Chair[] {
  const recorded = (mechanism.memberships ?? [])
    .filter(({ role }) => role === 'chair')
    .toSorted((a, b) => compareDates(a.from ?? a.to ?? '9999', b.from ?? b.to ?? '9999'))
    .map((one) => ({
      mechanism: mechanism.id,
      actor: one.actor,
      from: one.from ?? '..',
      to: one.to ?? '..',
      basis: 'recorded' as const,
      illustrative: one.illustrative === true,
    }))
  return [...recorded, ...projected(mechanism, recorded, nameOf, until)]
}

function projected(
  { id, memberships = [], chairRotation }: Rotating,
  recorded: readonly Chair[],
  nameOf: (actor: string) => string,
  until: number,
): readonly Chair[] {
  const last = recorded.at(-1)
  if (chairRotation === undefined || chairRotation.months !== 12 || last === undefined || last.to === '..')
    return []
  const uncertain = chairRotation.illustrative === true || last.illustrative
  const chairs: Chair[] = []
  let before = last.actor
  for (let year = lastYear(last.to) + 1; year <= until; year++) {
    const order =
      chairRotation.rule === 'alphabetical'
        ? membersIn(memberships, year).toSorted((a, b) => compareNames(nameOf(a), nameOf(b)))
        : cycleOf(recorded.map(({ actor }) => actor))
    const next = order[(order.indexOf(before) + 1) % order.length]
    if (next === undefined) return chairs
    before = next
    const when = String(year)
    chairs.push({
      mechanism: id,
      actor: next,
      from: when,
      to: when,
      basis: 'projected',
      illustrative: uncertain,
    })
  }
  return chairs
}

function membersIn(memberships: readonly Membership[], year: number): readonly string[] {
  const in_ = memberships.filter((one) => one.role === 'member' && holdingAt(one, String(year)) === 'yes')
  return [...new Set(in_.map(({ actor }) => actor))]
}

/** Names in the order of their letters, the same on every machine. */
function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The shortest beginning of a list that it repeats; empty if it does not come round. */
function cycleOf(actors: readonly string[]): readonly string[] {
  for (let length = 1; length < actors.length; length++)
    if (actors.every((actor, at) => actor === actors[at % length])) return actors.slice(0, length)
  return []
}

function lastYear(date: string): number {
  return new Date(bounds(date).latest).getUTCFullYear()
}

/** Two chairs or elected seats of one actor in one year, at two institutions. */
export interface DoubleDuty {
  readonly actor: string
  readonly year: number
  readonly seats: readonly {
    readonly mechanism: string
    readonly role: Extract<SeatRole, 'chair' | 'elected-member'>
    readonly basis: Chair['basis']
  }[]
}

/**
 * The years in which an actor has two chairs or elected seats at once, at institutions of which none leads the other: paper 001
 * speaks of the dual responsibility of 2020. A chair that comes with another's, in a body within it, is not counted twice.
 *
 * @param mechanisms with `within`, which tells what a body belongs to
 * @param chairs     of all of them, as `chairsOf` gives them
 * @see Thai Van Long & Nguyen Thi Hue (2020), line 17
 */
export function doubleDuties(
  mechanisms: readonly Pick<Institution, 'id' | 'memberships' | 'within'>[],
  chairs: readonly Chair[],
  [first, last]: readonly [number, number],
): readonly DoubleDuty[] {
  const held = [
    ...chairs.map((one) => ({ ...one, role: 'chair' as const })),
    ...mechanisms.flatMap(({ id, memberships = [] }) =>
      memberships
        .filter(({ role }) => role === 'elected-member')
        .map(({ actor, from, to }) => ({
          mechanism: id,
          actor,
          from: from ?? '..',
          to: to ?? '..',
          role: 'elected-member' as const,
          basis: 'recorded' as const,
        })),
    ),
  ]
  const above = new Map(mechanisms.map(({ id, within }) => [id, within]))
  return [...Map.groupBy(held, ({ actor }) => actor)].flatMap(([actor, duties]) =>
    years(first, last).flatMap((year) => {
      const now = duties.filter((one) => holdingAt(spell(one), String(year)) === 'yes')
      const apart = now.filter(
        ({ mechanism }) => !now.some((one) => isBelow(mechanism, one.mechanism, above)),
      )
      if (new Set(apart.map(({ mechanism }) => mechanism)).size < 2) return []
      return [{ actor, year, seats: now.map(({ mechanism, role, basis }) => ({ mechanism, role, basis })) }]
    }),
  )
}

function isBelow(id: string, top: string, above: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set([id]) // a circle of bodies ends here
  for (let up = above.get(id); up !== undefined && !seen.has(up); up = above.get(up)) {
    if (up === top) return true
    seen.add(up)
  }
  return false
}

function spell({ from, to }: { readonly from: string; readonly to: string }) {
  return { ...(from === '..' ? {} : { from }), ...(to === '..' ? {} : { to }) }
}

function years(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}
