import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { citeText, type Report, type ReportTable, type Rests } from '#report/compose'
import { reportWords } from '#report/words.data'
import { columnWidths, unbroken } from './column-widths.ts'
import { fontFiles, type PrintedChart, printedChart } from './report-charts.ts'
import { reportTypst } from './report-typst.data.ts'

/**
 * A report as PDF: tagged for screen readers, its fonts inside, its charts drawn as vectors. The same report gives the same
 * bytes: its date is that of the analysis.
 */
export async function pdf(report: Report): Promise<Uint8Array> {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  })
  const tables = await Promise.all(
    report.tables.map(async (table) => tableData(table, await printedChart(table, report.language))),
  )
  for (const { chart, svg } of tables)
    if (chart !== null && svg !== null) compiler.mapShadow(`${folder}/${chart.file}`, Buffer.from(svg))
  const data = {
    ...report,
    date: dateOf(report.at),
    words: reportWords[report.language],
    findings: report.findings.map((finding) => ({ ...finding, ...restsData(finding) })),
    tables: tables.map(({ svg, ...table }) => table),
  }
  compiler.mapShadow(`${folder}/report.json`, Buffer.from(JSON.stringify(data)))
  const done = compiler.compile({ mainFileContent: reportTypst })
  const { result } = done
  if (result === null)
    throw new Error(`the report cannot be set: ${JSON.stringify(done.takeDiagnostics()?.shortDiagnostics)}`)
  return new Uint8Array(compiler.pdf(result, { creationTimestamp: Math.floor(Date.parse(report.at) / 1000) }))
}

/** Where the files of a report seem to lie: nothing is read from there or written to it. */
const folder = process.platform === 'win32' ? 'C:/soundings-report' : '/soundings-report'

function tableData(table: ReportTable, chart: PrintedChart | undefined) {
  return {
    ...table,
    svg: chart?.svg ?? null,
    chart:
      chart === undefined
        ? null
        : { file: `chart-${table.number}.svg`, alt: chart.alt, share: Math.min(1, chart.width / 700) },
    rows: table.rows.map((row) => ({ cells: row.cells.map(unbroken), ...restsData(row) })),
    numeric: table.columns.map((_, at) => table.rows.some(({ cells }) => cells[at]?.number === true)),
    widths: columnWidths(table),
  }
}

function restsData({ cites, from }: Rests) {
  return {
    from,
    cites: cites.map((cite) => ({
      text: citeText(cite),
      to: cite.figure === null ? `ref-${cite.number}` : `figure-${cite.figure}`,
    })),
  }
}

function dateOf(at: string) {
  const date = new Date(at)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
