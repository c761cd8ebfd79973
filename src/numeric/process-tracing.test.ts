/** Published numbers of Bayesian process tracing: the four tests, two dependent clues, chain models. */
import { describe, expect, test } from 'vitest'
import { type CausalNode, causalTypes, queryModel } from './causal-model.ts'
import { jointClues } from './dependent-clues.ts'
import { classifyTest, likelihoodRatio, updateOdds } from './likelihood-ratio.ts'
import { weighEvidence } from './weigh-evidence.ts'

// Bennett (2014) and Collier (2011): the four tests at three priors; posterior if found and if absent
const tests = [
  ['straw-in-the-wind', 0.6, 0.4, 0.2, 0.272727273, 0.142857143, 1.760912591, -1.760912591],
  ['straw-in-the-wind', 0.6, 0.4, 0.8, 0.857142857, 0.727272727, 1.760912591, -1.760912591],
  ['hoop', 0.95, 0.6, 0.5, 0.612903226, 0.111111111, 1.995723549, -9.0308999],
  ['smoking-gun', 0.4, 0.05, 0.5, 0.888888889, 0.387096774, 9.0308999, -1.995723549],
  ['doubly-decisive', 0.95, 0.05, 0.2, 0.826086957, 0.012987013, 12.787536, -12.787536],
] as const

test.each(tests)(
  '%s: P(E|H) %d, P(E|not H) %d, prior %d',
  (name, p, q, prior, present, absent, dB, absentDb) => {
    const found = likelihoodRatio(p, q)
    expect(updateOdds(prior, found.ratioPresent)).toBeCloseTo(present, 6)
    expect(updateOdds(prior, found.ratioAbsent)).toBeCloseTo(absent, 6)
    expect(found.presentDb).toBeCloseTo(dB, 6)
    expect(found.absentDb).toBeCloseTo(absentDb, 6)
    expect(classifyTest(found.presentDb, found.absentDb)).toBe(name)
  },
)

test('a test of a rare disease leaves even odds (prevalence 0.01, sensitivity and specificity 0.99)', () => {
  expect(updateOdds(0.01, likelihoodRatio(0.99, 0.01).ratioPresent)).toBeCloseTo(0.5, 12)
})

describe('two clues that depend on one another (Blair, Coppock & Humphreys 2023)', () => {
  // P(E1|H) .8, P(E2|H) .3; under not H .2 and 0; posterior of (neither, second, first, both) by correlation
  test.each([
    [-0.32, 0.0922944055, 0.755697431770662],
    [0, 0.14893617021276592, 0.7368421052631579],
    [0.32, 0.1989241301897281, 0.7148328405216856],
  ])('correlation %d', (correlation, neither, firstOnly) => {
    const h = jointClues(0.8, 0.3, correlation)
    const not = jointClues(0.2, 0, 0)
    expect(updateOdds(0.5, h.neither / not.neither)).toBeCloseTo(neither, 9)
    expect(updateOdds(0.5, h.firstOnly / not.firstOnly)).toBeCloseTo(firstOnly, 9)
    expect(updateOdds(0.5, h.both / not.both)).toBe(1)
    expect(h.neither + h.secondOnly + h.firstOnly + h.both).toBeCloseTo(1, 12)
  })

  test('an impossible correlation is refused', () => {
    expect(() => jointClues(0.9, 0.1, 1)).toThrow(/correlation must be possible/)
  })
})

const [X, M, Y] = [0, 1, 2]
const chain = (m: readonly number[], y: readonly number[]): CausalNode[] => [
  { parents: [], types: [0.5, 0.5] },
  { parents: [X], types: m },
  { parents: [M], types: y },
]
const book = chain([0.2, 0.2, 0.4, 0.2], [0.2, 0.2, 0.4, 0.2])
const made = (t: ReturnType<typeof causalTypes>[number]) =>
  t.values({ [X]: 1 })[Y] === 1 && t.values({ [X]: 0 })[Y] === 0
const saw = (wanted: Readonly<Record<number, 0 | 1>>) => (t: ReturnType<typeof causalTypes>[number]) =>
  Object.entries(wanted).every(([node, value]) => t.values()[Number(node)] === value)

