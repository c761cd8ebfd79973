/** What a plan gains, and weights as people gave them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Framework } from '#domain/framework'
import { isMissing, missing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import type { Weighting } from '#domain/weighting'
import { elicitedWeights } from './elicited-weights.ts'
import { Request } from './model.ts'
import { gainsAtOnce, planGains } from './plan-gains.ts'

const scale = [
  { level: 1, en: 'low' },
  { level: 2, en: 'high' },
]
const framework: Framework = {
  id: 'f',
  title: 'F',
  edition: '1',
  criteria: [
    { code: 'a', title: 'A', weight: 1, scale },
    { code: 'b', title: 'B', weight: 3, scale },
    { code: 'c', title: 'C', weight: 4, scale },
  ],
  restsOn: [{ source: 's' }],
}
const leaf = (code: string, share: number | null, weight: number) => ({
  code,
  title: code,
  titleVi: code,
  under: [],
  basis: 'data' as const,
  raw: share ?? missing('not-collected', 'nobody asked'),
  unit: '',
  share: share ?? missing('not-collected', 'nobody asked'),
  sd: 0.05,
  sides: [],
  raters: 0,
  levels: null,
  goalposts: null,
  illustrative: false,
  weight,
  evidence: [],
})
const leaves = [leaf('a', 0.2, 0.125), leaf('b', 0.4, 0.375), leaf('c', null, 0.5)]
const request = Request.parse({ dyad: ['AAA', 'BBB'], draws: 200 })
const plan = (targets: Plan['targets']): Plan => ({
  id: 'p',
  title: 'P',
  relation: 'r',
  framework: 'f',
  year: 2030,
  targets,
})

describe('what a plan gains', () => {
  test('by hand: a quarter and three quarters of what is known', () => {
    const targets = [{ leaf: 'b', share: 0.8, effort: 2 }]
    const { now, planned, gains } = gainsAtOnce(framework, request, leaves, targets)
    expect(now).toBeCloseTo(0.35, 12) // 0.2 × 1/4 + 0.4 × 3/4
    expect(planned).toBeCloseTo(0.65, 12)
    expect(gains.get('b')).toBeCloseTo(0.3, 12)
  })

  test('at once and with intervals say the same, and the interval holds the number', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, effort) => {
        const targets = [
          { leaf: 'a', share: a, effort },
          { leaf: 'b', share: b, effort: 1 },
        ]
        const fast = gainsAtOnce(framework, request, leaves, targets)
        const { levers, planned } = planGains(framework, request, leaves, plan(targets))
        expect(isMissing(planned) ? null : planned.value).toBe(fast.planned)
        for (const { leaf: code, gain, gainPerEffort } of levers) {
          expect(isMissing(gain) ? null : gain.value).toBe(fast.gains.get(code))
          if (code === 'a' && !isMissing(gain)) expect(gainPerEffort).toBeCloseTo(gain.value / effort, 12)
        }
      }),
      { numRuns: 20 }, // each draws 200 times for every target
    )
  })

  test('a leaf of which nothing is known gains an unknown amount, and says so', () => {
    const { gains } = gainsAtOnce(framework, request, leaves, [{ leaf: 'c', share: 1, effort: 1 }])
    expect(gains.get('c')).toMatchObject({ missing: 'not-collected' })
  })

  test('a target for a criterion that the framework lost changes nothing', () => {
    const { now, planned, gains } = gainsAtOnce(framework, request, leaves, [
      { leaf: 'gone', share: 1, effort: 1 },
    ])
    expect(planned).toBe(now)
    expect(gains.get('gone')).toMatchObject({ missing: 'not-applicable' })
  })

  test('where too little is known there is no depth to plan from', () => {
    const unknown = leaves.map((one) => leaf(one.code, null, one.weight))
    expect(gainsAtOnce(framework, request, unknown, []).now).toMatchObject({ missing: 'below-threshold' })
    expect(planGains(framework, request, unknown, plan([])).planned).toMatchObject({
      missing: 'below-threshold',
    })
  })
})

describe('weights as people gave them', () => {
  const budget = (assessor: string, a: number): Weighting => ({
    id: assessor,
    framework: 'f',
    method: 'budget',
    assessor,
    points: [
      { code: 'a', points: a },
      { code: 'b', points: 100 - a },
    ],
  })
  const pairwise = (assessor: string, times: number): Weighting => ({
    id: assessor,
    framework: 'f',
    method: 'pairwise',
    assessor,
    comparisons: [{ more: 'a', less: 'b', times }],
  })

  test('points give their mean and their spread', () => {
    const said = elicitedWeights(['a', 'b'], 'budget', [budget('x', 60), budget('y', 80)])
    if (isMissing(said)) throw new Error(said.because)
    expect(said.weights).toEqual([0.7, expect.closeTo(0.3, 12)])
    expect(said.spread[0]).toBeCloseTo(Math.SQRT2 / 10, 12)
  })

  test('comparisons of several people give the weights of their geometric mean', () => {
    const said = elicitedWeights(['a', 'b'], 'pairwise', [pairwise('x', 2), pairwise('y', 8)])
    if (isMissing(said)) throw new Error(said.because)
    expect(said.weights[0]).toBeCloseTo(0.8, 12) // √(2 × 8) = 4 against 1
    expect(said.people.map(({ consistencyRatio }) => consistencyRatio)).toEqual([0, 0])
  })

  test('one person has no spread, nobody no weights, and what speaks of other criteria is left out', () => {
    const alone = elicitedWeights(['a', 'b'], 'budget', [budget('x', 60), pairwise('y', 2)])
    if (isMissing(alone)) throw new Error(alone.because)
    expect(alone.spread[0]).toMatchObject({ missing: 'below-threshold' })
    expect(elicitedWeights(['a', 'b'], 'budget', [])).toMatchObject({ missing: 'not-collected' })
    expect(elicitedWeights(['a', 'c'], 'budget', [budget('x', 60)])).toMatchObject({
      missing: 'not-applicable',
    })
  })
})
