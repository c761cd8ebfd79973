import { chartSvg } from './chart-svg.ts'
import {
  citeText,
  type Report,
  type ReportRow,
  type ReportTable,
  type Rests,
  restsIn,
  wholeRestsIn,
} from './compose.ts'
import { reportWords } from './words.data.ts'

/** A report as one HTML page with its charts inside and nothing loaded from elsewhere. */
export async function html(report: Report): Promise<string> {
  const tables = await Promise.all(report.tables.map((table) => section(table, report)))
  const words = reportWords[report.language]
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
<p class="question">${escaped(report.question)}</p>
<h2>${words.findings}</h2>
<ol class="findings">
${report.findings.map((f) => `<li><span class="step">${escaped(f.step)}</span> ${escaped(f.text)} ${rests(f, report)}</li>`).join('\n')}
</ol>
${tables.join('\n')}
${figures(report)}
<h2>${words.references}</h2>
<ol class="references">
${report.references.map(({ number, text }) => `<li id="ref-${number}" value="${number}">${escaped(text)}</li>`).join('\n')}
</ol>
<h2>${words.made}</h2>
<dl>
${report.made.map(([what, value]) => `<dt>${escaped(what)}</dt><dd>${escaped(value)}</dd>`).join('\n')}
</dl>
</main>
</body>
</html>
`
}

async function section(table: ReportTable, report: Report): Promise<string> {
  const words = reportWords[report.language]
  const label = escaped(`${words.chart}: ${table.title}. ${words.alt}`)
  const chart =
    table.chart === undefined
      ? ''
      : `<figure role="img" aria-label="${label}">${hushed(await chartSvg(table.chart, { language: report.language, name: `chart-${table.number}` }))}</figure>`
  const note = table.note === null ? '' : `<p class="note">${escaped(table.note)}</p>`
  const from = table.sourced ? '' : `<p class="note">${linked(wholeRestsIn(table, report.language))}</p>`
  const head = [...table.columns, ...(table.sourced ? [words.rests] : [])]
  const rows = table.rows.map((row) => rowOf(row, table, report))
  return `<h2 id="table-${table.number}">${words.table} ${table.number}. ${escaped(table.title)}</h2>
${note}${chart}${from}
${grid(head, rows)}`
}

/** A drawing that a screen reader passes over: the figure around it says what it shows, the table below holds its numbers. */
function hushed(svg: string): string {
  return svg.replace('<svg', '<svg aria-hidden="true"')
}

function rowOf(row: ReportRow, { sourced }: ReportTable, report: Report): string {
  const cells = row.cells.map(
    ({ text, number }) => `<td${number ? ' class="number"' : ''}>${escaped(text)}</td>`,
  )
  return `${cells.join('')}${sourced ? `<td>${rests(row, report)}</td>` : ''}`
}

function figures({ figures: all, language }: Report): string {
  if (all.length === 0) return ''
  const words = reportWords[language]
  const rows = all.map(
    (one) =>
      `<td id="figure-${one.number}">D${one.number}</td>${[one.what, one.dataset, one.version].map((text) => `<td>${escaped(text)}</td>`).join('')}<td><code>${escaped(one.query)}</code></td><td><a href="#ref-${one.reference}">[${one.reference}]</a></td>`,
  )
  const head = ['', words.figure, words.dataset, words.version, words.query, words.reference]
  return `<h2>${words.figures}</h2>\n${grid(head, rows)}`
}

function grid(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((cell) => (cell === '' ? '<td></td>' : `<th scope="col">${escaped(cell)}</th>`))
  return `<div class="wide" tabindex="0"><table>
<thead><tr>${cells.join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row}</tr>`).join('\n')}
</tbody>
</table></div>`
}

function rests(of: Rests, { language }: Report): string {
  if (of.cites.length > 0) {
    const links = of.cites.map(
      (cite) =>
        `<a href="#${cite.figure === null ? `ref-${cite.number}` : `figure-${cite.figure}`}">${escaped(citeText(cite))}</a>`,
    )
    return `<span class="cites">[${links.join('; ')}]</span>`
  }
  return `<span class="cites">${linked(restsIn(of, language))}</span>`
}

/** A sentence that names tables, each a link. */
function linked(said: string): string {
  return escaped(said).replace(/\d+/g, (number) => `<a href="#table-${number}">${number}</a>`)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const style = `
:root { color-scheme: light; font-family: "Noto Serif", Georgia, serif; line-height: 1.5; color: #1b1f24; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #d5dbe1; padding-bottom: .2rem; }
.question { font-size: 1.15rem; color: #47525d; }
.findings li { margin: .5rem 0; } .step { font: 600 .75rem/1 system-ui, sans-serif; color: #fff; background: #1f4e79; border-radius: .25rem; padding: .15rem .35rem; }
.cites { font-size: .8rem; color: #47525d; } .cites a { color: #1f4e79; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #e3e8ed; } th { background: #f4f6f8; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
code { overflow-wrap: anywhere; } .note { font-size: .85rem; color: #47525d; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
@media print { main { margin: 0; max-width: none; } a { color: inherit; } }
`
