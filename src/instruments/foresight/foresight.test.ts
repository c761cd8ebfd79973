/** Laws of scoring and pooling over time, and what they must withstand. */
import { describe, expect, test } from 'vitest'
import type { Forecast } from '#domain/forecast'
import { isMissing } from '#domain/missing'
import { type EventRate, Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import { literalReader, type Records } from '../../../test/literal-reader.ts'
import { foresight, foresightResult } from './instrument.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString()
const question = (id: string, more: Partial<Question> = {}): Question =>
  Question.parse({
    id,
    title: `${id}?`,
    titleVi: `${id} phải không?`,
    kind: 'binary',
    criteria: 'as the Gazette says',
    resolver: 'judge',
    opens: day(0),
    closes: day(100),
    resolves: day(110),
    topics: ['registers'],
    ...more,
  })
let number = 0
const forecast = (
  of: string,
  assessor: string,
  at: number,
  probability: number,
  more: Partial<Forecast> = {},
): Forecast => ({
  id: `f${++number}`,
  question: of,
  assessor,
  agency: `agency of ${assessor}`,
  at: day(at),
  probability,
  ...more,
})
const resolution = (
  of: string,
  outcome: Resolution['outcome'],
  more: Partial<Resolution> = {},
): Resolution => ({
  id: of,
  question: of,
  state: 'resolved',
  outcome,
  by: 'judge',
  at: day(111),
  because: 'the Gazette',
  ...more,
})
async function run(records: Records, request: object = {}) {
  const { result, findings } = await foresight.analyse({ draws: 200, ...request }, literalReader(records))
  for (const language of ['en', 'vi'] as const)
    for (const { rows, computedFrom = [], id } of foresight.exhibits(result, language))
      for (const { cells, evidence } of rows) {
        expect(JSON.stringify(cells), id).not.toMatch(/NaN|undefined|Infinity|null,null/)
        expect(evidence.length > 0 || computedFrom.length > 0, id).toBe(true)
      }
  for (const { statement, statementVi } of findings)
    expect(statement + statementVi).not.toMatch(/NaN|undefined|Infinity/)
  return foresightResult(result)
}
const person = (result: Awaited<ReturnType<typeof run>>, id: string, by = 'person') => {
  const found = result.scores.find((one) => one.by === by && one.id === id)
  if (found === undefined) throw new Error(`${id} has no score`)
  return found
}
const value = (told: { readonly value: number } | { readonly missing: string }) => {
  if ('missing' in told) throw new Error(told.missing)
  return told.value
}

test('the worked example of the README', async () => {
  const joined = (at: number) =>
    run({
      question: [question('q')],
      forecast: [forecast('q', 'a', 0, 0.2), forecast('q', 'b', at, 0.8)],
      resolution: [resolution('q', 'yes')],
    })
  const result = await joined(50)
  expect(value(person(result, 'a').score)).toBeCloseTo(0.64, 12)
  expect(value(person(result, 'b').score)).toBeCloseTo(0.04, 12)
  expect(value(person(result, 'a').againstOthers)).toBeCloseTo(0.3, 12)
  expect(value(person(result, 'b').againstOthers)).toBeCloseTo(-0.3, 12)
  expect(person(result, 'b').coverage).toBeCloseTo(0.5, 12)
  expect(value(person(await joined(99), 'b').againstOthers)).toBeCloseTo(-0.006, 12)
})

describe('what counts', () => {
  const pair = [forecast('q', 'a', 0, 0.2), forecast('q', 'b', 0, 0.6)]

  test('a later forecast supersedes an earlier one from then on', async () => {
    const result = await run({
      question: [question('q')],
      forecast: [forecast('q', 'a', 0, 0), forecast('q', 'a', 25, 1)],
      resolution: [resolution('q', 'yes')],
    })
    expect(value(person(result, 'a').score)).toBeCloseTo(0.25, 12)
  })

  test('nothing counts after the close, nor after the answer was known', async () => {
    const late = forecast('q', 'c', 90, 1)
    const after = forecast('q', 'c', 101, 1)
    const known = await run({
      question: [question('q')],
      forecast: [...pair, late],
      resolution: [resolution('q', 'yes', { knownSince: day(80) })],
    })
    expect(known.scores.some(({ id }) => id === 'c')).toBe(false)
    expect(known.warnings.some(({ en }) => /came after the close .*: 1\./.test(en))).toBe(true)
    const closed = await run({
      question: [question('q')],
      forecast: [...pair, after],
      resolution: [resolution('q', 'yes')],
    })
    expect(closed.scores.some(({ id }) => id === 'c')).toBe(false)
  })

  test('instants are compared across time zones', async () => {
    const hanoi = { ...forecast('q', 'c', 0, 1), at: '2026-04-11T06:59:59+07:00' } // one second before midnight in London
    const london = { ...forecast('q', 'd', 0, 1), at: '2026-04-11T00:00:00Z' }
    const result = await run({
      question: [question('q', { closes: '2026-04-11T00:00:00Z' })],
      forecast: [...pair, hanoi, london],
      resolution: [resolution('q', 'yes')],
    })
    expect(result.scores.some(({ id }) => id === 'c')).toBe(true)
    expect(result.scores.some(({ id }) => id === 'd')).toBe(false)
  })

  test('a withdrawn forecast stands no longer', async () => {
    const { probability: _, ...withdrawn } = forecast('q', 'a', 40, 0, { withdrawn: true })
    const result = await run({
      question: [question('q')],
      forecast: [...pair, withdrawn],
      resolution: [resolution('q', 'yes')],
    })
    expect(person(result, 'a').coverage).toBeCloseTo(0.4, 12)
  })

  test('annulled and reopened questions are not scored, and say so', async () => {
    const { outcome: _, ...bare } = resolution('q', 'yes')
    for (const state of ['annulled', 'reopened'] as const) {
      const result = await run({
        question: [question('q')],
        forecast: pair,
        resolution: [{ ...bare, state }],
      })
      expect(result.scores).toEqual([])
      expect(result.questions[0]?.state).toBe(state)
      expect(isMissing(result.questions[0]?.score)).toBe(true)
      expect(result.warnings.some(({ en }) => en.toLowerCase().includes(state))).toBe(true)
    }
  })

  test('the agency is the one written on the forecast', async () => {
    const result = await run({
      question: [question('q')],
      forecast: [
        forecast('q', 'a', 0, 0, { agency: 'Old' }),
        forecast('q', 'a', 50, 1, { agency: 'New' }),
        forecast('q', 'b', 0, 0.5),
      ],
      resolution: [resolution('q', 'yes')],
    })
    expect(value(person(result, 'Old', 'agency').score)).toBe(1)
    expect(value(person(result, 'New', 'agency').score)).toBe(0)
  })

  test('what was written after the cut-off is not known', async () => {
    const records = { question: [question('q')], forecast: pair, resolution: [resolution('q', 'yes')] }
    const result = await run(records, { cutoff: day(60) })
    expect(result.questions[0]?.state).toBe('open')
    expect(result.scores).toEqual([])
  })

  test('made-up questions are marked, and left out if asked', async () => {
    const records = {
      question: [question('q', { illustrative: true })],
      forecast: pair,
      resolution: [resolution('q', 'yes')],
    }
    expect((await run(records)).questions[0]?.illustrative).toBe(true)
    expect((await run(records, { illustrative: 'leave-out' })).questions).toEqual([])
  })
})

describe('many questions', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `q${at}`)
  const happens = (at: number) => (at * 7) % 10 < 4
  const records = {
    question: ids.map((id, at) =>
      question(id, {
        topics: [at % 2 === 0 ? 'even' : 'odd'],
        baseRate: { probabilities: [0.4], because: 'counted' },
      }),
    ),
    forecast: ids.flatMap((id, at) => [
      forecast(id, 'good', 0, happens(at) ? 0.8 : 0.2),
      forecast(id, 'good-too', 1, happens(at) ? 0.7 : 0.3),
      forecast(id, 'poor', 0, happens(at) ? 0.4 : 0.6),
      forecast(id, 'late', 90, happens(at) ? 0.8 : 0.2),
    ]),
    resolution: ids.map((id, at) => resolution(id, happens(at) ? 'yes' : 'no')),
  }

  test('the parts sum to the Brier score', async () => {
    const { decomposition: parts, scores } = await run(records)
    if (isMissing(parts)) throw new Error(parts.because)
    expect(parts.reliability - parts.murphyResolution + parts.uncertainty).toBeCloseTo(parts.brier, 12)
    expect(parts.miscalibration - parts.discrimination + parts.uncertainty).toBeCloseTo(parts.brier, 12)
    expect(value(scores[0]?.score ?? { missing: 'no score' })).toBeCloseTo(parts.brier, 12)
  })

  test('who joins late with the same forecast is not ahead of who stood all the time', async () => {
    const result = await run(records)
    expect(value(person(result, 'late').score)).toBeCloseTo(value(person(result, 'good').score), 12)
    expect(value(person(result, 'late').againstOthers)).toBeGreaterThan(
      value(person(result, 'good').againstOthers),
    )
    expect(value(person(result, 'late').peer)).toBeLessThan(value(person(result, 'good').peer))
  })

  test('peer scores of all who stood all the time sum to 0', async () => {
    const always = { ...records, forecast: records.forecast.filter(({ assessor }) => assessor !== 'late') }
    const result = await run({ ...always, forecast: always.forecast.map((one) => ({ ...one, at: day(0) })) })
    const sum = result.scores
      .filter(({ by }) => by === 'person')
      .reduce((all, one) => all + value(one.peer), 0)
    expect(sum).toBeCloseTo(0, 9)
  })

  test('skill is told against the base rate and against the baseline', async () => {
    const result = await run(records, { baseline: 'poor' }).catch((cause) => cause)
    expect(result).toMatchObject({ code: 'record-unknown' })
    const assessor = [{ id: 'poor', name: 'Model' }]
    const found = person(await run({ ...records, assessor }, { baseline: 'poor' }), 'good')
    expect(value(found.skill)).toBeCloseTo(1 - 0.04 / 0.24, 12)
    expect(value(found.skillAgainstBaseline)).toBeCloseTo(1 - 0.04 / 0.36, 12)
  })

  test('without a baseline that is named, skill is told against the base rate counted from events', async () => {
    const eventRate = {
      probability: 0.4,
      interval: [0.3, 0.5],
      windows: 40,
      reached: 16,
      dataset: 'icews',
      version: '1',
    }
    const told = { ...eventRate, until: '2026-12', because: 'counted', becauseVi: 'đã đếm' } as EventRate
    const question = records.question.map((one) => ({ ...one, eventRate: told }))
    const found = person(await run({ ...records, question }), 'good')
    expect(value(found.skillAgainstBaseline)).toBeCloseTo(1 - 0.04 / 0.24, 12)
    expect(person(await run(records), 'good').skillAgainstBaseline).toMatchObject({
      missing: 'not-collected',
    })
    const assessor = [{ id: 'poor', name: 'Model' }]
    const named = person(await run({ ...records, question, assessor }, { baseline: 'poor' }), 'good')
    expect(value(named.skillAgainstBaseline)).toBeCloseTo(1 - 0.04 / 0.36, 12)
  })

  test('the back-test chooses the rule with the lowest score, and tells why and by how much', async () => {
    const result = await run(records)
    const [first, second] = result.backTest
    expect(first?.chosen).toBe(true)
    expect(result.rule).toBe(first?.rule)
    expect(first?.score.value).toBeLessThanOrEqual(second?.score.value ?? 0)
    expect(result.ruleBecause.en).toContain('40 resolved questions')
    expect(value(result.leftOut)).toBeGreaterThanOrEqual(first?.score.value ?? 1)
    const fixed = await run(records, { pooling: 'mean' })
    expect(fixed.rule).toBe('mean')
  })

  test('the order of records does not matter', async () => {
    const turned = {
      question: records.question.toReversed(),
      forecast: records.forecast.toReversed(),
      resolution: records.resolution,
    }
    const [a, b] = [await run(records), await run(turned)]
    expect(value(person(b, 'good').score)).toBeCloseTo(value(person(a, 'good').score), 12)
    expect(b.rule).toBe(a.rule)
  })

  test('one question is told in full, and scored against the record of all', async () => {
    const result = await run(records, { question: 'q3' })
    expect(result.questions[0]?.id).toBe('q3')
    expect(new Set(result.history.map(({ question }) => question))).toEqual(new Set(['q3']))
    expect(result.scores[0]?.questions).toBe(40)
    await expect(run(records, { question: 'nowhere' })).rejects.toMatchObject({ code: 'record-unknown' })
  })
})

