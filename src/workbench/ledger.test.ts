/** The ledger in a real workspace: filled from datasets, the same row once, and what a person decided of two activities. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { readRecord } from '#storage/read-records'
import { freshWorkbench } from '../../test/database.ts'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { addDataset } from './datasets.ts'
import { decideMatch, seeDuplicates, seeLedger } from './ledger.ts'
import { defenceKindOf } from './ledger-events.ts'
import { importIntoLedger } from './ledger-import.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-ledger-'))
let w: Workbench
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  const add = (dataset: string, lines: readonly string[]) => {
    const path = join(folder, `${dataset}.csv`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return addDataset(w, { dataset, files: [{ path, name: `${dataset}.csv` }] })
  }
  await add('dcad', [
    'ccode1,ccode2,signYear,EIFYear,type,category1,category2,endYearEstimate,DCAid',
    '2,816,2011,-77,general,DCA,,2020,DCADv1.0-0001',
    '365,816,1998,1998,sector,PROCUREMENT,DIC,2010,DCADv1.0-0002',
    '2,20,1998,1998,sector,TREX,,2010,DCADv1.0-0003',
  ])
  await add('sipri-arms', [
    'supplier,recipient,year,value',
    'Russia,Viet Nam,2010,150',
    'Unknown supplier(s),Viet Nam,2010,1',
    'Viet Nam,Laos,2011,0',
    'France,India,2011,5',
  ])
  await add('keds', [
    'date,source,target,code',
    '2011-08-01,USAMIL,VNMMIL,062',
    '2011-08-01,VNMMIL,USAMIL,062',
    '2011-08-02,VNM,USA,042',
    '2011-08-03,CHNMIL,VNM,190',
    '2011-08-04,VNM,IGOUNO,062',
    '2011-08-05,VNM,VNMMIL,150',
  ])
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

test('agreements of a state come in with dataset, version and row; those of others do not', async () => {
  const report = await importIntoLedger(w, { from: 'dcad', state: '816' })
  expect(report).toMatchObject({
    state: 'VNM',
    rows: 2,
    activities: 2,
    added: 2,
    years: { from: 1998, to: 2011 },
  })
  const { activities } = await seeLedger(w, { state: 'VNM' })
  expect(activities[0]).toMatchObject({
    kind: 'agreement',
    date: '2011',
    participants: [{ state: 'USA' }, { state: 'VNM' }],
    fromDataset: { dataset: 'dcad', version: report.version, table: 'agreements', row: 'DCADv1.0-0001' },
    restsOn: [{ source: 'dataset-dcad' }],
  })
})

test('a second import changes nothing, and a trial writes nothing', async () => {
  expect(await importIntoLedger(w, { from: 'dcad', state: 'VNM' })).toMatchObject({
    added: 0,
    superseded: 0,
    unchanged: 2,
  })
  expect(await importIntoLedger(w, { from: 'sipri-arms', state: 'VNM', dryRun: true })).toMatchObject({
    added: 2,
  })
  expect((await seeLedger(w, { source: 'sipri-arms' })).of).toBe(0)
})

test('the source says of which state and years it lists agreements in full; years that touch are joined', async () => {
  const covers = async () => (await readRecord(w.database.db, 'source', 'dataset-dcad'))?.body.covers
  expect(await covers()).toEqual([{ activities: ['agreement'], from: 1998, to: 2010, states: ['VNM'] }])
  await importIntoLedger(w, { from: 'dcad', state: 'FRA', fromYear: 1998, toYear: 2000 })
  await importIntoLedger(w, { from: 'dcad', state: 'FRA', fromYear: 2001, toYear: 2005 })
  expect(await covers()).toEqual([
    { activities: ['agreement'], from: 1998, to: 2005, states: ['FRA'] },
    { activities: ['agreement'], from: 1998, to: 2010, states: ['VNM'] },
  ])
})

test('a volume is no money, and what is not taken is told with the reason', async () => {
  const report = await importIntoLedger(w, { from: 'sipri-arms', state: 'VNM' })
  expect(report).toMatchObject({ rows: 3, activities: 2, left: [{ rows: 1 }] })
  expect(report.left[0]?.because.en).toContain('no state')
  const { activities } = await seeLedger(w, { source: 'sipri-arms', partner: 'RUS' })
  expect(activities[0]?.amount).toBeUndefined()
  expect(activities[0]?.quantities).toEqual([
    { value: 150, unit: 'tiv-millions', what: 'all major arms delivered in the year' },
  ])
})

test('events come in where armed forces acted: told from both sides once, coercive ones with who acted', async () => {
  const report = await importIntoLedger(w, { from: 'keds', state: 'VNM' })
  expect(report).toMatchObject({ rows: 6, activities: 2, folded: 1 })
  expect(report.left.reduce((sum, { rows }) => sum + rows, 0) + report.activities + report.folded).toBe(
    report.rows,
  )
  const { activities } = await seeLedger(w, { source: 'keds' })
  expect(activities.map(({ kind, participants }) => [kind, participants.map(({ role }) => role)])).toEqual([
    ['limited-force', ['initiator', 'target']],
    ['cooperation', ['participant', 'participant']],
  ])
})

test('codes of CAMEO and types of PLOVER tell the same kind, and what is only said tells none', () => {
  expect(defenceKindOf('062', '', '')).toBe('cooperation')
  expect(defenceKindOf('COOPERATE', '', 'military')).toBe('cooperation')
  expect(defenceKindOf('0312', '', '')).toBe(null)
  expect(defenceKindOf('154', '', '')).toBe('show-of-force')
  expect(defenceKindOf('138', '', '')).toBe('threat')
  expect(defenceKindOf('FIGHT', '', 'military')).toBe(defenceKindOf('ASSAULT', '', 'military'))
})

test('what somebody changed after an import stays, unless it is to be renewed', async () => {
  const { activities } = await seeLedger(w, { source: 'dcad', partner: 'RUS' })
  const changed = { ...activities[0], place: { name: 'Moscow' } }
  await saveRecord(w.database, 'activity', changed, w.author('the place is known'))
  expect(await importIntoLedger(w, { from: 'dcad', state: 'VNM' })).toMatchObject({
    superseded: 0,
    keptAsChanged: 1,
  })
  expect((await seeLedger(w, { source: 'dcad', partner: 'RUS' })).activities[0]?.place?.name).toBe('Moscow')
  expect(await importIntoLedger(w, { from: 'dcad', state: 'VNM', renew: true })).toMatchObject({
    superseded: 1,
  })
})

const hand = {
  id: 'mou-2011',
  kind: 'agreement',
  date: '2011',
  title: 'Memorandum on Advancing Bilateral Defense Cooperation',
  participants: [{ state: 'VNM' }, { state: 'USA' }],
  restsOn: [{ source: 'dataset-dcad' }],
}

test('a pair is decided with a reason; one counts, both stay, and an import keeps the decision', async () => {
  await saveRecord(w.database, 'activity', hand, w.author('recorded'))
  const [pair] = (await seeDuplicates(w, 'VNM')).candidates
  expect(pair).toMatchObject({ first: 'mou-2011', second: 'dcad/dcadv1.0-0001', state: 'open' })
  const asked = {
    first: hand.id,
    second: 'dcad/dcadv1.0-0001',
    decision: 'same' as const,
    because: 'one memorandum',
  }
  await expect(decideMatch(w, { ...asked, seen: 'other' })).rejects.toMatchObject({ code: 'record-changed' })
  await decideMatch(w, asked)
  const repeated = async () =>
    (await readRecord(w.database.db, 'activity', 'dcad/dcadv1.0-0001'))?.body.duplicateOf
  expect(await repeated()).toBe('mou-2011')
  await importIntoLedger(w, { from: 'dcad', state: 'VNM' })
  expect(await repeated()).toBe('mou-2011')
  expect((await seeDuplicates(w)).candidates[0]).toMatchObject({
    state: 'decided',
    match: { because: 'one memorandum' },
  })
})

test('a decision can be turned or taken back; the earlier one is kept as a version', async () => {
  const asked = { first: hand.id, second: 'dcad/dcadv1.0-0001', because: 'seen again' }
  await decideMatch(w, { ...asked, decision: 'same', counts: 'dcad/dcadv1.0-0001' })
  const of = async (id: string) => (await readRecord(w.database.db, 'activity', id))?.body.duplicateOf
  expect([await of(hand.id), await of('dcad/dcadv1.0-0001')]).toEqual(['dcad/dcadv1.0-0001', undefined])
  const different = await decideMatch(w, { ...asked, decision: 'different' })
  expect([await of(hand.id), await of('dcad/dcadv1.0-0001')]).toEqual([undefined, undefined])
  expect((await readRecord(w.database.db, 'activity-match', different.id))?.version).toBe(3)
})

test('what fewer may see cannot count for what more may see', async () => {
  await saveRecord(w.database, 'activity', { ...hand, handling: 'confidential' }, w.author('secret'))
  const asked = { first: hand.id, second: 'dcad/dcadv1.0-0001', decision: 'same' as const, because: 'one' }
  await expect(decideMatch(w, { ...asked, counts: hand.id })).rejects.toMatchObject({
    code: 'record-invalid',
  })
  const match = await decideMatch(w, { ...asked, counts: 'dcad/dcadv1.0-0001' })
  expect(match.handling).toBe('confidential')
  const row = await readRecord(w.database.db, 'activity', 'dcad/dcadv1.0-0001')
  expect([row?.handling, row?.body.duplicateOf]).toEqual(['public', undefined])
})

test('what is not alike cannot be declared one, and a dataset that is not there is told', async () => {
  await expect(
    decideMatch(w, { first: hand.id, second: 'dcad/dcadv1.0-0002', decision: 'same', because: 'x' }),
  ).rejects.toMatchObject({ code: 'record-unknown' })
  await expect(importIntoLedger(w, { from: 'gdelt', state: 'VNM' })).rejects.toBeInstanceOf(SoundingsError)
})

test.skipIf(!sharedIsHere)(
  'exercises of the real file keep all participants, and number and year tell two apart',
  async () => {
    const path = shared('data/military_exercises/mme_v7_participants_long.csv.gz')
    await addDataset(w, { dataset: 'military-exercises', files: [{ path, name: 'mme.csv.gz' }] })
    const report = await importIntoLedger(w, { from: 'military-exercises', state: 'VNM' })
    expect(report).toMatchObject({ activities: 7, rows: 77 })
    const { activities } = await seeLedger(w, { source: 'military-exercises' })
    const most = activities.reduce((n, { participants }) => Math.max(n, participants.length), 0)
    expect(most).toBeGreaterThan(20)
  },
  60_000,
)
