/** Blindness through the API: whatever door one tries while a round is open, another's rating does not come out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actingAs } from '#workbench/acting-assessor'
import { loadExample } from '#workbench/demo'
import { rate } from '#workbench/rating-room'
import { closeRound, openRound } from '#workbench/rating-rounds'
import { saveRecord } from '#workbench/records'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { assessorHeader } from './contract/ratings.ts'
import { endpoints } from './contract.ts'
import { createApp } from './server.ts'

let workbench: Workbench
let app: ReturnType<typeof createApp>
let round: string
const faults: unknown[] = []
const secret = 'zanzibar'
const theirs = () => `${round}/vnm-usa/elite/desk-b`
const json = { 'content-type': 'application/json' }

beforeAll(async () => {
  workbench = await freshWorkbench()
  await loadExample(workbench)
  app = createApp(workbench, { web: undefined, onFault: (cause) => faults.push(cause) }, ['localhost'])
  const memo = { id: 'memo', csl: { type: 'book', title: 'Memo' }, type: 'study' }
  await saveRecord(workbench.database, 'source', memo, workbench.author('test'))
  for (const id of ['desk-a', 'desk-b'])
    await saveRecord(workbench.database, 'assessor', { id, name: `Of ${id}` }, workbench.author('test'))
  round = await openRound(workbench, {
    title: 'Elites',
    framework: 'relations-depth',
    year: 2013,
    relations: ['vnm-usa', 'vnm-chn'],
    leaves: ['elite', 'public'],
    assessors: ['desk-a', 'desk-b'],
  })
  const judged = { leaf: 'elite', low: 3, high: 5, because: `${secret} says so` }
  const second = await actingAs(workbench, 'desk-b')
  await rate(second, round, {
    ...judged,
    relation: 'vnm-usa',
    level: 4,
    restsOn: [{ source: 'memo', locator: `${secret} 12` }],
  })
  await rate(await actingAs(workbench, 'desk-a'), round, {
    ...judged,
    relation: 'vnm-usa',
    level: 3,
    because: 'mine',
  })
})
afterAll(() => workbench.close())

type Who = 'desk-a' | 'desk-b' | undefined
const call = (path: string, who: Who, init: RequestInit = {}) =>
  app.request(path, {
    ...init,
    headers: { host: 'localhost:4600', ...json, ...(who === undefined ? {} : { [assessorHeader]: who }) },
  })
const send = (method: string, path: string, who: Who, body: unknown) =>
  call(path, who, { method, body: JSON.stringify(body) })
const inUrl = (id: string) => encodeURIComponent(id)
/** Whether an answer tells anything of the other's rating: its words, its place, its id, its label. */
const tells = (text: string) => text.includes(secret) || text.includes(theirs()) || text.includes('desk-b on')

const doors: Readonly<Record<string, (who: Who) => Response | Promise<Response>>> = {
  'the list of ratings': (who) => call('/api/records/rating?limit=1000', who),
  'the round': (who) => call(`/api/records/rating-round/${round}`, who),
  'the relation and what points at it': (who) => call('/api/records/relation/vnm-usa', who),
  'the assessor and what points at him': (who) => call('/api/records/assessor/desk-b', who),
  'the source and what rests on it': (who) => call('/api/records/source/memo', who),
  'a search for the reason': (who) => call(`/api/search?q=${secret}`, who),
  'a search for the label': (who) => call('/api/search?q=desk-b+elite+vnm-usa&kinds=rating&limit=200', who),
  'a search with a slip': (who) => call('/api/search?q=desk-bb+onn+elite&kinds=rating', who),
  'the export of all': (who) => call('/api/export', who),
  'the export of ratings': (who) => call('/api/export?kind=rating', who),
  'the room': (who) => call(`/api/rating-rounds/${round}`, who),
  'the rounds': (who) => call('/api/rating-rounds', who),
  'agreement before closing': (who) => call(`/api/rating-rounds/${round}/agreement`, who),
  'the removal of what it rests on': (who) => send('DELETE', '/api/records/source/memo', who, { why: 'x' }),
  'the removal of the round': (who) =>
    send('DELETE', `/api/records/rating-round/${round}`, who, { why: 'x' }),
}

