/** Schemes in which a file may name states; `name` is a name in any spelling that the list of states knows. */
export type StateScheme = 'cow' | 'cow-abbreviation' | 'gw' | 'iso2' | 'iso3' | 'vdem' | 'name'

/** One column of a table that an import makes. */
export interface ColumnDescription {
  readonly name: string
  /** what it means, in one sentence */
  readonly about: string
  readonly type: 'state' | 'text' | 'integer' | 'number' | 'date' | 'boolean'
  /** unit of a number: years, million current USD, share, count … */
  readonly unit?: string
  /** what the absence of a row, or of a value, says about it */
  readonly absence?: string
}

/** A state as a raw file names it. */
export interface StateColumn {
  /** column of the table that receives the id of the state */
  readonly as: string
  /** SQL on the raw row that gives the code, as text */
  readonly code: string
  readonly scheme: StateScheme
  /** true if a row without a known state is kept, with the state absent (organizations, rebels) */
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
 * raw columns are text; `r` is the raw row. The SQL is DuckDB's and uses only names of the raw file.
 */
export interface Layout {
  readonly id: string
  readonly about: string
  /** columns that a file of this layout has; a file with all of them is of this layout */
  readonly required: readonly string[]
  /** delimiter of the text file; a Parquet file with the same columns is read as well. `json`: one object a line, or a list */
  readonly delimiter: ',' | '\t' | 'json'
  /** names of the columns of a file that has no header line */
  readonly headerless?: readonly string[]
  /** `select … from raw` that reshapes the file before all else (wide to long); by default its rows as they are */
  readonly reshape?: string
  /** SQL that gives the year of the row, an integer, at which state codes are looked up */
  readonly year: string
  readonly states: readonly StateColumn[]
  /** column of the table → SQL on the raw row; state columns are added by `states` */
  readonly select: Readonly<Record<string, string>>
  /** rows that are wrong: counted, with examples, in the report of the import */
  readonly rejects: readonly Refusal[]
  /** rows that say nothing for this table (a code for “not a member”): counted apart */
  readonly skips?: readonly Refusal[]
  /** if more than this share of rows is rejected, the file is taken for another kind of file and refused; default 0.2 */
  readonly mostRejected?: number
}

/** One table of a dataset: what a row is, what its columns mean, and from which layouts of files it can be made. */
export interface TableDescription {
  readonly name: string
  /** unit of observation: state-year, dyad-year, directed-dyad-year, event, state × roll call … */
  readonly unit: string
  readonly columns: readonly ColumnDescription[]
  /** columns that together name a row */
  readonly key: readonly string[]
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
  /** first and last year covered, and which states */
  readonly coverage: { readonly from: number; readonly to: number; readonly states: string }
  /** known traps, each in one sentence */
  readonly quirks: readonly string[]
  readonly tables: readonly TableDescription[]
}
