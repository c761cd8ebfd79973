/** Gower's coefficient as published, effective numbers, and rates among comparable cases: laws, and what clusters do. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableRates } from './comparable-rates.ts'
import {
  type Feature,
  type FeatureKind,
  type FeatureValue,
  gowerSimilarity,
  rangeOf,
} from './gower-similarity.ts'
import { random } from './random.ts'
import { weightedShare } from './weighted-share.ts'
import { wilsonInterval } from './wilson-interval.ts'

interface Published {
  readonly daisy: {
    readonly columns: readonly (readonly (number | null)[])[]
    readonly mixed: readonly (readonly (number | null)[])[]
    readonly presence: readonly (readonly (number | null)[])[]
  }
  readonly people: {
    readonly kinds: readonly FeatureKind[]
    readonly rows: readonly (readonly FeatureValue[])[]
    readonly distance01: number
  }
}
const published = JSON.parse(
  readFileSync(new URL('published/gower.json', import.meta.url), 'utf8'),
) as Published // our own file

describe('Gower’s coefficient', () => {
  const { columns, mixed, presence } = published.daisy
  const rows = Array.from({ length: 11 }, (_, row) =>
    columns.map((column) => (column[row] === null ? null : column[row] === 1)),
  )
  test.each([
    ['two qualities and three presences', mixed, ['quality', 'quality', 'presence', 'presence', 'presence']],
    ['five presences', presence, Array.from({ length: 5 }, () => 'presence')],
  ] as const)('agrees with daisy of R on %s, missing values and all', (_, table, kinds) => {
    const features = kinds.map((kind): Feature => ({ kind: kind as FeatureKind, weight: 1 }))
    for (const [at, line] of table.entries())
      for (const [other, distance] of line.entries()) {
        const { value } = gowerSimilarity(rows[at + 1] ?? [], rows[other] ?? [], features)
        if (distance === null) expect(value).toBeNull()
        else expect(1 - (value ?? 2)).toBeCloseTo(distance, 6) // seven digits are printed
      }
  })

  test('agrees with the package gower where quantities are in it', () => {
    const { kinds, rows: people, distance01 } = published.people
    const features = kinds.map(
      (kind, at): Feature => ({
        kind,
        weight: 1,
        range: rangeOf(people.map((row) => row[at] ?? null)),
      }),
    )
    const { value } = gowerSimilarity(people[0] ?? [], people[1] ?? [], features)
    expect(1 - (value ?? 2)).toBeCloseTo(distance01, 6)
  })

  const value = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null })
  const features: readonly Feature[] = [1, 2, 0.5].map((weight) => ({ kind: 'quantity', weight, range: 10 }))
  const row = fc.tuple(value, value, value)
  test('is symmetric, lies in [0, 1], and is 1 with oneself where anything is known', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const there = gowerSimilarity(a, b, features)
        expect(gowerSimilarity(b, a, features)).toEqual(there)
        if (there.value !== null) {
          expect(there.value).toBeGreaterThanOrEqual(0)
          expect(there.value).toBeLessThanOrEqual(1)
        }
        expect(gowerSimilarity(a, a, features).value).toBe(a.every((one) => one === null) ? null : 1)
      }),
    )
  })

  test('does not change with the unit of weights, nor by a feature of which one value is missing', () => {
    fc.assert(
      fc.property(row, row, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, times) => {
        const heavier = features.map((one) => ({ ...one, weight: one.weight * times }))
        const plain = gowerSimilarity(a, b, features).value
        const other = gowerSimilarity(a, b, heavier).value
        if (plain === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(plain, 10)
        const longer = gowerSimilarity([...a, null], [...b, 3], [...features, { kind: 'quality', weight: 4 }])
        expect(longer.value).toBe(plain)
        expect(longer.parts.at(-1)).toBeNull()
      }),
    )
  })

  test('a weight below 0 and a case of another length are refused', () => {
    expect(() => gowerSimilarity([1], [2], [{ kind: 'quality', weight: -1 }])).toThrow(RangeError)
    expect(() => gowerSimilarity([1, 2], [2], [{ kind: 'quality', weight: 1 }])).toThrow(RangeError)
  })
})

describe('a weighted share', () => {
  test('with equal weights is the plain share with Wilson’s interval', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 60 }), (outcomes) => {
        const found = weightedShare(
          outcomes,
          outcomes.map(() => 0.3),
        )
        const hits = outcomes.filter((one) => one === 1).length
        expect(found?.value).toBeCloseTo(hits / outcomes.length, 12)
        expect(found?.effectiveN).toBeCloseTo(outcomes.length, 9)
        const [low, high] = wilsonInterval(hits, outcomes.length)
        expect(found?.interval[0]).toBeCloseTo(low, 9)
        expect(found?.interval[1]).toBeCloseTo(high, 9)
      }),
    )
  })

  test('has fewer effective cases the less equal the weights, and none without weights', () => {
    expect(weightedShare([1, 0, 0], [2, 1, 1])?.effectiveN).toBeCloseTo(16 / 6, 12)
    expect(weightedShare([1, 0], [0, 0])).toBeNull()
  })
})

describe('rates among comparable cases', () => {
  const similarities = [0.9, 0.9, 0.8, 0.8, 0.2, 0.1, null, 0.7]
  const outcomes = [1, 1, 0, 1, 0, 0, 1, null] as const
  const clusters = [0, 0, 1, 1, 2, 2, 3, 3]

  test('the k nearest come with their equals, and a case without outcome or similarity is not of them', () => {
    const found = comparableRates({ outcomes, similarities, clusters }, random(1), { k: 3 })
    expect(found.weights).toEqual([1, 1, 1, 1, 0, 0, 0, 0])
    expect(found.comparable).toMatchObject({ value: 0.75, n: 4, clusters: 2 })
    expect(found.base).toMatchObject({ value: 4 / 7, n: 7, clusters: 4 })
    expect(found.difference?.value).toBeCloseTo(0.75 - 4 / 7, 12)
  })

  test('without k all count by their similarity', () => {
    const found = comparableRates({ outcomes, similarities, clusters }, random(1), {})
    expect(found.comparable?.value).toBeCloseTo((0.9 + 0.9 + 0.8) / 3.7, 12)
    expect(found.comparable?.effectiveN).toBeLessThan(6)
  })

  test('cases of one unit count once, and k counts units', () => {
    const cases = {
      outcomes: [1, 1, 1, 1, 0, 0] as const,
      similarities: [0.9, 0.9, 0.9, 0.5, 0.7, 0.2],
      clusters: [0, 0, 0, 0, 1, 2],
      units: [0, 0, 0, 0, 1, 2],
    }
    const two = comparableRates(cases, random(1), { k: 2 })
    expect(two.weights).toEqual([1, 1, 1, 0, 1, 0])
    expect(two.comparable).toMatchObject({ value: 0.5, n: 2, effectiveN: 2, clusters: 2 })
    const all = comparableRates(cases, random(1))
    expect(all.base).toMatchObject({ value: 1 / 3, n: 3 })
    expect(all.comparable?.value).toBeCloseTo(0.8 / (0.8 + 0.7 + 0.2), 12)
  })

  test('a group holds only its own, and one that is empty has no rate', () => {
    const groups = {
      host: [true, false, true, false, true, true, true, true],
      none: outcomes.map(() => false),
    }
    const found = comparableRates({ outcomes, similarities, clusters, groups }, random(1), { k: 4 })
    expect(found.groups['host']).toMatchObject({ value: 0.5, n: 2 })
    expect(found.groups['none']).toBeNull()
  })

  test('outcomes that go by cluster widen the interval of clusters, and not that of cases', () => {
    const many = Array.from({ length: 200 }, (_, at) => Math.floor(at / 20))
    const same = many.map((cluster): 0 | 1 => (cluster % 2 === 0 ? 1 : 0))
    const alike = many.map(() => 1)
    const { base } = comparableRates({ outcomes: same, similarities: alike, clusters: many }, random(1))
    const width = ([low, high]: readonly [number, number]) => high - low
    expect(width(base?.clusterInterval ?? [0, 0])).toBeGreaterThan(3 * width(base?.interval ?? [0, 1])) // √20 ≈ 4.5
    const apart = comparableRates(
      { outcomes: same, similarities: alike, clusters: many.map((_, at) => at) },
      random(1),
    )
    expect(width(apart.base?.clusterInterval ?? [0, 9])).toBeLessThan(1.2 * width(base?.interval ?? [0, 0]))
  })

  test('the same seed gives the same intervals, and one cluster gives none', () => {
    const once = comparableRates({ outcomes, similarities, clusters }, random(7), { k: 3 })
    expect(comparableRates({ outcomes, similarities, clusters }, random(7), { k: 3 })).toEqual(once)
    const one = comparableRates({ outcomes, similarities, clusters: clusters.map(() => 0) }, random(7), {
      k: 3,
    })
    expect(one.comparable?.clusterInterval).toBeNull()
  })
})
