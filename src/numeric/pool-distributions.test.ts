/** Pools of distributions: published and independently computed values, and laws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averageQuantiles } from './average-quantiles.ts'
import { distributionFunction } from './distribution-function.ts'
import { linearPool } from './linear-pool.ts'
import { medianQuantiles } from './median-quantiles.ts'
import { normalCdf } from './normal.ts'
import { normalQuantile } from './normal-quantile.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { distributionRules, poolDistributions } from './pool-distributions.ts'
import published from './published/distribution-pools.json' with { type: 'json' }
import { quantileFunction } from './quantile-function.ts'
import { recencyWeights } from './recency-weights.ts'

const asked = [0.05, 0.25, 0.5, 0.75, 0.95]
const normal = (mean: number, sd: number, shares: readonly number[] = asked): StatedQuantiles => ({
  shares,
  values: shares.map((share) => mean + sd * normalQuantile(share)),
})
const normals = ({ means, sds }: { readonly means: readonly number[]; readonly sds: readonly number[] }) =>
  means.map((mean, at) => normal(mean, sds[at] ?? 1))

describe('published values', () => {
  test('the linear pool of three normal laws', () => {
    const { weights, printed, ...laws } = published.mixture
    const pool = linearPool(
      normals(laws),
      printed.map(({ share }) => share),
      weights,
    )
    // shares are printed with three digits: 0.01 may be off by half a percent, which moves the value by 0.002
    for (const [at, { value }] of printed.entries())
      expect(Math.abs((pool[at] ?? 0) - value)).toBeLessThan(0.005)
    const exact = Array.from({ length: 41 }, (_, at) => -5 + at / 4)
    const shares = exact.map((x) => 0.25 * normalCdf(x + 3) + 0.5 * normalCdf(x) + 0.25 * normalCdf(x - 3))
    for (const [at, value] of linearPool(normals(laws), shares, weights).entries())
      expect(value).toBeCloseTo(exact[at] ?? 0, 9)
  })

  test('the quantile average of normal laws is the normal law of averaged mean and sd, the linear pool is wider', () => {
    const { weights, shares, linear, mean, ...laws } = published.normals
    for (const [at, value] of averageQuantiles(normals(laws), shares, weights).entries())
      expect(value).toBeCloseTo(mean[at] ?? 0, 12)
    for (const [at, value] of linearPool(normals(laws), shares, weights).entries())
      expect(value).toBeCloseTo(linear[at] ?? 0, 10)
  })
})

const stated = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 2,
    maxLength: 6,
  })
  .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: -500, max: 500 })))
  .map(([steps, start]): StatedQuantiles => {
    const whole = steps.reduce((sum, [share]) => sum + share, 0) + 20
    let [share, value] = [0, start]
    const points = steps.map(([further, up]) => {
      share += further
      value += up
      return { share: share / whole, value }
    })
    return { shares: points.map((one) => one.share), values: points.map((one) => one.value) }
  })
const crowd = fc.array(fc.tuple(stated, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 })
const grid = Array.from({ length: 49 }, (_, at) => (at + 1) / 50)
const split = (list: readonly (readonly [StatedQuantiles, number])[]) => ({
  forecasts: list.map(([one]) => one),
  weights: list.map(([, weight]) => weight),
})
const close = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length)
  // values lie within a few thousands, so that this is some eleven digits
  for (let at = 0; at < a.length; at++) expect(Math.abs((a[at] ?? 0) - (b[at] ?? 0))).toBeLessThan(1e-7)
}
/** Two linear pools agree: where the mixture is thin, rounding of shares moves values, but hardly any share lies between them. */
const alike = (
  forecasts: readonly StatedQuantiles[],
  weights: readonly number[],
  a: Float64Array,
  b: Float64Array,
) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const functions = forecasts.map(distributionFunction)
  const below = (value: number) =>
    functions.reduce((sum, share, at) => sum + ((weights[at] ?? 0) / total) * share(value), 0)
  for (const [at, value] of a.entries()) {
    const [low, high] = [Math.min(value, b[at] ?? 0), Math.max(value, b[at] ?? 0)]
    if (high - low > 1e-7) expect(below(high - 1e-7) - below(low)).toBeLessThan(1e-9)
  }
}
const same = (
  rule: string,
  { forecasts, weights }: ReturnType<typeof split>,
  a: Float64Array,
  b: Float64Array,
) => (rule.startsWith('linear') ? alike(forecasts, weights, a, b) : close(a, b))

describe('laws of what one states', () => {
  test('the quantile function passes through what is stated, does not fall, and its inverse leads back', () => {
    fc.assert(
      fc.property(stated, (one) => {
        const [quantile, share] = [quantileFunction(one), distributionFunction(one)]
        for (const [at, p] of Array.from(one.shares).entries()) expect(quantile(p)).toBe(one.values[at])
        let before = Number.NEGATIVE_INFINITY
        for (const p of grid) {
          const value = quantile(p)
          expect(value).toBeGreaterThanOrEqual(before - 1e-9)
          expect(share(value)).toBeGreaterThanOrEqual(p - 1e-9) // a step of the distribution may pass it
          expect(share(value - 1e-6 * (1 + Math.abs(value)))).toBeLessThanOrEqual(p + 1e-9)
          before = value
        }
      }),
    )
  })

  test('what is out of order is refused', () => {
    for (const [shares, values] of [
      [[0.5], [1]],
      [
        [0.5, 0.5],
        [1, 2],
      ],
      [
        [0.2, 1],
        [1, 2],
      ],
      [
        [0.2, 0.4],
        [2, 1],
      ],
      [
        [0.2, 0.4],
        [2, Number.NaN],
      ],
      [[0.2, 0.4], [2]],
    ] as const)
      expect(() => quantileFunction({ shares, values })).toThrow(RangeError)
    expect(() => linearPool([], [0.5])).toThrow(RangeError)
    expect(() => averageQuantiles([normal(0, 1)], [0.5], [0])).toThrow(RangeError)
    expect(() => medianQuantiles([normal(0, 1)], [0.5], [1, 1])).toThrow(RangeError)
  })
})

