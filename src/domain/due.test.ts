/** What is due and what is late, with dates of every precision and in every time zone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDue, dayIn, endOfDay, lastDayOf, quarterOf, standingOn } from './due.ts'

const zones = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test('what is due on a day is late from the next day on, and not before', () => {
  fc.assert(
    fc.property(day, day, (due, today) => {
      expect(standingOn({ status: 'open', due }, today)).toBe(today > due ? 'late' : 'due')
    }),
  )
})

test('a year or a month is late only after its last day', () => {
  fc.assert(
    fc.property(day, (today) => {
      expect(standingOn({ status: 'open', due: today.slice(0, 4) }, today)).toBe('due')
      expect(standingOn({ status: 'open', due: today.slice(0, 7) }, today)).toBe('due')
    }),
  )
  expect(standingOn({ status: 'open', due: '2026-02' }, '2026-03-01')).toBe('late')
})

test('what is done or dropped is never late, and of what is not recorded it is not said', () => {
  expect(standingOn({ status: 'done', due: '2020' }, '2026-01-01')).toBe('done')
  expect(standingOn({ status: 'dropped', due: '2020' }, '2026-01-01')).toBe('dropped')
  expect(standingOn({ status: 'unknown', due: '2020' }, '2026-01-01')).toBe('unknown')
  expect(standingOn({ status: 'open' }, '2026-01-01')).toBe('undated')
  expect(standingOn({ status: 'open', due: '2020/..' }, '2026-01-01')).toBe('undated')
})

test('in Hanoi a day is over while it still goes on in London', () => {
  const now = '2026-12-31T18:00:00Z'
  expect(standingOn({ status: 'open', due: '2026' }, dayIn(now, 'Asia/Ho_Chi_Minh'))).toBe('late')
  expect(standingOn({ status: 'open', due: '2026' }, dayIn(now, 'Europe/London'))).toBe('due')
})

test('the end of a day is the first instant of the next, in every zone and through changes of the clock', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (date, zone) => {
      const end = endOfDay(date, zone)
      expect(dayIn(end, zone) > date).toBe(true)
      expect(dayIn(new Date(Date.parse(end) - 1).toISOString(), zone)).toBe(date)
    }),
    { numRuns: 150 },
  )
})

test('the order of what is due is the order of its last days, and of ids where these are the same', () => {
  const any = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    due: fc.option(fc.constantFrom('2026', '2026-11', '2026-12-31', '2027-01-05', '2025/..'), {
      nil: undefined,
    }),
  })
  fc.assert(
    fc.property(any, any, any, (x, y, z) => {
      const [a, b, c] = [x, y, z].map(({ id, due }) => (due === undefined ? { id } : { id, due })) as [
        typeof x,
        typeof x,
        typeof x,
      ] // three of three
      expect(Math.sign(compareDue(a, b))).toBe(-Math.sign(compareDue(b, a)) + 0)
      if (compareDue(a, b) <= 0 && compareDue(b, c) <= 0) expect(compareDue(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('a quarter is that of the last day', () => {
  expect(
    ['2026-01-31', '2026-03', '2026-04-01', '2026', '2026-11/2027-02', '2026/..'].map(quarterOf),
  ).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4', '2027-Q1', null])
  expect(lastDayOf('2024-02')).toBe('2024-02-29')
})
