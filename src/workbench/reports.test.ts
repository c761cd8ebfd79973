/** Reports of every analysis of the example: every figure has its source, in both languages, in every format. */
import { readdir } from 'node:fs/promises'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '#domain/analysis'
import { isMissing } from '#domain/missing'
import { compose, type Report } from '#report/compose'
import { html } from '#report/html'
import { markdown } from '#report/markdown'
import { analysisBytes, storeAnalysis } from '#storage/analyses'
import { freshWorkbench } from '../../test/database.ts'
import { instrumentOf } from './analysis-of.ts'
import { loadExample, runExample } from './demo.ts'
import { importFiles } from './import.ts'
import { docx } from './report-docx.ts'
import { pdf } from './report-pdf.ts'
import { reportFormat, reportOf, writeReport } from './reports.ts'
import type { Workbench } from './workbench.ts'

const requests = 'examples/vietnam/requests' // a folder for each instrument

let workbench: Workbench
let analyses: readonly Analysis[]

beforeAll(async () => {
  workbench = await freshWorkbench()
  await loadExample(workbench)
  await importFiles(
    workbench.database,
    ['test/fixtures/foresight.yaml'],
    workbench.author('made-up forecasts'),
  )
  analyses = await runExample(workbench, () => {})
}, 120_000)
afterAll(() => workbench.close())

const one = (instrument: string) => {
  const found = analyses.find((analysis) => analysis.instrument === instrument)
  if (found === undefined) throw new Error(`the example has no analysis of ${instrument}`)
  return found
}

/** Numbers of the tables that rest on references, themselves or through the tables from which they are computed. */
function grounded({ tables }: Report): ReadonlySet<number> {
  const found = new Set(tables.filter(({ sourced }) => sourced).map(({ number }) => number))
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { number, from } of tables) if (from.some((other) => found.has(other))) found.add(number)
  }
  return found
}

test('every finding and every row with a number cites its source, or names the tables it is computed from', async () => {
  expect(new Set(analyses.map(({ instrument }) => instrument))).toEqual(new Set(await readdir(requests)))
  for (const { id } of analyses) {
    const report = await reportOf(workbench.database, id, 'en')
    const ground = grounded(report)
    const rests = ({ cites, from }: { cites: readonly unknown[]; from: readonly number[] }) =>
      cites.length > 0 || (from.length > 0 && from.every((table) => ground.has(table)))
    const bare = report.tables.flatMap(({ id: table, number, rows }) =>
      rows
        .filter(({ cells }) => cells.some((cell) => cell.number || /\d/.test(cell.text)))
        .filter((row) => !rests(row) || row.from.includes(number))
        .map(({ cells }) => `${id} ${table}: ${cells.map(({ text }) => text).join(' | ')}`),
    )
    expect(bare).toEqual([])
    expect(report.findings.filter((finding) => !rests(finding))).toEqual([])
    expect(report.tables.flatMap(({ rows }) => rows).length).toBeGreaterThan(20)
  }
})

test('every reference that is cited is listed once, and every one listed is cited', async () => {
  for (const { id } of analyses) {
    const report = await reportOf(workbench.database, id, 'vi')
    const cites = [...report.findings, ...report.tables.flatMap(({ rows }) => rows)].flatMap((r) => r.cites)
    const numbers = (list: readonly number[]) => [...new Set(list)].toSorted((a, b) => a - b)
    expect(report.references.map(({ number }) => number)).toEqual(numbers(cites.map((c) => c.number)))
    expect(report.figures.map(({ number }) => number)).toEqual(
      numbers(cites.flatMap(({ figure }) => figure ?? [])),
    )
  }
})

test('a figure computed from a dataset names dataset, version and the command that makes it again', async () => {
  const report = await reportOf(workbench.database, one('relations-depth').id, 'vi')
  expect(report.figures.length).toBeGreaterThan(5)
  for (const { dataset, version, query, what } of report.figures) {
    expect(`${dataset} ${version}`).toMatch(/^[a-z-]+.* [0-9a-f]{12}/)
    expect(query).toMatch(/^soundings measure --state VNM /)
    expect(what).toMatch(/, [A-Z]{3}( → [A-Z]{3})?$/)
  }
})

test('what is missing is told to a Vietnamese reader in Vietnamese', () => {
  for (const { instrument, result } of analyses.filter((a) => a.instrument === 'socialization')) {
    const cells = instrumentOf(instrument)
      .exhibits(result, 'vi')
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    for (const cell of cells.filter(isMissing)) expect(cell).toHaveProperty('becauseVi')
  }
})

test('an analysis of a version before reasons had two languages can still be reported', async () => {
  const { database } = workbench
  const old = JSON.parse(
    JSON.stringify(one('socialization'), (key, value) => (key === 'becauseVi' ? undefined : value)),
  )
  const stored: Analysis = { ...old, id: 'socialization-of-version-2', version: '2' }
  await storeAnalysis(database.db, analysisBytes(stored), {
    handling: 'public',
    at: '2026-01-01T00:00:00Z',
    by: 'tester',
  })
  expect(await writeReport(database, stored.id, 'md', 'vi')).toContain('# Xã hội hóa')
  await storeAnalysis(
    database.db,
    analysisBytes({ ...stored, id: 'socialization-of-version-0', version: '0' }),
    { handling: 'public', at: '2026-01-01T00:00:00Z', by: 'tester' },
  )
  await expect(writeReport(database, 'socialization-of-version-0', 'md', 'vi')).rejects.toMatchObject({
    code: 'version-changed',
  })
})

