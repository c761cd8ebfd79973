/** Synthetic control, interrupted series and similarity with a group: laws, and what was planted is found. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cholesky, choleskySolve } from './cholesky.ts'
import { convergence } from './convergence.ts'
import { groupSimilarity } from './group-similarity.ts'
import { nearestInHull } from './nearest-in-hull.ts'
import { random } from './random.ts'
import { randomNormal } from './random-normal.ts'
import { segmentedRegression } from './segmented-regression.ts'
import { placeboTest, syntheticControl } from './synthetic-control.ts'
import type { RollCalls } from './vote-bits.ts'
import { countTogether, packVotes } from './vote-bits.ts'
import { votingSimilarity } from './voting-similarity.ts'

const periods = 20
const before = 12
function world(seed: number, donors: number) {
  const normal = randomNormal(random(seed))
  const common = Array.from({ length: periods }, () => normal())
  return Float64Array.from({ length: donors * periods }, (_, at) => {
    const [j, t] = [Math.floor(at / periods), at % periods]
    return (common[t] ?? 0) * (0.5 + j / donors) + Math.sin((j + 1) * t) + 0.1 * normal()
  })
}
const mixture = (donors: Float64Array, weights: readonly number[]) =>
  Float64Array.from({ length: periods }, (_, t) =>
    weights.reduce((sum, weight, j) => sum + weight * (donors[j * periods + t] ?? 0), 0),
  )

test('a Cholesky factor times its transpose is the matrix, and it solves', () => {
  const a = Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3)
  const low = cholesky(a, 3)
  const x = choleskySolve(low, [1, 2, 3])
  for (let i = 0; i < 3; i++) {
    let sum = 0
    for (let j = 0; j < 3; j++) sum += (a[i * 3 + j] ?? 0) * (x[j] ?? 0)
    expect(sum).toBeCloseTo(i + 1, 12)
  }
})

test('the nearest point of a hull is nearer than any mixture tried at random', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
      const next = random(seed)
      const points = Float64Array.from({ length: 15 }, () => next() * 2 - 1)
      const target = Float64Array.from({ length: 3 }, () => next() * 2 - 1)
      const { weights, distance } = nearestInHull(points, target)
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      expect(weights.every((weight) => weight >= 0)).toBe(true)
      for (let round = 0; round < 50; round++) {
        const shares = Array.from({ length: 5 }, () => -Math.log(1 - next()))
        const sum = shares.reduce((a, b) => a + b, 0)
        const at = [0, 1, 2].map((d) =>
          shares.reduce((all, share, j) => all + (share / sum) * (points[j * 3 + d] ?? 0), 0),
        )
        const away = Math.hypot(...at.map((value, d) => value - (target[d] ?? 0)))
        expect(away).toBeGreaterThan(distance - 1e-9)
      }
    }),
    { numRuns: 50 },
  )
})

describe('synthetic control', () => {
  const donors = world(1, 6)
  const weights = [0.5, 0, 0.3, 0, 0.2, 0]

  test('of a mixture of donors finds the mixture, and no effect', () => {
    const found = syntheticControl(mixture(donors, weights), donors, before)
    for (const [j, weight] of weights.entries()) expect(found.weights[j]).toBeCloseTo(weight, 6) // twelve periods fix six shares
    expect(found.effect).toBeCloseTo(0, 6)
  })

  test('finds an effect that was planted, whatever the order and the unit of measurement', () => {
    const planted = mixture(donors, weights).map((value, t) => value + (t >= before ? 2 : 0))
    expect(syntheticControl(planted, donors, before).effect).toBeCloseTo(2, 6)
    const turned = Float64Array.from(
      { length: donors.length },
      (_, at) => donors[(5 - Math.floor(at / periods)) * periods + (at % periods)] ?? 0,
    )
    expect(syntheticControl(planted, turned, before).effect).toBeCloseTo(2, 6)
    const scaled = syntheticControl(
      planted.map((v) => 10 * v + 3),
      donors.map((v) => 10 * v + 3),
      before,
    )
    expect(scaled.effect).toBeCloseTo(20, 5)
  })

  test('an effect that only it has makes it the most unusual of all, and lies in the interval', () => {
    const many = world(2, 19)
    const noise = randomNormal(random(8))
    const shares = Array.from({ length: 19 }, (_, j) => (j < 4 ? 0.25 : 0))
    const planted = mixture(many, shares).map((value, t) => value + 0.05 * noise() + (t >= before ? 3 : 0))
    const found = placeboTest(planted, many, before)
    expect(found.p).toBe(1 / 20)
    expect(found.interval?.[0]).toBeLessThan(3)
    expect(found.interval?.[1]).toBeGreaterThan(3)
  })

  test('without an effect p is as often small as it says', () => {
    let small = 0
    for (let seed = 10; seed < 50; seed++) {
      const all = world(seed, 10)
      if (placeboTest(all.slice(0, periods), all.slice(periods), before).p <= 0.2) small++
    }
    expect(small).toBeLessThanOrEqual(16) // of 40 runs 8 are expected; 16 is three standard errors more
  })
})

describe('interrupted series', () => {
  test('finds the step and the bend that were planted', () => {
    const y = Float64Array.from({ length: 30 }, (_, t) => 1 + 0.2 * t + (t >= 14 ? 3 - 0.1 * (t - 14) : 0))
    const found = segmentedRegression(y, 14)
    expect(found.trend.value).toBeCloseTo(0.2, 10)
    expect(found.step.value).toBeCloseTo(3, 10)
    expect(found.bend.value).toBeCloseTo(-0.1, 10)
  })

  test('its intervals hold the truth about as often as they say, with errors that hang together', () => {
    let held = 0
    const runs = 300
    for (let seed = 0; seed < runs; seed++) {
      const normal = randomNormal(random(seed, 3))
      let error = 0
      const y = Float64Array.from({ length: 60 }, (_, t) => {
        error = 0.3 * error + normal()
        return 0.1 * t + (t >= 30 ? 2 : 0) + error
      })
      const [low, high] = segmentedRegression(y, 30).step.interval
      if (low <= 2 && 2 <= high) held++
    }
    expect(held / runs).toBeGreaterThan(0.82) // Bartlett's weights are known to fall short of 95 % in short series
  })

  test('three periods are needed on each side', () => {
    expect(() => segmentedRegression(new Float64Array(5), 2)).toThrow(RangeError)
  })
})

describe('similarity with a group', () => {
  const votesOf = (seed: number): RollCalls => {
    const next = random(seed)
    return {
      states: 4,
      rollCalls: 60,
      votes: Uint8Array.from({ length: 240 }, () => (next() < 0.1 ? 0 : 1 + Math.floor(next() * 3))),
      session: Int32Array.from({ length: 60 }, (_, at) => Math.floor(at / 30)),
      sessions: 2,
    }
  }

  test('is the mean of the similarities with its members', () => {
    const votes = votesOf(1)
    const bits = packVotes(votes)
    const counts = new Int32Array(9)
    for (const measure of ['kappa', 's', 'agreement', 'pi'] as const) {
      const found = groupSimilarity(votes, 0, [1, 2, 3], measure)
      for (const session of [0, 1]) {
        const each = [1, 2, 3].map((member) => {
          countTogether(bits, 0, member, session, counts)
          return votingSimilarity(counts, measure)?.value ?? 0
        })
        expect(found[session]?.value).toBeCloseTo(each.reduce((a, b) => a + b, 0) / 3, 12)
      }
    }
  })

  test('with one member its standard error is near that of the dyad', () => {
    const votes = votesOf(2)
    const counts = new Int32Array(9)
    countTogether(packVotes(votes), 0, 1, 0, counts)
    const dyad = votingSimilarity(counts, 'kappa')?.se ?? 0
    const ratio = (groupSimilarity(votes, 0, [1], 'kappa')[0]?.se ?? 0) / dyad
    expect(ratio).toBeGreaterThan(0.8) // the one is a jackknife, the other a first-order formula
    expect(ratio).toBeLessThan(1.3)
  })
})

test('both designs see a state that came closer after joining, and only then', () => {
  const donors = world(5, 8).map((value) => value / 10)
  const own = mixture(donors, [0.4, 0.3, 0.3, 0, 0, 0, 0, 0])
  const joined = convergence(
    own.map((value, t) => value + (t >= before ? 0.3 : 0)),
    donors,
    before,
  )
  expect(joined.control.effect).toBeCloseTo(0.3, 4)
  expect(joined.interrupted.step.value).toBeGreaterThan(0.1)
})
