/** Each kind of contradiction by a case made by hand: found, told with its numbers, settled and reopened. */
import { describe, expect, test } from 'vitest'
import type { Commitment } from '#domain/commitment'
import type { Projection } from '#domain/projection'
import type { Question } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import type { Recommendation } from '#domain/recommendation'
import { binary, forecast, nothing } from '../../../../test/planted-forecasts.ts'
import type { ContradictionInput } from './contradiction.ts'
import { examine, findContradictions } from './find-contradictions.ts'

const desks = (question: string, a: readonly number[], b: readonly number[]) => [
  ...a.map((p, at) => forecast(question, `a-${at}`, 'Desk A', p)),
  ...b.map((p, at) => forecast(question, `b-${at}`, 'Desk B', p)),
]
const only = (input: Partial<ContradictionInput>) => {
  const found = findContradictions({ ...nothing, ...input })
  expect(found).toHaveLength(1)
  return found[0] ?? expect.unreachable()
}

describe('agencies', () => {
  const questions = [binary('register'), binary('patrol')]
  const apart = [
    ...desks('register', [0.8, 0.85, 0.75], [0.2, 0.25, 0.3]),
    ...desks('patrol', [0.5, 0.6, 0.4], [0.5, 0.45, 0.55]),
  ]

  test('that stand apart beyond their own spread are found, with odds, interval and chance', () => {
    const found = only({ questions, forecasts: apart })
    expect(found).toMatchObject({ id: 'agencies/register', agencies: ['Desk A', 'Desk B'], state: 'open' })
    expect(found.severity).toBeGreaterThan(0.5)
    expect(found.explanation.en).toMatch(
      /Desk A 80 % \(3 forecasters; 95 % interval \d+ % to \d+ %\).*The odds of Desk A are 1[0-9.]+ times.*probability (below )?0\.00/,
    )
    expect(found.explanation.vi).toContain('khoảng 95 %')
  })

  test('that hold it impossible count as 1 to 99, not as even', () => {
    const forecasts = desks('register', [0, 0, 0], [0.5, 0.55, 0.45])
    const found = only({ questions, forecasts })
    expect(found.explanation.en).toContain('Desk A 1 % (3 forecasters')
  })

  test('are not told apart when each is of one person and nobody knows the noise', () => {
    const { contradictions, untested } = examine({
      ...nothing,
      questions: [binary('register')],
      forecasts: desks('register', [0.9], [0.1]),
    })
    expect(contradictions).toEqual([])
    expect(untested.map(({ id }) => id)).toEqual(['agencies/register'])
  })

  test('contradict nobody once the question is resolved, or the forecasts are withdrawn', () => {
    const resolution = {
      id: 'register',
      question: 'register',
      state: 'resolved' as const,
      outcome: 'yes',
      by: 'x',
      at: nothing.at,
      because: 'seen',
    }
    expect(
      findContradictions({ ...nothing, questions, forecasts: apart, resolutions: [resolution] }),
    ).toEqual([])
    const withdrawn = desks('register', [0.8, 0.85, 0.75], [0.2, 0.25, 0.3]).map(
      ({ probability: _, ...one }) => ({
        ...one,
        id: `${one.id}/2`,
        at: '2027-03-01T00:00:00Z',
        withdrawn: true,
      }),
    )
    expect(findContradictions({ ...nothing, questions, forecasts: [...apart, ...withdrawn] })).toEqual([])
  })

  test('are compared by medians on a numeric question, as a share of its range', () => {
    const question: Question = { ...binary('trade'), kind: 'numeric', range: [0, 200], unit: 'tonnes' }
    const median = (assessor: string, agency: string, value: number) => {
      const { probability: _, ...rest } = forecast('trade', assessor, agency, 0)
      return {
        ...rest,
        quantiles: [0.25, 0.5, 0.75].map((share) => ({ share, value: value + 20 * (share - 0.5) })),
      }
    }
    const forecasts = [
      ...[100, 104, 98].map((value, at) => median(`a-${at}`, 'Desk A', value)),
      ...[150, 155, 148].map((value, at) => median(`b-${at}`, 'Desk B', value)),
    ]
    const found = only({ questions: [question], forecasts })
    expect(found.explanation.en).toMatch(/Desk B 151 tonnes .* Desk B lies 25 % of the range above Desk A/)
  })
})

