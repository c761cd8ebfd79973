/** Concentration over partners: published numbers, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { diversification, hillNumber, withoutPartner } from './diversification.ts'
import { diversificationBootstrap } from './diversification-bootstrap.ts'
import published from './published/concentration.json' with { type: 'json' }
import { random } from './random.ts'

test.each(published.hhi)('HHI of $shares is printed as $hhi', ({ shares, hhi }) => {
  expect(diversification(shares).hhi * 10_000).toBeCloseTo(hhi, 9)
})

test.each(published.effectiveNumber)('the effective number of $large and $ones of 1 is $printed', (row) => {
  const amounts = [...row.large, ...Array.from({ length: row.ones }, () => 1)]
  expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(100)
  expect(diversification(amounts).effectivePartners.toFixed(2)).toBe(row.printed.toFixed(2))
})

describe.skipIf(!sharedIsHere)('the reference beside the checkout (skipped where there is none)', () => {
  const reference = JSON.parse(
    sharedIsHere ? readFileSync(shared('reference/positions/concentration_expected.json'), 'utf8') : '{}',
  ) as Record<string, Record<string, number> & { shares: number[] }>
  test.each(Object.entries(reference))('%s', (_, expected) => {
    const found = diversification(expected.shares)
    expect(found.hhi * 10_000).toBeCloseTo(expected['hhi'] ?? Number.NaN, 8)
    const { normalised, shannon_nats, effective_number_inverse_hhi, effective_number } = expected
    if (normalised !== undefined) expect(found.normalizedHhi).toBeCloseTo(normalised, 12)
    if (shannon_nats !== undefined) expect(found.shannon).toBeCloseTo(shannon_nats, 7) // seven digits given
    const effective = effective_number_inverse_hhi ?? effective_number
    if (effective !== undefined) expect(found.effectivePartners).toBeCloseTo(effective, 9)
  })
})

const amounts = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
const near = (value: number) => [value * (1 - 1e-9) - 1e-12, value * (1 + 1e-9) + 1e-12] as const
const expectNear = (found: number, wanted: number) => {
  const [low, high] = near(wanted)
  expect(found).toBeGreaterThanOrEqual(low)
  expect(found).toBeLessThanOrEqual(high)
}

test('neither the order of the partners nor the unit of the amounts matters, nor partners with nothing', () => {
  fc.assert(
    fc.property(amounts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, unit) => {
      const found = diversification(list)
      for (const other of [list.toReversed(), list.map((one) => one * unit), [...list, 0, 0]]) {
        const same = diversification(other)
        expectNear(same.hhi, found.hhi)
        expectNear(same.shannon, found.shannon)
        expect(same.partners).toBe(found.partners)
      }
    }),
  )
})

test('n equal shares are n effective partners, whatever the order of the Hill number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 8, noNaN: true }), (n, order) => {
      const equal = Array.from({ length: n }, () => 3)
      expectNear(diversification(equal).effectivePartners, n)
      if (Math.abs(order - 1) > 0.01) expectNear(hillNumber(equal, order), n)
      expectNear(hillNumber(equal, 1), n)
      expectNear(hillNumber(equal, Number.POSITIVE_INFINITY), n)
    }),
  )
})

test('two partners become one: HHI rises by twice the product of their shares, Shannon falls', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 10 }), (list) => {
      const [a = 0, b = 0, ...rest] = list
      const [apart, merged] = [diversification(list), diversification([a + b, ...rest])]
      expectNear(merged.hhi - apart.hhi, (2 * a * b) / apart.total ** 2)
      expect(merged.shannon).toBeLessThan(apart.shannon)
      expect(merged.effectivePartners).toBeLessThan(apart.effectivePartners)
    }),
  )
})

test('Hill numbers never rise with their order', () => {
  fc.assert(
    fc.property(amounts, (list) => {
      const orders = [0, 0.5, 1, 1.5, 2, 4, Number.POSITIVE_INFINITY].map((order) => hillNumber(list, order))
      for (const [at, one] of orders.entries())
        if (at > 0) expect(one).toBeLessThanOrEqual((orders[at - 1] ?? 0) * (1 + 1e-9))
    }),
  )
})

test('HHI is the same whether computed at once or from those without a partner', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 8 }), (list) => {
      const whole = diversification(list)
      const [first = 0] = list
      const share = first / whole.total
      const without = withoutPartner(list, 0)?.hhi ?? Number.NaN
      expectNear(whole.hhi, share ** 2 + (1 - share) ** 2 * without)
    }),
  )
  expect(withoutPartner([4], 0)).toBeUndefined()
})

test('what cannot be: negative amounts, nothing at all, a partner that is not there', () => {
  for (const wrong of [[-1, 2], [Number.NaN], [0, 0], []])
    expect(() => diversification(wrong)).toThrow(/diversification: /)
  expect(() => withoutPartner([1, 2], 2)).toThrow(/an index of amounts, got 2/)
  expect(() => hillNumber([1], -1)).toThrow(/order/)
})

const counted = (counts: readonly number[]) => {
  const partner = counts.flatMap((count, k) => Array.from({ length: count }, () => k))
  return {
    unit: partner.map((_, at) => at),
    partner,
    amount: partner.map(() => 1),
    partners: counts.length,
  }
}

test('intervals hold the estimate, are the same for a seed, and need five activities and two partners', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 }),
      fc.nat(99),
      (counts, seed) => {
        const rows = counted(counts)
        if (rows.unit.length === 0) return
        const found = diversification(counts)
        const intervals = diversificationBootstrap(rows, 50, random(seed))
        if (rows.unit.length < 5 || found.partners < 2) expect(intervals).toBeUndefined()
        else {
          for (const name of ['hhi', 'shannon', 'effectivePartners'] as const) {
            const [low, high] = intervals?.[name] ?? [Number.NaN, Number.NaN]
            expect(low).toBeLessThanOrEqual(found[name] * (1 + 1e-12))
            expect(high).toBeGreaterThanOrEqual(found[name] * (1 - 1e-12))
          }
          expect(intervals?.effectivePartners[1]).toBeLessThanOrEqual(found.partners + 1e-9)
          expect(diversificationBootstrap(rows, 50, random(seed))).toEqual(intervals)
        }
      },
    ),
    { numRuns: 60 }, // each draws 50 times
  )
})

test('an activity with several partners is drawn whole', () => {
  // each activity counts half for both of the same two partners: no draw can change the shares
  const rows = {
    unit: [0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
    partner: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
    amount: Array.from({ length: 10 }, () => 0.5),
    partners: 2,
  }
  expect(diversificationBootstrap(rows, 100, random(1))?.hhi).toEqual([0.5, 0.5])
})

test('the interval of HHI covers what as many activities would show on average about as often as it says', () => {
  const propensity = [0.4, 0.2, 0.15, 0.1, 0.1, 0.05]
  const n = 40
  const truth = propensity.reduce((sum, p) => sum + p * p, 0)
  const expected = truth + (1 - truth) / n // mean of HHI in n independent draws
  const repeats = 400
  let covered = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const next = random(7, repeat)
    const counts = propensity.map(() => 0)
    for (let at = 0; at < n; at++) {
      let u = next()
      let k = 0
      while (k < 5 && u > (propensity[k] ?? 0)) u -= propensity[k++] ?? 0
      counts[k] = (counts[k] ?? 0) + 1
    }
    const [low, high] = diversificationBootstrap(counted(counts), 300, next)?.hhi ?? [1, 0]
    if (low <= expected && expected <= high) covered++
  }
  expect(covered / repeats).toBeGreaterThan(0.9) // 95 % nominal; two standard errors of the count are 0.022, the rest is the method's
  expect(covered / repeats).toBeLessThan(0.99)
})
