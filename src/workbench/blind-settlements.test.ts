/** Every way in which somebody could learn from a settlement what he may not read in the forecasts, tried. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { questionExample } from '#domain/question'
import { kindNames } from '#domain/record'
import { analysisBytes, storeAnalysis } from '#storage/analyses'
import { evidenceRows } from '#storage/evidence-rows'
import { inspect } from '#storage/health'
import { freshWorkbench, freshWorkspace, guestOf } from '../../test/database.ts'
import { actingAs } from './acting-assessor.ts'
import { seeAnalyses } from './analyses.ts'
import { seeContradictions, settleContradiction } from './contradictions.ts'
import { exportText, toYaml } from './export.ts'
import { forecast } from './forecasts.ts'
import { importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, removeRecord, saveRecord, seeRecords, seeSearch, undoRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const secret = 'chalcedony'
const during = '2027-06-01T00:00:00.000Z'
const after = '2027-12-02T00:00:00.000Z'
const id = 'incoherent/both/ann'
const records = {
  assessors: ['ann', 'bo', 'coder-1'].map((who) => ({ id: who, name: who, agency: `Desk of ${who}` })),
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  questions: ['q-one', 'q-two'].map((of) => ({
    ...questionExample,
    id: of,
    title: `Will ${of} happen in 2027?`,
  })),
  questionSets: [{ id: 'both', title: 'one at most', logic: 'exclusive', questions: ['q-one', 'q-two'] }],
}
let workspace: string
let ann: Workbench
let bo: Workbench
let nobody: Workbench

beforeAll(async () => {
  workspace = await freshWorkspace()
  const as = (who?: string) => freshWorkbench(workspace, undefined, undefined, who, during)
  ;[ann, bo, nobody] = await Promise.all([as('ann'), as('bo'), as()])
  await importParsed(nobody.database, [parseRecords(toYaml(records), 'q.yaml')], nobody.author('test'), false)
  await forecast(ann, 'q-one', { probability: 0.93 })
  await forecast(ann, 'q-two', { probability: 0.91 })
  await settleContradiction(ann, { id, decision: 'both-stand', because: `0.93 and 0.91, ${secret}` })
  await settleContradiction(ann, { id, decision: 'agreed', because: `second thoughts, ${secret}` })
  const unnamed = { id: 'agencies/q-one', decision: 'agreed', because: secret, at: during } // as written before questions were named
  await saveRecord(ann.database, 'settlement', unnamed, ann.author('by hand'))
})
afterAll(() => Promise.all([ann.close(), bo.close(), nobody.close()]))

const refusal = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return [cause.code, cause.message]
}

/** What every door tells of settlements. */
async function told(w: Workbench): Promise<string> {
  const { database } = w
  return JSON.stringify([
    await Promise.all(kindNames.map((kind) => seeRecords(database, kind, { limit: 100 }))),
    await seeRecords(database, 'settlement', { pointsAt: { kind: 'question', id: 'q-one' } }),
    await seeSearch(database, secret, [], 50),
    await seeSearch(database, 'incoherent both', ['settlement'], 50),
    await Promise.all((['q-one', 'q-two'] as const).map((of) => recordInContext(database, 'question', of))),
    await recordInContext(database, 'assessor', 'ann'),
    await exportText(database, 'all.json'),
    await exportText(database, 'some.json', 'settlement'),
    await inspect(database.db),
    await evidenceRows(database.db, { ask: 'all', kind: 'settlement' }),
    await evidenceRows(database.db, {
      ask: 'pointing-at',
      kind: 'settlement',
      to: 'question',
      ids: ['q-one'],
    }),
    await seeContradictions(w),
    ...(await Promise.all(
      [id, 'agencies/q-one'].map((of) => recordInContext(database, 'settlement', of).catch(() => 'unknown')),
    )),
  ])
}
const leaks = (text: string) =>
  [secret, id, 'agencies/q-one', 'second thoughts'].filter((word) => text.includes(word))

