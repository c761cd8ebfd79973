/** An instrument reads the analysis of another: it is pinned, rerun to the byte, and kept from whoever may not see it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshWorkbench, freshWorkspace } from '../../test/database.ts'
import { readOneAnalysis, rerunAnalysis, runInstrument } from './analyses.ts'
import { loadExample } from './demo.ts'
import { recordInContext, saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const request = { dispute: 'korean-peninsula', mediator: 'VNM', asOf: '2021-01', draws: 100 }
let where: string
let w: Workbench
beforeAll(async () => {
  where = await freshWorkspace()
  w = await freshWorkbench(where)
  await loadExample(w)
})
afterAll(() => w.close())
const run = (instrument: string, body: object) =>
  runInstrument(w.database, instrument, body, w.author('test'))
const depthOf = (analysis: Awaited<ReturnType<typeof run>>) =>
  analysis.pins.filter(({ kind }) => kind === 'analysis')

test('without an analysis of the relation the judgement stands, and nothing is pinned in its place', async () => {
  const before = await run('mediation', request)
  expect(depthOf(before)).toEqual([])
  expect(before.findings.find(({ id }) => id === 'standing')?.statement).toContain('United States 3.0')
})

test('the newest analysis is read and pinned, and the rerun gives the same bytes when a newer one is there', async () => {
  const depth = await run('relations-depth', { dyad: ['VNM', 'USA'], draws: 100 })
  const first = await run('mediation', request)
  expect(depthOf(first)).toEqual([{ kind: 'analysis', id: depth.id, version: 1 }])
  const other = await run('relations-depth', { dyad: ['VNM', 'USA'], draws: 101 })
  expect(other.id).not.toBe(depth.id)
  expect((await rerunAnalysis(w.database, first.id)).id).toBe(first.id)
})

test('what becomes stricter in the relation becomes stricter in what was read from it', async () => {
  const { body, version } = await recordInContext(w.database, 'follow-through', 'vnm-usa/cam-ranh')
  const { id } = await run('mediation', request)
  const guest = await freshWorkbench(where, 'public')
  await expect(readOneAnalysis(guest.database, id)).resolves.toMatchObject({ id })
  await saveRecord(
    w.database,
    'follow-through',
    { ...body, handling: 'confidential' },
    w.author('test'),
    version,
  )
  await expect(readOneAnalysis(guest.database, id)).rejects.toMatchObject({ code: 'analysis-unknown' })
  await expect(readOneAnalysis(w.database, id)).resolves.toMatchObject({ id })
  await guest.close()
})
