import { citeText, type Report, type ReportTable, type Rests, restsIn, wholeRestsIn } from './compose.ts'
import { reportWords } from './words.data.ts'

/** A report in Markdown. What comes from records is escaped: it can make no heading, link or tag. */
export function markdown(report: Report): string {
  const words = reportWords[report.language]
  return [
    `# ${escaped(report.title)}`,
    escaped(report.question),
    `## ${words.findings}`,
    report.findings.map((f) => `- **${escaped(f.step)}** ${escaped(f.text)} ${rests(f, report)}`).join('\n'),
    ...report.tables.map((table) => section(table, report)),
    ...(report.figures.length === 0 ? [] : [`## ${words.figures}`, figures(report)]),
    `## ${words.references}`,
    report.references.map(({ number, text }) => `${number}. ${escaped(text)}`).join('\n'),
    `## ${words.made}`,
    report.made.map(([what, value]) => `- ${what}: ${escaped(value)}`).join('\n'),
    '',
  ].join('\n\n')
}

function section(table: ReportTable, report: Report): string {
  const words = reportWords[report.language]
  const head = [...table.columns.map(escaped), ...(table.sourced ? [words.rests] : [])]
  const rows = table.rows.map((row) => [
    ...row.cells.map(({ text }) => escaped(text)),
    ...(table.sourced ? [rests(row, report)] : []),
  ])
  return [
    `## ${words.table} ${table.number}. ${escaped(table.title)}`,
    ...(table.note === null ? [] : [escaped(table.note)]),
    ...(table.sourced ? [] : [escaped(wholeRestsIn(table, report.language))]),
    grid([head, ...rows]),
  ].join('\n\n')
}

function figures({ figures: all, language }: Report): string {
  const words = reportWords[language]
  return grid([
    ['', words.figure, words.dataset, words.version, words.query, words.reference],
    ...all.map((one) => [
      `D${one.number}`,
      ...[one.what, one.dataset, one.version, one.query].map(escaped),
      `[${one.reference}]`,
    ]),
  ])
}

function grid([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rests(of: Rests, { language }: Report): string {
  if (of.cites.length === 0) return escaped(restsIn(of, language))
  return `[${of.cites.map((cite) => escaped(citeText(cite))).join('; ')}]`
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(#|[-+=] |\d+[.)] )/, '\\$1')
}
