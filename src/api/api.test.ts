/** The API: contract, problems, and who may call it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadExample } from '#workbench/demo'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { endpoints } from './contract.ts'
import { createApp } from './server.ts'

let workbench: Workbench
let app: ReturnType<typeof createApp>
const faults: unknown[] = []

beforeAll(async () => {
  workbench = await freshWorkbench()
  await loadExample(workbench)
  app = createApp(workbench, { web: undefined, onFault: (cause) => faults.push(cause) }, ['localhost'])
})
afterAll(() => workbench.close())

const call = (path: string, init: RequestInit = {}) =>
  app.request(path, {
    ...init,
    headers: { host: 'localhost:4600', 'content-type': 'application/json', ...init.headers },
  })
const post = (path: string, body: unknown) => call(path, { method: 'POST', body: JSON.stringify(body) })

test('every endpoint of the contract is described in OpenAPI 3.1', async () => {
  const page = (await (await call('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, object>
  }
  expect(page.openapi).toBe('3.1.0')
  for (const { path, method } of Object.values(endpoints)) expect(page.paths[path]).toHaveProperty(method)
})

test('an analysis is run, read, run again and reported', async () => {
  const ran = await post('/api/analyses', { instrument: 'socialization', request: { case: 'arf-pd' } })
  expect(ran.status).toBe(200)
  const { id } = (await ran.json()) as { id: string }
  expect(endpoints.readAnalysis.answer.parse(await (await call(`/api/analyses/${id}`)).json()).id).toBe(id)
  expect(await (await post(`/api/analyses/${id}/rerun`, {})).json()).toEqual({ same: true })
  const report = await call(`/api/analyses/${id}/report?format=md&language=vi`)
  expect(report.headers.get('content-type')).toContain('text/markdown')
  expect(await report.text()).toContain('ảnh hưởng xã hội')
  const printed = await call(`/api/analyses/${id}/report?format=pdf&language=vi`)
  expect(printed.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await printed.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
  const word = await call(`/api/analyses/${id}/report?format=docx`)
  expect(word.headers.get('content-type')).toContain('wordprocessingml')
  expect(word.headers.get('content-disposition')).toContain(`${id}.docx`)
  const unknown = await call(`/api/analyses/${id}/report?format=odt`)
  expect(unknown.status).toBe(400)
  expect(await unknown.json()).toMatchObject({ code: 'format-unknown' })
})

test('an analysis is started as a job, and all relations of a state are judged as one', async () => {
  const ended = async (started: Response) => {
    const { id } = endpoints.readJob.answer.parse(await started.json())
    for (;;) {
      const job = endpoints.readJob.answer.parse(await (await call(`/api/jobs/${id}`)).json())
      if (job.state !== 'running') return job
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const request = { dyad: ['VNM', 'JPN'], draws: 100 }
  const one = await ended(await post('/api/analyses/jobs', { instrument: 'relations-depth', request }))
  const { id } = one.result as { id: string }
  expect((await call(`/api/analyses/${id}`)).status).toBe(200)
  const asked = { instrument: 'relations-depth', request: { state: 'VNM', draws: 100 } }
  const all = await ended(await post('/api/analyses/all', asked))
  expect((all.result as { analyses: string[] }).analyses).toContain(id)
  const wrong = await ended(await post('/api/analyses/all', { instrument: 'socialization' }))
  expect(wrong).toMatchObject({ state: 'failed', problem: { code: 'call-invalid' } })
})

test('records that point at another, and series of a measure, are listed', async () => {
  const list = async (query: string) =>
    endpoints.listRecords.answer.parse(await (await call(`/api/records/series?${query}`)).json()).records
  const all = await list('limit=1000')
  const body: Record<string, unknown> = all[0]?.body ?? {}
  const ofRelation = await list(`limit=1000&pointsAt=relation:${body['relation']}`)
  const same = (field: string) => all.filter((one) => one.body[field] === body[field])
  expect(ofRelation).toEqual(same('relation'))
  expect(ofRelation.length).toBeLessThan(all.length)
  expect(await list(`limit=1000&measure=${body['measure']}`)).toEqual(same('measure'))
  expect((await call('/api/records/series?pointsAt=nonsense')).status).toBe(400)
})

test('ids with slashes are addressed whole', async () => {
  const found = await (await call('/api/records/evidence/asean-hrb%2Fe57')).json()
  expect(endpoints.readRecord.answer.parse(found)).toMatchObject({ id: 'asean-hrb/e57', version: 1 })
})

test('records are listed a page at a time', async () => {
  const first = endpoints.listRecords.answer.parse(
    await (await call('/api/records/event?case=arf-pd&limit=50')).json(),
  )
  expect(first).toMatchObject({ more: true })
  const after = first.records.at(-1)?.id ?? ''
  const rest = endpoints.listRecords.answer.parse(
    await (await call(`/api/records/event?case=arf-pd&limit=50&after=${encodeURIComponent(after)}`)).json(),
  )
  expect(first.records.length + rest.records.length).toBe(72)
})

describe('problems', () => {
  const problem = async (response: Response | Promise<Response>) => {
    const answer = await response
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    return {
      status: answer.status,
      ...((await answer.json()) as { code: string; detail: string; place?: object }),
    }
  }

  test('wrong input is a problem with its place', async () => {
    expect(await problem(call('/api/records/poem'))).toMatchObject({ status: 404, code: 'record-unknown' })
    expect(await problem(call('/api/search?q='))).toMatchObject({
      status: 400,
      code: 'call-invalid',
      place: { field: 'query.q' },
    })
    expect(await problem(call('/api/analyses', { method: 'POST', body: '{' }))).toMatchObject({ status: 400 })
    expect(await problem(post('/api/analyses', { instrument: 'socialization', request: {} }))).toMatchObject({
      status: 422,
      code: 'request-invalid',
    })
    const text = 'actors:\n  - {id: x, name: X, type: planet}\n'
    expect(
      await problem(post('/api/import', { files: [{ name: 'a.yaml', text }], why: 'test' })),
    ).toMatchObject({
      status: 422,
      place: { file: 'a.yaml', line: 2, field: 'actors[0].type' },
    })
    expect(await problem(call('/api/nothing'))).toMatchObject({ status: 404 })
  })

  test('another web site cannot reach the workspace, by another name or by a form', async () => {
    expect(await problem(app.request('/api/workspace', { headers: { host: 'evil.example' } }))).toMatchObject(
      { status: 403 },
    )
    const foreign = call('/api/analyses', {
      method: 'POST',
      body: '{}',
      headers: { origin: 'http://evil.example' },
    })
    expect(await problem(foreign)).toMatchObject({ status: 403, code: 'not-allowed' })
  })

  test('an unexpected fault tells the log, not the reader', async () => {
    const broken = { ...workbench, database: { ...workbench.database, db: null } } as unknown as Workbench // a fault made on purpose
    const cracked = createApp(broken, { web: undefined, onFault: (cause) => faults.push(cause) }, [
      'localhost',
    ])
    const answer = await problem(cracked.request('/api/workspace', { headers: { host: 'localhost' } }))
    expect(answer).toMatchObject({ status: 500, code: 'internal', detail: 'an unexpected fault' })
    expect(faults).toHaveLength(1)
  })
})
