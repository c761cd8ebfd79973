/** The network in a real workspace: of a ledger and of whole datasets, and what they do not cover. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshWorkbench } from '../../test/database.ts'
import { addDataset } from './datasets.ts'
import { methodFile } from './method-file.ts'
import { networkFile } from './method-network.ts'
import { seeNetwork } from './network.ts'
import { networkGraphml } from './network-file.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-network-'))
const file = (name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
let w: Workbench
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  const add = (dataset: string, lines: readonly string[]) =>
    addDataset(w, { dataset, files: [{ path: file(`${dataset}.csv`, lines), name: `${dataset}.csv` }] })
  await add('dcad', [
    'ccode1,ccode2,signYear,EIFYear,type,category1,category2,endYearEstimate,DCAid',
    '2,816,2008,-77,general,DCA,,2020,DCADv1.0-0001',
    '365,816,1998,1998,sector,PROCUREMENT,DIC,2010,DCADv1.0-0002',
    '2,20,1998,1998,sector,TREX,,2010,DCADv1.0-0003',
  ])
  await add('sipri-arms', [
    'supplier,recipient,year,value',
    'Russia,Viet Nam,2010,150',
    'Russia,India,2010,50',
    'France,India,2011,5',
  ])
  const save = (id: string, date: string, others: readonly object[], more: object = {}) => {
    const participants = [{ state: 'VNM' }, ...others]
    const body = {
      id,
      date,
      kind: 'dialogue',
      title: id,
      participants,
      restsOn: [{ source: 'news' }],
      ...more,
    }
    return saveRecord(w.database, 'activity', body, w.author('recorded'))
  }
  const news = { id: 'news', type: 'press', csl: { type: 'article', title: 'News' } }
  await saveRecord(w.database, 'source', news, w.author('recorded'))
  await save('one', '2010', [{ state: 'USA' }], { place: { name: 'Hanoi', lat: 21.03, lon: 105.85 } })
  await save('three', '2011', [{ state: 'USA' }, { state: 'IND' }, { state: 'JPN', role: 'observer' }])
  await save('again', '2010', [{ state: 'USA' }], { duplicateOf: 'one' })
  await save('shots', '2011', [{ state: 'CHN' }], { kind: 'threat' })
  await save('some-day', '201X', [{ state: 'RUS' }])
  await save('yearly', '2010/2012', [{ state: 'AUS' }], { everyMonths: 12 })
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const tiesIn = ({ ties }: Awaited<ReturnType<typeof seeNetwork>>) =>
  Object.fromEntries(ties.map(({ a, b, weight }) => [`${a} ${b}`, weight]))

test('an activity of three ties every two by a half; observers, repeats and coercion tie nobody', async () => {
  const found = await seeNetwork(w, { source: 'ledger', state: 'Vietnam' })
  expect(tiesIn(found)).toEqual({
    'AUS VNM': 3,
    'USA VNM': 1.5,
    'RUS VNM': 1,
    'IND USA': 0.5,
    'IND VNM': 0.5,
  })
  expect(found.nodes[0]).toMatchObject({ id: 'VNM', covered: true, place: [107.13, 16.56] })
  expect(found.nodes[0]?.measures.strength).toMatchObject({ value: 6, rank: 1, interval: null })
  expect(found.nodes.find(({ id }) => id === 'USA')).toMatchObject({ covered: false, yearsCovered: null })
  expect(found.ties.find(({ b, a }) => a === 'USA' && b === 'VNM')?.records.toSorted()).toEqual([
    'one',
    'three',
  ])
  expect(found.places).toEqual([{ name: 'Hanoi', lat: 21.03, lon: 105.85, activities: 1 }])
})

test('the rule for activities with many is a choice', async () => {
  const of = async (multilateral: 'full' | 'leave-out') =>
    tiesIn(await seeNetwork(w, { source: 'ledger', state: 'VNM', multilateral }))
  expect(await of('full')).toMatchObject({ 'USA VNM': 2, 'IND USA': 1 })
  expect(await of('leave-out')).toMatchObject({ 'USA VNM': 1 })
  expect(Object.keys(await of('leave-out'))).not.toContain('IND USA')
})

test('what may lie outside the years is left out and told; what recurs counts in its years', async () => {
  const found = await seeNetwork(w, { source: 'ledger', state: 'VNM', from: 2011, to: 2012 })
  expect(tiesIn(found)).toMatchObject({ 'AUS VNM': 2 })
  expect(found.nodes.map(({ id }) => id)).not.toContain('RUS')
  expect(found.notices.map(({ en }) => en).join(' ')).toContain('1 further activities may lie within')
})

test('of states that a ledger does not name nothing is known; they are no nodes without ties', async () => {
  const { nodes, notCovered } = await seeNetwork(w, { source: 'ledger', state: 'VNM' })
  expect(nodes.map(({ id }) => id)).not.toContain('BRA')
  expect(notCovered).toContain('BRA')
})

test('a dataset of all states covers those without a tie: they count as alone, and other years are not covered', async () => {
  const found = await seeNetwork(w, { source: 'dcad', from: 1990, to: 2020 })
  expect(found.years).toEqual({ from: 1998, to: 2008 })
  expect(found.nodes.find(({ id }) => id === 'BRA')).toMatchObject({
    covered: true,
    yearsCovered: 11,
    community: 0,
    measures: { degree: { value: 0 } },
  })
  expect(found.notices.map(({ en }) => en).join(' ')).toContain('knows 1998–2008 only')
  // a territory that is no member of the state system of the dataset
  expect(found.nodes.map(({ id }) => id)).not.toContain('HKG')
  const later = await seeNetwork(w, { source: 'dcad', from: 2015, to: 2020 })
  expect(later).toMatchObject({ years: null, activities: 0, ties: [], nodes: [] })
  expect(later.notCovered).toContain('BRA')
})

test('arms lead from supplier to recipient, by number or by volume', async () => {
  const found = await seeNetwork(w, { source: 'sipri-arms', weight: 'tiv' })
  expect(found.directed).toBe(true)
  expect(tiesIn(found)).toEqual({ 'RUS VNM': 150, 'RUS IND': 50, 'FRA IND': 5 })
  expect(found.nodes.find(({ id }) => id === 'RUS')?.measures).toMatchObject({
    outStrength: { value: 200, rank: 1 },
    inStrength: { value: 0 },
  })
})

test('only ties among chosen states, and a file for other programs', async () => {
  const found = await seeNetwork(w, {
    source: 'ledger',
    state: 'VNM',
    states: ['VNM', 'USA', 'India'],
    draws: 20,
  })
  expect(Object.keys(tiesIn(found))).toEqual(['USA VNM', 'IND USA', 'IND VNM'])
  const written = networkGraphml(found)
  expect(written).toContain('<graph edgedefault="undirected">')
  expect(written).toContain('<node id="VNM">')
  expect(written.match(/<edge /g)).toHaveLength(3)
})

test('a ledger without its state, and a dataset that is not there, are refused with advice', async () => {
  await expect(seeNetwork(w, { source: 'ledger' })).rejects.toMatchObject({ code: 'call-invalid' })
  await expect(seeNetwork(w, { source: 'military-exercises' })).rejects.toMatchObject({
    code: 'dataset-absent',
  })
  await expect(seeNetwork(w, { source: 'ledger', state: 'VNM', kinds: ['war'] })).rejects.toMatchObject({
    code: 'call-invalid',
  })
})

const asked = { bootstrap: '20', seed: '1', paths: 'steps' }
const run = (name: string, lines: readonly string[], more: object = {}) =>
  networkFile.run(
    [methodFile(file(name, lines))],
    { ...asked, ...more },
    { notice: () => {}, progress: () => {} },
  )

test('the method reads ties from a file, adds up those of the same two, and counts years', async () => {
  const lines = ['a,b,weight,year', 'x,y,2,2001', 'y,x,3,2002', 'y,z,1,2002']
  expect(await run('ties.csv', lines)).toMatchObject({
    nodes: 3,
    ties: 2,
    centralities: [
      { node: 'x', strength: { value: 5 } },
      { node: 'y', strength: { value: 6 }, betweenness: { value: 1 } },
      { node: 'z' },
    ],
  })
  expect(await run('ties.csv', lines, { from: '2002' })).toMatchObject({ rows: 2, ties: 2 })
  expect(await run('ties.csv', lines, { directed: true })).toMatchObject({ directed: true, ties: 3 })
})

test.each([
  ['a tie to itself', ['a,b', 'x,x']],
  ['a weight below 0', ['a,b,weight', 'x,y,-1']],
  ['an end that is not named', ['a,b', 'x,']],
  ['directions in some rows only', ['a,b,directed', 'x,y,true', 'y,z,false']],
])('the method refuses %s', async (_what, lines) => {
  await expect(run('bad.csv', lines)).rejects.toMatchObject({ code: 'table-invalid' })
})
