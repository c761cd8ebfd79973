import type { StateScheme } from '#domain/state'

/** One column of a table that an import makes. */
export interface ColumnDescription {
  readonly name: string
  /** what it means, in one sentence */
  readonly about: string
  readonly type: 'state' | 'text' | 'integer' | 'number' | 'date' | 'boolean'
  /** unit of a number: year, million current USD, share, count … */
  readonly unit?: string
  /** how values of several rows become one, where a query gathers them; absent if that makes no sense */
  readonly gather?: 'sum' | 'mean' | 'max' | 'any'
  /** why a value may be missing in a row that is there */
  readonly missing?: string
}

/** A state as a raw file names it. */
export interface StateColumn {
  /** column of the table that receives the id of the state */
  readonly as: string
  /** SQL on the raw row that gives the code, as text */
  readonly code: string
  readonly scheme: StateScheme
  /** true if a row whose code is empty or names no state is kept, with the state absent (organizations, rebels) */
  readonly optional?: boolean
}

/** A condition under which a raw row is not kept, and why. */
export interface Refusal {
  /** SQL on the raw row, true for the rows meant */
  readonly when: string
  readonly because: string
}

/**
 * One layout of a raw file: how it is told from others, and the SQL that turns its rows into those of the table. All
 * raw columns are text, an empty cell is null. The SQL is DuckDB's; it names columns of the raw file bare or in double
 * quotes, and may use `whole(x)` and `amount(x)` (text to number, null if it is none), `day(x)` (ISO date or null).
 */
export interface Layout {
  readonly id: string
  readonly about: string
  /** columns that a file of this layout has; a file with all of them is of this layout. For a file without header: its columns in order */
  readonly columns: readonly string[]
  /** columns that tell several layouts apart by being there or not; checked after `columns` */
  readonly without?: readonly string[]
  /** `json`: one object a line, or one list of objects; `columns` are its keys, a nested key as `a.b` */
  readonly format: 'csv' | 'tsv' | 'json'
  /** a file without a header line: known by its number of cells and by these patterns of its first cells; null is any */
  readonly headerless?: readonly (RegExp | null)[]
  /** what the table is reshaped from before all else (wide to long): a `select` on `raw` */
  readonly reshape?: string
  /** SQL that gives the year at which state codes are looked up; null where the file does not say */
  readonly year: string | null
  readonly states: readonly StateColumn[]
  /** column of the table → SQL on the raw row; state columns are added by `states` */
  readonly select: Readonly<Record<string, string>>
  /** rows that are wrong: counted, with examples, in the report of the import */
  readonly rejects: readonly Refusal[]
  /** rows that are right and not for this table (the same dyad told again, a code for “not a member”): counted apart */
  readonly skips?: readonly Refusal[]
  /** raised when rows come out otherwise than before and nothing else here says so, such as the key of the table: a new version */
  readonly revision?: number
  /**
   * SQL on the raw row, true where the values are what this layout holds, and what else the file may be. A file in which
   * more than `share` of the rows fail (half, if it is not said) is refused as another kind of file
   */
  readonly telltale?: { readonly holds: string; readonly otherwise: string; readonly share?: number }
}

/** Of which years and states a table tells. Outside it a value is missing; inside it `Absence` says what no row means. */
export interface Coverage {
  readonly from: number
  readonly to: number
  /** which states, in words */
  readonly states: string
  /**
   * The states that are covered in a year: members of the Correlates of War or Gleditsch–Ward state system or of the
   * United Nations in that year, the states that have a row for it (`listed`), or any.
   */
  readonly universe: 'cow' | 'gw' | 'un' | 'listed' | 'any'
  /** ids of the states about which a regional file reports: of dyads without one of them it tells nothing */
  readonly focus?: readonly string[]
}

/** What it says that a table has no row for a unit in a year that it covers. */
export interface Absence {
  /** zero: nothing happened; missing: nobody knows */
  readonly means: 'zero' | 'missing'
  readonly because: string
}

/** One table of a dataset: what a row is, what its columns mean, and from which layouts of files it can be made. */
export interface TableDescription {
  readonly name: string
  /** what a row is, in words: state-year, directed dyad-year, event, state × roll call … */
  readonly unit: string
  /** state columns that name whom a row is about: one for a state, two for a dyad, none for a list of meetings */
  readonly who: readonly string[]
  /** of a dyad: true if the order of the two says who did it to whom; otherwise each dyad is kept once, ids in alphabetical order */
  readonly directed?: boolean
  /** columns that say when: a year, a date, or the first and last year of a spell (an open end is null) */
  readonly when:
    | { readonly year: string }
    | { readonly date: string }
    | { readonly from: string; readonly to: string }
    | null
  /** column of an event code, by whose beginning events can be chosen */
  readonly code?: string
  readonly columns: readonly ColumnDescription[]
  /** columns that together name a row; empty where rows may repeat (events) */
  readonly key: readonly string[]
  readonly coverage: Coverage
  readonly absence: Absence
  readonly layouts: readonly Layout[]
}

/** A public dataset as its users bring it: described here, read by storage. Soundings ships none of the data. */
export interface DatasetDescription {
  readonly id: string
  readonly title: string
  readonly producer: string
  /** how to cite it */
  readonly citation: string
  readonly licence: string
  /** the version that the description was written for */
  readonly version: string
  /** where users get the file */
  readonly url: string
  /** known traps, each in one sentence */
  readonly quirks: readonly string[]
  readonly tables: readonly TableDescription[]
}
