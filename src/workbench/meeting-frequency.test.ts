import { expect, test } from 'vitest'
import { isMissing } from '#domain/missing'
import { frequencyOf } from './meeting-frequency.ts'

const restsOn = [{ source: 'harbour-history' }]
const met = (...dates: readonly string[]) => dates.map((date) => ({ date, restsOn }))
const share = (f: ReturnType<typeof frequencyOf>) => {
  if (isMissing(f.keptShare)) throw new Error(f.keptShare.because)
  return f.keptShare
}

test('five meetings in five years keep a yearly rhythm, with an interval around 1', () => {
  const meetings = met('2016-07', '2017-07', '2018-07', '2019-07', '2020-07')
  const { value, interval } = share(frequencyOf({ everyMonths: 12, meetings }, '2020-12-31'))
  expect(value).toBeCloseTo(1, 3) // years of 365.25 days
  expect(interval?.[0]).toBeLessThan(1)
  expect(interval?.[1]).toBeGreaterThan(1)
})

test('a meeting of which only a year is told lies perhaps within, and widens the interval upwards', () => {
  const sure = share(frequencyOf({ everyMonths: 12, meetings: met('2018') }, '2020-06-30'))
  const wide = frequencyOf({ everyMonths: 12, meetings: met('2018', '2015') }, '2020-06-30')
  expect(wide.held).toEqual({ certain: 1, perhaps: 1 })
  expect(share(wide).value).toBe(sure.value)
  expect(share(wide).interval?.[0]).toBe(sure.interval?.[0])
  expect(share(wide).interval?.[1]).toBeGreaterThan(sure.interval?.[1] ?? 9)
})

test('no meeting on record, or none for years, is missing and not zero', () => {
  expect(isMissing(frequencyOf({ everyMonths: 12 }, '2020').held)).toBe(true)
  const old = frequencyOf({ everyMonths: 12, meetings: met('2001-07') }, '2020')
  expect(old.held).toMatchObject({ missing: 'not-collected', because: expect.stringContaining('2001-07') })
})

test('a mechanism that is two years old was due two years only', () => {
  const { due } = frequencyOf({ everyMonths: 6, founded: '2019-01-01', meetings: met('2019') }, '2020')
  expect(due).toBeCloseTo(4, 1)
})

test('before it was founded nothing is told', () => {
  expect(isMissing(frequencyOf({ everyMonths: 6, founded: '2021' }, '2020').due)).toBe(true)
})
