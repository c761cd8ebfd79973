/** Composite indices: the published stages of the ASEM example, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { aggregateTree, type CompositeNode, normalizeColumn, ranksOf, winsorize } from './composite.ts'

const table = (name: string) => {
  const [head = '', ...lines] = readFileSync(shared(`reference/composite/coinr_ASEM_${name}.csv`), 'utf8')
    .trim()
    .split('\n')
  const names = head.replaceAll('"', '').split(',')
  return lines.map((line) => {
    const cells =
      line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? []
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? '']))
  })
}

test.runIf(sharedIsHere)(
  'outliers and scales of the ASEM example, indicator by indicator (COINr 1.1.14)',
  () => {
    const [imputed, treated, normalised] = ['dset_Imputed', 'dset_Treated', 'dset_Normalised'].map(table)
    const indicators = table('iMeta').filter((row) => row['Type'] === 'Indicator')
    expect(indicators).toHaveLength(49)
    let drawnIn = 0
    for (const { iCode = '', Direction } of indicators) {
      const of = (rows: typeof imputed) => (rows ?? []).map((row) => Number(row[iCode]))
      const found = winsorize(of(imputed))
      if (found.times > 0) drawnIn++
      for (const [unit, value] of of(treated).entries())
        expect(Math.abs((found.values[unit] ?? 0) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
      const scaled = normalizeColumn(found.values, Number(Direction) < 0 ? -1 : 1, 'min-max')
      for (const [unit, value] of of(normalised).entries()) expect(scaled[unit]).toBeCloseTo(value, 9)
    }
    expect(drawnIn).toBe(15)
  },
)

const tree: readonly CompositeNode[] = [
  { code: 'a', parent: 3, weight: 1, direction: 1 },
  { code: 'b', parent: 3, weight: 2, direction: 1 },
  { code: 'c', parent: 4, weight: 1, direction: 1 },
  { code: 'ab', parent: 4, weight: 1, direction: 1 },
  { code: 'all', parent: -1, weight: 1, direction: 1 },
]
const leaf = fc.integer({ min: 1, max: 100 })

test('harmonic is at most geometric, that at most arithmetic, and all lie between the least and the most', () => {
  fc.assert(
    fc.property(leaf, leaf, leaf, (a, b, c) => {
      const [arithmetic = 0, geometric = 0, harmonic = 0] = (
        ['arithmetic', 'geometric', 'harmonic'] as const
      ).map((by) => aggregateTree(tree, [a, b, c, null, null], by)[4] ?? 0)
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
      const whole = (x: number, weights?: number[]) =>
        aggregateTree(tree, [x, b, c, null, null], 'arithmetic', weights)[4] ?? 0
      expect(whole(a, [scale, 2 * scale, scale, scale, scale])).toBeCloseTo(whole(a), 9)
      expect(whole(a + 1)).toBeGreaterThan(whole(a))
    }),
  )
})

test('what is missing, not positive under a geometric mean, or weighs nothing in all, gives no number', () => {
  expect(aggregateTree(tree, [null, 1, 1, null, null], 'arithmetic')[4]).toBeNull()
  expect(aggregateTree(tree, [-1, 1, 1, null, null], 'geometric')[4]).toBeNull()
  expect(aggregateTree(tree, [1, 1, 1, null, null], 'arithmetic', [0, 0, 1, 1, 1])[4]).toBeNull()
  expect(normalizeColumn([2, 2, 2], 1, 'min-max')).toEqual([null, null, null])
})

test('a change of unit changes no normalized value, and of direction turns the ranks round', () => {
  const column = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(column, fc.constantFrom('min-max', 'z-score', 'rank', 'percentile'), (values, by) => {
      const plain = normalizeColumn(values, 1, by)
      const scaled = normalizeColumn(
        values.map((value) => 3 * value + 7),
        1,
        by,
      )
      for (const [at, value] of plain.entries()) expect(scaled[at]).toBeCloseTo(value ?? 0, 9)
      const turned = ranksOf(normalizeColumn(values, -1, by))
      for (const [at, rank] of ranksOf(plain).entries())
        expect(turned[at]).toBe(values.length + 1 - (rank ?? 0))
    }),
  )
})
