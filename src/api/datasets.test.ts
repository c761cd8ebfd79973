/** Datasets and positions over HTTP: upload, import as a job, query, similarity, ideal points, convergence. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { random } from '#numeric/random'
import type { Workbench } from '#workbench/workbench'
import { freshWorkbench } from '../../test/database.ts'
import type { Dataset, DatasetAnswer } from './contract/datasets.ts'
import type { JobState, Problem } from './contract/job.ts'
import type { Convergence, Points, Similarity } from './contract/positions.ts'
import { createApp } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-api-'))
let w: Workbench
let app: Hono
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, folder)
  app = createApp(
    w,
    {
      web: undefined,
      onFault: (cause) => {
        throw cause
      },
    },
    ['localhost'],
  )
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

async function call<T>(
  method: string,
  path: string,
  body?: string | object,
): Promise<{ status: number; body: T }> {
  const answer = await app.request(`http://localhost${path}`, {
    method,
    headers: {
      host: 'localhost',
      ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: (/^[[{]/.test(text) ? JSON.parse(text) : text) as T }
}
async function upload(name: string, text: string): Promise<string> {
  return (await call<{ upload: string }>('POST', `/api/uploads?name=${name}`, text)).body.upload
}
async function finished(job: JobState): Promise<JobState> {
  for (let now = job; ; now = (await call<JobState>('GET', `/api/jobs/${job.id}`)).body) {
    if (now.state !== 'running') return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const members = ['Indonesia', 'Malaysia', 'Philippines', 'Thailand', 'Singapore']
const others = ['Viet Nam', 'Laos', 'Cuba', 'Mongolia', 'Nepal', 'United States']

/** Votes of twelve sessions: two camps; Vietnam changes from the one to the other after six. */
function votesOfTwoCamps(): { votes: string; rolls: string } {
  const next = random(4)
  const votes = ['rcid,country,country_code,vote']
  const rolls = ['rcid,session,importantvote,date,unres,amend,para,short,descr']
  let rcid = 0
  for (let session = 44; session < 56; session++)
    for (let n = 0; n < 30; n++) {
      rcid++
      rolls.push(`${rcid},${session},0,${1945 + session}-11-${String((n % 28) + 1).padStart(2, '0')},,,,t,d`)
      const divided = next() < 0.5
      for (const country of [...members, ...others]) {
        const inCamp = members.includes(country) || (country === 'Viet Nam' && session >= 50)
        const noise = next() < 0.15
        const yes = (inCamp ? divided : !divided) !== noise
        votes.push(`${rcid},${country},,${next() < 0.1 ? 'abstain' : yes ? 'yes' : 'no'}`)
      }
    }
  return { votes: `${votes.join('\n')}\n`, rolls: `${rolls.join('\n')}\n` }
}

