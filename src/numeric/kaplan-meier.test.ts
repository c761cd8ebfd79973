/** Survival of relations: R's published curve, and laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kaplanMeier } from './kaplan-meier.ts'

// Miller (1997), Survival Analysis, table 1.1 (acute myelogenous leukemia), as survfit of R's survival 3 prints it
const maintained = {
  time: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
  status: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0],
}
const printed = [
  [9, 11, 0.9091, 0.75413, 1],
  [13, 10, 0.8182, 0.61925, 1],
  [18, 8, 0.7159, 0.48843, 1],
  [23, 7, 0.6136, 0.37687, 0.9992],
  [31, 5, 0.4909, 0.25486, 0.9456],
  [34, 4, 0.3682, 0.15488, 0.8753],
  [48, 2, 0.1841, 0.03592, 0.9435],
] as const

test('the maintained group of the leukemia data, as R prints it', () => {
  const { steps, median, medianInterval } = kaplanMeier(maintained.time, maintained.status)
  expect(steps).toHaveLength(printed.length)
  for (const [at, [time, atRisk, survival, low, high]] of printed.entries()) {
    expect(steps[at]).toMatchObject({ time, atRisk })
    expect(steps[at]?.survival).toBeCloseTo(survival, 4) // printed with four digits
    expect(steps[at]?.interval?.[0]).toBeCloseTo(low, 4)
    expect(steps[at]?.interval?.[1]).toBeCloseTo(high, 4)
  }
  expect(median).toBe(31)
  expect(medianInterval).toEqual([18, null])
})

test('without censoring the curve is the share that lasts longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }), (times) => {
      for (const { time, survival } of kaplanMeier(
        times,
        times.map(() => 1),
      ).steps)
        expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 12)
    }),
  )
})

test('it never rises, its interval holds it, and the order of spells does not matter', () => {
  const spells = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1)), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(spells, (all) => {
      const { steps } = kaplanMeier(
        all.map(([t]) => t),
        all.map(([, e]) => e),
      )
      for (const [at, { survival, interval }] of steps.entries()) {
        expect(survival).toBeLessThanOrEqual(steps[at - 1]?.survival ?? 1)
        if (interval !== null) {
          expect(interval[0]).toBeLessThanOrEqual(survival + 1e-12)
          expect(interval[1]).toBeGreaterThanOrEqual(survival - 1e-12)
        }
      }
      const turned = all.toReversed()
      expect(
        kaplanMeier(
          turned.map(([t]) => t),
          turned.map(([, e]) => e),
        ).steps,
      ).toEqual(steps)
    }),
  )
})
