import type { Analysis } from '#domain/analysis'
import type { Cell, Exhibit, Language } from '#domain/exhibit'
import type { FindingEvidence } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { reportWords } from './words.data.ts'

/** What a report is made of: an analysis, what its instrument calls itself and shows, and its sources as cited. */
export interface Material {
  readonly analysis: Analysis
  readonly language: Language
  readonly title: string
  readonly question: string
  readonly exhibits: readonly Exhibit[]
  /** source id → entry of the bibliography */
  readonly bibliography: ReadonlyMap<string, string>
}

/** A text with the numbers of the references it rests on, and the place in each. */
export interface Cited {
  readonly text: string
  readonly cites: readonly { readonly number: number; readonly locator: string | null }[]
}

/** A report before it is written in a format. */
export interface Report {
  readonly language: Language
  readonly title: string
  readonly question: string
  readonly headings: { readonly findings: string; readonly references: string; readonly made: string }
  readonly findings: readonly (Cited & { readonly step: string })[]
  readonly tables: readonly ReportTable[]
  readonly references: readonly { readonly number: number; readonly text: string }[]
  readonly made: readonly (readonly [string, string])[]
}

export interface ReportTable {
  readonly id: string
  readonly title: string
  readonly step: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly cites: Cited['cites'] }[]
  readonly chart: Exhibit['chart']
}

/**
 * Composes a report: findings with their references, the tables and charts behind them, the bibliography, and what
 * pins the analysis. The same analysis gives the same report.
 */
export function compose({ analysis, language, title, question, exhibits, bibliography }: Material): Report {
  const numbers = new Map<string, number>()
  const cite = (evidence: readonly FindingEvidence[]): Cited['cites'] => {
    const seen = new Map<string, Cited['cites'][number]>()
    for (const { source, locator } of evidence) {
      const number = numbers.get(source) ?? numbers.size + 1
      numbers.set(source, number)
      seen.set(`${number} ${locator}`, { number, locator })
    }
    return [...seen.values()]
  }
  const words = reportWords[language]
  const findings = analysis.findings.map((finding) => ({
    step: finding.step,
    text: language === 'vi' ? finding.statementVi : finding.statement,
    cites: cite(finding.evidence),
  }))
  const tables = exhibits.map((exhibit) => ({
    id: exhibit.id,
    title: exhibit.title,
    step: exhibit.step,
    columns: exhibit.columns.map((c) => (c.unit === undefined ? c.title : `${c.title} (${c.unit})`)),
    rows: exhibit.rows.map((row) => ({
      cells: row.cells.map((cell) => cellText(cell, language)),
      cites: cite(row.evidence),
    })),
    chart: exhibit.chart,
  }))
  return {
    language,
    title,
    question,
    headings: { findings: words.findings, references: words.references, made: words.made },
    findings,
    tables,
    references: [...numbers.entries()].map(([source, number]) => ({
      number,
      text: bibliography.get(source) ?? source,
    })),
    made: [
      [words.analysis, analysis.id],
      [words.instrument, `${analysis.instrument} ${analysis.version}`],
      [words.request, JSON.stringify(analysis.request)],
      [words.inputs, String(analysis.pins.length)],
    ],
  }
}

/**
 * What a cell says in print: numbers with two decimals, an interval beside its number, the reason for what is missing.
 *
 * @example
 * cellText({ value: 0.5, interval: [0.25, 0.75] }, 'en') // => '0.50 [0.25, 0.75]'
 * @example
 * cellText(0.0001, 'vi') // => '<0,01'
 */
export function cellText(cell: Cell, language: Language): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return number(cell, language)
  if (isMissing(cell)) return `– (${cell.because})`
  if (cell.interval === null) return number(cell.value, language)
  const [low, high] = cell.interval
  return `${number(cell.value, language)} [${number(low, language)}${language === 'vi' ? '; ' : ', '}${number(high, language)}]`
}

function number(value: number, language: Language): string {
  const text = Number.isInteger(value) ? String(value) : rounded(value)
  return (language === 'vi' ? text.replace('.', ',') : text).replace('-', '−')
}

/** Two decimals; what would be rounded to 0 or 1 and is neither says so. */
function rounded(value: number): string {
  if (value > 0 && value < 0.005) return '<0.01'
  if (value > 0.995 && value < 1) return '>0.99'
  return value.toFixed(2)
}