test('options, options in order, numbers and dates are scored by their own scores', async () => {
  const options = ['low', 'middle', 'high'].map((id) => ({ id, title: id }))
  const { probability: _, ...bare } = forecast('x', 'a', 0, 0)
  const on = (of: string, more: Partial<Forecast>): Forecast => ({
    ...bare,
    id: `on-${of}`,
    question: of,
    ...more,
  })
  const quantiles = [
    { share: 0.25, value: 10 },
    { share: 0.75, value: 30 },
  ]
  const result = await run({
    question: [
      question('options', { kind: 'categorical', options }),
      question('ordered', { kind: 'categorical', options, ordered: true }),
      question('numeric', { kind: 'numeric', range: [0, 100] }),
      question('date', { kind: 'date', dates: ['1970-01-01', '1970-04-11'] }),
    ],
    forecast: [
      on('options', { probabilities: [0.2, 0.5, 0.3] }),
      on('ordered', { probabilities: [0.2, 0.5, 0.3] }),
      on('numeric', { quantiles }),
      on('date', { quantiles }),
    ],
    resolution: [
      resolution('options', 'low'),
      resolution('ordered', 'low'),
      resolution('numeric', 20),
      resolution('date', '1970-01-21'),
    ],
  })
  const score = (id: string) => result.questions.find((one) => one.id === id)?.score
  expect(score('options')).toBeCloseTo((0.64 + 0.25 + 0.09) / 2, 12)
  expect(score('ordered')).toBeCloseTo(0.365, 12)
  expect(score('numeric')).toBeCloseTo(0.05, 12)
  expect(score('date')).toBeCloseTo(0.05, 12)
})

test('certainty in what did not happen has no logarithmic score, and the rest still has one', async () => {
  const result = await run({
    question: [question('q')],
    forecast: [forecast('q', 'sure', 0, 0), forecast('q', 'other', 0, 0.7)],
    resolution: [resolution('q', 'yes')],
  })
  expect(isMissing(person(result, 'sure').log)).toBe(true)
  expect(person(result, 'other').log).toBeCloseTo(-Math.log(0.7), 12)
})

test('with nothing recorded there is nothing, and no fault', async () => {
  const result = await run({})
  expect(result.questions).toEqual([])
  expect(isMissing(result.decomposition)).toBe(true)
})
