import type { Cited, Report, ReportTable } from './compose.ts'
import { reportWords } from './words.data.ts'

/** A report in Markdown. What comes from records is escaped: it can make no heading, link or tag. */
export function markdown(report: Report): string {
  const { headings } = report
  return [
    `# ${escaped(report.title)}`,
    escaped(report.question),
    `## ${headings.findings}`,
    report.findings.map((f) => `- **${f.step}** ${escaped(f.text)}${citations(f.cites)}`).join('\n'),
    ...report.tables.map((table) => `## ${escaped(table.title)}\n\n${rows(table, report)}`),
    `## ${headings.references}`,
    report.references.map(({ number, text }) => `${number}. ${escaped(text)}`).join('\n'),
    `## ${headings.made}`,
    report.made.map(([what, value]) => `- ${what}: ${escaped(value)}`).join('\n'),
    '',
  ].join('\n\n')
}

function rows(table: ReportTable, report: Report): string {
  const cited = table.rows.some((row) => row.cites.length > 0)
  const head = [...table.columns.map(escaped), ...(cited ? [reportWords[report.language].rests] : [])]
  const lines = table.rows.map((row) => [
    ...row.cells.map(escaped),
    ...(cited ? [citations(row.cites).trim()] : []),
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function citations(cites: Cited['cites']): string {
  if (cites.length === 0) return ''
  return ` [${cites.map(({ number, locator }) => (locator === null ? `${number}` : `${number}, ${escaped(locator)}`)).join('; ')}]`
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(#|[-+=] |\d+[.)] )/, '\\$1')
}
