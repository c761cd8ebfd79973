/** Quantiles of mixtures under many weights: as halving finds them, without a grid and without Newton's steps. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distributionFunction } from './distribution-function.ts'
import { drawPools } from './draw-pools.ts'
import { mixtureQuantile } from './mixture-quantile.ts'
import type { StatedQuantiles } from './normal-scores.ts'
import { distributionRules, poolDistributions } from './pool-distributions.ts'
import { quantileFunction } from './quantile-function.ts'
import { random } from './random.ts'

/** The least number at which a mixture comes to a share, by halving until no number lies between: slow, and plain to see right. */
function halved(forecasts: readonly StatedQuantiles[], share: number, parts: ArrayLike<number>): number {
  const counted = forecasts.flatMap((one, at) =>
    (parts[at] ?? 0) > 0
      ? [{ part: parts[at] ?? 0, below: distributionFunction(one), end: quantileFunction(one)(share) }]
      : [],
  )
  const reaches = (value: number) =>
    counted.reduce((sum, { part, below }) => sum + part * below(value), 0) >= share - 1e-13
  const ends = counted.map(({ end }) => end)
  let [from, until] = [Math.min(...ends), Math.max(...ends)]
  if (reaches(from)) return from
  for (;;) {
    const middle = from + (until - from) / 2
    if (middle <= from || middle >= until) return until
    if (reaches(middle)) until = middle
    else from = middle
  }
}

/**
 * Two values are one quantile of a mixture: they differ by no more than a billionth of the values stated, or hardly any share lies
 * between them (both ways allow 1e-13 for rounding, and a sum of a few hundred shares is rounded by less than that).
 */
function expectOne(
  forecasts: readonly StatedQuantiles[],
  parts: ArrayLike<number>,
  a: number,
  b: number,
): void {
  const stated = forecasts.flatMap(({ values }) => Array.from(values))
  const little = 1e-9 * (1 + Math.max(...stated.map(Math.abs)))
  if (Math.abs(a - b) <= little) return
  const functions = forecasts.map(distributionFunction)
  const below = (value: number) =>
    functions.reduce((sum, share, at) => sum + (parts[at] ?? 0) * share(value), 0)
  expect(below(Math.max(a, b) - little) - below(Math.min(a, b)), `${a} and ${b}`).toBeLessThan(1e-12)
}

/** Quantiles that ascend, some of them of one value: whole numbers, so that forecasters step at the same values. */
const stated = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }))),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: -500, max: 500 }), fc.boolean()))
  .map(([steps, start, isFine]): StatedQuantiles => {
    const whole = steps.reduce((sum, [share]) => sum + share, 0) + 20
    let [share, value] = [0, start]
    const points = steps.map(([further, up]) => {
      share += further
      value += isFine ? up / 997 : up
      return { share: share / whole, value }
    })
    return { shares: points.map((one) => one.share), values: points.map((one) => one.value) }
  })
const partsOf = (weights: readonly number[]) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(weights, (weight) => weight / total)
}

describe('quantiles of a mixture', () => {
  test('are those that halving finds, under one set of weights after another', () => {
    const crowd = fc.array(stated, { minLength: 1, maxLength: 9 })
    const weights = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(crowd, weights, (forecasts, sets) => {
        const quantile = mixtureQuantile(forecasts)
        for (const set of sets) {
          const own = set.slice(0, forecasts.length)
          if (own.every((weight) => weight === 0)) continue
          const parts = partsOf(own)
          for (const share of [0.01, 0.25, 0.5, 0.8])
            expectOne(forecasts, parts, quantile(share, parts), halved(forecasts, share, parts))
        }
      }),
    )
  })

  test('are the same where stated values are too many for the grid', () => {
    const crowd = fc.array(stated, { minLength: 150, maxLength: 200 })
    fc.assert(
      fc.property(crowd, fc.integer(), (forecasts, seed) => {
        const next = random(seed)
        const quantile = mixtureQuantile(forecasts)
        for (let draw = 0; draw < 4; draw++) {
          const parts = partsOf(forecasts.map(() => Math.floor(3 * next())))
          for (const share of [0.001, 0.5, 0.95])
            expectOne(forecasts, parts, quantile(share, parts), halved(forecasts, share, parts))
        }
      }),
      { numRuns: 8 },
    )
  })

  test('of two camps without anybody between, the least is told, and not their middle', () => {
    const normal = (mean: number): StatedQuantiles => ({
      shares: [0.25, 0.75],
      values: [mean - 0.001, mean + 0.001],
    })
    const camps = [normal(0), normal(0), normal(1000), normal(1000)]
    const parts = [0.25, 0.25, 0.25, 0.25]
    const value = mixtureQuantile(camps)(0.5, parts)
    expect(value).toBeLessThan(0.05)
    expectOne(camps, parts, value, halved(camps, 0.5, parts))
  })

  test('lie at the step where those who are certain part, and are refused outside (0, 1)', () => {
    const certain = (value: number): StatedQuantiles => ({ shares: [0.25, 0.75], values: [value, value] })
    const quantile = mixtureQuantile([certain(1), certain(2), certain(4)])
    expect([0.2, 0.21, 0.5, 0.51].map((share) => quantile(share, [0.2, 0.3, 0.5]))).toEqual([1, 2, 2, 4])
    expect(quantile(0.5, [0, 1, 0])).toBe(2)
    expect(() => quantile(1, [0.2, 0.3, 0.5])).toThrow(RangeError)
  })
})

describe('pools with the forecasters drawn anew', () => {
  test('are the pools of those who were drawn, by every rule', () => {
    fc.assert(
      fc.property(fc.array(stated, { minLength: 1, maxLength: 8 }), fc.integer(), (forecasts, seed) => {
        const weights = forecasts.map((_, at) => 1 + (at % 3))
        for (const rule of distributionRules) {
          const own = rule.endsWith('-performance') ? weights : undefined
          const drawn = drawPools(forecasts, 0.5, rule, own, 3, random(seed))
          const next = random(seed)
          for (const value of drawn) {
            const picked = forecasts
              .map(() => Math.floor(next() * forecasts.length))
              .toSorted((a, b) => a - b)
            const their = picked.flatMap((at) => forecasts[at] ?? [])
            const theirWeights = own === undefined ? undefined : picked.map((at) => own[at] ?? 0)
            const pool = poolDistributions(their, [0.5], rule, theirWeights)[0] ?? 0
            if (rule.startsWith('linear'))
              expectOne(their, partsOf(theirWeights ?? partsBy(rule, their.length)), value, pool)
            // a weight that ends one half exactly but for rounding is told as half way in both: sums have a slack of 1e-12
            else expect(Math.abs(value - pool), rule).toBeLessThan(1e-9 * (1 + Math.abs(pool)))
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

function partsBy(rule: string, n: number): readonly number[] {
  return Array.from({ length: n }, (_, at) =>
    rule.endsWith('-recency') && n > 2 ? Math.exp(Math.sqrt(at + 1) - Math.sqrt(n)) : 1,
  )
}
