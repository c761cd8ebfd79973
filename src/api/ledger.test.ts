/** The ledger through the API: what the contract says is what comes, and a call that is wrong is answered with a problem. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadExample } from '#workbench/demo'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { ledgerEndpoints } from './contract/ledger.ts'
import { createApp } from './server.ts'

let workbench: Workbench
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  workbench = await freshWorkbench(undefined, undefined, '/tmp/never-used')
  await loadExample(workbench)
  app = createApp(workbench, { web: undefined, onFault: (cause) => console.error(cause) }, ['localhost'])
})
afterAll(() => workbench.close())

const headers = { host: 'localhost:4600', 'content-type': 'application/json' }
const get = (path: string) => app.request(path, { headers })
const post = (path: string, body: unknown) =>
  app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })

test('the ledger is filtered by partner and kind, and tells how many there are of each', async () => {
  const read = async (query: string) =>
    ledgerEndpoints.ledger.answer.parse(await (await get(`/api/ledger?${query}`)).json())
  const all = await read('state=VNM')
  expect(all.of).toBeGreaterThan(15)
  const tallies = all.partners.map(({ n }) => n)
  expect(tallies).toEqual(tallies.toSorted((a, b) => b - a))
  const japan = await read('state=Vietnam&partner=740')
  expect(japan.of).toBe(all.partners.find(({ value }) => value === 'JPN')?.n)
  expect((await read('state=VNM&kind=port-call')).activities.map(({ kind }) => kind)).toEqual([
    'port-call',
    'port-call',
  ])
  expect((await read('state=VNM&fromYear=2010&toYear=2010')).activities.length).toBeGreaterThan(0)
})

test('pairs are told with the activities that they are of', async () => {
  const { candidates, activities } = ledgerEndpoints.duplicates.answer.parse(
    await (await get('/api/ledger/duplicates?state=VNM')).json(),
  )
  for (const { first, second } of candidates) expect(activities[first] && activities[second]).toBeDefined()
})

test('what is wrong is answered with a problem', async () => {
  expect((await get('/api/ledger?state=Nowhere%20Land')).status).toBe(400)
  expect((await get('/api/ledger?kind=parade')).status).toBe(400)
  const asked = { from: 'dcad', state: 'VNM' }
  expect((await post('/api/ledger/imports', asked)).status).toBe(404)
  expect((await post('/api/ledger/imports', { ...asked, from: 'cow' })).status).toBe(400)
  const pair = { first: 'a', second: 'b', decision: 'same', because: 'x' }
  expect((await post('/api/ledger/decisions', pair)).status).toBe(404)
  expect((await post('/api/ledger/decisions', { ...pair, because: ' ' })).status).toBe(400)
})
