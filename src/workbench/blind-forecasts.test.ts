/** Every way in which somebody could learn what another forecast before his own is in, tried. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitmentExample } from '#domain/commitment'
import { SoundingsError } from '#domain/errors'
import { kindNames } from '#domain/record'
import { analysisBytes, storeAnalysis } from '#storage/analyses'
import { evidenceRows } from '#storage/evidence-rows'
import { inspect } from '#storage/health'
import { freshWorkbench, freshWorkspace, guestOf } from '../../test/database.ts'
import { actingAs } from './acting-assessor.ts'
import { readAnalysisText, readOneAnalysis, rerunAnalysis, seeAnalyses } from './analyses.ts'
import { exportText, toYaml } from './export.ts'
import { argue, forecast } from './forecasts.ts'
import { importParsed } from './import.ts'
import { seeQuestion, seeQuestions } from './questions.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, saveRecord, seeRecords, seeSearch, seeWorkspace, undoRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const secret = 'corundum'
const question = (id: string, more: object = {}) => ({
  id,
  title: `Will ${id} happen before the end of 2027?`,
  kind: 'binary',
  criteria: 'Yes if the Gazette says so by 31 December 2027. No otherwise.',
  decidedBy: 'the Gazette',
  resolver: 'resolver',
  opens: '2027-01-01T00:00:00Z',
  closes: '2027-12-01T00:00:00Z',
  resolves: '2028-01-15T00:00:00Z',
  ...more,
})
const records = {
  assessors: [
    ...['ann', 'bo', 'cy'].map((id) => ({ id, name: id, agency: `Desk of ${id}` })),
    { id: 'resolver', name: 'Resolver' },
  ],
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  actors: [{ id: 'arland', name: 'Arland', type: 'state' }],
  commitments: [commitmentExample],
  questions: [question('q-one'), question('q-two')],
}
const during = '2027-06-01T00:00:00.000Z'
const after = '2027-12-01T00:00:00.000Z'

const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

let workspace: string
let ann: Workbench
let bo: Workbench
let nobody: Workbench
const as = (assessor?: string, clock = during) =>
  freshWorkbench(workspace, undefined, undefined, assessor, clock)

beforeAll(async () => {
  workspace = await freshWorkspace()
  ;[ann, bo, nobody] = await Promise.all([as('ann'), as('bo'), as()])
  await importParsed(nobody.database, [parseRecords(toYaml(records), 'q.yaml')], nobody.author('test'), false)
  const reason = await argue(ann, 'q-one', { text: `argument ${secret}`, bears: 'for' })
  await forecast(ann, 'q-one', { probability: 0.123456, rationale: `because ${secret}`, arguments: [reason] })
})
afterAll(() => Promise.all([ann.close(), bo.close(), nobody.close()]))

/** What every door tells: what is recorded, searched, listed, exported, counted, found wrong. */
async function told(w: Workbench): Promise<string> {
  const { database } = w
  return JSON.stringify([
    await Promise.all(kindNames.map((kind) => seeRecords(database, kind, { limit: 100 }))),
    await seeRecords(database, 'forecast', { pointsAt: { kind: 'question', id: 'q-one' } }),
    await seeRecords(database, 'forecast', { pointsAt: { kind: 'assessor', id: 'ann' } }),
    await seeSearch(database, secret, [], 50),
    await seeSearch(database, 'ann on q-one', ['forecast'], 50),
    await recordInContext(database, 'question', 'q-one'),
    await recordInContext(database, 'assessor', 'ann'),
    await exportText(database, 'all.json'),
    await exportText(database, 'some.json', 'forecast'),
    await inspect(database.db),
    await evidenceRows(database.db, { ask: 'pointing-at', kind: 'forecast', to: 'question', ids: ['q-one'] }),
    await evidenceRows(database.db, { ask: 'all', kind: 'argument' }),
    await seeQuestions(w),
    await seeQuestion(w, 'q-one'),
    await recordInContext(database, 'forecast', 'q-one/ann/1').catch((cause) =>
      String(cause).replace('q-one/ann/1', 'it'),
    ),
  ])
}
const leaks = (text: string) => [secret, '0.123456', 'q-one/ann'].filter((word) => text.includes(word))

