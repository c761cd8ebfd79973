/** The contradiction board through the API: as the contract says, with problems that say what is wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questionExample } from '#domain/question'
import { loadExample } from '#workbench/demo'
import { saveRecord } from '#workbench/records'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { Board } from './contract/contradictions.ts'
import { createApp } from './server.ts'

let workbench: Workbench
let app: ReturnType<typeof createApp>
const faults: unknown[] = []

beforeAll(async () => {
  workbench = await freshWorkbench(undefined, undefined, undefined, undefined, '2026-11-01T00:00:00.000Z')
  await loadExample(workbench)
  app = createApp(workbench, { web: undefined, onFault: (cause) => faults.push(cause) }, ['localhost'])
})
afterAll(() => workbench.close())

const get = (path: string) => app.request(path, { headers: { host: 'localhost:4600' } })
const post = (body: unknown) =>
  app.request('/api/contradictions/settlements', {
    method: 'POST',
    headers: { host: 'localhost:4600', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const board = async (query = '') => Board.parse(await (await get(`/api/contradictions${query}`)).json())

test('the example holds a contradiction of nearly every kind, each told in both languages with its records', async () => {
  const { contradictions, untested, tests } = await board()
  const kinds = new Set(contradictions.map(({ kind }) => kind))
  for (const kind of [
    'agencies',
    'incoherent',
    'advice',
    'exclusive-advice',
    'commitment',
    'projections',
    'units',
  ])
    expect(kinds).toContain(kind)
  for (const { explanation, parties, severity, adjusted } of contradictions) {
    expect(explanation.vi).not.toBe(explanation.en)
    expect(parties.length).toBeGreaterThan(1)
    expect(severity).toBeGreaterThan(0)
    expect(severity).toBeLessThanOrEqual(1)
    expect(adjusted ?? 0).toBeLessThanOrEqual(0.1)
  }
  expect(untested.length).toBeGreaterThan(0)
  expect(tests).toBeGreaterThan(5)
})

test('a smaller rate raises no more alarms', async () => {
  const [strict, lax] = [await board('?rate=0.0001'), await board('?rate=0.5')]
  expect(strict.contradictions.length).toBeLessThan(lax.contradictions.length)
})

test('a call that is wrong is answered with a problem, and nothing is written', async () => {
  expect((await get('/api/contradictions?rate=2')).status).toBe(400)
  expect((await post({ id: 'advice/none', decision: 'agreed', because: 'x' })).status).toBe(404)
  expect((await post({ id: 'advice/none', decision: 'perhaps', because: 'x' })).status).toBe(400)
  expect((await post({ id: 'advice/none', decision: 'agreed', because: '  ' })).status).toBe(400)
  expect(faults).toEqual([])
})

test('a settlement is written and shown', async () => {
  const id = 'projections/board-trade-asean/2028'
  const answer = await post({ id, decision: 'agreed', because: 'the newer base year counts', seen: 0 })
  expect(answer.status).toBe(200)
  const found = (await board()).contradictions.find((one) => one.id === id)
  expect(found).toMatchObject({ state: 'settled', settlement: { because: 'the newer base year counts' } })
})

test('a settlement of blind forecasts is told by no path to who has not given his own', async () => {
  const who = ['ann', 'bo']
  const author = workbench.author('test')
  for (const id of who) await saveRecord(workbench.database, 'assessor', { id, name: id }, author)
  const asked = { opens: '2026-01-01T00:00:00Z', closes: '2027-01-01T00:00:00Z', resolver: 'ann' }
  for (const id of ['q-a', 'q-b'])
    await saveRecord(workbench.database, 'question', { ...questionExample, ...asked, id }, author)
  const set = { id: 'one-at-most', title: 'one at most', logic: 'exclusive', questions: ['q-a', 'q-b'] }
  await saveRecord(workbench.database, 'question-set', set, author)
  const as = (assessor: string, path: string, body?: object) =>
    app.request(path, {
      headers: {
        host: 'localhost:4600',
        'content-type': 'application/json',
        'x-soundings-assessor': assessor,
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
  for (const id of ['q-a', 'q-b']) await as('ann', `/api/questions/${id}/forecasts`, { probability: 0.83 })
  const [id, because] = ['incoherent/one-at-most/ann', 'ann keeps 0.83 for both, sardonyx']
  const settled = await as('ann', '/api/contradictions/settlements', { id, decision: 'both-stand', because })
  expect(settled.status).toBe(200)
  const paths = [
    '/api/contradictions',
    '/api/search?q=sardonyx',
    '/api/records/settlement',
    `/api/records/settlement/${encodeURIComponent(id)}`,
    '/api/records/question/q-a',
    '/api/records/assessor/ann',
    '/api/export?format=json',
  ]
  const told = async (assessor: string) =>
    Promise.all(
      paths.map(async (path) => {
        const answer = await as(assessor, path)
        const text = await answer.text()
        return answer.status === 200 && (text.includes('sardonyx') || text.includes(`"id":"${id}"`))
      }),
    )
  expect((await told('ann')).filter(Boolean).length).toBeGreaterThanOrEqual(5)
  expect(await told('bo')).toEqual(paths.map(() => false))
  const over = { id, decision: 'agreed', because: 'mine' }
  const put = await app.request(`/api/records/settlement/${encodeURIComponent(id)}`, {
    method: 'PUT',
    headers: { host: 'localhost:4600', 'content-type': 'application/json', 'x-soundings-assessor': 'bo' },
    body: JSON.stringify({ record: { ...over, at: '2026-11-01T00:00:00Z' }, why: 'x' }),
  })
  expect(put.status).toBe(403)
  expect(faults).toEqual([])
})

test('of two who settle the same contradiction at once one is told that the other did', async () => {
  const of = (await board()).contradictions.find(({ state }) => state === 'open')?.id ?? 'none is open'
  const both = await Promise.all(
    ['agreed', 'both-stand'].map((decision) =>
      post({ id: of, decision, because: `${decision} here`, seen: 0 }),
    ),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const won = both[0]?.status === 200 ? 'agreed' : 'both-stand'
  const found = (await board()).contradictions.find((one) => one.id === of)
  expect(found).toMatchObject({ settlement: { decision: won, because: `${won} here` }, settlementVersion: 1 })
})