describe('laws of pools', () => {
  test('pools do not fall, and lie between the lowest and the highest forecast at each share', () => {
    fc.assert(
      fc.property(crowd, (list) => {
        const { forecasts, weights } = split(list)
        for (const rule of distributionRules) {
          const pool = poolDistributions(forecasts, grid, rule, weights)
          for (const [at, value] of pool.entries()) {
            const all = forecasts.map((one) => quantileFunction(one)(grid[at] ?? 0.5))
            expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
            expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
            if (at > 0) expect(value).toBeGreaterThanOrEqual((pool[at - 1] ?? 0) - 1e-9)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the order of forecasters does not matter, except to recency', () => {
    fc.assert(
      fc.property(crowd, (list) => {
        const [own, turned] = [split(list), split(list.toReversed())]
        for (const rule of distributionRules.filter((one) => !one.endsWith('-recency')))
          same(
            rule,
            own,
            poolDistributions(own.forecasts, asked, rule, own.weights),
            poolDistributions(turned.forecasts, asked, rule, turned.weights),
          )
      }),
    )
  })

  test('another unit and another zero change a pool as they change the forecasts', () => {
    fc.assert(
      fc.property(
        crowd,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: -300, max: 300 }),
        (list, scale, shift) => {
          const { forecasts, weights } = split(list)
          const moved = forecasts.map(({ shares, values }) => ({
            shares,
            values: Array.from(values, (value) => (scale * value) / 10 + shift),
          }))
          for (const rule of distributionRules)
            same(
              rule,
              {
                forecasts: moved,
                weights: rule.endsWith('-recency') ? [...recencyWeights(moved.length)] : weights,
              },
              poolDistributions(moved, asked, rule, weights),
              poolDistributions(forecasts, asked, rule, weights).map((value) => (scale * value) / 10 + shift),
            )
        },
      ),
    )
  })

  test('where all say the same the pool says it', () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: 1, max: 7 }), (one, n) => {
        const forecasts = new Array<StatedQuantiles>(n).fill(one)
        for (const rule of distributionRules) {
          const pool = poolDistributions(forecasts, one.shares, rule, new Array<number>(n).fill(0.3))
          expect([...pool]).toEqual([...Array.from(one.values)])
        }
      }),
    )
  })

  test('a weight of 2 counts as two forecasts, a weight of 0 as none', () => {
    fc.assert(
      fc.property(crowd, stated, (list, more) => {
        const { forecasts } = split(list)
        const [first] = forecasts
        if (first === undefined) return
        const weights = forecasts.map((_, at) => (at === 0 ? 2 : 1))
        for (const rule of ['mean', 'median', 'linear'] as const)
          same(
            rule,
            { forecasts, weights },
            poolDistributions([...forecasts, more], asked, rule, [...weights, 0]),
            poolDistributions([...forecasts, first], asked, rule),
          )
      }),
    )
  })

  test('the linear pool varies at least as much as the quantile average of the same forecasts', () => {
    const fine = Array.from({ length: 300 }, (_, at) => (at + 0.5) / 300)
    const variance = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    }
    fc.assert(
      fc.property(crowd, (list) => {
        const { forecasts, weights } = split(list)
        const [wide, sharp] = [
          linearPool(forecasts, fine, weights),
          averageQuantiles(forecasts, fine, weights),
        ].map(variance) as [number, number] // two pools
        // 300 middles stand for the whole law: what lies beyond the outermost is left out of both
        expect(wide).toBeGreaterThanOrEqual(sharp * (1 - 5e-3) - 1e-9)
      }),
      { numRuns: 25 },
    )
    // exact for normal laws: mean of variances and variance of means, against the squared mean of sds
    const { weights, means, sds } = published.normals
    const tails = Array.from({ length: 4000 }, (_, at) => (at + 0.5) / 4000)
    const laws = normals({ means, sds })
    expect(variance(linearPool(laws, tails, weights))).toBeCloseTo(5.9125, 1)
    expect(variance(averageQuantiles(laws, tails, weights))).toBeCloseTo(1.96, 2)
  })

  test('one who lies far off moves the mean and widens the linear pool, and leaves the median where it is', () => {
    const agreed = [normal(10, 1), normal(10, 1), normal(10, 1)]
    const far = [...agreed, normal(1000, 1)]
    close(medianQuantiles(far, asked), medianQuantiles(agreed, asked))
    expect(averageQuantiles(far, [0.5])[0]).toBeCloseTo(257.5, 9)
    const [low, high] = linearPool(far, [0.5, 0.95])
    expect(low).toBeLessThan(11)
    expect(high).toBeGreaterThan(990)
  })

  test('of two who are certain of different values the linear pool takes each at its weight', () => {
    const certain = (value: number): StatedQuantiles => ({ shares: [0.25, 0.75], values: [value, value] })
    const pool = linearPool([certain(1), certain(2)], [0.2, 0.3, 0.31, 0.9], [0.1 + 0.2, 0.7])
    expect([...pool]).toEqual([1, 1, 2, 2])
  })
})