describe('while a round is open', () => {
  test.each(Object.keys(doors))('%s tells nothing of another’s rating', async (door) => {
    for (const who of ['desk-a', undefined] as const)
      expect(tells(await ((await doors[door]?.(who)) ?? new Response()).text()), who).toBe(false)
  })
  test.each(['the list of ratings', 'a search for the reason', 'the export of all', 'the room'])(
    '%s tells one’s own: the doors are really open',
    async (door) => {
      expect(tells(await ((await doors[door]?.('desk-b')) ?? new Response()).text())).toBe(true)
    },
  )
  test('its record is not there for others, to read, undo or remove, nor to write', async () => {
    const address = `/api/records/rating/${inUrl(theirs())}`
    const forged = {
      id: theirs(),
      round,
      relation: 'vnm-usa',
      leaf: 'elite',
      assessor: 'desk-b',
      level: 1,
      because: 'x',
    }
    for (const who of ['desk-a', undefined] as const) {
      const [read, undone, removed] = await Promise.all([
        call(address, who),
        send('POST', `${address}/undo`, who, {}),
        send('DELETE', address, who, { why: 'x' }),
      ])
      expect([read.status, undone.status, removed.status]).toEqual([404, 404, 404])
      for (const level of [1, 4]) {
        const written = await send('PUT', address, who, { record: { ...forged, level }, why: 'x', seen: 1 })
        expect([written.status, tells((await written.text()).replaceAll(theirs(), ''))]).toEqual([403, false])
      }
      const file = {
        name: 'a.json',
        text: JSON.stringify({ ratings: [{ ...forged, level: 4, because: `${secret} says so` }] }),
      }
      const tried = await send('POST', '/api/import', who, { files: [file], why: 'x', dryRun: true })
      expect(tried.status).toBe(403)
    }
  })
  test('counts are of what one may see, and progress is the same for all', async () => {
    const ratings = async (who: Who) =>
      endpoints.workspace.answer.parse(await (await call('/api/workspace', who)).json()).counts['rating'] ?? 0
    expect((await ratings('desk-a')) - (await ratings(undefined))).toBe(1)
    const progress = async (who: Who) => {
      const { rounds } = endpoints.listRounds.answer.parse(
        await (await call('/api/rating-rounds', who)).json(),
      )
      return rounds.find(({ id }) => id === round)?.progress.map(({ id, answered, of }) => [id, answered, of])
    }
    expect(await progress(undefined)).toEqual([
      ['desk-a', 1, 4],
      ['desk-b', 1, 4],
    ])
    expect(await progress('desk-a')).toEqual(await progress(undefined))
  })
  test('an analysis reads no open rating, whoever runs it, and comes out the same for all', async () => {
    const request = {
      instrument: 'relations-depth',
      request: { dyad: ['VNM', 'USA'], ratings: 'all', draws: 100 },
    }
    const ran = await Promise.all([
      send('POST', '/api/analyses', 'desk-b', request),
      send('POST', '/api/analyses', undefined, request),
    ])
    const [one, other] = await Promise.all(ran.map(async (answer) => (await answer.json()) as { id: string }))
    expect(tells(JSON.stringify(one))).toBe(false)
    expect(one).toEqual(other)
    const rerun = await send('POST', `/api/analyses/${one?.id}/rerun`, 'desk-a', {})
    expect(await rerun.json()).toEqual({ same: true })
    expect(tells(await (await call(`/api/analyses/${one?.id}/report?format=md`, 'desk-a')).text())).toBe(
      false,
    )
  })
  test('an export does not tell that, when or by whom something was written that one may not see', async () => {
    const changes = async (who: Who) =>
      (await (await call('/api/export', who)).text()).match(/why: rating given/g)?.length ?? 0
    expect([await changes('desk-a'), await changes(undefined)]).toEqual([1, 0])
  })
  test('a name that is none is refused in words', async () => {
    const answer = await app.request('/api/rating-rounds', {
      headers: { host: 'localhost', [assessorHeader]: 'ghost' },
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'record-unknown'])
  })
  test('no door broke', () => {
    expect(faults).toEqual([])
  })
})

test('once it is closed all see it', async () => {
  await closeRound(workbench, round, true)
  const room = endpoints.enterRoom.answer.parse(
    await (await call(`/api/rating-rounds/${round}`, 'desk-a')).json(),
  )
  expect(room.ratings.map(({ assessor, level }) => [assessor, level])).toEqual([
    ['desk-b', 4],
    ['desk-a', 3],
  ])
  expect(tells(await (await call(`/api/search?q=${secret}`, undefined)).text())).toBe(true)
  const { leaves } = endpoints.roundAgreement.answer.parse(
    await (await call(`/api/rating-rounds/${round}/agreement`, undefined)).json(),
  )
  expect(leaves.map(({ leaf }) => leaf)).toEqual(['elite', 'public'])
})
