/** The method on small cases: what it must do whatever the case. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bearing } from '#domain/evidence'
import { caseInput, clue } from '../../../test/case-input.ts'
import { method } from './method.ts'
import { Request } from './model.ts'

const request = (rest: object = {}) => Request.parse({ case: 'c', draws: 100, ...rest })
const bearing = (hypothesis: string, direction: 'for' | 'against', weight: Bearing['weight']): Bearing => ({
  hypothesis,
  direction,
  weight,
  because: 'it does',
})
const rivals = [['persuasion'], ['social-influence'], ['social-influence', 'persuasion']] as const

describe('hypotheses', () => {
  test('what is left is always a hypothesis, and posteriors sum to one', () => {
    const { posteriors } = method({ ...caseInput(rivals, []), request: request() })
    expect(posteriors).toEqual({
      persuasion: 0.25,
      'social-influence': 0.25,
      'social-influence+persuasion': 0.25,
      residual: 0.25,
    })
  })

  test('two that claim the same mechanisms do not exclude one another and are refused', () => {
    const input = caseInput(
      [
        ['persuasion', 'learning'],
        ['learning', 'persuasion'],
      ],
      [],
    )
    expect(() => method({ ...input, request: request() })).toThrow(/claim the same mechanisms/)
  })

  test('priors that do not fit are refused', () => {
    const weigh = (priors: object) => method({ ...caseInput(rivals, []), request: request({ priors }) })
    expect(() => weigh({ persuasion: 0.8, residual: 0.4 })).toThrow(/sum to/)
    expect(() => weigh({ magic: 0.1 })).toThrow(/no hypothesis/)
    expect(weigh({ persuasion: 0.4 }).posteriors['residual']).toBeCloseTo(0.2, 12)
  })
})

describe('weighing in words', () => {
  test('a clue for one mechanism speaks for every hypothesis that contains it', () => {
    const input = caseInput(rivals, [clue('e', { bearings: [bearing('persuasion', 'for', 'strong')] })])
    const { posteriors } = method({ ...input, request: request() })
    expect(posteriors['persuasion']).toBeCloseTo(posteriors['social-influence+persuasion'] ?? 0, 12)
    expect((posteriors['persuasion'] ?? 0) / (posteriors['residual'] ?? 1)).toBeCloseTo(10 ** 1.25, 9)
  })

  test('a combination pays for what speaks against one of its parts', () => {
    const input = caseInput(rivals, [
      clue('e', {
        bearings: [bearing('persuasion', 'against', 'strong'), bearing('social-influence', 'for', 'strong')],
      }),
    ])
    const { posteriors } = method({ ...input, request: request() })
    expect(posteriors['social-influence+persuasion']).toBeCloseTo(posteriors['residual'] ?? 0, 12)
  })

  test('clues of one witness count as the strongest of those that agree', () => {
    const twice = [1, 2, 3].map((at) =>
      clue(`e${at}`, { witness: 'w', bearings: [bearing('persuasion', 'for', 'strong')] }),
    )
    const once = method({ ...caseInput(rivals, twice.slice(0, 1)), request: request() })
    const thrice = method({ ...caseInput(rivals, twice), request: request() })
    expect(thrice.posteriors['persuasion']).toBeCloseTo(once.posteriors['persuasion'] ?? 0, 9)
  })

  test('sixty strong clues through one study do not pretend to certainty', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      clue(`e${at}`, { bearings: [bearing('persuasion', 'for', 'moderate')] }),
    )
    const { weighing } = method({ ...caseInput(rivals, many), request: request() })
    expect(weighing.hypotheses[0]?.totalDb).toBeLessThan(75) // ten moderate clues of 7.5 dB
  })

  test('a clue that restates another changes nothing', () => {
    const bearings = [bearing('persuasion', 'for', 'moderate')]
    const told = [
      clue('a', { bearings }),
      clue('b', { witness: 'x', bearings: [bearing('social-influence', 'for', 'weak')] }),
    ]
    const retold = [...told, clue('a2', { witness: 'elsewhere', restates: 'a', bearings })]
    const [one, two] = [told, retold].map((evidence) =>
      method({ ...caseInput(rivals, evidence), request: request() }),
    )
    expect(two?.posteriors).toEqual(one?.posteriors)
  })

  test('an absence weighs the less, the less likely the trace was to be seen', () => {
    const weigh = (observability: number) =>
      method({
        ...caseInput(rivals, [
          clue('e', {
            observed: 'no',
            observability,
            bearings: [bearing('persuasion', 'against', 'strong')],
          }),
        ]),
        request: request(),
      }).posteriors['persuasion'] ?? 0
    expect(weigh(0)).toBeCloseTo(0.25, 12)
    expect(weigh(1)).toBeLessThan(weigh(0.5))
    expect(weigh(0.5)).toBeLessThan(weigh(0))
  })

  test('a bearing on another unit is set aside, and says so', () => {
    const input = caseInput(rivals, [
      clue('e', { bearings: [{ ...bearing('persuasion', 'against', 'strong'), unit: 'agents' }] }),
    ])
    const { weighing, verdict } = method({ ...input, request: request() })
    expect(weighing.clues).toEqual([])
    expect(weighing.aside[0]?.because).toContain('another unit')
    expect(verdict.otherUnit).toMatchObject({ unit: 'agents' })
  })

  test('a hypothesis that nobody names is refused', () => {
    const input = caseInput(rivals, [clue('e', { bearings: [bearing('coercion', 'for', 'weak')] })])
    expect(() => method({ ...input, request: request() })).toThrow(/which no hypothesis of the case names/)
  })
})

test('the verdict does not depend on the order in which clues are recorded', () => {
  const words = fc.constantFrom('weak', 'moderate', 'strong', 'decisive') as fc.Arbitrary<Bearing['weight']>
  const any = fc.record({
    hypothesis: fc.constantFrom('persuasion', 'social-influence'),
    direction: fc.constantFrom('for', 'against') as fc.Arbitrary<'for' | 'against'>,
    weight: words,
    witness: fc.constantFrom('w1', 'w2', 'w3'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (list) => {
      const clues = list.map(({ witness, ...b }, at) =>
        clue(`e${at}`, { witness, bearings: [{ ...b, because: 'x' }] }),
      )
      const [one, two] = [clues, clues.toReversed()].map((evidence) =>
        method({ ...caseInput(rivals, evidence), request: request() }),
      )
      expect(two?.posteriors).toEqual(one?.posteriors)
    }),
    { numRuns: 50 },
  )
})

test('positions around a meeting: order is told only where the dates tell it', () => {
  const position = (id: string, date: string, stance: 'opposed' | 'conditional', rest: object = {}) => ({
    id,
    actor: 'a',
    date,
    issue: 'x',
    stance,
    record: 'public' as const,
    basis: 'b',
    restsOn: [{ source: 's' }],
    ...rest,
  })
  const meeting = {
    id: 'm',
    date: '2005-06-10',
    title: 'M',
    kind: 'meeting' as const,
    restsOn: [{ source: 's' }],
  }
  const trace = (positions: ReturnType<typeof position>[]) =>
    method({ ...caseInput(rivals, []), events: [meeting], positions, request: request() }).steps[0]
  expect(trace([position('p1', '2004', 'opposed'), position('p2', '2005-07', 'conditional')])).toMatchObject({
    moved: 3,
    unordered: [],
  })
  expect(trace([position('p1', '2004', 'opposed'), position('p2', '2005-06', 'conditional')])).toMatchObject({
    unordered: ['p2'],
  })
  expect(
    trace([
      position('p1', '2005-06', 'opposed', { event: 'm', eventOrder: 'before' }),
      position('p2', '2005-06-10', 'conditional'),
    ]),
  ).toMatchObject({ moved: 3, unordered: [] })
})

test('the clue that tells most is to be looked for first', () => {
  const next = (id: string, p: number) =>
    clue(id, { observed: 'not-yet', likelihoods: { persuasion: p, 'social-influence': 0.5, residual: 0.5 } })
  const input = caseInput(rivals, [next('dull', 0.5), next('telling', 0.99)])
  const { next: wanted, weighing } = method({ ...input, request: request() })
  expect(wanted.map((one) => one.id)).toEqual(['telling', 'dull'])
  expect(wanted[1]?.bits).toBeCloseTo(0, 12)
  expect(weighing.clues).toEqual([])
})

test('assessors who differ widen the interval', () => {
  const evidence = [clue('e', { bearings: [bearing('persuasion', 'for', 'strong')] })]
  const other = {
    id: 'l',
    evidence: 'e',
    assessor: 'x',
    because: 'r',
    bearings: [bearing('persuasion', 'against', 'strong')],
  }
  const width = (likelihoods: (typeof other)[]) => {
    const { weighing } = method({
      ...caseInput(rivals, evidence),
      likelihoods,
      request: request({ draws: 500 }),
    })
    const [low = 0, high = 0] = weighing.hypotheses[0]?.posterior.interval ?? []
    return high - low
  }
  expect(width([other])).toBeGreaterThan(width([]) * 2)
})