test('a format that is not known is refused with those that are', () => {
  expect(() => reportFormat('odt')).toThrow(/no report format odt/)
  expect(() => reportFormat('toString')).toThrow(/no report format/)
})

describe.each(['en', 'vi'] as const)('in %s', (language) => {
  const heading = { en: 'Findings', vi: 'Kết quả' }[language]
  const references = { en: 'References', vi: 'Tài liệu tham khảo' }[language]

  test('a Word document holds findings, tables with header rows, charts in words, and references', async () => {
    const report = await reportOf(workbench.database, one('socialization').id, language)
    const bytes = await docx(report)
    const { value: page } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(page).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`))
    expect(text).toContain(references)
    for (const finding of report.findings) expect(text).toContain(finding.text)
    for (const reference of report.references) expect(text).toContain(reference.text)
    expect(page.match(/<table>/g)).toHaveLength(report.tables.length + (report.figures.length > 0 ? 1 : 0))
    expect(page.match(/<thead>/g)?.length).toBe(page.match(/<table>/g)?.length)
    const charts = report.tables.filter(({ chart }) => chart !== undefined)
    expect(charts.length).toBeGreaterThan(2)
    expect(page.match(/<img alt="[^"]{20,}" src="data:image\/png;base64,/g)).toHaveLength(charts.length)
    const zip = await JSZip.loadAsync(bytes)
    const parts = await Promise.all(Object.values(zip.files).map((part) => part.async('string')))
    expect(parts.filter((part) => /TargetMode="External"/.test(part))).toEqual([])
    expect(await zip.file('word/styles.xml')?.async('string')).toContain(
      { en: 'en-GB', vi: 'vi-VN' }[language],
    )
  })

  test('a PDF holds the same, tagged, with its language and title', async () => {
    const report = await reportOf(workbench.database, one('relations-depth').id, language)
    const opened = await getDocument({ data: await pdf(report), verbosity: 0 }).promise
    const { info } = await opened.getMetadata()
    expect(info).toMatchObject({ Title: report.title, Language: language })
    expect(await opened.getMarkInfo()).toMatchObject({ Marked: true })
    let text = ''
    const roles = new Set<string>()
    const figures: string[] = []
    const visit = (node: { role?: string; alt?: string; children?: object[] }) => {
      if (node.role !== undefined) roles.add(node.role)
      if (node.alt !== undefined) figures.push(node.alt)
      for (const child of node.children ?? []) visit(child)
    }
    for (let at = 1; at <= opened.numPages; at++) {
      const page = await opened.getPage(at)
      const { items } = await page.getTextContent()
      text += items.map((item) => ('str' in item ? `${item.str} ` : '')).join('')
      visit((await page.getStructTree()) ?? {})
      for (const link of await page.getAnnotations()) expect(link.url).toBeUndefined()
    }
    const plain = (words: string) => words.replace(/[\s­-]+/g, '')
    for (const finding of report.findings) expect(plain(text)).toContain(plain(finding.text))
    for (const reference of report.references) expect(plain(text)).toContain(plain(reference.text))
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'Link']) expect([...roles]).toContain(role)
    expect(figures).toHaveLength(report.tables.filter(({ chart }) => chart !== undefined).length)
  })

  test('every format gives the same bytes again', async () => {
    for (const format of ['docx', 'pdf', 'html', 'md'] as const) {
      const write = () => writeReport(workbench.database, one('socialization').id, format, language)
      expect(Buffer.from(await write()).equals(Buffer.from(await write())), format).toBe(true)
    }
  })
})

test('hostile text stays text in every format', async () => {
  const evil = '#read("/etc/passwd") ]] $x$ <script>alert(1)</script> | a & "b" \\ ‮'
  const report = compose({
    analysis: {
      id: 'x-1',
      instrument: 'x',
      version: '1',
      request: { evil },
      pins: [],
      result: {},
      findings: [{ id: 'f', step: evil, statement: evil, statementVi: evil, evidence: [] }],
    },
    at: '2026-01-01T00:00:00Z',
    by: evil,
    language: 'en',
    title: evil,
    question: evil,
    exhibits: [
      {
        id: evil,
        step: 'S1',
        title: evil,
        note: evil,
        columns: [{ title: evil, unit: evil }],
        rows: [{ cells: [evil], evidence: [{ kind: 'event', id: 'e', source: 's', locator: evil }] }],
      },
    ],
    bibliography: new Map([['s', evil]]),
    computed: new Map([
      ['event e', { what: { en: evil, vi: evil }, dataset: evil, version: evil, query: evil }],
    ]),
  })
  expect(await html(report)).not.toContain('<script')
  expect(markdown(report)).not.toMatch(/(?<!\\)<script/)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx(report)) })
  expect(value).toContain('#read("/etc/passwd") ]] $x$ <script>')
  const opened = await getDocument({ data: await pdf(report), verbosity: 0 }).promise
  const { items } = await (await opened.getPage(1)).getTextContent()
  expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('#read("/etc/passwd")')
})
