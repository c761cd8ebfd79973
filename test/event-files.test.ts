/**
 * Files of events as their producers make them: rows of GDELT, the official lists of its columns, the header of POLECAT, the gold
 * standard records of PLOVER, ICEWS. Rows of GDELT (free with attribution) are a few that others keep to test by: those of 2.0 with
 * linwoodc3/gdeltPyR (data/events2samps.csv, of 1 July 2017, which adds a column with the words of the code), those of 1.0 with
 * loum/geoutils (files/test_gdelt_data.py, of 24 November 2014). No row of POLECAT could be had: its header is real, its row is ours.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type EventClass, isOfClass } from '#datasets/event-classes'
import { datasetOf } from '#datasets/registry'
import { openBulkEngine } from '#storage/bulk-engine'
import { importFiles } from '#storage/import-dataset'
import { shared, sharedIsHere } from './shared.ts'

const into = mkdtempSync(join(tmpdir(), 'soundings-events-'))
afterAll(() => rmSync(into, { recursive: true, force: true }))
const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)

async function imported(dataset: string, path: string) {
  const files = [{ path, name: basename(path) }]
  const [file] = await importFiles(datasetOf(dataset), { files, into })
  if (file === undefined) throw new Error('one file gives one import')
  const engine = await openBulkEngine()
  try {
    const rows = await engine.rows<Record<string, unknown>>(
      `select * exclude (date), date::varchar as date from read_parquet('${file.path}') where _fate = 0 order by event`,
    )
    return { report: file.report, rows }
  } finally {
    engine.close()
  }
}

describe('GDELT', () => {
  test.each([
    ['gdelt-2.0.tsv', '2.0'],
    ['gdelt-2.0-header.csv', 'with-header-csv'],
  ])('rows of version 2.0: %s', async (name, layout) => {
    const { report, rows } = await imported('gdelt', fixture(name))
    expect(report).toMatchObject({ layout, read: 5, kept: 5, refused: 0 })
    expect(rows.map((row) => [row['source'], row['target'], row['code'], row['goldstein']])).toEqual([
      [null, 'CUB', '042', 1.9],
      ['EGY', 'SAU', '043', 2.8],
      ['SAU', 'EGY', '172', -5],
      ['SAU', 'EGY', '042', 1.9],
      ['MLI', 'TCD', '190', -10],
    ])
    expect(rows.at(-1)).toMatchObject({ date: '2017-06-01', event: '669666380', mentions: 6 })
  })

  test('rows of version 1.0, with the address of the report and without', async () => {
    const { report, rows } = await imported('gdelt', fixture('gdelt-1.0.tsv'))
    expect(report).toMatchObject({ layout: '1.0', read: 3, kept: 3 })
    expect(rows[1]).toMatchObject({ source: null, target: 'USA', target_actor: 'MNCUSA', date: '2004-11-26' })
    const older = join(into, 'gdelt-1.0-old.tsv')
    const lines = readFileSync(fixture('gdelt-1.0.tsv'), 'utf8').trimEnd().split('\n')
    writeFileSync(older, lines.map((line) => `${line.slice(0, line.lastIndexOf('\t'))}\n`).join(''))
    expect((await imported('gdelt', older)).report).toMatchObject({ layout: '1.0-old', kept: 3 })
  })

  test.runIf(sharedIsHere)('the columns are those of the official lists, in their order', () => {
    const columns = (layout: string) =>
      datasetOf('gdelt').tables[0]?.layouts.find(({ id }) => id === layout)?.columns
    const list = (name: string) => readFileSync(shared(`data/events_cameo/gdelt_samples/${name}`), 'utf8')
    const first = list('GDELT_1.0_event_Column_Labels_Header_Row_Sep2016.tsv').trim().split(/\s+/).slice(1)
    expect(columns('1.0')).toEqual(first)
    const second = list('GDELT_2.0_Events_Column_Labels_Header_Row_Sep2016.csv').matchAll(
      /^(\w+),(?:INTEGER|STRING|FLOAT),NULLABLE/gm,
    )
    expect(columns('2.0')).toEqual([...second].map(([, name]) => name))
  })

  test.runIf(sharedIsHere)('a list of columns, mentions and JSON are refused in words', async () => {
    const folder = 'data/events_cameo/gdelt_samples'
    await expect(imported('gdelt', shared(`${folder}/events1.json`))).rejects.toThrow('it is JSON')
    await expect(imported('gdelt', shared(`${folder}/mentionssamp.csv`))).rejects.toThrow('no known layout')
  })
})

describe('POLECAT', () => {
  const header =
    'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion'
  const row = (cells: Readonly<Record<string, string>>) =>
    header
      .split('\t')
      .map((name) => cells[name] ?? 'None')
      .join('\t')
  const some = row({
    'Event ID': 'E1',
    'Event Date': '2022-03-04',
    'Event Type': 'CONSULT',
    'Event Mode': 'visit',
    Intensity: '4.0',
    'Quad Code': 'VERBAL COOPERATION',
    Contexts: 'diplomatic;military',
    'Actor Name': "Viet Nam's minister",
    'Actor Country': 'VNM; LAO',
    'Recipient Country': 'KHM',
  })

  test.each([
    ['as it should be', '', ''],
    ['with tabs after every line', '\t\t', '\t\t'],
    ['with tabs after the header alone', '\t\t', ''],
  ])('the producer’s forty columns, %s', async (name, after, afterRows) => {
    const path = join(into, `polecat ${name}.txt`)
    const bare = row({ 'Event ID': 'E2', 'Event Date': '2022-03-05', 'Event Type': 'PROTEST' })
    writeFileSync(path, `${header}${after}\n${some}${afterRows}\n${bare}${afterRows}\n`)
    const { report, rows } = await imported('polecat', path)
    expect(report).toMatchObject({ layout: 'polecat-tsv', read: 2, kept: 2, unknownStates: [] })
    expect(rows[0]).toMatchObject({
      source: 'VNM',
      target: 'KHM',
      goldstein: 4,
      context: 'diplomatic;military',
      target_actor: null,
    })
    expect(rows[1]).toMatchObject({ source: null, target: null, mode: null, goldstein: null, quad: null })
  })
})

test.runIf(sharedIsHere)(
  'every gold standard record of PLOVER is of one quad class; visits are counted',
  async () => {
    const path = shared('reference/events/plover_gold_standard_records.json')
    const { report, rows } = await imported('polecat', path)
    expect(report).toMatchObject({ read: 323, kept: 322, refused: 1 }) // the first record is a note without a date
    const count = (kind: EventClass) =>
      rows.filter((row) => isOfClass(kind, String(row['code']), String(row['mode'] ?? ''))).length
    const quads = [
      'verbal-cooperation',
      'material-cooperation',
      'verbal-conflict',
      'material-conflict',
    ] as const
    const told = JSON.parse(readFileSync(path, 'utf8')) as { event: string; mode?: string }[]
    const of = (...types: string[]) => told.filter(({ event }) => types.includes(event)).length
    expect(quads.map(count)).toEqual([
      of('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'),
      of('COOPERATE', 'AID', 'RETREAT'),
      of('DEMAND', 'DISAPPROVE', 'INVESTIGATE', 'REJECT', 'THREATEN'),
      of('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'FIGHT'),
    ])
    expect(quads.map(count).reduce((a, b) => a + b)).toBe(322)
    expect(count('visits')).toBe(told.filter(({ mode }) => mode === 'visit' || mode === 'host').length)
  },
)

test.runIf(sharedIsHere)('ICEWS: the graph of 2005 to 2015 names states, and tells 2014 once', async () => {
  const { report, rows } = await imported('icews', shared('data/events_cameo/icews_tkg_2005_2015.parquet'))
  expect(report).toMatchObject({ layout: 'graph', read: 110_271, kept: 92_367, refused: 0, skipped: 17_904 })
  expect(rows.find((row) => row['source_actor'] === 'Citizen (Thailand)')).toMatchObject({
    source: 'THA',
    target: 'THA',
    code: '120',
  })
  expect(rows.filter((row) => row['source'] !== null && row['target'] !== null).length).toBeGreaterThan(
    40_000,
  )
})
