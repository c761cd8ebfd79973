/** Overlaps of membership: symmetric, within bounds, and silent where little is recorded. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapsOf, sameMembers } from './overlap.ts'
import type { Seat } from './seat.ts'

const seats = fc
  .uniqueArray(
    fc.record({
      actor: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      mechanism: fc.constantFrom('x', 'y', 'z'),
      holding: fc.constantFrom('yes' as const, 'perhaps' as const),
    }),
    { selector: ({ actor, mechanism }) => `${actor} ${mechanism}` },
  )
  .map((list) => list.map((one): Seat => ({ ...one, roles: ['member'], illustrative: false })))

test('an overlap is the same from both sides', () => {
  fc.assert(
    fc.property(seats, (list) => {
      const there = overlapsOf(list)
      const back = overlapsOf(list.toReversed())
      for (const { a, b, jaccard, shared, bounds } of there) {
        const other = back.find((one) => (one.a === b && one.b === a) || (one.a === a && one.b === b))
        expect(other).toMatchObject({ jaccard, shared, bounds })
      }
      expect(back.length).toBe(there.length)
    }),
  )
})

test('however the uncertain seats turn out, the share lies within its bounds', () => {
  fc.assert(
    fc.property(seats, fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }), (list, turn) => {
      const decided = list.filter(({ holding }, at) => holding === 'yes' || turn[at] === true)
      for (const {
        a,
        b,
        bounds: [least, most],
      } of overlapsOf(list)) {
        const [inA, inB] = [a, b].map(
          (id) => new Set(decided.filter(({ mechanism }) => mechanism === id).map(({ actor }) => actor)),
        ) as [Set<string>, Set<string>] // one for each of the two
        const all = new Set([...inA, ...inB]).size
        const share = all === 0 ? 0 : [...inA].filter((one) => inB.has(one)).length / all
        expect(share).toBeGreaterThanOrEqual(least - 1e-12)
        expect(share).toBeLessThanOrEqual(most + 1e-12)
      }
    }),
  )
})

const seat = (actor: string, mechanism: string, role: Seat['roles'][number] = 'member'): Seat => ({
  actor,
  mechanism,
  roles: [role],
  holding: 'yes',
  illustrative: false,
})

test('a mechanism of which one member is recorded is compared with none', () => {
  expect(overlapsOf([seat('a', 'x'), seat('a', 'y'), seat('b', 'y')])).toEqual([])
})

test('an observer is no member', () => {
  const [overlap] = overlapsOf([
    seat('a', 'x'),
    seat('b', 'x'),
    seat('a', 'y'),
    seat('c', 'y'),
    seat('b', 'y', 'observer'),
  ])
  expect(overlap?.shared).toEqual(['a'])
  expect(overlap?.jaccard).toBeCloseTo(1 / 3, 12)
})

test('three with the same members are one set', () => {
  const list = ['x', 'y', 'z'].flatMap((id) => [seat('a', id), seat('b', id)])
  expect(sameMembers(overlapsOf(list))).toEqual([['x', 'y', 'z']])
})
