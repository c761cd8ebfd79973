/** The example of Benjamini and Hochberg themselves, and laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

// Benjamini & Hochberg (1995), section 4: fifteen hypotheses on treatments after myocardial infarction; at 0.05 four are rejected
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

test('four of the fifteen published hypotheses are rejected at 0.05', () => {
  const adjusted = benjaminiHochberg(published)
  expect(adjusted.map((p) => p <= 0.05)).toEqual(published.map((_, at) => at < 4))
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
})

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })

test('no adjusted value is smaller than its own, and the order is kept', () => {
  fc.assert(
    fc.property(pValues, (given) => {
      const adjusted = benjaminiHochberg(given)
      for (const [a, p] of given.entries()) {
        expect(adjusted[a]).toBeGreaterThanOrEqual(p - 1e-15) // one rounding
        for (const [b, other] of given.entries())
          if (p < other) expect(adjusted[a]).toBeLessThanOrEqual(adjusted[b] ?? 1)
      }
    }),
  )
})

test('adjusted values reject what the step-up procedure rejects', () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (given, rate) => {
      const sorted = given.toSorted((a, b) => a - b)
      const last = sorted.findLastIndex((p, at) => p * given.length <= rate * (at + 1) * (1 - 1e-12)) // away from ties of rounding
      const rejected = benjaminiHochberg(given).filter((p) => p <= rate).length
      expect(rejected).toBeGreaterThanOrEqual(last + 1)
    }),
  )
})

test('what is no probability is refused', () => {
  expect(() => benjaminiHochberg([1.2])).toThrow(RangeError)
})
