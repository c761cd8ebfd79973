/** Public datasets in a real workspace: imported whole or not at all, queried, their older versions kept. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { freshWorkbench } from '../../test/database.ts'
import { addDataset, askDataset, type QueryRequest, seeDataset } from './datasets.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-datasets-'))
let w: Workbench
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { path, name }
}
const add = (dataset: string, name: string, content: string | Buffer, more: object = {}) =>
  addDataset(w, { dataset, files: [file(name, content)], ...more })
const ask = async (request: QueryRequest) => (await askDataset(w, request)).rows
const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

const events = [
  'date,source,target,code',
  '1999-12-30,ISRGOV,EGY,042',
  '1999-12-31,ISR,EGYGOV,190',
  '2000-02-01,EGY,ISR,010',
  '2001-05-05,PALPLO,ISRMIL,112',
  '2001-05-06,IGOUNO,ISR,036',
]
const csv = (lines: readonly string[], end = '\n') => `${lines.join(end)}${end}`

describe('an event file', () => {
  test('is read, and actors that are no state are kept as they were coded', async () => {
    const version = await add('keds', 'events.csv', csv(events))
    expect(version.tables[0]).toMatchObject({
      name: 'events',
      rows: 5,
      years: [
        { year: 1999, rows: 2, states: 2 },
        { year: 2000, rows: 1, states: 2 },
        { year: 2001, rows: 2, states: 2 },
      ],
    })
    const rows = await ask({ dataset: 'keds', by: 'row', from: 2001 })
    expect(rows.map((row) => [row['date'], row['source'], row['source_actor']])).toEqual([
      ['2001-05-05', 'PSE', 'PALPLO'],
      ['2001-05-06', null, 'IGOUNO'],
    ])
  })

  test('the same content under Windows line ends, a byte order mark or gzip gives the same rows', async () => {
    const before = await ask({ dataset: 'keds', by: 'row' })
    for (const [name, content] of [
      ['crlf.csv', csv(events, '\r\n')],
      ['bom.csv', `\uFEFF${csv(events)}`],
      ['zipped.csv.gz', gzipSync(csv(events))],
    ] as const) {
      await add('keds', name, content)
      expect(await ask({ dataset: 'keds', by: 'row' }), name).toEqual(before)
    }
  })

  test('a month without events is zero inside the years covered, and missing outside, each with its reason', async () => {
    const rows = await ask({
      dataset: 'keds',
      by: 'dyad-month',
      states: ['Israel'],
      partners: ['651'],
      from: 1998,
      to: 1999,
    })
    const of = (month: string, source: string) =>
      rows.find((row) => row['month'] === month && row['source'] === source)
    expect(of('1999-12', 'ISR')).toMatchObject({ n: 2, status: 'row', because: null })
    expect(of('1999-11', 'ISR')).toMatchObject({
      n: 0,
      status: 'zero',
      because: 'no such event was reported',
    })
    expect(of('1998-11', 'ISR')).toMatchObject({
      n: null,
      status: 'missing',
      because: 'outside the years covered, 1999–2001',
    })
    expect(rows).toHaveLength(48)
  })

  test('events are chosen by the beginning of their code and counted by code', async () => {
    const rows = await ask({ dataset: 'keds', by: 'year', codes: ['04', '19'], perCode: true })
    expect(rows.map(({ year, code, n }) => [year, code, n])).toEqual([
      [1999, '042', 1],
      [1999, '190', 1],
    ])
  })

  test('rows that are wrong are counted with their reason and place, and not dropped in silence', async () => {
    const many = [...events, ...events.slice(1), 'soon,ISR,EGY,010', '2001-01-01,ISR,EGY']
    const { reports } = (await add('keds', 'some-bad.csv', csv(many))).tables[0] ?? {}
    expect(reports?.[0]).toMatchObject({ read: 12, kept: 10, refused: 2 })
    expect(reports?.[0]?.reasons).toEqual([
      {
        kind: 'refused',
        because: 'the date is no day (YYYY-MM-DD)',
        rows: 1,
        examples: [{ row: 11, text: expect.stringContaining('soon') }],
      },
      {
        kind: 'refused',
        because: 'the line has 3 cells where the header has 4',
        rows: 1,
        examples: [{ row: 13, text: '2001-01-01,ISR,EGY' }],
      },
    ])
  })

  test('added to, it has the rows of both; the version before is still there to be asked', async () => {
    const first = await add('keds', 'first.csv', csv(events))
    const second = await add('keds', 'later.csv', csv([events[0] ?? '', '2003-01-01,ISR,LBN,010']), {
      append: true,
    })
    expect(second.tables[0]).toMatchObject({ rows: 6 })
    expect(await ask({ dataset: 'keds', by: 'year', version: first.version })).toHaveLength(3)
    expect(await ask({ dataset: 'keds', by: 'year' })).toHaveLength(4)
    const again = await add('keds', 'first-again.csv', csv(events))
    expect(again.version).toBe(first.version)
  })
})

describe('a wrong file gets one clear answer, and nothing is written', () => {
  const weis = [
    'date,source,target,code',
    ...Array.from(
      { length: 50 },
      (_, at) => `1990-01-${String((at % 28) + 1).padStart(2, '0')},IRQ,KUW,${at % 3 === 0 ? '223' : '121'}`,
    ),
  ]
  const cases: readonly (readonly [string, string | Buffer, string, RegExp])[] = [
    ['a WEIS file given as CAMEO', csv(weis), 'table-invalid', /WEIS/],
    ['semicolons', csv(events).replaceAll(',', ';'), 'table-invalid', /separated by semicolons/],
    [
      'a renamed column',
      csv(events).replace('source', 'sourc'),
      'table-invalid',
      /column source is not there/,
    ],
    [
      'a truncated gzip',
      gzipSync(csv(events.concat(events))).subarray(0, 60),
      'file-unreadable',
      /cut off or damaged/,
    ],
    ['an empty file', '', 'file-unreadable', /empty/],
    ['a header alone', 'date,source,target,code\n', 'table-invalid', /no rows/],
    ['another table', 'a,b\n1,2\n', 'table-invalid', /no known layout/],
    ['UTF-16', Buffer.from(`\uFEFF${csv(events)}`, 'utf16le'), 'file-unreadable', /UTF-16/],
    [
      'mixed line ends',
      csv(events.slice(0, 3), '\r\n') + csv(events.slice(3)),
      'table-invalid',
      /line ends are mixed/,
    ],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'file-unreadable', /Excel/],
  ]
  test.each(cases)('%s', async (what, content, code, message) => {
    const before = (await seeDataset(w, 'keds')).versions
    const error = await refusal(add('keds', `${what}.csv`, content))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(error.place.file).toBe(`${what}.csv`)
    expect((await seeDataset(w, 'keds')).versions).toEqual(before)
    expect(
      readdirSync(join(folder, 'kept', 'datasets', 'keds')).filter((name) => name.startsWith('.')),
    ).toEqual([])
  })

  test('a renamed column is named, with what it may have been', async () => {
    const error = await refusal(add('keds', 'renamed.csv', csv(events).replace('source', 'sourc')))
    expect(error.advice).toBe('Perhaps sourc should be source.')
  })

  test('of several files, one that is wrong stops all', async () => {
    const files = [file('good.csv', csv(events.slice(0, 2))), file('bad.csv', 'x')]
    const before = (await seeDataset(w, 'keds')).versions
    expect((await refusal(addDataset(w, { dataset: 'keds', files }))).place.file).toBe('bad.csv')
    expect((await seeDataset(w, 'keds')).versions).toEqual(before)
  })

  test('an import that is cancelled leaves nothing', async () => {
    const stop = new AbortController()
    const long = csv([events[0] ?? '', ...Array.from({ length: 200_000 }, () => '1999-12-31,ISR,EGYGOV,190')])
    const watch = { signal: stop.signal, progress: () => stop.abort() }
    const error = await refusal(addDataset(w, { dataset: 'keds', files: [file('long.csv', long)] }, watch))
    expect(error.code).toBe('cancelled')
    expect(
      readdirSync(join(folder, 'kept', 'datasets', 'keds')).filter((name) => name.startsWith('.')),
    ).toEqual([])
  })
})

describe('votes of the General Assembly', () => {
  const votes = [
    'rcid,country,country_code,vote',
    '3,Namibia,NA,yes',
    '3,Viet Nam,VN,no',
    '3,Federal Republic of Germany,,abstain',
    '3,Utopia,UT,yes',
    '3,Swedn,SE,yes',
    '3,Namibia,NA,yes',
    '3,Vietnam,VN,yes',
    '4,Namibia,NA,no',
    '4,Laos,LA,no',
    '4,Japan,JP,no',
  ]

  test('unknown names are listed with suggestions; a row told twice and one that contradicts are told apart', async () => {
    const version = await add('un-votes', 'votes.csv', csv(votes))
    const [report] = version.tables[0]?.reports ?? []
    expect(report).toMatchObject({ read: 10, kept: 6, refused: 3, skipped: 1 })
    expect(report?.unknownStates).toEqual([
      { column: 'state', given: 'Swedn', rows: 1, outOfYears: false, kept: false, suggestions: ['SWE'] },
      {
        column: 'state',
        given: 'Utopia',
        rows: 1,
        outOfYears: false,
        kept: false,
        suggestions: expect.any(Array),
      },
    ])
    expect(report?.reasons.map(({ because, rows }) => [because, rows])).toEqual(
      expect.arrayContaining([
        ['no state is known by the code or name given for state', 2],
        ['another row before it has the same key and other values', 1],
        ['the same row is told again', 1],
      ]),
    )
    const rows = await ask({ dataset: 'un-votes', table: 'votes', by: 'row' })
    expect(rows.map((row) => `${row['rcid']} ${row['state']} ${row['vote']}`)).toEqual([
      '3 DEU abstain',
      '3 NAM yes',
      '3 VNM no',
      '4 JPN no',
      '4 LAO no',
      '4 NAM no',
    ])
  })

  test('a name that no list knows can be told by hand', async () => {
    const version = await add('un-votes', 'votes.csv', csv(votes), { names: { Swedn: 'SWE' } })
    expect(version.tables[0]?.reports[0]?.unknownStates.map(({ given }) => given)).toEqual(['Utopia'])
  })

  test('roll calls brought later join the votes that are there', async () => {
    const rolls =
      'rcid,session,importantvote,date,unres,amend,para,short,descr\n3,1,0,1946-01-01,R/1/66,1,0,"A, b","He said ""no"""\n'
    const version = await add('un-votes', 'rolls.csv', rolls)
    expect(version.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['roll-calls', 1],
      ['votes', 7],
    ])
    for (const { files } of version.tables)
      for (const name of files)
        expect(existsSync(join(folder, 'kept', 'datasets', 'un-votes', version.version, name))).toBe(true)
  })
})

test('an answer is written to a file as CSV or Parquet', async () => {
  for (const format of ['csv', 'parquet'] as const) {
    const path = join(folder, `answer.${format}`)
    await askDataset(w, { dataset: 'keds', by: 'year' }, { file: { path, format } })
    expect(readFileSync(path).subarray(0, 4).toString()).toBe(format === 'csv' ? 'year' : 'PAR1')
  }
})

test('what was never imported says how to bring it; what does not exist says what there is', async () => {
  const other = await freshWorkbench(undefined, undefined, join(folder, 'other'))
  const absent = await refusal(askDataset(other, { dataset: 'keds' }))
  expect(absent).toMatchObject({ code: 'dataset-absent' })
  expect(absent.advice).toContain('soundings dataset add keds')
  await other.close()
  expect(await refusal(askDataset(w, { dataset: 'kids' }))).toMatchObject({ code: 'dataset-unknown' })
  const nowhere = await refusal(askDataset(w, { dataset: 'keds', states: ['Utopia'] }))
  expect(nowhere).toMatchObject({ code: 'call-invalid' })
  expect(await refusal(askDataset(w, { dataset: 'keds', by: 'week' }))).toMatchObject({
    code: 'call-invalid',
  })
  expect(await refusal(askDataset(w, { dataset: 'un-votes', table: 'votes', by: 'dyad' }))).toMatchObject({
    code: 'call-invalid',
  })
})