describe('while the question is open', () => {
  test('who has given none learns of another’s through no door', async () => {
    expect(leaks(await told(bo))).toEqual([])
    expect(leaks(await told(nobody))).toEqual([])
    expect(leaks(await told(await actingAs(nobody, 'bo')))).toEqual([])
  })
  test('who gave it sees it through every one', async () => {
    expect(leaks(await told(ann))).toHaveLength(3)
    expect(leaks(await told(await actingAs(nobody, 'ann')))).toHaveLength(3)
  })
  test('all learn how many were given; nobody a median, or of which agency', async () => {
    const { given, seen } = await seeQuestion(bo, 'q-one')
    expect([given, seen]).toEqual([
      { question: 'q-one', forecasts: 1, forecasters: 1, median: undefined },
      false,
    ])
    expect((await seeQuestions(bo, { agency: 'Desk of ann' })).total).toBe(0)
    expect((await seeQuestions(ann, { agency: 'Desk of ann' })).total).toBe(1)
    expect((await seeWorkspace(bo.database))['forecast']).toBe(0)
  })
  test('neither an undo nor a write in its place tells of it', async () => {
    const [undone, absent] = await Promise.all(
      ['q-one/ann/1', 'q-one/ann/7'].map((id) =>
        refusal(undoRecord(bo.database, 'forecast', id, bo.author(''))),
      ),
    )
    expect(undone?.message.replace('/1', '')).toBe(absent?.message.replace('/7', ''))
    const [taken, free] = await Promise.all(
      ['q-one/ann/1', 'q-one/ann/7'].map((id) =>
        refusal(
          saveRecord(
            bo.database,
            'forecast',
            { id, question: 'q-one', assessor: 'ann', at: during, probability: 0.5 },
            bo.author(''),
          ),
        ),
      ),
    )
    expect([taken?.code, taken?.message]).toEqual(['not-allowed', free?.message])
  })
  test('closing may not be drawn forward to look and be put back: what closed stays closed', async () => {
    const past = '2027-05-01T00:00:00Z'
    await saveRecord(
      bo.database,
      'question',
      { ...question('q-two', { closes: past }), appealDays: 14 },
      bo.author('early'),
    )
    const back = saveRecord(
      bo.database,
      'question',
      { ...question('q-two'), appealDays: 14 },
      bo.author('back'),
    )
    expect((await refusal(back)).message).toMatch(/stays so/)
  })
  test('a role of the database reads neither forecasts, nor pointers, nor who gave what; nor does it set the clock or a name', async () => {
    const guest = await guestOf(workspace)
    await guest.grant('confidential')
    await guest.is('bo')
    const rows = async (query: string) => guest.reads<Record<string, unknown>>(query)
    expect(await rows(`select * from record where kind in ('forecast', 'argument')`)).toEqual([])
    expect(await rows(`select * from reference where from_kind in ('forecast', 'argument')`)).toEqual([])
    expect(await rows('select * from given')).toEqual([])
    expect(await rows('select * from closing')).toEqual([])
    expect(await rows(`select * from given_counts(array['question/q-one'])`)).toEqual([
      { subject: 'question/q-one', given: '1', authors: '1' },
    ])
    expect(await rows(`select * from community(array['question/q-one'])`)).toEqual([])
    expect(leaks(JSON.stringify(await rows('select * from record')))).toEqual([])
    const liar = await freshWorkbench(guest.address, undefined, undefined, 'ann', after)
    expect((await seeRecords(liar.database, 'forecast', {})).length).toBe(0)
    await liar.close()
    await guest.mayWrite()
    const inTheName =
      guest.reads(`insert into record (kind, id, version, change, body, handling, label, current)
      values ('forecast', 'q-one/cy/1', 1, 1, '{"assessor": "cy", "question": "q-one"}', 'public', 'x', true)`)
    await expect(inTheName).rejects.toThrow(/row-level security/)
    await guest.drop()
  })
  test('an analysis is as blind as the forecasts it read: it is neither listed, read, rerun nor exported, and the refusal says why', async () => {
    const analysis = {
      id: 'foresight-0123456789ab',
      instrument: 'relations-depth',
      version: '1',
      request: {},
      pins: [{ kind: 'forecast' as const, id: 'q-one/ann/1', version: 1 }],
      findings: [],
      result: { mean: 0.123456 },
    }
    const bytes = analysisBytes(analysis as unknown as Parameters<typeof analysisBytes>[0]) // only its pins matter here
    await storeAnalysis(ann.database.db, bytes, { handling: 'public', at: during, by: 'ann' })
    expect(await seeAnalyses(ann.database)).toHaveLength(1)
    for (const w of [bo, nobody]) {
      expect(await seeAnalyses(w.database)).toEqual([])
      for (const look of [readAnalysisText, readOneAnalysis, rerunAnalysis])
        expect((await refusal(look(w.database, analysis.id))).message).toMatch(/still blind to you/)
      expect(leaks(await exportText(w.database, 'all.json'))).toEqual([])
      expect((await refusal(readOneAnalysis(w.database, 'foresight-0'))).code).toBe('analysis-unknown')
    }
  })
  test('an analysis that rests on a blind analysis is as blind', async () => {
    const above = {
      id: 'above-0123456789ab', // comes before the other in an export
      instrument: 'mediation',
      version: '1',
      request: {},
      pins: [{ kind: 'analysis' as const, id: 'foresight-0123456789ab', version: 1 }],
      findings: [],
      result: { mean: 0.123456 },
    }
    const bytes = analysisBytes(above as unknown as Parameters<typeof analysisBytes>[0]) // only its pins matter here
    await storeAnalysis(ann.database.db, bytes, { handling: 'public', at: during, by: 'ann' })
    expect(await seeAnalyses(ann.database)).toHaveLength(2)
    for (const w of [bo, nobody]) {
      expect(await seeAnalyses(w.database)).toEqual([])
      expect((await refusal(readOneAnalysis(w.database, above.id))).code).toBe('not-allowed')
    }
  })
})