describe('a forecaster', () => {
  const questions = ['a', 'b', 'c'].map(binary)
  const set = (logic: QuestionSet['logic'], ids = ['a', 'b', 'c']): QuestionSet => ({
    id: 'set',
    title: 'The set',
    logic,
    questions: ids,
  })
  const says = (...ps: readonly number[]) => ps.map((p, at) => forecast('abc'.charAt(at), 'one', 'Desk A', p))

  test.each<[QuestionSet['logic'], readonly number[], number, RegExp]>([
    ['partition', [0.5, 0.5, 0.31], 0.31, /sum to 131 %/],
    ['exclusive', [0.7, 0.7, 0.02], 0.42, /sum to 142 %/],
    ['monotone', [0.61, 0.2, 0.7], 0.41, /61 % is more than 20 %/],
    ['conjunction', [0.3, 0.8, 0.52], 0.22, /52 % is more than 30 %/],
    ['conjunction', [0.9, 0.91, 0.3], 0.51, /cannot be below 81 %; it is 30 %/],
  ])('whose probabilities break a %s is told by how much, and where to look', (logic, ps, by, words) => {
    const found = only({ questions, questionSets: [set(logic)], forecasts: says(...ps) })
    expect(found.severity).toBeCloseTo(by, 9)
    expect(found.explanation.en).toMatch(words)
    expect(found.explanation.en).toMatch(/Look first at “Will [abc] happen\?”/)
    expect(found.assessors).toEqual(['one'])
  })

  test('is not blamed for rounding, nor for a question not answered', () => {
    const quiet = (logic: QuestionSet['logic'], ...ps: readonly number[]) =>
      findContradictions({ ...nothing, questions, questionSets: [set(logic)], forecasts: says(...ps) })
    expect(quiet('partition', 0.35, 0.35, 0.35)).toEqual([]) // to 5 %
    expect(quiet('partition', 0.33, 0.33, 0.33)).toEqual([]) // to 1 %
    expect(quiet('partition', 0.2, 0.1)).toEqual([]) // the third may hold the rest
    expect(quiet('partition', 0.8, 0.5)).toHaveLength(1) // but two are more than the whole
  })

  test('whose quantiles cross between linked numeric questions is told', () => {
    const numeric = questions.map((one): Question => ({ ...one, kind: 'numeric', range: [0, 100] }))
    const values = (id: string, at: readonly number[]) => {
      const { probability: _, ...rest } = forecast(id, 'one', 'Desk A', 0)
      return { ...rest, quantiles: at.map((value, index) => ({ share: [0.1, 0.5, 0.9][index] ?? 0, value })) }
    }
    const forecasts = [values('a', [10, 30, 60]), values('b', [12, 25, 70])]
    const found = only({ questions: numeric, questionSets: [set('monotone')], forecasts })
    expect(found).toMatchObject({ kind: 'quantiles', severity: 0.05 })
  })
})

