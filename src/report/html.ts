import { chartSvg } from './chart-svg.ts'
import type { Cited, Report, ReportTable } from './compose.ts'
import { reportWords } from './words.data.ts'

/** A report as one HTML page with its charts inside and nothing loaded from elsewhere. */
export async function html(report: Report): Promise<string> {
  const tables = await Promise.all(report.tables.map((table) => section(table, report)))
  const { headings } = report
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
<h2>${headings.findings}</h2>
<ol class="findings">
${report.findings.map((f) => `<li><span class="step">${f.step}</span> ${escaped(f.text)}${citations(f.cites)}</li>`).join('\n')}
</ol>
${tables.join('\n')}
<h2>${headings.references}</h2>
<ol class="references">
${report.references.map(({ number, text }) => `<li id="ref-${number}" value="${number}">${escaped(text)}</li>`).join('\n')}
</ol>
<h2>${headings.made}</h2>
<dl>
${report.made.map(([what, value]) => `<dt>${escaped(what)}</dt><dd>${escaped(value)}</dd>`).join('\n')}
</dl>
</main>
</body>
</html>
`
}

async function section(table: ReportTable, report: Report): Promise<string> {
  const chart = table.chart === undefined ? '' : `<figure>${await chartSvg(table.chart)}</figure>`
  const cited = table.rows.some((row) => row.cites.length > 0)
  const head = [...table.columns, ...(cited ? [reportWords[report.language].rests] : [])]
  const body = table.rows.map((row) => {
    const cells = row.cells.map(
      (cell) => `<td${isNumber(cell) ? ' class="number"' : ''}>${escaped(cell)}</td>`,
    )
    return `<tr>${cells.join('')}${cited ? `<td>${citations(row.cites)}</td>` : ''}</tr>`
  })
  return `<h2 id="${escaped(table.id)}">${escaped(table.title)}</h2>
${chart}
<div class="wide"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`
}

function isNumber(cell: string): boolean {
  return /^[−<>\d][\d.,]*( \[.*\])?$/.test(cell)
}

function citations(cites: Cited['cites']): string {
  if (cites.length === 0) return ''
  const links = cites.map(
    ({ number, locator }) =>
      `<a href="#ref-${number}">${number}${locator === null ? '' : `, ${escaped(locator)}`}</a>`,
  )
  return ` <span class="cites">[${links.join('; ')}]</span>`
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
dt { font-weight: 600; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
@media print { main { margin: 0; max-width: none; } a { color: inherit; } }
`