describe('of compliance', () => {
  const coding = (coder: string) => ({
    id: `arland-first-register/${coder}`,
    commitment: 'arland-first-register',
    coder,
    score: 1,
    upTo: '2006-12-31',
    at: during,
    because: `coded by ${coder}`,
  })
  const seen = async (w: Workbench) => (await seeRecords(w.database, 'compliance', {})).map(({ id }) => id)
  test('it is blind until one’s own is in or two have coded; none is coded for another', async () => {
    await saveRecord(ann.database, 'compliance', coding('ann'), ann.author('coded'))
    expect([await seen(ann), await seen(bo), await seen(nobody)]).toEqual([
      ['arland-first-register/ann'],
      [],
      [],
    ])
    expect((await refusal(saveRecord(ann.database, 'compliance', coding('cy'), ann.author('x')))).code).toBe(
      'not-allowed',
    )
    await saveRecord(bo.database, 'compliance', coding('bo'), bo.author('coded'))
    expect(await seen(nobody)).toHaveLength(2)
  })
})

describe('afterwards', () => {
  test('who has given his own sees the others’, and they his', async () => {
    await forecast(bo, 'q-one', { probability: 0.5 })
    expect(leaks(await told(bo))).toHaveLength(3)
    expect((await seeQuestion(bo, 'q-one')).given.median).toBeCloseTo(0.311728, 6) // the middle of 0.123456 and 0.5
    expect((await readOneAnalysisId(bo)).length).toBeGreaterThan(0)
    expect(leaks(await told(nobody))).toEqual([])
  })
  test('once it is closed all see all, by the clock of the server', async () => {
    const late = await as(undefined, after)
    expect(leaks(await told(late))).toHaveLength(3)
    await late.close()
    const early = await as(undefined, '2027-11-30T23:59:59.999Z')
    expect(leaks(await told(early))).toEqual([])
    await early.close()
  })
  test('the export of the whole, restored elsewhere, is as blind there', async () => {
    const all = await exportText(ann.database, 'all.yaml')
    const elsewhere = await freshWorkspace()
    const keeper = await freshWorkbench(elsewhere, undefined, undefined, undefined, during)
    await importParsed(keeper.database, [parseRecords(all, 'all.yaml')], keeper.author('restored'), false)
    expect(await seeRecords(keeper.database, 'forecast', {})).toEqual([])
    for (const id of ['foresight-0123456789ab', 'above-0123456789ab'])
      expect((await refusal(readOneAnalysis(keeper.database, id))).code).toBe('not-allowed')
    const there = await freshWorkbench(elsewhere, undefined, undefined, 'ann', during)
    expect(await seeRecords(there.database, 'forecast', {})).toHaveLength(2)
    await Promise.all([keeper.close(), there.close()])
  })
  test('the forecasts on a confidential question are confidential', async () => {
    const body = { ...question('q-one', { handling: 'confidential' }), appealDays: 14 }
    await saveRecord(bo.database, 'question', body, bo.author('marked'))
    const low = await freshWorkbench(workspace, 'public', undefined, 'ann', after)
    expect(await seeRecords(low.database, 'forecast', {})).toEqual([])
    expect((await seeQuestions(low)).questions.map(({ question: { id } }) => id)).toEqual(['q-two'])
    await low.close()
  })
})

async function readOneAnalysisId(w: Workbench): Promise<string> {
  return (await seeAnalyses(w.database))[0]?.id ?? ''
}
