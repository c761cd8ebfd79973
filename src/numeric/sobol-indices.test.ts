/** Sobol's indices: the Ishigami function, whose indices are known, and laws. */
import { describe, expect, test } from 'vitest'
import { sobolIndices } from './sobol-indices.ts'

// Ishigami & Homma (1990); exact by integration, as in Saltelli et al. (2008), Global Sensitivity Analysis, p. 179
const exact = { first: [0.31390519, 0.44241114, 0], total: [0.55758886, 0.44241114, 0.24368366] }
const ishigami = (x: Float64Array) => {
  const [a = 0, b = 0, c = 0] = x.map((u) => Math.PI * (2 * u - 1))
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
}

describe('the Ishigami function', () => {
  const found = sobolIndices(ishigami, 3, 16_384, 1) ?? []
  test.each([0, 1, 2])('input %d', (d) => {
    const index = found[d]
    expect(Math.abs((index?.first ?? 9) - (exact.first[d] ?? 0))).toBeLessThan(0.03) // three standard errors of 16,384 rows
    expect(Math.abs((index?.total ?? 9) - (exact.total[d] ?? 0))).toBeLessThan(0.03)
    const [low, high] = index?.totalInterval ?? [9, 9]
    expect(low).toBeLessThanOrEqual(index?.total ?? 0)
    expect(high).toBeGreaterThanOrEqual(index?.total ?? 0)
  })
})

test('of a sum, first and total agree and add up to one; an input that plays no part has none', () => {
  const [a, b, c] = sobolIndices((x) => 3 * (x[0] ?? 0) + (x[1] ?? 0), 3, 8192, 2) ?? []
  expect(a?.first).toBeCloseTo(0.9, 1)
  expect((a?.first ?? 0) + (b?.first ?? 0)).toBeCloseTo(1, 1)
  expect((a?.total ?? 0) - (a?.first ?? 0)).toBeCloseTo(0, 1)
  expect(c).toMatchObject({ first: 0, total: 0 })
})

test('the unit of the output does not matter, and a constant has no indices', () => {
  const plain = sobolIndices(ishigami, 3, 256, 3)
  const scaled = sobolIndices((x) => 10 * ishigami(x) - 4, 3, 256, 3)
  for (const d of [0, 1, 2]) expect(scaled?.[d]?.total).toBeCloseTo(plain?.[d]?.total ?? 0, 9)
  expect(sobolIndices(() => 5, 2, 64, 1)).toBeNull()
})
