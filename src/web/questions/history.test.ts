import { expect, test } from 'vitest'
import { courseOf, densityOf, latest, movedTo, quantileAt } from './history.ts'

const given = (assessor: string, day: number, probability: number, agency: string) => ({
  id: `q/${assessor}/${day}`,
  question: 'q',
  assessor,
  agency,
  at: `2027-01-0${day}T00:00:00Z`,
  probability,
})
const forecasts = [given('a', 1, 0.2, 'A'), given('b', 2, 0.4, 'A'), given('a', 3, 0.8, 'B')]

test('an agency holds the median of its forecasters, and a forecaster who changes agency leaves the old one', () => {
  const course = courseOf(forecasts).map(({ agency, value, forecasters }) => [agency, value, forecasters])
  expect(course.slice(0, 1)).toEqual([['A', 0.2, 1]])
  expect(course[1]?.[1]).toBeCloseTo(0.3, 12)
  expect(course.slice(2)).toEqual([
    ['B', 0.8, 1],
    ['A', 0.4, 1],
  ])
})

test('the latest of each counts, but not what was withdrawn', () => {
  const { probability: _, ...withdrawn } = given('b', 4, 0, 'A')
  expect(latest([...forecasts, { ...withdrawn, withdrawn: true }]).map(({ id }) => id)).toEqual(['q/a/3'])
})

test('sliders that are drawn along sum to 1 and keep their proportions', () => {
  const moved = movedTo([0.5, 0.3, 0.2], 0, 0.8)
  expect(moved.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  expect((moved[1] ?? 0) / (moved[2] ?? 1)).toBeCloseTo(1.5, 12)
  expect(movedTo([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25])
})

test('a density bears the share between its quantiles', () => {
  const quantiles = [
    { share: 0.05, value: 0 },
    { share: 0.5, value: 2 },
    { share: 0.95, value: 8 },
  ]
  const mass = densityOf(quantiles).reduce((sum, { from, to, density }) => sum + (to - from) * density, 0)
  expect(mass).toBeCloseTo(0.9, 12)
  expect(quantileAt(quantiles, 0.725)).toBeCloseTo(5, 12)
})
