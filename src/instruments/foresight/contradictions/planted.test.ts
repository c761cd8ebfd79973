/** Planted contradictions are found, and consistent forecasts raise no alarm beyond the rate asked. Seeds are fixed. */
import { expect, test } from 'vitest'
import { agencyRates, incoherenceRates, projectionRates, rate } from '../../../../test/planted-forecasts.ts'

const chance = 0.05 // two standard errors of a share of 0.1 among 150 runs

test('agencies that believe the same raise false alarm in no more runs than the rate asked', () => {
  expect(agencyRates(0, 150, 11).falseShare).toBeLessThanOrEqual(rate + chance)
})

test('an agency that is planted apart is found the more surely the further it is, and alarms stay true', () => {
  const [near, far] = [agencyRates(0.5, 40, 12), agencyRates(2, 40, 12)]
  expect(near.found).toBeLessThan(0.2)
  expect(far.found).toBeGreaterThan(0.9)
  expect(far.falseShare).toBeLessThanOrEqual(rate + chance)
})

test('coherent forecasters who round to 1 % or 5 % raise no alarm at all', () => {
  expect(incoherenceRates(0, 2000, 13).falseShare).toBe(0)
})

test('a probability shifted by 0.2 against the logic is always found, by 0.1 mostly', () => {
  expect(incoherenceRates(0.2, 1000, 14).found).toBeGreaterThan(0.99)
  expect(incoherenceRates(0.1, 1000, 14).found).toBeGreaterThan(0.75)
})

test('honest projections raise false alarm in no more runs than the rate asked; one six errors off is found', () => {
  expect(projectionRates(0, 150, 15).falseShare).toBeLessThanOrEqual(rate + chance)
  const far = projectionRates(6, 40, 15)
  expect(far.found).toBeGreaterThan(0.93)
  expect(far.falseShare).toBeLessThanOrEqual(rate + chance)
})
