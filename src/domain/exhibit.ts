import type { FindingEvidence } from './finding.ts'
import type { Missing } from './missing.ts'

/** A number with its interval, as a table shows it. */
export interface Measured {
  readonly value: number
  readonly interval: readonly [number, number] | null
}

/** What a cell of a table holds: words, a number, a number with its interval, or why there is none. */
export type Cell = string | number | Measured | Missing

/** A column: its heading, and the unit of what stands in it. */
export interface Column {
  readonly title: string
  readonly unit?: string
}

/** A table of an instrument in one language, row by row with what each row rests on, and the chart that shows it, if one does. */
export interface Exhibit {
  readonly id: string
  readonly step: string
  readonly title: string
  readonly note?: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly evidence: readonly FindingEvidence[] }[]
  /** ids of the tables of the same analysis from which rows without evidence of their own are computed */
  readonly computedFrom?: readonly string[]
  /** a Vega-Lite specification with its data inside */
  readonly chart?: Readonly<Record<string, unknown>>
}

/** The languages of the workbench. */
export type Language = 'en' | 'vi'