describe('recommendations', () => {
  const advice = (id: string, agency: string, more: Partial<Recommendation>): Recommendation => ({
    id,
    agency,
    date: '2027-03',
    text: `${agency} says so`,
    act: 'open',
    stance: 'do',
    ...more,
  })
  const owed: Commitment = {
    id: 'peace',
    text: 'keep the peace',
    owner: 'arland',
    due: '2027-12',
    status: 'open',
    restsOn: [{ source: 'paper', locator: 'p. 1' }],
  }

  test('that say do and do not of one act exclude one another; a later one of the same agency counts', () => {
    const found = only({
      recommendations: [advice('x', 'Desk A', {}), advice('y', 'Desk B', { stance: 'do-not' })],
    })
    expect(found).toMatchObject({ id: 'advice/open', severity: 1 })
    expect(found.explanation.en).toContain('Do it: Desk A. Do not: Desk B')
    const later = advice('z', 'Desk B', { date: '2027-05' })
    expect(
      findContradictions({
        ...nothing,
        recommendations: [advice('x', 'Desk A', {}), advice('y', 'Desk B', { stance: 'do-not' }), later],
      }),
    ).toEqual([])
  })

  test('of acts that exclude one another are found once', () => {
    const found = only({
      recommendations: [
        advice('x', 'Desk A', { excludes: ['freeze'] }),
        advice('y', 'Desk B', { act: 'freeze', excludes: ['open'] }),
      ],
    })
    expect(found).toMatchObject({ id: 'exclusive-advice/x/y', kind: 'exclusive-advice' })
  })

  test('against a commitment that is owed are found with its evidence; one that is done is broken no more', () => {
    const recommendations = [advice('x', 'Desk A', { against: ['peace'] })]
    const found = only({ recommendations, commitments: [owed] })
    expect(found).toMatchObject({ id: 'commitment/x/peace', severity: 1 })
    expect(found.evidence).toEqual([{ kind: 'commitment', id: 'peace', source: 'paper', locator: 'p. 1' }])
    expect(
      findContradictions({ ...nothing, recommendations, commitments: [{ ...owed, status: 'done' }] }),
    ).toEqual([])
  })

  test('that put off what is due within a year are found, and not what is due in ten', () => {
    const recommendations = [advice('x', 'Desk A', { stance: 'wait', commitments: ['peace'] })]
    expect(only({ recommendations, commitments: [owed] }).explanation.en).toContain('due by 2027-12')
    const far = { ...owed, due: '2037' }
    expect(findContradictions({ ...nothing, recommendations, commitments: [far] })).toEqual([])
  })
})

describe('projections', () => {
  const projection = (agency: string, value: number, more: Partial<Projection> = {}): Projection => ({
    id: `trade/${agency}`,
    quantity: 'trade',
    title: 'Trade',
    unit: 'tonnes',
    agency,
    made: '2027',
    of: '2030',
    value,
    interval: [value - 10, value + 10],
    level: 0.9,
    ...more,
  })

  test('that differ beyond their intervals are found by their z', () => {
    const found = only({ projections: [projection('a', 100), projection('b', 160)] })
    expect(found).toMatchObject({ id: 'projections/trade/2030', kind: 'projections' })
    expect(found.explanation.en).toMatch(/difference of 60\.0 tonnes .* is 6\.98 times/) // 60 / (10 / 1.645 × √2)
    expect(
      findContradictions({ ...nothing, projections: [projection('a', 100), projection('b', 110)] }),
    ).toEqual([])
  })

  test('without an interval cannot be tested, and it is said why', () => {
    const { interval: _, ...bare } = projection('b', 160)
    const { contradictions, untested } = examine({ ...nothing, projections: [projection('a', 100), bare] })
    expect(contradictions).toEqual([])
    expect(untested[0]?.because.en).toContain('states no interval')
  })

  test('in different units are told apart from those that differ', () => {
    const found = only({
      projections: [
        projection('a', 100),
        projection('b', 0.1, { unit: 'thousand tonnes', interval: [0.09, 0.11] }),
      ],
    })
    expect(found).toMatchObject({ kind: 'units', severity: 0.2 })
  })
})

test('what was settled comes last, and is reopened when what contradicts changes', () => {
  const recommendations: Recommendation[] = [
    { id: 'x', agency: 'A', date: '2027-03', text: 'a', act: 'open', stance: 'do' },
    { id: 'y', agency: 'B', date: '2027-03', text: 'b', act: 'open', stance: 'do-not' },
  ]
  const settlements = [
    {
      id: 'advice/open',
      decision: 'both-stand' as const,
      because: 'read differently',
      at: '2027-04-01T00:00:00Z',
    },
  ]
  const input = { ...nothing, recommendations, settlements }
  expect(findContradictions(input)[0]).toMatchObject({ state: 'settled', settlement: settlements[0] })
  const changedAt = new Map([['recommendation y', '2027-04-02T00:00:00Z']])
  expect(findContradictions({ ...input, changedAt })[0]?.state).toBe('reopened')
})

test('a rate outside of (0, 1) is refused', () => {
  expect(() => findContradictions({ ...nothing, rate: 0 })).toThrow(RangeError)
})
