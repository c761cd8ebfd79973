/** Pools of numbers and dates: what is told, how the rule is chosen, and what results of version 1 still show. */
import { describe, expect, test } from 'vitest'
import type { Forecast } from '#domain/forecast'
import { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import { normalQuantile } from '#numeric/normal-quantile'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { literalReader, type Records } from '../../../test/literal-reader.ts'
import { foresight, foresightResult } from './instrument.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString()
const shares = [0.05, 0.25, 0.5, 0.75, 0.95]
const question = (id: string, more: object = {}): Question =>
  Question.parse({
    id,
    title: `How many ${id}?`,
    titleVi: `${id} bao nhiêu?`,
    kind: 'numeric',
    unit: 'ships',
    range: [0, 100],
    criteria: 'as the Gazette says',
    resolver: 'judge',
    opens: day(0),
    closes: day(100),
    resolves: day(110),
    ...more,
  })
const forecast = (
  of: string,
  assessor: string,
  agency: string | undefined,
  mean: number,
  sd: number,
  at = 0,
): Forecast => ({
  id: `${of}/${assessor}/${at}`,
  question: of,
  assessor,
  ...(agency === undefined ? {} : { agency }),
  at: day(at),
  quantiles: shares.map((share) => ({ share, value: mean + sd * normalQuantile(share) })),
})
const resolution = (of: string, outcome: number | string, at = 111): Resolution => ({
  id: of,
  question: of,
  state: 'resolved',
  outcome,
  by: 'judge',
  at: day(at),
  because: 'the Gazette',
})
async function run(records: Records, request: object = {}) {
  const outcome = await foresight.analyse({ draws: 200, ...request }, literalReader(records))
  return { ...outcome, told: foresightResult(outcome.result) }
}
const pooledOf = ({ told }: Awaited<ReturnType<typeof run>>, id = 'q') => {
  const found = told.distributions?.pooled.find((one) => one.question === id)
  if (found === undefined) throw new Error(`${id} is not pooled`)
  return found
}

describe('an open question', () => {
  const records = {
    question: [question('q')],
    forecast: [
      forecast('q', 'a', 'Harbour', 40, 2),
      forecast('q', 'b', 'Harbour', 44, 4),
      forecast('q', 'c', 'Customs', 60, 6),
      forecast('q', 'd', undefined, 50, 3),
      forecast('q', 'a', 'Harbour', 42, 2, 10),
    ],
  }

  test('is pooled over all, by agency, and told beside its forecasters; the last forecast of each counts', async () => {
    const { lines, unit, outcome } = pooledOf(await run(records, { distributionPooling: 'mean' }))
    expect([unit, outcome]).toEqual(['ships', null])
    expect(lines.map(({ of, id, forecasters }) => [of, id, forecasters])).toEqual([
      ['pool', '', 4],
      ['agency', 'Customs', 1],
      ['agency', 'Harbour', 2],
      ['forecaster', 'a', 1],
      ['forecaster', 'b', 1],
      ['forecaster', 'd', 1],
    ])
    // normal laws: the quantile average has the mean of the means and the mean of the sds
    for (const [at, share] of shares.entries()) {
      expect(lines[0]?.values[at]).toBeCloseTo(49 + 3.75 * normalQuantile(share), 9)
      expect(lines[2]?.values[at]).toBeCloseTo(43 + 3 * normalQuantile(share), 9)
    }
  })

  test('is wider under the linear pool, and its middle has an interval over forecasters', async () => {
    const [sharp, wide] = [
      pooledOf(await run(records, { distributionPooling: 'mean' })),
      pooledOf(await run(records, { distributionPooling: 'linear' })),
    ]
    const width = ({ lines }: typeof sharp) => (lines[0]?.values[4] ?? 0) - (lines[0]?.values[0] ?? 0)
    expect(width(wide)).toBeGreaterThan(1.5 * width(sharp))
    const [low, high] = wide.middle.interval ?? [0, 0]
    expect(low).toBeLessThan(wide.middle.value)
    expect(high).toBeGreaterThan(wide.middle.value)
  })

  test('is told in a finding and in tables with charts, in both languages', async () => {
    const ran = await run(records)
    const found = ran.findings.find(({ id }) => id === 'pooled-q')
    expect(found?.statement).toMatch(/Middle 47\.00 ships, with 90 % between .* median of quantiles/)
    expect(found?.statementVi).toContain('Trung vị 47,00 ships')
    for (const language of ['en', 'vi'] as const) {
      const tables = foresight.exhibits(ran.result, language)
      expect(tables.find(({ id }) => id === 'distributions')?.rows).toHaveLength(1)
      const own = tables.find(({ id }) => id === 'distribution-q')
      expect(own?.rows).toHaveLength(6)
      expect(own?.chart).toBeDefined()
      expect(own?.rows[3]?.evidence).toEqual([{ kind: 'forecast', id: 'q/a/10', source: 'a', locator: null }])
      expect(JSON.stringify(tables)).not.toMatch(/NaN|undefined/)
    }
  })

  test('nobody’s tail goes beyond what is thought possible unless somebody said so', async () => {
    const narrow = (assessor: string, values: readonly number[]): Forecast => ({
      ...forecast('q', assessor, undefined, 0, 1),
      quantiles: values.map((value, at) => ({ share: [0.25, 0.75][at] ?? 0.5, value })),
    })
    const held = pooledOf(await run({ question: [question('q')], forecast: [narrow('a', [5, 95])] })).lines[0]
    expect([held?.values[0], held?.values[4]]).toEqual([0, 100])
    const said = pooledOf(await run({ question: [question('q')], forecast: [narrow('a', [-5, 95])] }))
      .lines[0]
    expect(said?.values[0]).toBe(-5)
  })
})

test('dates are pooled as days and told as dates', async () => {
  const ran = await run(
    {
      question: [
        question('q', {
          kind: 'date',
          unit: undefined,
          range: undefined,
          dates: ['2026-01-01', '2028-12-31'],
        }),
      ],
      forecast: [forecast('q', 'a', 'Harbour', 20_700, 20), forecast('q', 'b', 'Customs', 20_720, 40)],
    },
    { distributionPooling: 'mean' },
  )
  expect(pooledOf(ran).lines[0]?.values[2]).toBeCloseTo(20_710, 9)
  expect(ran.findings.find(({ id }) => id === 'pooled-q')?.statement).toContain(
    'Middle 2026-09-14, with 90 %',
  )
  const cells = foresight.exhibits(ran.result, 'vi').find(({ id }) => id === 'distribution-q')?.rows[0]?.cells
  expect(cells?.[2]).toBe('2026-09-14')
  expect(cells?.[4]).toMatch(/^2026-07-\d\d – 2026-1\d-\d\d$/)
})

describe('the rule is chosen on resolved questions', () => {
  const ids = Array.from({ length: 24 }, (_, at) => `q${at}`)
  /** Forecasters whose middles lie about the truth by `apart`, and who state a width of `stated`. */
  const planted = (apart: number, stated: number, outlier: boolean) => {
    const normal = randomNormal(random(7))
    return {
      question: ids.map((id) => question(id)),
      forecast: ids.flatMap((id) =>
        ['a', 'b', 'c', 'd', 'e'].map((who, at) =>
          forecast(id, who, 'Harbour', 50 + apart * normal() + (outlier && at === 4 ? 30 : 0), stated, at),
        ),
      ),
      resolution: ids.map((id) => resolution(id, 50)),
    }
  }
  const ruleOf = async (records: Records, request: object = {}) =>
    (await run(records, request)).told.distributions

  test('one who is far off is outvoted by the median', async () => {
    const found = await ruleOf(planted(2, 3, true))
    expect(found?.rule).toMatch(/^median/)
    expect(found?.because.en).toContain('24 resolved questions')
    expect(found?.backTest).toHaveLength(9)
    expect(found?.backTest[0]?.chosen).toBe(true)
    const scores = found?.backTest.map(({ score }) => score.value) ?? []
    expect(scores.toSorted((a, b) => a - b)).toEqual(scores)
    expect(found?.leftOut).toMatchObject({ value: expect.closeTo(scores[0] ?? 0, 2) })
  })

  test('who are too sure and apart are better pooled linearly, who know their error by the average of quantiles', async () => {
    const of = async (stated: number) => {
      const found = await ruleOf(planted(12, stated, false))
      return (rule: string) => found?.backTest.find((one) => one.rule === rule)?.score.value ?? 0
    }
    const [sure, modest] = [await of(1), await of(12)]
    expect(sure('linear')).toBeLessThan(sure('mean'))
    // Lichtendahl and others (2013): of calibrated forecasts the linear pool is too wide
    expect(modest('mean')).toBeLessThan(modest('linear'))
  })

  test('a rule that the request sets is used whatever scored best', async () => {
    const found = await ruleOf(planted(2, 3, true), { distributionPooling: 'linear' })
    expect([found?.rule, found?.because.en]).toEqual(['linear', 'set by the request'])
  })

  test('who did better on questions already answered weighs more', async () => {
    const answered = ids.slice(0, 20)
    const last = question('last', { opens: day(200), closes: day(300), resolves: day(310) })
    const records = {
      question: [...answered.map((id) => question(id)), last],
      forecast: [...answered, 'last'].flatMap((id, at) => [
        forecast(id, 'good', 'Harbour', 50, 3, id === 'last' ? 200 : 0),
        forecast(id, 'poor', 'Customs', at % 2 === 0 ? 20 : 80, 3, id === 'last' ? 201 : 1),
      ]),
      resolution: answered.map((id) => resolution(id, 50)),
    }
    const middle = async (rule: string) =>
      pooledOf(await run(records, { distributionPooling: rule }), 'last').lines[0]?.values[2] ?? 0
    expect(await middle('mean')).toBeCloseTo(35, 9)
    expect(await middle('mean-performance')).toBeGreaterThan(45)
    expect(await middle('median-performance')).toBeCloseTo(50, 9)
  })

  test('below three resolved questions it is the plainest, and says so', async () => {
    const { question: asked, forecast: given } = planted(2, 3, false)
    const found = await ruleOf({ question: asked, forecast: given, resolution: [resolution('q0', 50)] })
    expect([found?.rule, found?.leftOut]).toEqual([
      'median',
      expect.objectContaining({ missing: 'below-threshold' }),
    ])
    expect(found?.because.en).toContain('too few')
  })

  test('the pool of a resolved question has its score, and scores of persons rest on other questions', async () => {
    const { told } = await run(planted(2, 3, false))
    const [line] = told.questions
    expect(line?.poolScore).toBeLessThan(0.02)
    expect(told.scores).toEqual([])
    expect(told.distributions?.pooled[0]?.outcome).toBe(50)
  })
})

test('a result of version 1 is still shown, without what it does not hold', async () => {
  const { result } = await run({
    question: [question('q')],
    forecast: [forecast('q', 'a', 'Harbour', 40, 2)],
  })
  const { distributions: _, ...older } = result
  expect(foresight.reads).toEqual(['3', '1', '2'])
  const ids = foresight.exhibits(older, 'en').map(({ id }) => id)
  expect(ids).toContain('questions')
  expect(ids.some((id) => id.startsWith('distribution'))).toBe(false)
})