test('who gave forecasts on all its questions sees a settlement; who gave none learns of it through no door', async () => {
  expect(leaks(await told(ann))).toHaveLength(4)
  for (const w of [bo, nobody, await actingAs(nobody, 'bo')]) expect(leaks(await told(w))).toEqual([])
})

test('no write tells whether there is one: it is refused alike where there is none', async () => {
  const settle = (of: string) =>
    saveRecord(
      bo.database,
      'settlement',
      { id: of, decision: 'agreed', because: 'x', at: during },
      bo.author(''),
    )
  const [there, free] = await Promise.all(
    ['agencies/q-one', 'agencies/q-two'].map((of) => refusal(settle(of))),
  )
  expect(there?.[0]).toBe('not-allowed')
  expect(there?.join().replaceAll('q-one', 'it')).toBe(free?.join().replaceAll('q-two', 'it'))
  for (const step of [undoRecord, removeRecord])
    expect(await refusal(step(bo.database, 'settlement', id, bo.author('')))).toEqual([
      'record-unknown',
      `there is no settlement ${id}`,
    ])
  expect((await refusal(settleContradiction(bo, { id, decision: 'agreed', because: 'x' })))[0]).toBe(
    'record-unknown',
  )
})

test('a role of the database reads neither settlements nor what they point at, and settles only what it sees, in its own name', async () => {
  const guest = await guestOf(workspace)
  await guest.grant('confidential')
  await guest.is('bo')
  for (const query of [
    `select * from record where kind = 'settlement'`,
    `select * from reference where from_kind = 'settlement'`,
    'select * from settlement_blinding',
  ])
    expect(await guest.reads(query)).toEqual([])
  await guest.mayWrite()
  const writes = (of: string, by: string) =>
    guest.reads(`insert into record (kind, id, version, change, body, handling, label, current)
      values ('settlement', '${of}', 1, 1, '{"by": "${by}"}', 'public', 'x', true)`)
  for (const [of, by] of [
    ['agencies/q-one', 'bo'],
    ['agencies/q-two', 'bo'],
    ['advice/new', 'ann'],
  ] as const)
    await expect(writes(of, by)).rejects.toThrow(/row-level security/)
  await guest.drop()
})

test('an analysis that read a settlement is as blind', async () => {
  const analysis = {
    id: 'foresight-0123456789ab',
    instrument: 'foresight',
    version: '1',
    request: {},
    pins: [{ kind: 'settlement' as const, id, version: 1 }],
    findings: [],
    result: {},
  }
  const bytes = analysisBytes(analysis as unknown as Parameters<typeof analysisBytes>[0]) // only its pins matter here
  await storeAnalysis(ann.database.db, bytes, { handling: 'public', at: during, by: 'ann' })
  expect(await seeAnalyses(ann.database)).toHaveLength(1)
  for (const w of [bo, nobody]) expect(await seeAnalyses(w.database)).toEqual([])
})

test('one’s own forecast on one of its questions is not enough; on all it is; and once they are closed all see it', async () => {
  await forecast(bo, 'q-two', { probability: 0.5 })
  expect(leaks(await told(bo))).toEqual([])
  await forecast(bo, 'q-one', { probability: 0.5 })
  expect(leaks(await told(bo))).toHaveLength(4)
  expect(leaks(await told(nobody))).toEqual([])
  const late = await freshWorkbench(workspace, undefined, undefined, undefined, after)
  expect((await recordInContext(late.database, 'settlement', id)).history).toHaveLength(2)
  await late.close()
})

test('restored elsewhere from an export it is as blind there', async () => {
  const all = await exportText(ann.database, 'all.yaml')
  const elsewhere = await freshWorkspace()
  const keeper = await freshWorkbench(elsewhere, undefined, undefined, undefined, during)
  await importParsed(keeper.database, [parseRecords(all, 'all.yaml')], keeper.author('restored'), false)
  expect(leaks(await told(keeper))).toEqual([])
  const there = await freshWorkbench(elsewhere, undefined, undefined, 'ann', during)
  expect(leaks(await told(there))).toHaveLength(4)
  await Promise.all([keeper.close(), there.close()])
})