describe('datasets', () => {
  test('the catalogue tells every dataset and that none is imported', async () => {
    const { body } = await call<{ datasets: Dataset[] }>('GET', '/api/datasets')
    expect(body.datasets.length).toBeGreaterThan(15)
    expect(body.datasets.every(({ versions }) => versions.length === 0)).toBe(true)
    expect((await call<Problem>('GET', '/api/datasets/nothing')).status).toBe(404)
  })

  test('what needs data says so, with what to bring', async () => {
    const { status, body } = await call<Problem>('GET', '/api/positions/similarity?state=VNM&others=LAO')
    expect(status).toBe(404)
    expect(body).toMatchObject({
      code: 'dataset-absent',
      advice: expect.stringContaining('soundings dataset add'),
    })
  })

  test('a wrong file fails its job with the problem, and nothing is imported', async () => {
    const uploads = [await upload('wrong.csv', 'a;b\n1;2\n')]
    const { body } = await call<JobState>('POST', '/api/datasets/un-votes/versions', { uploads })
    expect(await finished(body)).toMatchObject({
      state: 'failed',
      problem: { code: 'table-invalid', place: { file: 'wrong.csv', line: 1 } },
    })
    expect((await call<Dataset>('GET', '/api/datasets/un-votes')).body.versions).toEqual([])
  })

  test('files are uploaded, imported by a job that reports, and queried', async () => {
    const { votes, rolls } = votesOfTwoCamps()
    const uploads = [await upload('votes.csv', votes), await upload('rolls.csv', rolls)]
    const { body } = await call<JobState>('POST', '/api/datasets/un-votes/versions', { uploads })
    const job = await finished(body)
    expect(job).toMatchObject({ state: 'done', result: { dataset: 'un-votes' } })
    const { versions } = (await call<Dataset>('GET', '/api/datasets/un-votes')).body
    expect(versions[0]?.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['roll-calls', 360],
      ['votes', 360 * 11],
    ])
    const rows = (
      await call<DatasetAnswer>('GET', '/api/datasets/un-votes/rows?table=roll-calls&by=year&from=1999')
    ).body
    expect(rows.rows).toEqual([
      expect.objectContaining({ year: 1999, n: 30 }),
      expect.objectContaining({ year: 2000, n: 30 }),
    ])
    const csv = (
      await call<string>('GET', '/api/datasets/un-votes/rows.csv?table=roll-calls&by=year&from=1999')
    ).body
    expect(csv.split('\n')[1]).toMatch(/^1999,30,/)
    expect((await call('POST', '/api/datasets/un-votes/versions', { uploads })).status).toBe(400) // they are gone
  })
})

describe('positions', () => {
  test('similarity by session, with its error; what votes do not tell says why', async () => {
    const { body } = await call<Similarity>('GET', '/api/positions/similarity?state=Vietnam&others=THA,CUB')
    expect(body).toMatchObject({ state: 'VNM', measure: 'kappa' })
    const mean = (other: string, early: boolean) => {
      const values = body.pairs.filter((pair) => pair.other === other && pair.session < 50 === early)
      return values.reduce((sum, pair) => sum + (pair.value ?? 0), 0) / values.length
    }
    expect(mean('THA', true)).toBeLessThan(0)
    expect(mean('THA', false)).toBeGreaterThan(0.3)
    expect(body.pairs.every(({ se }) => se !== null && se > 0)).toBe(true)
    expect((await call<Problem>('GET', '/api/positions/similarity?state=Utopia&others=THA')).status).toBe(400)
  })

  test('ideal points come from a job, with standard errors, and the walk crosses over', async () => {
    const { body } = await call<JobState>('POST', '/api/positions/points', {
      model: 'dynamic',
      anchor: 'USA',
    })
    const job = await finished(body)
    expect(job.state).toBe('done')
    const { points, converged } = job.result as Points // what this job gives
    expect(converged).toBe(true)
    const vietnam = points.filter(({ state }) => state === 'VNM')
    expect(vietnam).toHaveLength(12)
    expect(Math.sign(vietnam[0]?.point ?? 0)).toBe(-Math.sign(vietnam.at(-1)?.point ?? 0))
    expect(points.every(({ se }) => se > 0)).toBe(true)
  })

  test('a state that crossed over when it joined converged more than any that did not', async () => {
    const asked = {
      state: 'VNM',
      group: members,
      joined: 1995,
      donors: others.filter((name) => name !== 'Viet Nam'),
    }
    const { body } = await call<Convergence>('POST', '/api/positions/convergence', asked)
    expect(body.syntheticControl.effect).toBeGreaterThan(0.3)
    expect(body.syntheticControl.p).toBeCloseTo(1 / 6, 9)
    expect(body.interruptedSeries.level.low).toBeGreaterThan(0)
    expect(body.years).toHaveLength(12)
    const few = await call<Problem>('POST', '/api/positions/convergence', { ...asked, joined: 1990 })
    expect(few).toMatchObject({ status: 400, body: { code: 'call-invalid' } })
  })

  test('a job that is cancelled says so', async () => {
    const { body } = await call<JobState>('POST', '/api/positions/points', { model: 'dynamic' })
    await call('DELETE', `/api/jobs/${body.id}`)
    expect((await finished(body)).state).toBe('cancelled')
    expect((await call('GET', '/api/jobs/none')).status).toBe(404)
  })
})
