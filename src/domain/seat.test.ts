/** Who sits where: laws of dates with stated precision. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounds } from './date.ts'
import { holdingAt, seatsAt } from './seat.ts'

const two = (n: number) => String(n).padStart(2, '0')
const date = fc
  .tuple(
    fc.integer({ min: 1960, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([y, m, d]) => fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`))

test('a member since a date is not in before it, and is in for certain after it', () => {
  fc.assert(
    fc.property(date, date, (from, at) => {
      const [start, asked] = [bounds(from), bounds(at)]
      if (asked.latest < start.earliest) expect(holdingAt({ from }, at)).toBe('no')
      if (asked.earliest > start.latest) expect(holdingAt({ from }, at)).toBe('yes')
    }),
  )
})

test('what the coarser date denies the finer one within it denies too', () => {
  fc.assert(
    fc.property(date, date, date, (from, to, at) => {
      const year = at.slice(0, 4)
      if (holdingAt({ from, to }, year) === 'no') expect(holdingAt({ from, to }, at)).toBe('no')
    }),
  )
})

test('a membership that ended is not held afterwards', () => {
  expect(holdingAt({ from: '2020', to: '2021' }, '2022')).toBe('no')
  expect(holdingAt({ from: '2020', to: '2021' }, '2021')).toBe('yes')
  expect(holdingAt({ from: '2020', to: '2021' }, '2021-06')).toBe('perhaps')
})

test('who is told only to be in by a day was perhaps in before it', () => {
  expect(holdingAt({ from: '../2020-06-25' }, '2010')).toBe('perhaps')
  expect(holdingAt({ from: '../2020-06-25' }, '2021')).toBe('yes')
})

test('one who is member and chair has one seat with both roles', () => {
  const [seat, ...others] = seatsAt(
    [
      {
        id: 'council',
        memberships: [
          { actor: 'arland', role: 'member', from: '1998' },
          { actor: 'arland', role: 'chair', from: '2020', to: '2020' },
        ],
      },
    ],
    '2020',
  )
  expect(others).toEqual([])
  expect(seat).toMatchObject({ roles: ['member', 'chair'], holding: 'yes' })
})
