/** All steps together, by laws that hold whatever the way through them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compositeAggregations } from './composite.ts'
import {
  type CompositeChoice,
  type CompositeModel,
  compositeRoom,
  prepareLeaves,
  scoreUnits,
} from './composite-model.ts'
import { compositeTree } from './composite-tree.ts'
import { imputations } from './impute.ts'
import { treatments, usualLimits } from './treat-outliers.ts'

const tree = compositeTree(Int32Array.of(3, 3, 4, 4, -1))
const weights = Float64Array.of(1, 2, 1, 1, 1)
const normalizations = ['min-max', 'z-score', 'rank', 'percentile', 'goalposts', 'target'] as const

function scoresOf(columns: readonly (readonly number[])[], choice: CompositeChoice, coverage = 1): number[] {
  const units = columns[0]?.length ?? 0
  const model: CompositeModel = {
    units,
    tree,
    leaves: Int32Array.of(0, 1, 2),
    data: Float64Array.from(columns.flat()),
    scales: columns.map(() => ({ direction: 1, lower: 0, upper: 50, target: 60 })),
    groups: new Int32Array(units),
    coverage,
    limits: usualLimits,
  }
  const room = compositeRoom(model, [choice.aggregate])
  scoreUnits(model, prepareLeaves(model, choice).normalized, weights, choice.aggregate, room)
  return [...room.scores.subarray(4 * units)]
}

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -20, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.constant(9000) },
)
const table = fc
  .integer({ min: 2, max: 9 })
  .chain((units) =>
    fc.array(fc.array(cell, { minLength: units, maxLength: units }), { minLength: 3, maxLength: 3 }),
  )
const choices = fc.record({
  impute: fc.constantFrom(...imputations),
  treat: fc.constantFrom(...treatments),
  normalize: fc.constantFrom(...normalizations),
  aggregate: fc.constantFrom(...compositeAggregations),
})

test('a score is a number or missing, never beyond all bounds, and on its scale', () => {
  fc.assert(
    fc.property(table, choices, fc.constantFrom(0, 0.5, 1), (columns, choice, coverage) => {
      for (const score of scoresOf(columns, choice, coverage)) {
        expect(Math.abs(score)).not.toBe(Number.POSITIVE_INFINITY)
        if (choice.aggregate !== 'arithmetic' || choice.normalize === 'z-score' || Number.isNaN(score))
          continue
        expect(score).toBeGreaterThanOrEqual(-1e-9)
        expect(score).toBeLessThanOrEqual(100 + 1e-9)
      }
    }),
    { numRuns: 400 },
  )
})

test('the order of units does not matter, except where several orders are as good', () => {
  fc.assert(
    fc.property(table, choices, (columns, choice) => {
      if (choice.aggregate === 'non-compensatory') return
      if (choice.impute === 'regression') return // its sums in another order decide what is equal, and what is collinear
      const plain = scoresOf(columns, choice)
      const turned = scoresOf(
        columns.map((column) => column.toReversed()),
        choice,
      ).reverse()
      for (const [at, score] of plain.entries())
        if (Number.isNaN(score)) expect(turned[at]).toBeNaN()
        else expect(Math.abs((turned[at] ?? Number.NaN) - score)).toBeLessThan(1e-7) // sums in another order
    }),
    { numRuns: 300 },
  )
})

test('a unit that is better in every indicator never scores less, whatever the way', () => {
  const full = fc.integer({ min: 2, max: 8 }).chain((units) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: units, maxLength: units }), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  fc.assert(
    fc.property(full, choices, (columns, choice) => {
      if (choice.normalize === 'z-score' && choice.aggregate !== 'arithmetic') return
      const better = columns.map((column) => [...column, Math.max(...column) + 1])
      const scores = scoresOf(better, choice)
      const best = scores.at(-1) ?? Number.NaN
      // drawn in until nothing varies, nobody has a score
      for (const score of scores)
        if (Number.isNaN(best)) expect(score).toBeNaN()
        else expect(score).toBeLessThanOrEqual(best + 1e-9)
    }),
    { numRuns: 300 },
  )
})
