/** Weights from comparisons, budgets and components: published tables, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetAllocation } from './budget-allocation.ts'
import { pairwiseWeights } from './pairwise-weights.ts'
import { principalComponents } from './principal-components.ts'

const published = JSON.parse(
  readFileSync(new URL('./published/composite-steps.json', import.meta.url), 'utf8'),
)

/** The matrix whose upper triangle is given row by row. */
function reciprocal(above: readonly (readonly number[])[]): Float64Array {
  const n = above.length + 1
  const matrix = new Float64Array(n * n).fill(1)
  for (const [row, ratios] of above.entries())
    for (const [at, ratio] of ratios.entries()) {
      const column = row + 1 + at
      matrix[row * n + column] = ratio
      matrix[column * n + row] = 1 / ratio
    }
  return matrix
}

describe('comparisons two by two', () => {
  test.each(['wealth', 'drinks'])('%s of Saaty', (name) => {
    const { above, weights, lambdaMax, consistencyRatio } = published[name]
    const found = pairwiseWeights(reciprocal(above), 7)
    for (const [at, weight] of weights.entries()) expect(found.weights[at]).toBeCloseTo(weight, 3) // printed with three digits
    if (lambdaMax !== undefined) expect(found.lambdaMax).toBeCloseTo(lambdaMax, 2)
    if (consistencyRatio !== undefined) expect(found.consistencyRatio).toBeCloseTo(consistencyRatio, 3)
  })

  const shares = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 })

  test('comparisons that agree give back the weights they were made from, without inconsistency', () => {
    fc.assert(
      fc.property(shares, (of) => {
        const n = of.length
        const sum = of.reduce((a, b) => a + b, 0)
        const matrix = Float64Array.from(
          { length: n * n },
          (_, at) => (of[Math.floor(at / n)] ?? 1) / (of[at % n] ?? 1),
        )
        const { weights, lambdaMax, consistencyRatio } = pairwiseWeights(matrix, n)
        for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo((of[at] ?? 0) / sum, 9)
        expect(lambdaMax).toBeCloseTo(n, 9)
        expect(consistencyRatio).toBeCloseTo(0, 9)
      }),
    )
  })

  test('the order of the parts does not matter, and every judgement turned round turns a pair of weights round', () => {
    const ratio = fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 7)
    fc.assert(
      fc.property(fc.tuple(ratio, ratio, ratio, ratio, ratio, ratio), ([a, b, c, d, e, f]) => {
        const { weights, lambdaMax } = pairwiseWeights(reciprocal([[a, b, c], [d, e], [f]]), 4)
        const swapped = pairwiseWeights(reciprocal([[1 / a, d, e], [b, c], [f]]), 4)
        expect(lambdaMax).toBeGreaterThanOrEqual(4)
        expect(swapped.lambdaMax).toBeCloseTo(lambdaMax, 9)
        for (const [at, from] of [1, 0, 2, 3].entries())
          expect(swapped.weights[at]).toBeCloseTo(weights[from] ?? 0, 9)
        expect(weights.reduce((x, y) => x + y, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('a circle of preferences is inconsistent beyond what is tolerated', () => {
    expect(pairwiseWeights(reciprocal([[5, 1 / 5], [5]]), 3).consistencyRatio).toBeGreaterThan(0.1)
  })

  test.each([
    ['ratios that are not reciprocal', [1, 2, 2, 1], /reciprocal/],
    ['a ratio of 0', [1, 0, 0, 1], /positive/],
    ['another shape', [1, 2, 0.5], /4 ratios/],
  ])('%s are misuse', (_, ratios, message) => {
    expect(() => pairwiseWeights(Float64Array.from(ratios), 2)).toThrow(message)
  })
})

describe('budgets', () => {
  test('every assessor counts the same, whatever the budget; the error is that of a mean', () => {
    const { weights, standardErrors } = budgetAllocation(Float64Array.of(50, 50, 1, 9, 300, 700), 2)
    expect(weights[0]).toBeCloseTo((0.5 + 0.1 + 0.3) / 3, 12)
    expect(standardErrors?.[0]).toBeCloseTo(Math.sqrt(0.08 / 2 / 3), 12) // squares 0.04 + 0.04 + 0 about 0.3
    expect(budgetAllocation(Float64Array.of(3, 1), 2)).toEqual({
      weights: Float64Array.of(0.75, 0.25),
      standardErrors: null,
    })
  })

  test('weights sum to one and do not depend on the order of assessors', () => {
    const budget = fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
      .filter((b) => b.some((p) => p > 0))
    fc.assert(
      fc.property(fc.array(budget, { minLength: 1, maxLength: 6 }), (budgets) => {
        const { weights } = budgetAllocation(Float64Array.from(budgets.flat()), 3)
        const turned = budgetAllocation(Float64Array.from(budgets.toReversed().flat()), 3)
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
        for (const [at, weight] of weights.entries()) expect(turned.weights[at]).toBeCloseTo(weight, 12)
      }),
    )
  })

  test('no points at all are misuse', () => {
    expect(() => budgetAllocation(Float64Array.of(0, 0), 2)).toThrow(/must give points/)
  })
})

describe('principal components', () => {
  const { columns, deviations, first, second } = published.arrests
  const found = principalComponents(Float64Array.from(columns.flat()), 50)

  test('of arrests in fifty states', () => {
    for (const [at, deviation] of deviations.entries())
      expect(Math.sqrt(found?.eigenvalues[at] ?? 0)).toBeCloseTo(deviation, 9)
    for (const [at, loading] of first.entries()) expect(found?.loadings[at]).toBeCloseTo(loading, 9)
    for (const [at, loading] of second.entries()) expect(found?.loadings[4 + at]).toBeCloseTo(loading, 9)
  })

  test('variances sum to the number of columns, and squared loadings of each component to one', () => {
    expect(found?.eigenvalues.reduce((a, b) => a + b, 0)).toBeCloseTo(4, 12)
    for (const component of [0, 1, 2, 3]) {
      const own = Array.from(found?.loadings.subarray(component * 4, component * 4 + 4) ?? [])
      expect(own.reduce((sum, loading) => sum + loading ** 2, 0)).toBeCloseTo(1, 12)
    }
  })

  test('neither units of measurement nor the order of states matter; a state with a gap is left out', () => {
    const other = columns.map((column: number[]) => column.map((value) => 3 * value - 7).reverse())
    const again = principalComponents(Float64Array.from(other.flat()), 50)
    for (const [at, loading] of first.entries()) expect(again?.loadings[at]).toBeCloseTo(loading, 9)
    const holed = columns.map((column: number[], at: number) => [...column, at === 0 ? Number.NaN : 9])
    const without = principalComponents(Float64Array.from(holed.flat()), 51)
    expect(without?.complete).toBe(50)
    for (const [at, loading] of first.entries()) expect(without?.loadings[at]).toBeCloseTo(loading, 9)
  })

  test('a column that does not vary has no components', () => {
    expect(principalComponents(Float64Array.of(1, 2, 3, 4, 4, 4), 3)).toBeNull()
  })
})
