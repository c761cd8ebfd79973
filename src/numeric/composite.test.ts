/** Composite indices: trees and ranks, by laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aggregations, ranksOf } from './composite.ts'
import { aggregateTree, compositeTree, weightsInAll } from './composite-tree.ts'
import { dataCoverage } from './data-coverage.ts'

// a, b, c, ab of a and b, all of c and ab
const tree = compositeTree(Int32Array.of(3, 3, 4, 4, -1))
const usual = Float64Array.of(1, 2, 1, 1, 1)
const whole = (
  leaves: readonly number[],
  by: (typeof aggregations)[number] = 'arithmetic',
  weights = usual,
  least = 1,
) => aggregateTree(Float64Array.from([...leaves, 0, 0]), 1, tree, weights, by, least)[4] ?? Number.NaN
const leaf = fc.integer({ min: 1, max: 100 })

test('harmonic is at most geometric, that at most arithmetic, and all lie between the least and the most', () => {
  fc.assert(
    fc.property(leaf, leaf, leaf, (a, b, c) => {
      const [arithmetic = 0, geometric = 0, harmonic = 0] = aggregations.map((by) => whole([a, b, c], by))
      expect(harmonic).toBeLessThanOrEqual(geometric + 1e-9)
      expect(geometric).toBeLessThanOrEqual(arithmetic + 1e-9)
      expect(harmonic).toBeGreaterThanOrEqual(Math.min(a, b, c) - 1e-9)
      expect(arithmetic).toBeLessThanOrEqual(Math.max(a, b, c) + 1e-9)
    }),
  )
})

test('only shares of weights count, and what is better never lowers the whole', () => {
  fc.assert(
    fc.property(leaf, leaf, leaf, fc.integer({ min: 1, max: 9 }), (a, b, c, scale) => {
      const scaled = Float64Array.of(scale, 2 * scale, scale, scale, scale)
      expect(whole([a, b, c], 'arithmetic', scaled)).toBeCloseTo(whole([a, b, c]), 9)
      expect(whole([a + 1, b, c])).toBeGreaterThan(whole([a, b, c]))
    }),
  )
})

test('an arithmetic whole is the sum of leaves by what each weighs in all', () => {
  const inAll = weightsInAll(tree, usual, new Float64Array(5))
  expect(inAll[0]).toBeCloseTo(1 / 6, 12)
  fc.assert(
    fc.property(leaf, leaf, leaf, (a, b, c) => {
      const sum = a * (inAll[0] ?? 0) + b * (inAll[1] ?? 0) + c * (inAll[2] ?? 0)
      expect(sum).toBeCloseTo(whole([a, b, c]), 9)
    }),
  )
})

test('what is missing, not positive under a geometric mean, or weighs nothing in all, gives no number', () => {
  expect(whole([Number.NaN, 1, 1])).toBeNaN()
  expect(whole([-1, 1, 1], 'geometric')).toBeNaN()
  expect(whole([0, 1, 1], 'harmonic')).toBeNaN()
  expect(whole([1, 1, 1], 'arithmetic', Float64Array.of(0, 0, 1, 1, 1))).toBeNaN()
})

test('where less is asked for, the known parts stand for all; a value that is not positive is never passed over', () => {
  expect(whole([Number.NaN, 4, 2], 'arithmetic', usual, 0.5)).toBe(3)
  expect(whole([Number.NaN, 4, 2], 'arithmetic', usual, 0.6)).toBeNaN()
  expect(whole([Number.NaN, Number.NaN, 2], 'arithmetic', usual, 0)).toBe(2)
  expect(whole([Number.NaN, 0, 2], 'geometric', usual, 0)).toBeNaN()
})

test('coverage is the share of leaves, not of parts', () => {
  const shares = dataCoverage(Float64Array.of(1, Number.NaN, 1, 0, 0), 1, tree)
  expect([...shares]).toEqual([1, 0, 1, 0.5, 2 / 3])
})

test('a parent before its child, and a second root, are misuse', () => {
  expect(() => compositeTree(Int32Array.of(-1, 0))).toThrow(/must stand after/)
  expect(() => compositeTree(Int32Array.of(-1, -1))).toThrow(/must stand after/)
})

test('ranks sum to the same whatever the ties, and a better value never has a worse rank', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 }), (values) => {
      const ranks = ranksOf(values)
      const n = values.length
      expect(ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), 0)).toBeCloseTo((n * (n + 1)) / 2, 9)
      for (const [a, value] of values.entries())
        for (const [b, other] of values.entries())
          if (value > other) expect(ranks[a]).toBeLessThan(ranks[b] ?? 0)
    }),
  )
  expect(ranksOf([3, null, 5, 3])).toEqual([2.5, null, 1, 2.5])
})
