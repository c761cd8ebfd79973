/** `method score-forecasts` and `method pool-forecasts`: keys, mistakes, and a real tournament. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { forecastSections } from './forecast-table.ts'
import { methodFile } from './method-file.ts'
import { poolForecastsFile } from './method-pool-forecasts.ts'
import { scoreForecastsFile } from './method-score-forecasts.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-forecasts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const quiet = { notice: () => {}, progress: () => {} }
const filed = (text: string) => {
  const path = join(folder, 'table.csv')
  writeFileSync(path, text)
  return methodFile(path)
}
const score = (text: string, options: object = {}) =>
  scoreForecastsFile.run([filed(text)], { bins: '10', bootstrap: '200', seed: '1', ...options }, quiet)
const pool = (text: string, options: object = {}) =>
  poolForecastsFile.run([filed(text)], { method: 'median', a: '2.5', ...options }, quiet)

const ten = `question,forecaster,probability,outcome,topic
1,a,.1,0,x
2,a,.1,0,x
3,a,.3,0,x
4,a,.3,1,x
5,a,.3,0,x
6,b,.7,1,y
7,b,.7,0,y
8,b,.9,1,y
9,b,.9,1,y
10,b,.9,1,y
`

test('the published decomposition, under the keys that others script against', async () => {
  const found = await score(ten)
  expect(found).toMatchObject({
    brier: expect.closeTo(0.13, 12),
    murphy: {
      reliability: expect.closeTo(0.013333333333333334, 12),
      resolution: expect.closeTo(0.13333333333333333, 12),
      uncertainty: expect.closeTo(0.25, 12),
    },
    skill: expect.closeTo(0.48, 12),
    calibration: expect.arrayContaining([
      expect.objectContaining({ said: expect.closeTo(0.9, 12), happened: 1, n: 3 }),
    ]),
    byForecaster: expect.arrayContaining([expect.objectContaining({ forecaster: 'a', n: 5 })]),
  })
  expect(await score(ten, { by: 'topic' })).toHaveProperty('byTopic')
})

test('who took the easy questions is not ahead of who was as good on all', async () => {
  const rows = ['question,forecaster,probability,outcome']
  for (let at = 0; at < 20; at++) {
    const easy = at < 10
    rows.push(`${at},all,${easy ? 0.9 : 0.5},1`, `${at},others,${easy ? 0.9 : 0.5},1`)
    if (easy) rows.push(`${at},picker,0.9,1`)
  }
  const { byForecaster } = (await score(rows.join('\n'))) as {
    byForecaster: { forecaster: string; brier: number; againstOthers: number }[]
  } // the keys of the page of the command line
  const of = (name: string) => byForecaster.find(({ forecaster }) => forecaster === name)
  expect(of('picker')?.brier).toBeLessThan(of('all')?.brier ?? 0)
  expect(of('picker')?.againstOthers).toBeCloseTo(0, 12)
  expect(of('all')?.againstOthers).toBeCloseTo(0, 12)
})

describe('a mistake is told with file, line and column', () => {
  const refused = (text: string, place: object) =>
    expect(score(text)).rejects.toMatchObject({ code: 'table-invalid', place })
  const at = (line: number, field: string) => ({ file: join(folder, 'table.csv'), line, field })

  test('a probability that is none, an outcome that is none, a name that is missing', async () => {
    await refused(ten.replace('2,a,.1,0', '2,a,1.1,0'), at(3, 'probability'))
    await refused(ten.replace('2,a,.1,0', '2,a,,0'), at(3, 'probability'))
    await refused(ten.replace('2,a,.1,0', '2,a,.1,yes'), at(3, 'outcome'))
    await refused(ten.replace('2,a,.1,0', '2,,.1,0'), at(3, 'forecaster'))
  })
  test('a question that comes out in two ways', async () => {
    await refused(`${ten}1,b,.5,1,x\n`, at(12, 'outcome'))
  })
  test('a column that is not there, an option that is none', async () => {
    await expect(score('question,forecaster,probability\n1,a,.5\n')).rejects.toMatchObject({
      code: 'table-invalid',
    })
    await expect(score(ten, { bins: '0' })).rejects.toMatchObject({ code: 'call-invalid' })
    await expect(score(ten, { by: 'colour' })).rejects.toMatchObject({ code: 'call-invalid' })
  })
})

test('certainty in what did not happen has no mean logarithmic score, with the reason', async () => {
  expect(await score('question,forecaster,probability,outcome\n1,a,0,1\n2,a,.5,1\n')).toMatchObject({
    log: null,
    logBecause: expect.stringContaining('infinite'),
    brier: 0.625,
  })
})

describe('pooling', () => {
  const three =
    'question,forecaster,probability,time,weight\nq,a,.7,1,1\nq,b,.2,2,1\nq,c,.1,3,2\nq,a,.3,4,1\n'

  test('the last forecast of each counts, with its weight', async () => {
    expect(await pool(three, { method: 'mean' })).toMatchObject({
      questions: [{ question: 'q', probability: expect.closeTo((0.3 + 0.2 + 0.2) / 4, 12), n: 3 }],
    })
  })
  test('without times each row counts', async () => {
    const text = 'question,forecaster,probability\nq,a,.7\nq,b,.2\nq,c,.1\n'
    expect(await pool(text, { method: 'log-odds' })).toMatchObject({
      questions: [{ probability: expect.closeTo(0.2865756831, 9), n: 3 }],
    })
    expect(await pool(text, { method: 'neyman' })).toMatchObject({
      questions: [{ probability: expect.closeTo(0.215701564, 9) }],
    })
    await expect(pool(text, { method: 'recency' })).rejects.toMatchObject({ code: 'call-invalid' })
    await expect(pool(text, { method: 'best' })).rejects.toMatchObject({ code: 'call-invalid' })
  })
})

describe.skipIf(!sharedIsHere)(
  `the Forecasting Proficiency Test${sharedIsHere ? '' : ' (skipped: there is no ../shared)'}`,
  () => {
    const lines = (path: string) => {
      const bytes = readFileSync(shared(`data/forecasting/${path}`))
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
      return text
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => line.split(','))
    }
    const table = () => {
      const [, ...decided] = lines('fpt_binary_outcomes_derived.csv')
      const outcome = new Map(decided.map(([item, wave, came]) => [`${item}/${wave}`, came ?? '']))
      const [, ...told] = lines('fpt_binary_forecasts.csv.gz')
      return told.map(([subject, wave, , group, item, forecast, published]) => ({
        question: `${item}/${wave}`,
        subject: subject ?? '',
        group: group ?? '',
        p: Number(forecast) / 100,
        outcome: outcome.get(`${item}/${wave}`) ?? '',
        published: Number(published),
      }))
    }
    type Scored = {
      n: number
      brier: number
      byForecaster: { forecaster: string; n: number; brier: number }[]
    } & {
      byAgency: {
        agency: string
        brier: number
        brierInterval: [number, number]
        againstOthersInterval: [number, number]
      }[]
    }

    test('our Brier scores are those that were published, and superforecasters are ahead of the public by less than 45 questions tell', async () => {
      const rows = table()
      const text = rows.map((row) => `${row.question},${row.subject},${row.p},${row.outcome},${row.group}`)
      const found = (await score(['question,forecaster,probability,outcome,agency', ...text].join('\n'), {
        by: 'agency',
        bootstrap: '500',
      })) as Scored // the keys of the page of the command line
      expect(found.n).toBe(15_054)
      const mean = (list: readonly { published: number }[]) =>
        list.reduce((sum, { published }) => sum + published, 0) / list.length
      expect(2 * found.brier).toBeCloseTo(mean(rows), 9)
      const bySubject = Map.groupBy(rows, ({ subject }) => subject)
      for (const { forecaster, brier } of found.byForecaster)
        expect(2 * brier, forecaster).toBeCloseTo(mean(bySubject.get(forecaster) ?? []), 9)
      const [first, second] = found.byAgency
      expect(first?.agency).toBe('sup')
      expect(2 * (first?.brier ?? 0)).toBeCloseTo(mean(rows.filter(({ group }) => group === 'sup')), 9)
      // what forecasts of one question share is large: drawing whole questions, the lead is not beyond chance
      expect(first?.againstOthersInterval[0]).toBeLessThan(0)
      expect(first?.againstOthersInterval[1]).toBeGreaterThan(0)
      expect(first?.brier).toBeLessThan(second?.brier ?? 0)
      expect(second?.agency).toBe('reg')
    }, 30_000)

    test('its table becomes records that score the same', async () => {
      const read = (path: string, columns: readonly string[]) =>
        methodFile(shared(`data/forecasting/${path}`)).table(columns)
      const sections = forecastSections(
        await read('fpt_binary_forecasts.csv.gz', ['item', 'wave', 'subject_id', 'forecast', 'group']),
        await read('fpt_binary_outcomes_derived.csv', ['item', 'wave', 'outcome']),
        {
          question: ['item', 'wave'],
          forecaster: 'subject_id',
          probability: 'forecast',
          whole: 100,
          outcome: 'outcome',
          agency: 'group',
          opens: '2022-06-01T00:00:00Z',
          closes: '2024-05-31T00:00:00Z',
          resolver: 'table',
          criteria: 'as the table says',
          prefix: 'fpt',
        },
      )
      const yes = new Map(
        (sections['resolutions'] ?? []).map((one) => [one['question'], one['outcome'] === 'yes']),
      )
      const forecasts = sections['forecasts'] ?? []
      expect(forecasts).toHaveLength(15_054)
      expect(new Set(forecasts.map(({ id }) => id)).size).toBe(15_054)
      const sum = forecasts.reduce(
        (all, one) => all + 2 * (Number(one['probability']) - (yes.get(one['question']) ? 1 : 0)) ** 2,
        0,
      )
      const published = table().reduce((all, one) => all + one.published, 0)
      expect(sum / forecasts.length).toBeCloseTo(published / forecasts.length, 9)
    }, 30_000)

    test('the replication survey scores with the outcomes of its findings', async () => {
      const [, ...findings] = lines('replication_findings_outcomes.csv')
      const replicated = new Map(findings.map((row) => [`${row[0]}/${row[1]}`, row.at(-2)?.trim() ?? '']))
      const [, ...told] = lines('replication_survey_forecasts.csv')
      const rows = told.flatMap(([project, finding, forecaster, response]) => {
        const outcome = replicated.get(`${project}/${finding}`)
        return !response || !forecaster || (outcome !== '0' && outcome !== '1')
          ? []
          : [`${project}/${finding},${forecaster},${response},${outcome}`]
      })
      expect(rows.length).toBeGreaterThan(7000)
      const found = (await score(['question,forecaster,probability,outcome', ...rows].join('\n'), {
        bootstrap: '0',
      })) as Scored & { murphy: { reliability: number; resolution: number; uncertainty: number } } // as above
      const { reliability, resolution, uncertainty } = found.murphy
      expect(reliability - resolution + uncertainty).toBeCloseTo(found.brier, 12)
      expect(found.brier).toBeLessThan(0.3)
    }, 30_000)
  },
)
