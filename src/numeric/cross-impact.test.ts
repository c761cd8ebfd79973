/** Joint distributions of events: published tables, cases solved by hand, agreement with proportional fitting, and laws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConditionalJudgement, crossImpact } from './cross-impact.ts'
import { proportionalFitting } from './proportional-fitting.ts'
import published from './published/joint-distributions.json' with { type: 'json' }

const penaltyError = 4 // digits: the penalty of 1e6 lets a coherent judgement slip by about 1e-5

describe('published tables', () => {
  const { observed, fitted } = published.students
  const n = observed.reduce((a, b) => a + b, 0)
  const uses = (cell: number, event: number) => ((7 - cell) >> (2 - event)) & 1 // cells run from 111 down to 000
  const share = (...events: readonly number[]) =>
    observed.reduce((sum, k, cell) => (events.every((one) => uses(cell, one) === 1) ? sum + k : sum), 0) / n

  test.each(fitted)(
    'what students use, given each two of $model: the counts of that loglinear model',
    ({ pairs, counts }) => {
      const judged = pairs.map(([of = 0, given = 0]) => ({
        of,
        given,
        probability: share(of, given) / share(given),
      }))
      const { outcomes, largestChange } = crossImpact([share(0), share(1), share(2)], judged)
      expect(largestChange).toBeLessThan(1e-4)
      for (const [cell, count] of counts.entries()) {
        const outcome = [0, 1, 2].reduce((bits, event) => bits | (uses(cell, event) << event), 0)
        const slip = 2e-5 * n // of the penalty, see penaltyError
        expect(Math.abs(n * (outcomes[outcome] ?? 0) - count), `cell ${cell}`).toBeLessThan(slip)
      }
    },
  )

  test('four rows and four columns are fitted to their totals', () => {
    const { table, rows, columns, fitted: expected } = published.fitting
    const found = proportionalFitting(table, rows, columns)
    for (const [row, cells] of expected.entries())
      for (const [column, cell] of cells.entries())
        expect(Number(found[row]?.[column]?.toPrecision(6))).toBe(cell) // as many digits as are printed
  })
})

describe('coherent judgements', () => {
  test('two events and one conditional determine the joint distribution', () => {
    const { outcomes, largestChange } = crossImpact([0.35, 0.5], [{ of: 1, given: 0, probability: 0.7 }])
    for (const [at, p] of [0.395, 0.105, 0.255, 0.245].entries())
      expect(outcomes[at]).toBeCloseTo(p, penaltyError)
    expect(largestChange).toBeLessThan(1e-4)
  })

  test('events that are tied only through a third are independent given it', () => {
    const { outcomes } = crossImpact(
      [0.4, 0.5, 0.3],
      [
        { of: 1, given: 0, probability: 0.8 },
        { of: 2, given: 0, probability: 0.6 },
      ],
    )
    const [b, c] = [(0.5 - 0.32) / 0.6, (0.3 - 0.24) / 0.6] // given that the first does not happen
    for (let outcome = 0; outcome < 8; outcome++) {
      const part = (bit: number, p: number) => (((outcome >> bit) & 1) === 1 ? p : 1 - p)
      const first = (outcome & 1) === 1
      const expected = part(0, 0.4) * part(1, first ? 0.8 : b) * part(2, first ? 0.6 : c)
      expect(outcomes[outcome]).toBeCloseTo(expected, penaltyError)
    }
  })

  test('it is what proportional fitting gives from the same odds ratio', () => {
    const [p, q, both] = [0.3, 0.6, 0.25]
    const fitted = proportionalFitting(
      [
        [1 - p - q + both, q - both],
        [p - both, both],
      ],
      [1 - p, p],
      [1 - q, q],
    ).flat()
    const { outcomes } = crossImpact([p, q], [{ of: 1, given: 0, probability: both / p }])
    for (const [at, outcome] of [0, 2, 1, 3].entries())
      expect(outcomes[outcome]).toBeCloseTo(fitted[at] ?? 0, penaltyError)
  })

  test('a judgement of certainty is kept', () => {
    const { conditionals, events } = crossImpact([0.2, 0.6], [{ of: 1, given: 0, probability: 1 }])
    expect(conditionals[0]).toBeCloseTo(1, 3)
    expect(events[1]).toBeCloseTo(0.6, 3)
  })
})

test('judgements that cannot all be true are moved, and it is said by how much', () => {
  // P(A|B) = 0.9 of P(B) = 0.5 alone would make P(A) at least 0.45
  const { outcomes, largestChange, conditionals } = crossImpact(
    [0.2, 0.5],
    [{ of: 0, given: 1, probability: 0.9 }],
  )
  expect(largestChange).toBeGreaterThan(0.1)
  expect(conditionals[0]).toBeLessThan(0.9)
  expect(outcomes.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
})

const probability = fc.double({ min: 0.05, max: 0.95, noNaN: true })

test('one judgement is moved where, and only where, it lies beyond what both probabilities leave it', () => {
  // the bounds of Fréchet, asked of cross-impact judgements by Gordon (1994), Cross-Impact Method, section III
  fc.assert(
    fc.property(probability, probability, probability, (a, b, given) => {
      const [least, most] = [Math.max(0, (a + b - 1) / b), Math.min(1, a / b)]
      const { largestChange, conditionals, events } = crossImpact(
        [a, b],
        [{ of: 0, given: 1, probability: given }],
      )
      const beyond = Math.max(least - given, given - most)
      if (beyond < -0.01) expect(largestChange).toBeLessThan(1e-3)
      if (beyond > 0.01) expect(largestChange).toBeGreaterThan(1e-3)
      const [p = 0, q = 1] = events
      expect(conditionals[0]).toBeGreaterThan((p + q - 1) / q - 1e-9)
      expect(conditionals[0]).toBeLessThan(p / q + 1e-9)
    }),
    { numRuns: 100 },
  )
})

test('what comes out obeys the rule of triangles, also where what was judged does not', () => {
  // Dalkey (1971), An Elementary Cross-Impact Model, RAND R-677-ARPA: P(i|j) P(j|k) P(k|i) = P(j|i) P(k|j) P(i|k)
  const ordered = [0, 1, 2].flatMap((of) =>
    [0, 1, 2].filter((given) => given !== of).map((given) => [of, given] as const),
  )
  fc.assert(
    fc.property(fc.array(probability, { minLength: 9, maxLength: 9 }), (given) => {
      const judged = ordered.map(([of, on], at) => ({ of, given: on, probability: given[at + 3] ?? 0.5 }))
      const { conditionals, largestChange } = crossImpact(given.slice(0, 3), judged)
      const round = (of: readonly (number | undefined)[]) => {
        const p = (i: number, j: number) => of[ordered.findIndex(([a, b]) => a === i && b === j)] ?? 0
        return [p(0, 1) * p(1, 2) * p(2, 0), p(1, 0) * p(2, 1) * p(0, 2)] as const
      }
      const [one, other] = round(conditionals)
      expect(one).toBeCloseTo(other, 9)
      const [before, after] = round(judged.map(({ probability: p }) => p))
      if (Math.abs(before - after) > 0.05) expect(largestChange).toBeGreaterThan(0.005)
    }),
    { numRuns: 60 },
  )
})

test('judgements taken from any joint distribution are found again without change', () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 8, maxLength: 8 }), (weights) => {
      const total = weights.reduce((a, b) => a + b, 0)
      const share = (wanted: (outcome: number) => boolean) =>
        weights.reduce((sum, p, outcome) => (wanted(outcome) ? sum + p / total : sum), 0)
      const has = (outcome: number, event: number) => ((outcome >> event) & 1) === 1
      const events = [0, 1, 2].map((event) => share((outcome) => has(outcome, event)))
      const judged: ConditionalJudgement[] = [0, 1, 2].flatMap((of) =>
        [0, 1, 2]
          .filter((given) => given !== of)
          .map((given) => ({
            of,
            given,
            probability: share((o) => has(o, of) && has(o, given)) / (events[given] ?? 1),
          })),
      )
      expect(crossImpact(events, judged).largestChange).toBeLessThan(1e-3)
    }),
    { numRuns: 60 },
  )
})

test('the order of the events does not matter, and without conditionals they are independent', () => {
  fc.assert(
    fc.property(probability, probability, probability, (a, b, c) => {
      const one = crossImpact([a, b], [{ of: 1, given: 0, probability: c }]).outcomes
      const other = crossImpact([b, a], [{ of: 0, given: 1, probability: c }]).outcomes
      for (const [at, twin] of [0, 2, 1, 3].entries()) expect(one[at]).toBeCloseTo(other[twin] ?? 0, 6)
      const alone = crossImpact([a, b, c], [])
      expect(alone.outcomes[7]).toBeCloseTo(a * b * c, penaltyError)
      for (const value of alone.influence.flat().filter((one) => one !== undefined))
        expect(value).toBeCloseTo(0, 6)
    }),
    { numRuns: 60 },
  )
})

test('too many events, or a judgement of an event on itself, are refused', () => {
  expect(() =>
    crossImpact(
      Array.from({ length: 13 }, () => 0.5),
      [],
    ),
  ).toThrow('1 to 12')
  expect(() => crossImpact([0.5], [{ of: 0, given: 0, probability: 1 }])).toThrow('two events')
})

test('proportional fitting reaches the totals and keeps the odds ratios', () => {
  const cell = fc.double({ min: 0.1, max: 50, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
      fc.array(cell, { minLength: 6, maxLength: 6 }),
      (table, target) => {
        const rows = [0, 3].map((from) => target.slice(from, from + 3).reduce((a, b) => a + b, 0))
        const columns = [0, 1, 2].map((at) => (target[at] ?? 0) + (target[at + 3] ?? 0))
        const [top = [], low = []] = proportionalFitting(table, rows, columns)
        const odds = (a: readonly number[], b: readonly number[]) =>
          ((a[0] ?? 0) * (b[1] ?? 0)) / ((a[1] ?? 0) * (b[0] ?? 0))
        expect(top.reduce((a, b) => a + b, 0) / (rows[0] ?? 1)).toBeCloseTo(1, 9)
        expect(((top[2] ?? 0) + (low[2] ?? 0)) / (columns[2] ?? 1)).toBeCloseTo(1, 9)
        expect(odds(top, low) / odds(table[0] ?? [], table[1] ?? [])).toBeCloseTo(1, 8)
      },
    ),
  )
})
