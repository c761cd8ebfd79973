/** Pools with the forecasters drawn anew: those of who was drawn (distributions: mixture-quantile.test.ts), and hanging on the seed alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPools, drawProbabilityPools } from './draw-pools.ts'
import { linearPool } from './linear-pool.ts'
import { poolingRules, poolProbabilities } from './pool-probabilities.ts'
import { random } from './random.ts'

test('pools of probabilities are those of who was drawn, by every rule, to the last digit', () => {
  const crowd = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(crowd, fc.integer(), (said, seed) => {
      const probabilities = said.map((one) => one / 20)
      for (const rule of poolingRules) {
        const weights = rule === 'performance' ? said.map((_, at) => 0.3 + (at % 4)) : undefined
        const drawn = drawProbabilityPools(probabilities, rule, { weights, a: 2 }, 4, random(seed))
        const next = random(seed)
        for (const value of drawn) {
          const picked = said.map(() => Math.floor(next() * said.length)).toSorted((a, b) => a - b)
          const their = picked.map((at) => probabilities[at] ?? 0)
          const theirWeights = weights === undefined ? undefined : picked.map((at) => weights[at] ?? 0)
          expect(value, rule).toBe(poolProbabilities(their, rule, { weights: theirWeights, a: 2 }))
        }
      }
    }),
  )
})

test('draws hang on the seed alone, and are none where none are asked for', () => {
  const forecasts = [10, 20, 40].map((from) => ({ shares: [0.25, 0.75], values: [from, from + 5] }))
  const of = (seed: number) => [...drawPools(forecasts, 0.5, 'linear', undefined, 40, random(seed))]
  expect(of(3)).toEqual(of(3))
  expect(of(3)).not.toEqual(of(4))
  expect(drawPools(forecasts, 0.5, 'linear', undefined, 0, random(1))).toHaveLength(0)
  // each drawn once is among forty draws of three, and gives the pool itself
  expect(of(3)).toContain(linearPool(forecasts, [0.5])[0])
})
