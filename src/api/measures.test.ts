/** Measures over HTTP: what they need, computed as a job, saved as series whole or not at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDataset } from '#workbench/datasets'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import type { JobState } from './contract/job.ts'
import type { MeasuresResult } from './contract/measures.ts'
import type { Answer } from './contract.ts'
import { createApp } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-measures-api-'))
let w: Workbench
let api: ReturnType<typeof createApp>
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  api = createApp(
    w,
    {
      web: undefined,
      onFault: (cause) => {
        throw cause
      },
    },
    ['localhost'],
  )
  const path = join(folder, 'alliances.csv')
  writeFileSync(
    path,
    'version4id,ccode1,ccode2,dyad_st_year,dyad_end_year,defense,neutrality,nonaggression,entente\n2,816,812,1977,,1,0,1,1\n4,2,200,1949,2012,1,0,0,0\n',
  )
  await addDataset(w, { dataset: 'cow-alliances', files: [{ path, name: 'alliances.csv' }] })
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string) => api.request(`http://localhost${path}`, { headers: { host: 'localhost' } })
const post = (body: object) =>
  api.request('http://localhost/api/measures', {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function finished(response: Response): Promise<JobState> {
  let job = (await response.json()) as JobState
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 30))
    job = (await (await get(`/api/jobs/${job.id}`)).json()) as JobState
  }
  return job
}

test('the list says what each measure needs and whether it is here', async () => {
  const found = (await (await get('/api/measures')).json()) as Answer<'listMeasures'>
  const entry = (id: string) => found.measures.find((one) => one.id === id)
  expect(entry('alliance')).toMatchObject({
    lacking: [],
    covered: { from: 1949, to: 2012 },
    datasets: [{ id: 'cow-alliances', imported: true }],
  })
  expect(entry('complementarity')).toMatchObject({ lacking: ['trade-products/flows'], covered: null })
  expect(entry('high-level-contacts')).toMatchObject({ either: true, covered: null })
  expect(found.unmeasured.map(({ id }) => id)).toContain('people-flows')
})

const asked = { state: 'VNM', partners: ['LAO', 'USA'], years: [2000, 2013], measures: ['alliance'] }

test('a job computes them and writes nothing', async () => {
  const job = await finished(await post(asked))
  expect(job.state).toBe('done')
  const { series, written } = job.result as MeasuresResult // what this job gives
  expect(written).toBeNull()
  expect(series.map(({ id, observations }) => [id, observations[0]?.value])).toEqual([
    ['alliance/vnm-lao', 3],
    ['alliance/vnm-usa', 0],
  ])
  expect(series[0]?.observations[1]?.value).toMatchObject({ missing: 'outside-coverage' })
  expect((await get('/api/records/series/alliance%2Fvnm-lao')).status).toBe(404)
})

test('saved, they are series with the source of their dataset; the same again changes nothing', async () => {
  const first = (await finished(await post({ ...asked, save: true }))).result as MeasuresResult
  expect(first.written).toMatchObject({ added: 3, superseded: 0 })
  const record = await get('/api/records/series/alliance%2Fvnm-lao')
  expect(await record.json()).toMatchObject({
    version: 1,
    body: { restsOn: [{ source: 'dataset-cow-alliances' }], computed: { dataset: 'cow-alliances' } },
  })
  const again = (await finished(await post({ ...asked, save: true }))).result as MeasuresResult
  expect(again.written).toMatchObject({ added: 0, superseded: 0, unchanged: 2 })
})

test('what is asked wrongly is a problem, and nothing is written', async () => {
  expect((await post({ ...asked, years: [] })).status).toBe(400)
  const job = await finished(await post({ ...asked, partners: ['Nowhere'], save: true }))
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'call-invalid' } })
})
