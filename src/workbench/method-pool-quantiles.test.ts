/** `method pool-forecasts` on tables of quantiles: keys, dates, agencies, and mistakes with their place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { methodFile } from './method-file.ts'
import { poolForecastsFile } from './method-pool-forecasts.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-quantiles-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'table.csv')
const pool = (text: string, options: object = {}) => {
  writeFileSync(path, text)
  const notices: string[] = []
  const watch = { notice: (message: string) => void notices.push(message), progress: () => {} }
  return poolForecastsFile.run(
    [methodFile(path)],
    { method: 'median', a: '2.5', quantiles: '', ...options },
    watch,
  )
}

const ships = `question,forecaster,quantile,value,weight
q,a,.25,10,1
q,a,.75,20,1
q,b,.25,14,3
q,b,.75,28,3
`

test('quantiles are averaged with their weights, and told with the lowest and the highest', async () => {
  expect(await pool(ships, { method: 'mean' })).toEqual({
    method: 'mean',
    values: 'quantiles',
    questions: [
      {
        question: 'q',
        values: 'number',
        n: 2,
        quantiles: [
          { quantile: 0.25, value: expect.closeTo(13, 12), lowest: 10, highest: 14 },
          { quantile: 0.75, value: expect.closeTo(26, 12), lowest: 20, highest: 28 },
        ],
      },
    ],
  })
})

test('the linear pool is that of two normal laws; shares that nobody stated are told on request', async () => {
  const laws = [0, 2].map((mean) =>
    [0.0227501319482, 0.9772498680518].map((p, at) => `q,${mean},${p},${mean - 2 + 4 * at}`),
  )
  const found = await pool(['question,forecaster,quantile,value', ...laws.flat()].join('\n'), {
    method: 'linear',
    quantiles: '0.5,0.1',
  })
  // scipy: brentq(lambda x: (norm.cdf(x) + norm.cdf(x - 2)) / 2 - 0.1, -9, 9, xtol=1e-14)
  expect(found).toMatchObject({
    questions: [
      {
        quantiles: [
          { quantile: 0.1, value: expect.closeTo(-0.8494682984539828, 9) },
          { quantile: 0.5, value: expect.closeTo(1, 9) },
        ],
      },
    ],
  })
})

test('dates go in and come out as dates; agencies have pools of their own; the last forecast counts', async () => {
  const found = await pool(
    `question,forecaster,quantile,value,agency,time
when,a,.25,2026-01-01,Harbour,1
when,a,.75,2026-01-31,Harbour,1
when,a,.25,2026-03-01,Harbour,2
when,a,.75,2026-03-31,Harbour,2
when,b,.25,2026-03-11,Harbour,1
when,b,.75,2026-05-01,Harbour,1
when,c,.25,2027-01-01,Customs,1
when,c,.75,2027-01-03,Customs,1
`,
    { method: 'mean' },
  )
  expect(found).toMatchObject({
    questions: [
      {
        values: 'date',
        n: 3,
        agencies: [
          { agency: 'Harbour', n: 2, quantiles: [{ value: '2026-03-06' }, { value: '2026-04-16' }] },
          { agency: 'Customs', n: 1, quantiles: [{ value: '2027-01-01' }, { value: '2027-01-03' }] },
        ],
      },
    ],
  })
  const rows = poolForecastsFile.table?.(found as never) // what the method answered
  expect(rows).toHaveLength(6)
  expect(rows?.[2]).toEqual({
    question: 'when',
    agency: 'Harbour',
    n: 2,
    quantile: 0.25,
    value: '2026-03-06',
    lowest: '2026-03-01',
    highest: '2026-03-11',
  })
})

describe('a mistake is told with file, line and column', () => {
  const refused = (text: string, line: number, field: string, said: RegExp) =>
    expect(pool(text)).rejects.toMatchObject({
      code: 'table-invalid',
      message: expect.stringMatching(said),
      place: { file: path, line, field },
    })

  test('what is no share, no value, no date that exists', async () => {
    await refused(ships.replace('q,a,.75', 'q,a,75'), 3, 'quantile', /between 0 and 1/)
    await refused(ships.replace('q,a,.75,20', 'q,a,.75,many'), 3, 'value', /number, or a date/)
    await refused(ships.replace('q,a,.75,20', 'q,a,.75,2026-02-30'), 3, 'value', /number, or a date/)
    await refused(ships.replace('q,a,.75,20', 'q,a,.75,2026-02-20'), 3, 'value', /dates and numbers/)
    await refused(ships.replace('q,a,.75,20', 'q,,.75,20'), 3, 'forecaster', /not named/)
  })
  test('quantiles that fall, that are stated twice, or stand alone', async () => {
    await refused(ships.replace('q,a,.75,20', 'q,a,.75,2'), 3, 'value', /falls/)
    await refused(ships.replace('q,a,.75', 'q,a,.25'), 3, 'quantile', /twice/)
    await refused(ships.replace('q,a,.75,20,1\n', ''), 2, 'quantile', /one quantile/)
    await refused(ships.replace('q,a,.75,20,1', 'q,a,.75,20,2'), 3, 'weight', /two weights/)
  })
  test('a rule that is for probabilities, a share that is none, and shares where there are no quantiles', async () => {
    for (const options of [{ method: 'neyman' }, { method: 'mean-recency' }, { quantiles: '5' }])
      await expect(pool(ships, options)).rejects.toMatchObject({ code: 'call-invalid' })
    const probabilities = 'question,forecaster,probability\nq,a,.7\n'
    await expect(pool(probabilities, { quantiles: '.5' })).rejects.toMatchObject({ code: 'call-invalid' })
    await expect(pool('question,forecaster,quantile,value\n')).rejects.toMatchObject({ code: 'method-input' })
    await expect(pool(ships.replaceAll(/,[13]\n/g, ',0\n'))).rejects.toMatchObject({ code: 'method-input' })
  })
})
