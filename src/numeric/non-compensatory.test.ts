/** Rankings that no part can make up for: published examples, every order tried, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonCompensatory, supportOf } from './non-compensatory.ts'
import { copelandScores, outrankingMatrix } from './outranking.ts'
import { random } from './random.ts'

const { countries, tennessee } = JSON.parse(
  readFileSync(new URL('./published/composite-steps.json', import.meta.url), 'utf8'),
)

test('three countries of Munda and Nardo: shares, supports of all six orders, and C before A before B', () => {
  const values = Float64Array.from(
    countries.columns.flatMap((column: number[], at: number) =>
      column.map((value) => countries.directions[at] * value),
    ),
  )
  const matrix = outrankingMatrix(values, 3, Float64Array.from(countries.weights), new Float64Array(9))
  for (const [at, share] of countries.shares.entries())
    expect(Math.abs((matrix[at] ?? 9) - share)).toBeLessThan(1e-3) // cut after three digits
  for (const [name, support] of Object.entries<number>(countries.supports)) {
    const order = Int32Array.from(name, (letter) => 'ABC'.indexOf(letter))
    expect(Math.abs(supportOf(matrix, 3, order) - support)).toBeLessThan(1e-3) // cut after three digits
  }
  expect(nonCompensatory(matrix, 3)).toMatchObject({ order: Int32Array.of(2, 0, 1), exact: true, orders: 1 })
})

test('the capital of Tennessee', () => {
  const cities = 'MNCK'
  const ballots = Object.entries<number>(tennessee.rankings)
  const values = Float64Array.from(
    ballots.flatMap(([ballot]) => [...cities].map((city) => -ballot.indexOf(city))),
  )
  const matrix = outrankingMatrix(
    values,
    4,
    Float64Array.from(ballots, ([, votes]) => votes),
    new Float64Array(16),
  )
  const { order, support } = nonCompensatory(matrix, 4)
  expect(Array.from(order, (at) => cities[at]).join('')).toBe(tennessee.best)
  expect(100 * support).toBeCloseTo(tennessee.support, 9)
  expect(Array.from(copelandScores(matrix, 4, new Float64Array(4)))).toEqual([-3, 3, 1, -1])
})

const permutations = (of: readonly number[]): number[][] =>
  of.length < 2
    ? [[...of]]
    : of.flatMap((first) => permutations(of.filter((at) => at !== first)).map((rest) => [first, ...rest]))

const tables = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([units, columns]) =>
    fc.record({
      units: fc.constant(units),
      values: fc.array(fc.integer({ min: 0, max: 4 }), {
        minLength: units * columns,
        maxLength: units * columns,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: columns, maxLength: columns }),
    }),
  )
const matrixOf = ({ units, values, weights }: { units: number; values: number[]; weights: number[] }) =>
  outrankingMatrix(Float64Array.from(values), units, Float64Array.from(weights), new Float64Array(units ** 2))

test('of all orders none has more support, and as many as told have as much', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const matrix = matrixOf(table)
      const { support, orders, order } = nonCompensatory(matrix, table.units)
      const all = permutations([...Array(table.units).keys()]).map((one) =>
        supportOf(matrix, table.units, Int32Array.from(one)),
      )
      const best = Math.max(...all)
      expect(support).toBeCloseTo(best, 9)
      expect(orders).toBe(all.filter((one) => one > best - 1e-9).length)
      expect([...order].sort((a, b) => a - b)).toEqual([...Array(table.units).keys()])
    }),
    { numRuns: 60 },
  )
})

test('a unit at least as good everywhere, and better once, is preferred; a stretched scale changes nothing', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { units, values } = table
      const raised = values.map((value, at) => (at % units === 0 ? value + 9 : value))
      expect(nonCompensatory(matrixOf({ ...table, values: raised }), units).order[0]).toBe(0)
      const stretched = values.map((value) => value ** 3 + 5)
      expect(matrixOf({ ...table, values: stretched })).toEqual(matrixOf(table))
    }),
  )
})

test('many units in a circle are ordered step by step, and it is told; no single move betters the order', () => {
  const next = random(4)
  const units = 20
  const values = Float64Array.from({ length: units * 7 }, next)
  const matrix = outrankingMatrix(values, units, new Float64Array(7).fill(1), new Float64Array(units ** 2))
  const { order, support, exact } = nonCompensatory(matrix, units)
  expect(exact).toBe(false)
  for (let from = 0; from < units; from++)
    for (let to = 0; to < units; to++) {
      const moved = [...order]
      const [unit = 0] = moved.splice(from, 1)
      moved.splice(to, 0, unit)
      expect(supportOf(matrix, units, Int32Array.from(moved))).toBeLessThanOrEqual(support + 1e-9)
    }
})

test('what is not known of one of the two does not speak; where nothing is known they are even', () => {
  const values = Float64Array.of(1, Number.NaN, 3, 2)
  expect(outrankingMatrix(values, 2, Float64Array.of(5, 1), new Float64Array(4))).toEqual(
    Float64Array.of(0, 1, 0, 0),
  )
  const none = Float64Array.of(1, Number.NaN)
  expect(outrankingMatrix(none, 2, Float64Array.of(1), new Float64Array(4))).toEqual(
    Float64Array.of(0, 0.5, 0.5, 0),
  )
})
