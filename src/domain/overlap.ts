import type { Seat } from './seat.ts'

/** How far the members of two institutions are the same. */
export interface Overlap {
  readonly a: string
  readonly b: string
  /** who sits in both for certain, in order of name */
  readonly shared: readonly string[]
  /** who sits in only one of them, for certain or perhaps */
  readonly apart: readonly string[]
  /** shared members as a share of all members of the two, in [0, 1]: Jaccard's index of the seats that are certain */
  readonly jaccard: number
  /** the least and the most that it can be, if seats that are not certain are taken away or given */
  readonly bounds: readonly [number, number]
}

/**
 * Overlaps of every two institutions with two members or more: where fewer are recorded, likeness says nothing. Observers are no members.
 *
 * @see Jaccard (1912), New Phytologist 11(2)
 * @example
 * overlapsOf([]) // => []
 */
export function overlapsOf(seats: readonly Seat[]): readonly Overlap[] {
  const members = Map.groupBy(
    seats.filter(({ roles }) => roles.some((role) => role !== 'observer')),
    ({ mechanism }) => mechanism,
  )
  const ids = [...members].filter(([, seats]) => seats.length > 1).map(([id]) => id)
  return ids.flatMap((a, at) =>
    ids.slice(at + 1).map((b) => overlapOf(a, members.get(a) ?? [], b, members.get(b) ?? [])),
  )
}

function overlapOf(a: string, inA: readonly Seat[], b: string, inB: readonly Seat[]): Overlap {
  const actors = [...new Set([...inA, ...inB].map(({ actor }) => actor))].toSorted()
  const pairs = actors.map((actor) => ({
    actor,
    a: inA.find((seat) => seat.actor === actor)?.holding ?? 'no',
    b: inB.find((seat) => seat.actor === actor)?.holding ?? 'no',
  }))
  const both = (one: string, other: string) =>
    pairs.filter((pair) => (pair.a === one && pair.b === other) || (pair.a === other && pair.b === one))
  const sure = pairs.filter((pair) => pair.a === 'yes' && pair.b === 'yes')
  const single = both('yes', 'no').length
  const half = both('yes', 'perhaps').length
  const open = both('perhaps', 'perhaps').length
  const maybe = both('perhaps', 'no').length
  const [shared, all] = [sure.length, sure.length + single + half]
  return {
    a,
    b,
    shared: sure.map(({ actor }) => actor),
    apart: pairs.filter((pair) => pair.a === 'no' || pair.b === 'no').map(({ actor }) => actor),
    jaccard: share(shared, all),
    bounds: [share(shared, all + open + maybe), share(shared + half + open, all + open)],
  }
}

/** A share of nothing is 0: two institutions without a certain member share none. */
function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of
}

/**
 * Institutions with exactly the same members for certain: sets of two or more.
 *
 * @example
 * sameMembers([{ a: 'x', b: 'y', shared: ['m'], apart: [], jaccard: 1, bounds: [1, 1] }]) // => [['x', 'y']]
 */
export function sameMembers(overlaps: readonly Overlap[]): readonly (readonly string[])[] {
  const sets: string[][] = []
  for (const { a, b } of overlaps.filter(({ bounds: [least] }) => least === 1)) {
    const set = sets.find((one) => one.includes(a) || one.includes(b))
    if (set === undefined) sets.push([a, b])
    else for (const id of [a, b]) if (!set.includes(id)) set.push(id)
  }
  return sets
}
