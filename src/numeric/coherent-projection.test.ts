/** The nearest coherent probabilities: cases by hand, and laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coherentProjection, excess, type LinearConstraint } from './coherent-projection.ts'

const sum = (n: number, sense: LinearConstraint['sense']): LinearConstraint => ({
  terms: Array.from({ length: n }, (_, at) => ({ at, coefficient: 1 })),
  sense,
  bound: 1,
})
const ascending = (n: number): LinearConstraint[] =>
  Array.from({ length: n - 1 }, (_, at) => ({
    terms: [
      { at, coefficient: 1 },
      { at: at + 1, coefficient: -1 },
    ],
    sense: 'at-most',
    bound: 0,
  }))
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
const logics = fc.constantFrom<(n: number) => LinearConstraint[]>(
  (n) => [sum(n, 'equal')],
  (n) => [sum(n, 'at-most')],
  ascending,
)

test('a partition that sums to 1.3 gives back the same from each, and what has nothing to give stays at 0', () => {
  const { nearest, distance, broken } = coherentProjection([0.6, 0.65, 0.05], [sum(3, 'equal')])
  for (const [at, p] of [0.475, 0.525, 0].entries()) expect(nearest[at]).toBeCloseTo(p, 10) // as solved by hand: 0.05 falls to 0
  expect(distance).toBeCloseTo(Math.hypot(0.125, 0.125, 0.05), 10)
  expect(broken).toBeCloseTo(0.3, 12)
})

test('dates that fall are drawn together to their mean, as in isotonic regression', () => {
  const { nearest } = coherentProjection([0.2, 0.6, 0.4, 0.3], ascending(4))
  for (const [at, p] of [0.2, 1.3 / 3, 1.3 / 3, 1.3 / 3].entries()) expect(nearest[at]).toBeCloseTo(p, 9)
})

test('the result is coherent, and what is coherent stays where it is', () => {
  fc.assert(
    fc.property(probabilities, logics, (given, logic) => {
      const constraints = logic(given.length)
      const { nearest } = coherentProjection(given, constraints)
      for (const one of constraints) expect(excess(one, nearest)).toBeLessThan(1e-9) // the solver stops at 1e-12 a step
      for (const p of nearest) expect(p >= 0 && p <= 1).toBe(true)
      const again = coherentProjection(nearest, constraints)
      for (const [at, p] of nearest.entries()) expect(again.nearest[at]).toBeCloseTo(p, 8)
    }),
    { numRuns: 200 },
  )
})

test('no coherent point is nearer', () => {
  fc.assert(
    fc.property(probabilities, probabilities, logics, (given, other, logic) => {
      const constraints = logic(given.length)
      const { distance } = coherentProjection(given, constraints)
      const start = given.map((_, at) => other[at % other.length] ?? 0)
      const { nearest: coherent } = coherentProjection(start, constraints)
      expect(distance).toBeLessThanOrEqual(
        Math.hypot(...coherent.map((p, at) => p - (given[at] ?? 0))) + 1e-9, // the solver's own error
      )
    }),
    { numRuns: 200 },
  )
})

test('constraints that nothing satisfies, or that point past the probabilities, are refused', () => {
  const one = (bound: number): LinearConstraint => ({
    terms: [{ at: 0, coefficient: 1 }],
    sense: 'equal',
    bound,
  })
  expect(() => coherentProjection([0.5], [one(0.2), one(0.4)])).toThrow('leave at least one point')
  expect(() => coherentProjection([0.5], [sum(2, 'equal')])).toThrow(RangeError)
})
