import type { Analysis } from '#domain/analysis'
import type { Cell, Column, Exhibit, Language } from '#domain/exhibit'
import type { FindingEvidence } from '#domain/finding'
import { becauseIn, isMissing } from '#domain/missing'
import { unitIn } from '#domain/unit'
import { type Cite, type Computed, citer } from './cite.ts'
import { reportWords } from './words.data.ts'

/** What a report is made of: an analysis, what its instrument calls itself and shows, and its sources as cited. */
export interface Material {
  readonly analysis: Analysis
  /** when the analysis was made, as ISO 8601, and by whom */
  readonly at: string
  readonly by: string
  readonly language: Language
  readonly title: string
  readonly question: string
  readonly exhibits: readonly Exhibit[]
  /** source id → entry of the bibliography */
  readonly bibliography: ReadonlyMap<string, string>
  /** `kind id` of a record → where its figures were computed from */
  readonly computed: ReadonlyMap<string, Computed>
}

/** What a text rests on: numbered references, or, where it has none of its own, the tables from which it is computed. */
export interface Rests {
  readonly cites: readonly Cite[]
  readonly from: readonly number[]
}

/** A report before it is written in a format. */
export interface Report {
  readonly language: Language
  readonly title: string
  readonly question: string
  readonly at: string
  readonly by: string
  readonly findings: readonly (Rests & { readonly step: string; readonly text: string })[]
  readonly tables: readonly ReportTable[]
  readonly figures: readonly (Omit<Computed, 'what'> & {
    readonly number: number
    readonly what: string
    readonly reference: number
  })[]
  readonly references: readonly { readonly number: number; readonly text: string }[]
  readonly made: readonly (readonly [string, string])[]
}

export interface ReportTable {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly note: string | null
  readonly step: string
  readonly columns: readonly string[]
  readonly rows: readonly ReportRow[]
  /** whether any row has a source of its own; else all are computed from the same tables */
  readonly sourced: boolean
  readonly from: readonly number[]
  readonly chart: Exhibit['chart']
}

export interface ReportRow extends Rests {
  readonly cells: readonly { readonly text: string; readonly number: boolean }[]
}

/**
 * Composes a report: findings with their references, the tables and charts behind them, the bibliography, and what
 * pins the analysis. The same material gives the same report. What a row or a finding rests on is always said: references, or
 * the tables from which it is computed; a finding without evidence is computed from the tables of its step.
 */
export function compose(material: Material): Report {
  const { analysis, language, exhibits, bibliography } = material
  const words = reportWords[language]
  const { cite, sources, figures } = citer(material.computed, language)
  const numberOf = new Map(exhibits.map(({ id }, at) => [id, at + 1]))
  const rests = (evidence: readonly FindingEvidence[], from: readonly number[]): Rests => ({
    cites: cite(evidence),
    from: evidence.length === 0 ? from : [],
  })
  const findings = analysis.findings.map(({ step, statement, statementVi, evidence }) => ({
    step,
    text: language === 'vi' ? statementVi : statement,
    ...rests(
      evidence,
      exhibits.flatMap((exhibit, at) => (exhibit.step === step ? [at + 1] : [])),
    ),
  }))
  const tables = exhibits.map((exhibit, at): ReportTable => {
    const from = (exhibit.computedFrom ?? []).flatMap((id) => numberOf.get(id) ?? [])
    return {
      number: at + 1,
      id: exhibit.id,
      title: exhibit.title,
      note: exhibit.note ?? null,
      step: exhibit.step,
      columns: exhibit.columns.map((column) => headed(column, language)),
      rows: exhibit.rows.map(({ cells, evidence }) => ({
        cells: cells.map((cell) => ({ text: cellText(cell, language), number: isFigure(cell) })),
        ...rests(evidence, from),
      })),
      sourced: exhibit.rows.some(({ evidence }) => evidence.length > 0),
      from,
      chart: exhibit.chart,
    }
  })
  return {
    language,
    title: material.title,
    question: material.question,
    at: material.at,
    by: material.by,
    findings,
    tables,
    figures: figures().map(({ what, ...one }, at) => ({ number: at + 1, ...one, what: what[language] })),
    references: sources().map((source, at) => ({ number: at + 1, text: bibliography.get(source) ?? source })),
    made: [
      [words.analysis, analysis.id],
      [words.instrument, `${analysis.instrument} ${analysis.version}`],
      [words.at, material.at],
      [words.by, material.by],
      [words.request, JSON.stringify(analysis.request)],
      [words.inputs, String(analysis.pins.length)],
    ],
  }
}

/** Whether a cell holds a number. */
function isFigure(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'object' && !isMissing(cell))
}

/**
 * The heading of a column with its unit, in the language of the reader.
 *
 * @example
 * headed({ title: 'Sớm hơn', unit: 'days' }, 'vi') // => 'Sớm hơn (ngày)'
 */
export function headed({ title, unit }: Column, language: Language): string {
  return unit === undefined ? title : `${title} (${unitIn(unit, language)})`
}

/**
 * Of what an analysis speaks: the title of its case or of its relation, empty if it has neither.
 *
 * @example
 * subjectOf({ case: { title: 'Arland', titleVi: null } }, 'vi') // => 'Arland'
 */
export function subjectOf(result: Readonly<Record<string, unknown>>, language: Language): string {
  type Named = { readonly title?: string; readonly titleVi?: string | null }
  const named = (result['case'] ?? result) as Named // an instrument may have a case, a title of its own, or none
  return (language === 'vi' ? named.titleVi : undefined) ?? named.title ?? ''
}

/**
 * What a text rests on, in words: its references, or the tables from which it is computed.
 *
 * @example
 * restsIn({ cites: [{ number: 3, locator: 'line 61', figure: null }], from: [] }, 'en') // => '[3, line 61]'
 * @example
 * restsIn({ cites: [], from: [1, 4] }, 'vi') // => 'tính từ các bảng 1, 4'
 */
export function restsIn({ cites, from }: Rests, language: Language): string {
  const words = reportWords[language]
  if (cites.length > 0) return `[${cites.map(citeText).join('; ')}]`
  if (from.length === 0) return words.unstated
  return `${from.length === 1 ? words.from : words.fromMany} ${from.join(', ')}`
}

/** What a table rests on as a whole, as a sentence; empty where its rows say it one by one. */
export function wholeRestsIn(
  { sourced, from }: Pick<ReportTable, 'sourced' | 'from'>,
  language: Language,
): string {
  if (sourced) return ''
  const said = restsIn({ cites: [], from }, language)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

/** One citation without its brackets: number, place, dataset figure. */
export function citeText({ number, locator, figure }: Cite): string {
  return [
    String(number),
    ...(locator === null ? [] : [locator]),
    ...(figure === null ? [] : [`D${figure}`]),
  ].join(', ')
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
  if (isMissing(cell)) return `– (${becauseIn(cell, language)})`
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
