import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlationOfDrawn, correlationWith, laggedChanges } from './lagged-changes.ts'

const history = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 9 })
const relation = fc.tuple(history, history).map(([a, b]) => {
  const n = Math.min(a.length, b.length)
  return [Float64Array.from(a.slice(0, n)), Float64Array.from(b.slice(0, n))]
})

test('a correlation over each relation drawn once is the correlation of all pairs', () => {
  fc.assert(
    fc.property(fc.array(relation, { minLength: 2, maxLength: 6 }), (histories) => {
      const changes = laggedChanges(histories, 0, 1)
      const once = Int32Array.from(histories.keys())
      const whole = correlationWith(changes.x)(changes.y)
      expect(correlationOfDrawn(changes, once)).toBe(whole)
      if (!Number.isNaN(whole)) expect(Math.abs(whole)).toBeLessThanOrEqual(1 + 1e-9) // rounding of sums
    }),
  )
})

test('a field that repeats another one step later follows it wholly', () => {
  const leader = Float64Array.from([0, 3, 1, 4, 1, 5, 9, 2, 6])
  const follower = Float64Array.from([7, 0, 3, 1, 4, 1, 5, 9, 2])
  const { x, y, begin } = laggedChanges([[leader, follower]], 0, 1)
  expect([...begin]).toEqual([0, 7])
  expect(correlationWith(x)(y)).toBeCloseTo(1, 12) // rounding of sums
})

test('a step of which anything is not known makes no pair', () => {
  const leader = Float64Array.from([0, 1, Number.NaN, 3, 4, 5])
  const follower = Float64Array.from([0, 1, 2, 3, 4, 5])
  expect(laggedChanges([[leader, follower]], 0, 1).x).toHaveLength(2)
})
