/** Pools of probabilities: published values, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { densestMean } from './densest-mean.ts'
import { extremize } from './extremize.ts'
import { geometricMean } from './geometric-mean.ts'
import { meanLogOdds } from './mean-log-odds.ts'
import { performanceWeights } from './performance-weights.ts'
import { poolingRules, poolProbabilities } from './pool-probabilities.ts'
import peers from './published/baseline-and-peer-scores.json' with { type: 'json' }
import published from './published/pooling.json' with { type: 'json' }
import { recencyWeights } from './recency-weights.ts'
import { softenCertainties } from './soften-certainties.ts'
import { softenedMean } from './softened-mean.ts'
import { trimmedMean } from './trimmed-mean.ts'
import { weightedMedian } from './weighted-median.ts'

const printed = 9 // digits that the reference prints

describe('published values', () => {
  test.skipIf(!sharedIsHere)(
    `our copy says what the reference says${sharedIsHere ? '' : ' (skipped: there is no ../shared)'}`,
    () => {
      const reference = readFileSync(shared('reference/forecasting/pooling_expected.json'), 'utf8')
      expect(published).toEqual(JSON.parse(reference))
    },
  )

  test('twenty forecasts with certainties among them', () => {
    const { x, ...expected } = published.sets.aggutils_test
    expect(poolProbabilities(x, 'mean')).toBeCloseTo(expected.mean, printed)
    expect(poolProbabilities(x, 'median')).toBeCloseTo(expected.median, printed)
    expect(trimmedMean(x, 0.1)).toBeCloseTo(expected.trim10, printed)
    expect(trimmedMean(x, 0.25)).toBeCloseTo(expected.trim25, printed)
    expect(densestMean(x, 0.1)).toBeCloseTo(expected.hd_trim10, printed)
    expect(softenedMean(x, 0.1)).toBeCloseTo(expected.soften_mean, printed)
    expect(poolProbabilities(x, 'neyman')).toBeCloseTo(expected.neyman_extremized, printed)
    expect(geometricMean(softenCertainties(x))).toBeCloseTo(expected.geomean, printed)
    expect(poolProbabilities(x, 'log-odds')).toBeCloseTo(expected.geomean_odds, printed)
  })

  test('three and two forecasts', () => {
    const { x, ...expected } = published.sets.three
    expect(poolProbabilities(x, 'mean')).toBeCloseTo(expected.mean, printed)
    expect(poolProbabilities(x, 'neyman')).toBeCloseTo(expected.neyman_extremized, printed)
    expect(geometricMean(x)).toBeCloseTo(expected.geomean, printed)
    expect(meanLogOdds(x)).toBeCloseTo(expected.geomean_odds, printed)
    const { two } = published.sets
    expect(poolProbabilities(two.x, 'neyman')).toBeCloseTo(two.neyman_extremized, printed)
  })

  test('extremizing by a power, weights of recency, and the geometric mean of both answers', () => {
    for (const { p, a, out } of published.extremize_power.examples)
      expect(extremize(p, a)).toBeCloseTo(out, 14)
    const { N, weights } = peers.recency_weights
    for (const [at, weight] of recencyWeights(N).entries()) expect(weight).toBeCloseTo(weights[at] ?? 0, 14)
    const { forecasts, pmf } = peers.geometric_mean
    expect(geometricMean(forecasts)).toBeCloseTo(pmf[1] ?? 0, 8)
    expect(geometricMean(forecasts.map((p) => 1 - p))).toBeCloseTo(pmf[0] ?? 0, 8)
  })
})

const inner = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const several = fc.array(inner, { minLength: 1, maxLength: 40 })

describe('laws', () => {
  test('every rule gives a probability; all but the extremizing ones one between the lowest and the highest', () => {
    fc.assert(
      fc.property(several, (ps) => {
        for (const rule of poolingRules) {
          const pooled = poolProbabilities(ps, rule)
          expect(pooled >= 0 && pooled <= 1).toBe(true)
          if (rule === 'extremized' || rule === 'neyman') continue
          expect(pooled).toBeGreaterThanOrEqual(Math.min(...ps) - 1e-12)
          expect(pooled).toBeLessThanOrEqual(Math.max(...ps) + 1e-12)
        }
      }),
    )
  })

  test('an event and its opposite are treated alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), (percent) => {
        const ps = percent.map((p) => p / 100)
        for (const rule of poolingRules)
          expect(
            poolProbabilities(ps, rule) +
              poolProbabilities(
                ps.map((p) => 1 - p),
                rule,
              ),
          ).toBeCloseTo(1, 9)
      }),
    )
  })

  test('where all agree the pool agrees, extremizing aside', () => {
    fc.assert(
      fc.property(inner, fc.integer({ min: 1, max: 20 }), (p, n) => {
        for (const rule of ['mean', 'median', 'trimmed', 'log-odds', 'recency', 'performance'] as const)
          expect(poolProbabilities(new Array<number>(n).fill(p), rule)).toBeCloseTo(p, 12)
      }),
    )
  })

  test('weights of 2 count as two forecasts', () => {
    fc.assert(
      fc.property(several, (ps) => {
        const twice = [...ps, ...ps.slice(0, 1)]
        const weights = ps.map((_, at) => (at === 0 ? 2 : 1))
        for (const rule of ['mean', 'median', 'log-odds', 'performance'] as const)
          expect(poolProbabilities(ps, rule, { weights })).toBeCloseTo(poolProbabilities(twice, rule), 9)
      }),
    )
  })

  test('the weighted median halves the weight', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(inner, fc.integer({ min: 1, max: 9 })), { minLength: 1 }), (list) => {
        const median = weightedMedian(
          list.map(([p]) => p),
          list.map(([, w]) => w),
        )
        const total = list.reduce((sum, [, w]) => sum + w, 0)
        const weigh = (kept: (p: number) => boolean) =>
          list.reduce((sum, [p, w]) => sum + (kept(p) ? w : 0), 0)
        expect(weigh((p) => p < median)).toBeLessThanOrEqual(total / 2)
        expect(weigh((p) => p > median)).toBeLessThanOrEqual(total / 2)
      }),
    )
  })

  test('who was better weighs more, and the more so the longer the record', () => {
    const [better, same, worse] = performanceWeights([-0.1, 0, 0.1], [10, 10, 10])
    expect(better).toBeGreaterThan(same ?? 0)
    expect(worse).toBeLessThan(same ?? 0)
    expect(performanceWeights([-0.1], [100])[0]).toBeGreaterThan(better ?? 0)
  })
})
