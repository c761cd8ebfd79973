/** Scores of forecasts: published values, and laws. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { baselineScore } from './baseline-score.ts'
import { binaryBrierScore } from './binary-brier-score.ts'
import { binnedDecomposition } from './binned-decomposition.ts'
import { brierScore } from './brier-score.ts'
import { calibrationBins } from './calibration-bins.ts'
import { corpDecomposition } from './corp-decomposition.ts'
import { crpsOfNormal } from './crps-of-normal.ts'
import { crpsOfQuantiles } from './crps-of-quantiles.ts'
import { crpsOfSample } from './crps-of-sample.ts'
import { forecastGroups } from './forecast-groups.ts'
import { isotonicRegression } from './isotonic-regression.ts'
import { murphyDecomposition } from './murphy-decomposition.ts'
import { normalQuantile } from './normal-quantile.ts'
import { peerScores } from './peer-scores.ts'
import peers from './published/baseline-and-peer-scores.json' with { type: 'json' }
import decomposed from './published/brier-decomposition.json' with { type: 'json' }
import { random } from './random.ts'
import { rankedProbabilityScore } from './ranked-probability-score.ts'
import { skillScore } from './skill-score.ts'
import { standingPeerScores } from './standing-peer-scores.ts'
import { wilsonInterval } from './wilson-interval.ts'

const probability = fc.double({ min: 0, max: 1, noNaN: true })
const forecasts = fc.array(fc.tuple(probability, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 300 })
const apart = (list: readonly (readonly [number, number])[]) =>
  [list.map(([p]) => p), list.map(([, y]) => y)] as const
const digits = 12 // sums of a few hundred numbers below 1

describe('published values', () => {
  test.skipIf(!sharedIsHere)(
    `our copies say what the reference says${sharedIsHere ? '' : ' (skipped: there is no ../shared)'}`,
    () => {
      const reference = (name: string) =>
        JSON.parse(readFileSync(shared(`reference/forecasting/${name}.json`), 'utf8'))
      expect(peers).toEqual(reference('baseline_and_peer_scores'))
      expect(decomposed).toEqual(reference('brier_expected'))
    },
  )

  test('ten forecasts: Brier 0.13 = 0.0133 − 0.1333 + 0.25, skill 0.48', () => {
    const { p, y, bs, reliability, resolution, uncertainty, skill } = decomposed.ten
    const parts = murphyDecomposition(p, y)
    expect(parts.brier).toBeCloseTo(bs, digits)
    expect(parts.reliability).toBeCloseTo(reliability, digits)
    expect(parts.murphyResolution).toBeCloseTo(resolution, digits)
    expect(parts.uncertainty).toBeCloseTo(uncertainty, digits)
    expect(skillScore(parts.brier, parts.uncertainty)).toBeCloseTo(skill, digits)
  })

  test('ranked probability score of verification::rps', () => {
    const { pred, obs, rps } = decomposed.rps_wilks
    expect(rankedProbabilityScore(pred, obs - 1)).toBeCloseTo(rps, digits) // R counts outcomes from 1
  })

  test('baseline scores', () => {
    for (const { p, resolved, coverage, score } of peers.baseline_binary) {
      const yes = typeof p === 'number' ? p : 2 ** Number(p.slice(2))
      expect(baselineScore(resolved === 'NO' ? 1 - yes : yes, 2, coverage)).toBeCloseTo(score, 8)
    }
  })

  test('peer scores', () => {
    for (const { ps, scores } of peers.peer)
      for (const [at, score] of peerScores(ps).entries()) expect(score).toBeCloseTo(scores[at] ?? 0, 9)
  })

  test('peer scores when one joins half-way', () => {
    const [a, b, c] = standingPeerScores(
      [
        { forecaster: 0, probability: 0.1, from: 0, until: 10 },
        { forecaster: 1, probability: 0.5, from: 0, until: 10 },
        { forecaster: 2, probability: 0.9, from: 5, until: 10 },
      ],
      3,
      0,
      10,
    )
    expect(a?.score).toBeCloseTo(peers.peer_late.A, 9)
    expect(b?.score).toBeCloseTo(peers.peer_late.B, 9)
    expect(c?.score).toBeCloseTo(peers.peer_late.C.score, 9)
    expect(c?.coverage).toBe(peers.peer_late.C.coverage)
  })

  test('the interval of Wilson: 10 of 20 is 0.299 to 0.701 (Brown, Cai and DasGupta)', () => {
    expect(wilsonInterval(10, 20).map((end) => end.toFixed(3))).toEqual(['0.299', '0.701'])
  })
})

describe('laws', () => {
  test('reliability − resolution + uncertainty is the Brier score, for any forecasts', () => {
    fc.assert(
      fc.property(forecasts, (list) => {
        const [p, y] = apart(list)
        const { reliability, murphyResolution, uncertainty, brier } = murphyDecomposition(p, y)
        const mean = list.reduce((sum, [q, o]) => sum + binaryBrierScore(q, o === 1), 0) / list.length
        expect(brier).toBeCloseTo(mean, digits)
        expect(reliability - murphyResolution + uncertainty).toBeCloseTo(mean, digits)
      }),
    )
  })

  test('in bins too, with the terms within bins', () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 40 }), (list, bins) => {
        const [p, y] = apart(list)
        expect(binnedDecomposition(forecastGroups(p, y), bins).brier).toBeCloseTo(
          murphyDecomposition(p, y).brier,
          digits,
        )
      }),
    )
  })

  test('no forecast is lost in a bin, in a group or on an edge', () => {
    fc.assert(
      fc.property(forecasts, (list) => {
        const groups = forecastGroups(...apart(list))
        expect(groups.count.reduce((a, b) => a + b)).toBe(list.length)
        expect(calibrationBins(groups, 10).reduce((sum, { n }) => sum + n, 0)).toBe(list.length)
        expect([...groups.probability]).toEqual(
          [...new Set(list.map(([p]) => p + 0))].toSorted((a, b) => a - b),
        )
      }),
    )
  })

  test('more distinct forecasts than the first table of groups holds', () => {
    const p = Float64Array.from({ length: 50_000 }, (_, at) => (at % 25_000) / 25_000)
    const groups = forecastGroups(p, new Uint8Array(50_000))
    expect(groups.count).toHaveLength(25_000)
    expect(groups.count.every((n) => n === 2)).toBe(true)
  })

  test('CORP: miscalibration and discrimination are never below 0, and the parts sum to the score', () => {
    fc.assert(
      fc.property(forecasts, (list) => {
        const { miscalibration, discrimination, uncertainty, brier } = corpDecomposition(
          forecastGroups(...apart(list)),
        )
        expect(miscalibration).toBeGreaterThan(-1e-12)
        expect(discrimination).toBeGreaterThan(-1e-12)
        expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brier, digits)
      }),
    )
  })

  test('isotonic regression does not fall, keeps the mean, and fits what it fitted', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1 }), (values) => {
        const fitted = [...isotonicRegression(values)]
        expect(fitted.every((value, at) => at === 0 || value >= (fitted[at - 1] ?? 0))).toBe(true)
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
        expect(sum(fitted)).toBeCloseTo(sum(values), 9)
        for (const [at, value] of isotonicRegression(fitted).entries())
          expect(value).toBeCloseTo(fitted[at] ?? 0, digits)
      }),
    )
  })

  test('the Brier score of two outcomes is twice the binary one, and the ranked score equals it', () => {
    fc.assert(
      fc.property(probability, fc.boolean(), (p, yes) => {
        const binary = binaryBrierScore(p, yes)
        expect(brierScore([p, 1 - p], yes ? 0 : 1)).toBeCloseTo(2 * binary, digits)
        expect(rankedProbabilityScore([p, 1 - p], yes ? 0 : 1)).toBeCloseTo(binary, digits)
      }),
    )
  })

  test('peer scores sum to 0, and do not hang on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        expect(peerScores(ps).reduce((a, b) => a + b, 0)).toBeCloseTo(0, 6)
        const back = peerScores(ps.toReversed()).toReversed()
        for (const [at, score] of peerScores(ps).entries()) expect(back[at]).toBeCloseTo(score, 6)
      }),
    )
  })

  test('who copies the others late gains nothing', () => {
    const early = { forecaster: 0, probability: 0.8, from: 0, until: 10 }
    const [, copy] = standingPeerScores([early, { ...early, forecaster: 1, from: 9 }], 2, 0, 10)
    expect(copy?.score).toBeCloseTo(0, digits)
  })
})

describe('continuous scores', () => {
  test('many quantiles of a normal forecast, and a large sample, come near the closed form', () => {
    const shares = Float64Array.from({ length: 999 }, (_, at) => (at + 1) / 1000)
    const values = shares.map((share) => 2 + 3 * normalQuantile(share))
    for (const outcome of [-1, 2, 5.5]) {
      const exact = crpsOfNormal(2, 3, outcome)
      expect(crpsOfQuantiles(shares, values, outcome)).toBeCloseTo(exact, 2) // 999 quantiles leave out the tails
      expect(crpsOfSample(values, outcome)).toBeCloseTo(exact, 2)
    }
  })

  test('a sample of one scores its absolute error, and the order of a sample does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1 }),
        fc.integer({ min: -100, max: 100 }),
        (sample, outcome) => {
          expect(crpsOfSample([sample[0] ?? 0], outcome)).toBe(Math.abs((sample[0] ?? 0) - outcome))
          expect(crpsOfSample(sample.toReversed(), outcome)).toBeCloseTo(crpsOfSample(sample, outcome), 9)
          const naive =
            sample.reduce((sum, x) => sum + Math.abs(x - outcome), 0) / sample.length -
            sample.flatMap((x) => sample.map((z) => Math.abs(x - z))).reduce((a, b) => a + b, 0) /
              (2 * sample.length ** 2)
          expect(crpsOfSample(sample, outcome)).toBeCloseTo(Math.max(0, naive), 9)
        },
      ),
    )
  })
})

test('many forecasts that differ in their last digits alone are told apart', () => {
  const p = Float64Array.from({ length: 5000 }, (_, at) => 0.5 + ((at * 7919) % 5000) * 1e-12)
  const groups = forecastGroups(p, new Uint8Array(5000).fill(1))
  expect([...groups.probability]).toEqual([...p].toSorted((a, b) => a - b))
})

test('groups are those of a plain sort, however the probabilities crowd, to the last bit', () => {
  const chance = random(5)
  const crowds = {
    'hardly any in common': () => chance(),
    'in hundredths': () => Math.round(100 * chance()) / 100,
    'nearly none': () => chance() * 1e-6,
    'crowded at 0': () => chance() ** 12,
    'crowded at ½': () => 0.5 + chance() * 1e-9,
    'two neighbours by turns': () => (chance() < 0.5 ? 0.3 : 0.1 + 0.2),
    'on the edges': () => [0, -0, 1, 1 - 2 ** -53, 2 ** -1074][Math.floor(5 * chance())] ?? 0,
  }
  for (const [name, draw] of Object.entries(crowds))
    for (const n of [1, 2, 31, 32, 33, 1000, 4000]) {
      const list = Array.from({ length: n }, () => [draw(), chance() < 0.4 ? 1 : 0] as const)
      const tally = new Map<number, [number, number]>()
      for (const [p, y] of list) {
        const known = tally.get(p) ?? [0, 0]
        tally.set(p, [known[0] + 1, known[1] + y])
      }
      const plain = [...tally].toSorted(([a], [b]) => a - b)
      const { probability, count, happened } = forecastGroups(...apart(list))
      expect([...probability], `${n} ${name}`).toEqual(plain.map(([p]) => p + 0))
      expect([...count], `${n} ${name}`).toEqual(plain.map(([, [m]]) => m))
      expect([...happened], `${n} ${name}`).toEqual(plain.map(([, [, yes]]) => yes))
    }
})

test('an outcome that is neither 1 nor 0 is refused', () => {
  expect(() => forecastGroups([0.5], [0.5])).toThrow('outcomes must be 1 or 0, got 0.5')
})
