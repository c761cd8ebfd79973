/** Declared policies through the API: flags with their words, settled with a reason, open again when what was looked at changes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementExample } from '#domain/agreement'
import { readRecord } from '#storage/read-records'
import { loadExample } from '#workbench/demo'
import { saveRecord } from '#workbench/records'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { ConstraintBoard, constraintEndpoints } from './contract/constraints.ts'
import { createApp } from './server.ts'

let workbench: Workbench
let app: ReturnType<typeof createApp>

const pact = {
  ...agreementExample,
  id: 'planted/pact',
  title: 'Treaty of mutual defence with a base',
  parties: ['vietnam', 'japan'],
  field: 'defence',
  bindingness: 'treaty' as const,
  text: 'An attack on one is considered an attack on both. It is not directed against any third country.',
  signed: '2016',
  restsOn: [{ source: 'defence-diplomacy-paper' }],
}

beforeAll(async () => {
  workbench = await freshWorkbench(undefined, undefined, undefined, undefined, '2026-11-01T00:00:00.000Z')
  await loadExample(workbench)
  await saveRecord(workbench.database, 'agreement', pact, workbench.author('planted'))
  app = createApp(workbench, { web: undefined, onFault: (cause) => console.error(cause) }, ['localhost'])
})
afterAll(() => workbench.close())

const get = (path: string) => app.request(path, { headers: { host: 'localhost:4600' } })
const settle = (body: unknown) =>
  app.request('/api/constraints/settlements', {
    method: 'POST',
    headers: { host: 'localhost:4600', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const board = async () => ConstraintBoard.parse(await (await get('/api/constraints')).json())
const id = 'vietnam/no-alliances/agreement/planted/pact'
const flag = async () => (await board()).flags.find((one) => one.id === id)

test('the Three Nos of the example are read, and no agreement that the paper tells of is flagged as strong', async () => {
  const { constraints, flags, held } = await board()
  expect(constraints.map(({ id: of }) => of)).toEqual([
    'vietnam/no-alliances',
    'vietnam/no-bases',
    'vietnam/no-siding',
  ])
  for (const { checked } of held) expect(checked).toBeGreaterThan(5)
  expect(flags.filter(({ on, strength }) => on.id !== pact.id && strength === 'strong')).toEqual([])
})

test('a planted pact is flagged with its words; the clause that denies is passed over and told', async () => {
  const { passedOver } = await board()
  const exact = (await flag())?.triggers.flatMap(({ words }) => words.map((one) => one.exact))
  expect(exact).toContain('mutual defence')
  expect(passedOver.some(({ on, why, by }) => on.id === pact.id && why === 'denied' && by === 'not')).toBe(
    true,
  )
})

test('a flag is settled with a reason only, and by one who saw it as it is', async () => {
  expect((await settle({ id, decision: 'breach', because: '  ' })).status).toBe(400)
  expect((await settle({ id, decision: 'breach', because: 'a pact', seen: 'other' })).status).toBe(409)
  expect((await settle({ id: 'vietnam/none', decision: 'breach', because: 'a pact' })).status).toBe(404)
  expect((await flag())?.state).toBe('open')
  const seen = (await flag())?.seen
  expect((await settle({ id, decision: 'breach', because: 'it is a pact', seen })).status).toBe(200)
  expect(await flag()).toMatchObject({
    state: 'settled',
    settlement: { decision: 'breach', because: 'it is a pact' },
  })
})

test('a settled flag is open again when the words change, and shows what had been decided', async () => {
  const longer = { ...pact, text: `${pact.text} It holds for ten years.` }
  await saveRecord(workbench.database, 'agreement', longer, workbench.author('text added'))
  expect(await flag()).toMatchObject({ state: 'stale', settlement: { because: 'it is a pact' } })
  await saveRecord(workbench.database, 'agreement', pact, workbench.author('text taken back'))
  expect((await flag())?.state).toBe('settled')
})

test('a settlement of a confidential agreement is confidential', async () => {
  await saveRecord(
    workbench.database,
    'agreement',
    { ...pact, handling: 'confidential' },
    workbench.author('secret'),
  )
  const stored = await readRecord(workbench.database.db, 'flag-settlement', id)
  expect(stored?.handling).toBe('confidential')
})

test('precision and recall come with intervals, apart for what was held out', async () => {
  const answer = await (await get('/api/constraints/quality')).json()
  const { quality } = constraintEndpoints.constraintQuality.answer.parse(answer)
  expect(new Set(quality.map(({ part }) => part))).toEqual(new Set(['tuning', 'held-out']))
  for (const { precision, recall, rightly, flagged, labelled } of quality) {
    expect(rightly).toBeLessThanOrEqual(Math.min(flagged, labelled))
    for (const { value, interval } of [precision, recall])
      if (value !== null) expect(interval?.[0] ?? 1).toBeLessThanOrEqual(value)
  }
})
