/** Questions over HTTP: what the contract promises, as the assessor whom the header names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toYaml } from '#workbench/export'
import { importParsed } from '#workbench/import'
import { parseRecords } from '#workbench/record-file'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import { QuestionPage } from './contract/questions.ts'
import { createApp } from './server.ts'

const now = '2027-06-01T00:00:00.000Z'
const draft = {
  title: 'Will the register open before the end of 2027?',
  kind: 'binary',
  criteria: 'Yes if the Gazette says so by 31 December 2027. No otherwise.',
  decidedBy: 'the Gazette',
  resolver: 'cy',
  closes: '2027-12-01T00:00:00+07:00',
  resolves: '2028-01-15T00:00:00+07:00',
}
let workbench: Workbench
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  workbench = await freshWorkbench(undefined, undefined, undefined, undefined, now)
  const assessors = ['ann', 'bo', 'cy'].map((id) => ({ id, name: id, agency: `Desk of ${id}` }))
  await importParsed(
    workbench.database,
    [parseRecords(toYaml({ assessors }), 'a.yaml')],
    workbench.author('test'),
    false,
  )
  app = createApp(workbench, { web: undefined, onFault: (cause) => console.error(cause) }, ['localhost'])
})
afterAll(() => workbench.close())

async function call(who: string | undefined, path: string, body?: object) {
  const answer = await app.request(`http://localhost/api/questions${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      ...(who === undefined ? {} : { 'x-soundings-assessor': who }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const id = 'will-the-register-open-before-the-end-of-2027'

test('a question is checked, opened, and read as the contract says', async () => {
  const vague = { ...draft, title: 'Will it open soon?' }
  const { body: checked } = await call('ann', '/checklist', vague)
  expect(JSON.stringify(checked)).toContain('"found":["soon"]')
  expect((await call('ann', '', vague)).status).toBe(422)
  expect((await call('ann', '/checklist', { title: 'x' })).status).toBe(422)
  expect((await call('ann', '', draft)).body).toEqual({ id })
  const { body } = await call('ann', `/${id}`)
  expect(QuestionPage.parse(body)).toMatchObject({ status: 'open', me: 'ann', forecasts: 0, seen: false })
})

test('forecasts are blind to who has given none, over every call', async () => {
  const given = await call('ann', `/${id}/forecasts`, { probability: 0.123456, rationale: 'corundum' })
  expect(given).toMatchObject({ status: 200, body: { id: `${id}/ann/1`, at: now, agency: 'Desk of ann' } })
  const paths = ['', `/${id}`, '?agency=Desk%20of%20ann', '?text=corundum', '?mine=given']
  const doors = [
    '/records/forecast',
    `/records/question/${id}`,
    '/records/assessor/ann',
    '/search?q=corundum',
    '/export',
    `/records/forecast/${encodeURIComponent(`${id}/ann/1`)}`,
    `/records/forecast?pointsAt=question:${id}`,
    '/workspace',
  ]
  for (const who of ['bo', undefined]) {
    const headers: Record<string, string> = {
      host: 'localhost',
      ...(who === undefined ? {} : { 'x-soundings-assessor': who }),
    }
    for (const path of [...paths.map((one) => `/questions${one}`), ...doors]) {
      const told = await (await app.request(`http://localhost/api${path}`, { headers })).text()
      const place = [`there is no forecast ${id}/ann/1`, `"${id}/ann/1"`].reduce(
        (text, known) => text.replaceAll(known, ''),
        told,
      )
      expect([path, place.includes('corundum'), place.includes('0.123456'), place.includes('/ann/')]).toEqual(
        [path, false, false, false],
      )
    }
  }
  expect((await call('bo', `/${id}`)).body).toMatchObject({
    forecasts: 1,
    forecasters: 1,
    given: [],
    seen: false,
  })
})

test('who has given his own sees the others’; the resolver resolves, another appeals, and it is answered', async () => {
  await call('bo', `/${id}/forecasts`, { probability: 0.5 })
  expect((await call('bo', `/${id}`)).body).toMatchObject({ seen: true, forecasts: 2 })
  expect(
    (await call('bo', `/${id}/resolution`, { state: 'resolved', outcome: 'yes', because: 'x' })).status,
  ).toBe(403)
  expect((await call('cy', `/${id}/resolution`, { state: 'resolved', because: 'x' })).status).toBe(400)
  expect(
    (await call('cy', `/${id}/resolution`, { state: 'resolved', outcome: 'yes', because: 'the Gazette' }))
      .status,
  ).toBe(200)
  expect((await call('bo', `/${id}/forecasts`, { probability: 0.9 })).status).toBe(422)
  expect((await call('ann', `/${id}/appeals`, { because: 'a branch' })).status).toBe(200)
  expect((await call('ann', `?status=appeal`)).body).toMatchObject({ total: 1 })
  expect(
    (await call('cy', `/${id}/appeals/answer`, { answer: 'upheld', because: 'so it is' })).body,
  ).toMatchObject({ state: 'reopened' })
  expect((await call('ann', `/${id}`)).body).toMatchObject({ status: 'open' })
})

test('the pool of a number is told only to who sees all forecasts of it', async () => {
  const { body: opened } = await call('ann', '', {
    ...draft,
    title: 'How many ships will call at the harbour by the end of 2027?',
    kind: 'numeric',
    unit: 'ships',
    range: [0, 1000],
    criteria: 'The number of ships that the Gazette counts by 31 December 2027.',
  })
  const at = `/${String(opened['id'])}`
  const quantiles = (middle: number) =>
    [-7.31, 0, 7.31].map((off, place) => ({ share: [0.25, 0.5, 0.75][place], value: middle + off }))
  expect(await call('ann', `${at}/forecasts`, { quantiles: quantiles(437.19) })).toMatchObject({
    status: 200,
  })
  const pools = async (who: string | undefined) => QuestionPage.parse((await call(who, at)).body).pools
  for (const who of ['bo', undefined]) {
    expect(await pools(who)).toEqual([])
    expect(JSON.stringify((await call(who, at)).body)).not.toMatch(/437|444\.5|429\.88|\/ann\//)
  }
  await call('bo', `${at}/forecasts`, { quantiles: quantiles(537.19) })
  const [median, mean, linear] = await pools('bo')
  expect([median?.rule, mean?.rule, linear?.rule]).toEqual(['median', 'mean', 'linear'])
  expect(
    mean?.lines.map(({ of, id, forecasters, forecasts }) => [of, id, forecasters, forecasts.length]),
  ).toEqual([
    ['pool', '', 2, 2],
    ['agency', 'Desk of ann', 1, 1],
    ['agency', 'Desk of bo', 1, 1],
  ])
  expect(mean?.lines[0]?.values[2]).toBeCloseTo(487.19, 9)
  expect(linear?.lines[0]?.values[3]).toBeGreaterThan((mean?.lines[0]?.values[3] ?? 0) + 20)
  expect(await pools('cy')).toEqual([])
  await call('bo', `${at}/withdrawal`, {})
  expect((await pools('ann'))[0]?.lines[0]).toMatchObject({ of: 'pool', forecasters: 1 })
})

test('what is no probability, or of another kind, is refused with its field', async () => {
  expect((await call('ann', `/${id}/forecasts`, { probability: 1.2 })).body).toMatchObject({
    place: { field: 'probability' },
  })
  expect((await call('ann', `/${id}/forecasts`, { probabilities: [0.2, 0.2] })).status).toBe(422)
  expect((await call(undefined, `/${id}/forecasts`, { probability: 0.2 })).status).toBe(403)
  expect((await call('ann', '/nothing')).status).toBe(404)
})

test('a draft is edited through the API with its reason, opens when its checklist is clear, and is not overwritten unseen', async () => {
  const drafted = { ...draft, title: 'Will the second register close soon?', draft: true }
  const { id: made } = (await call('ann', '', drafted)).body as { id: string }
  const put = async (body: object) => {
    const answer = await app.request(`http://localhost/api/questions/${made}`, {
      method: 'PUT',
      headers: { host: 'localhost', 'content-type': 'application/json', 'x-soundings-assessor': 'ann' },
      body: JSON.stringify(body),
    })
    return answer.status
  }
  const question = {
    ...drafted,
    criteriaVi: 'Có nếu Công báo đăng trước 31 tháng 12 năm 2027. Nếu không thì Không.',
  }
  expect(await put({ question, why: '', seen: 1 })).toBe(400)
  expect(await put({ question: { ...question, draft: undefined }, why: 'open', seen: 1 })).toBe(422)
  expect(await put({ question, why: 'told in both languages', seen: 1 })).toBe(200)
  expect(await put({ question, why: 'again', seen: 1 })).toBe(409)
  const clear = {
    ...question,
    title: 'Will the second register close before the end of 2027?',
    draft: undefined,
  }
  expect(await put({ question: clear, why: 'its deadline is named', seen: 2 })).toBe(200)
  const { body } = await call('ann', `/${made}`)
  expect(QuestionPage.parse(body)).toMatchObject({
    status: 'open',
    version: 3,
    question: { criteriaVi: question.criteriaVi },
  })
})

test('of many who forecast at once none is lost; of two who edit a draft at once one is told that the other did', async () => {
  const asked = { ...draft, title: 'Will the third register open before the end of 2027?' }
  const { id: made } = (await call('ann', '', asked)).body as { id: string }
  const given = await Promise.all(
    ['ann', 'bo', 'cy', 'ann', 'bo', 'cy'].map((who, at) =>
      call(who, `/${made}/forecasts`, { probability: (at + 1) / 10 }),
    ),
  )
  expect(given.map(({ status }) => status)).toEqual(given.map(() => 200))
  expect(new Set(given.map(({ body }) => body['id'])).size).toBe(6)
  expect((await call('ann', `/${made}`)).body).toMatchObject({ forecasts: 6, forecasters: 3 })
  const { id: other } = (
    await call('ann', '', { ...asked, title: 'Will it be drafted in 2027?', draft: true })
  ).body as { id: string }
  const edits = await Promise.all(
    ['ann', 'bo'].map((who) =>
      app.request(`http://localhost/api/questions/${other}`, {
        method: 'PUT',
        headers: { host: 'localhost', 'content-type': 'application/json', 'x-soundings-assessor': who },
        body: JSON.stringify({ question: { ...asked, group: who, draft: true }, why: `by ${who}`, seen: 1 }),
      }),
    ),
  )
  expect(edits.map(({ status }) => status).toSorted()).toEqual([200, 409])
})