describe('chain X → M → Y (Humphreys & Jacobs 2023, ch. 7)', () => {
  test('tables 7.4 to 7.7: posterior over causal types', () => {
    const posteriorOf = (given: Readonly<Record<number, 0 | 1>>) => {
      const types = causalTypes(book).filter(saw(given))
      const all = types.reduce((sum, t) => sum + t.probability, 0)
      return types.map((t) => t.probability / all).toSorted((a, b) => a - b)
    }
    const near = (values: readonly number[], wanted: readonly number[]) => {
      expect(values).toHaveLength(wanted.length)
      for (const [at, value] of values.entries()) expect(value).toBeCloseTo(wanted[at] ?? Number.NaN, 9)
    }
    near(posteriorOf({ [X]: 1, [M]: 0, [Y]: 0 }), [1 / 6, 1 / 6, 1 / 3, 1 / 3])
    near(
      posteriorOf({ [X]: 1, [Y]: 0 }),
      [1, 1, 1, 1, 2, 2, 2, 2].map((n) => n / 12),
    )
    near(posteriorOf({ [X]: 1, [M]: 1, [Y]: 1 }), [1 / 9, 2 / 9, 2 / 9, 4 / 9])
    near(
      posteriorOf({ [X]: 1, [Y]: 1 }),
      [1, 1, 1, 1, 1, 2, 2, 4].map((n) => n / 13),
    )
  })

  test('did X cause Y? 1/5, 5/13, 4/9, 1/4', () => {
    expect(queryModel(book, made)).toBeCloseTo(1 / 5, 9)
    expect(queryModel(book, made, saw({ [X]: 1, [Y]: 1 }))).toBeCloseTo(5 / 13, 9)
    expect(queryModel(book, made, saw({ [X]: 1, [M]: 1, [Y]: 1 }))).toBeCloseTo(4 / 9, 9)
    expect(queryModel(book, made, saw({ [X]: 1, [M]: 0, [Y]: 1 }))).toBeCloseTo(1 / 4, 9)
  })

  // table 16.2: share of Y types "10" against prior, M = 0, M = 1 for a case with X = Y = 1
  test.each([
    [0, 1 / 6, 0, 0.25],
    [0.05, 0.18333333333333332, 0.06818181818181818, 0.25],
    [0.1, 0.2, 0.125, 0.25],
    [0.25, 0.25, 0.25, 0.25],
  ])('table 16.2: share %d of adverse types', (share, prior, m0, m1) => {
    const rest = (1 - share) / 3
    const model = chain([0.25, 0.25, 0.25, 0.25], [rest, share, rest, rest])
    expect(queryModel(model, made, saw({ [X]: 1, [Y]: 1 }))).toBeCloseTo(prior, 9)
    expect(queryModel(model, made, saw({ [X]: 1, [M]: 0, [Y]: 1 }))).toBeCloseTo(m0, 9)
    expect(queryModel(model, made, saw({ [X]: 1, [M]: 1, [Y]: 1 }))).toBeCloseTo(m1, 9)
  })

  test('a model with the wrong number of types is refused', () => {
    expect(() => causalTypes([{ parents: [], types: [1] }])).toThrow(/must have 2 types/)
    expect(() => causalTypes([{ parents: [], types: [0.5, 0.6] }])).toThrow(/must sum to 1/)
    expect(() => causalTypes([{ parents: [1], types: [1, 0, 0, 0] }])).toThrow(/must come before/)
  })
})

test('table 9.1: share of cases with an effect among two, from a clue seen in both, one or none', () => {
  // hypotheses: neither, first, second or both of two cases are b-types; K = 1 for a b-type, else an even chance
  const chance = (b: boolean, seen: boolean) => (b ? (seen ? 1 : 0) : 0.5)
  const shares = (first: boolean, second: boolean) => {
    const pairs = [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const
    const weightDb = Float64Array.from([
      ...pairs.map(([a]) => 10 * Math.log10(chance(a, first))),
      ...pairs.map(([, b]) => 10 * Math.log10(chance(b, second))),
    ])
    const table = {
      hypotheses: 4,
      weightDb,
      telling: Int32Array.of(0, 1),
      cluster: Int32Array.of(0, 1),
      channel: Int32Array.of(0, 0),
    }
    const [none = 0, a = 0, b = 0, both = 0] = weighEvidence(table, [0.25, 0.25, 0.25, 0.25], {
      cluster: 0,
      channel: 0,
    })
    return [none, a + b, both]
  }
  const near = (values: number[], wanted: number[]) =>
    wanted.forEach((value, at) => {
      expect(values[at]).toBeCloseTo(value, 9)
    })
  near(shares(true, true), [1 / 9, 4 / 9, 4 / 9])
  near(shares(true, false), [1 / 3, 2 / 3, 0])
  near(shares(false, false), [1, 0, 0])
})
