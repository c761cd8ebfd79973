/** Baselines and warnings through the API: jobs that answer what the contract says, and refusals that say what was wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questionExample } from '#domain/question'
import { addDataset } from '#workbench/datasets'
import { saveRecord } from '#workbench/records'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { Baselines, Warnings } from './contract/baselines.ts'
import type { JobState } from './contract/job.ts'
import { endpoints } from './contract.ts'
import { createApp } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-api-baselines-'))
const faults: unknown[] = []
let workbench: Workbench
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  workbench = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  app = createApp(workbench, { web: undefined, onFault: (cause) => faults.push(cause) }, ['localhost'])
  const rows = ['date,source,target,code']
  for (let year = 1990; year < 1997; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= 28; day += year < 1996 ? 9 : 2)
        rows.push(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')},ISR,LBN,190`)
  const path = join(folder, 'events.csv')
  writeFileSync(path, `${rows.join('\n')}\n`)
  await addDataset(workbench, { dataset: 'keds', files: [{ path, name: 'events.csv' }] })
  const watch = { id: 'levant', title: '<b>Levant</b>', dyads: [['ISR', 'LBN']], falseAlarmsPerYear: 1 }
  await saveRecord(
    workbench.database,
    'watch',
    { ...watch, watched: 'material-conflict' },
    workbench.author('test'),
  )
})
afterAll(async () => {
  await workbench.close()
  rmSync(folder, { recursive: true, force: true })
  expect(faults).toEqual([])
})

const host = { host: 'localhost:4600' }
const get = (path: string) => app.request(path, { headers: host })
const post = (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { ...host, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
async function done(response: Response): Promise<unknown> {
  let job = (await response.json()) as JobState // as the contract says
  for (let tries = 0; job.state === 'running' && tries < 300; tries++) {
    await pause(50)
    job = (await (await get(`/api/jobs/${job.id}`)).json()) as JobState // as the contract says
  }
  expect(job.state).toBe('done')
  return job.result
}

test('a baseline answers as the contract says', async () => {
  const given = await done(await post('/api/baselines', { dyads: [['ISR', 'LBN']], months: 2 }))
  const { series, dataset } = Baselines.parse(given)
  expect(dataset).toBe('keds')
  expect(series[0]?.forecasts.map(({ model }) => model)).toEqual([
    'gamma-poisson',
    'smoothing',
    'seasonal-naive',
  ])
})

test('a watch answers as the contract says, and its alarms lead to their events', async () => {
  const found = Warnings.parse(await done(await post('/api/watches/levant/run', {})))
  const [dyad] = found.events?.dyads ?? []
  const alarm = dyad?.alarms.find(({ month }) => month >= '1996-01')
  expect(alarm?.month).toBe('1996-01')
  expect(alarm?.events.rows).toEqual([]) // none were asked for
  const query = new URLSearchParams({
    dataset: 'keds',
    version: found.events?.version ?? '',
    watched: 'material-conflict',
    source: 'ISR',
    target: 'LBN',
    from: alarm?.since ?? '',
    to: alarm?.month ?? '',
  })
  const behind = endpoints.watchedEvents.answer.parse(
    await (await get(`/api/watches/events?${query}`)).json(),
  )
  expect(behind.of).toBe(alarm?.events.of)
  expect(behind.rows[0]?.['source']).toBe('ISR')
})

test('a base rate answers as the contract says', async () => {
  const response = await get('/api/baselines/rate?source=ISR&target=LBN&atLeast=30&months=3')
  const { reached, windows } = endpoints.eventBaseRate.answer.parse(await response.json())
  expect([reached, windows]).toEqual([4, 28])
})

test('a question keeps which events it counts, and only a binary one counts any', async () => {
  const counts = { source: 'ISR', target: 'LBN', watched: 'material-conflict', atLeast: 30, months: 3 }
  const asked = {
    title: 'Will 30 events of material conflict be coded within the first quarter of 2031?',
    kind: 'binary',
    criteria: 'Yes if the file has 30 or more dated 1 January to 31 March 2031. No otherwise.',
    decidedBy: 'the published file',
    resolver: 'keeper',
    draft: true,
    closes: '2030-12-31T00:00:00Z',
    resolves: '2031-05-01T00:00:00Z',
    counts,
  }
  await saveRecord(workbench.database, 'assessor', { id: 'keeper', name: 'Keeper' }, workbench.author('test'))
  const opened = await post('/api/questions', asked)
  const { id } = endpoints.openQuestion.answer.parse(await opened.json())
  const read = await (await get(`/api/questions/${id}`)).json()
  expect(endpoints.readQuestion.answer.parse(read).question.counts).toEqual(counts)
  for (const [wrong, message] of [
    [{ kind: 'date', dates: ['2030', '2031'] }, /yes or no/],
    [{ counts: { ...counts, target: 'ISR' } }, /two states/],
    [{ counts: { ...counts, months: 25 } }, /24/],
  ] as const) {
    const refused = await post('/api/questions', { ...asked, ...wrong })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(await refused.json())).toMatch(message)
  }
})

test('a question keeps how often it came to that before it opened, once, with dataset and version', async () => {
  const counts = { source: 'ISR', target: 'LBN', watched: 'material-conflict', atLeast: 30, months: 3 }
  const asked = {
    ...questionExample,
    id: 'thirty-events',
    resolver: 'keeper',
    opens: '1996-07-10T00:00:00Z',
    closes: '2030-12-31T00:00:00Z',
    resolves: '2031-05-01T00:00:00Z',
    counts,
  }
  const save = (body: object) => saveRecord(workbench.database, 'question', body, workbench.author('test'))
  await save(asked)
  await save({ ...asked, id: 'no-events', counts: undefined })
  await save({ ...asked, id: 'not-open', opens: '2027-01-01T00:00:00Z' })
  const keep = (id: string) => post(`/api/questions/${id}/event-rate`, {})
  const { rate, isNew } = endpoints.keepEventRate.answer.parse(await (await keep('thirty-events')).json())
  expect(isNew).toBe(true)
  expect(rate).toMatchObject({ reached: 2, windows: 26, until: '1996-06', dataset: 'keds' }) // 1996 alone reaches it, the year of the opening in halves
  expect(rate.probability).toBeCloseTo(2.5 / 27, 12)
  expect(rate.version).not.toBe('')
  expect(await (await keep('thirty-events')).json()).toEqual({ rate, isNew: false })
  for (const id of ['no-events', 'not-open']) expect((await keep(id)).status).toBe(422)
  expect((await keep('none')).status).toBe(404)
  const moved = save({ ...asked, eventRate: rate, counts: { ...counts, atLeast: 40 } })
  await expect(moved).rejects.toThrow(/counted for other events/)
})

test('what cannot be asked is refused, with the place', async () => {
  for (const body of [
    { dyads: [] },
    { dyads: [['ISR', 'LBN']], months: 25 },
    { dyads: [['ISR', 'LBN']], watched: 'war' },
    { dyads: [['ISR']] },
  ])
    expect((await post('/api/baselines', body)).status).toBe(400)
  const outside = '/api/watches/events?dataset=keds&version=none&watched=all&source=ISR&target=LBN'
  expect((await get(`${outside}&from=1996-01&to=1996-02`)).status).toBe(404)
  expect((await get(`${outside}&from=soon&to=1996-02`)).status).toBe(400)
})
