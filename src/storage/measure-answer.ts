/** How one measure is computed: which tables it needs, and SQL over them. */
export interface MeasureSql {
  /** tables that it reads, as dataset/table; in the SQL they stand as dataset_table with underscores */
  readonly tables: readonly string[]
  /** true if it reads the events of whichever dataset was chosen; in the SQL they stand as `chosen` */
  readonly events?: true
  /** the system of which a state must be a member in the year; that of the Correlates of War if absent */
  readonly system?: 'un'
  /** years that one value looks back on, its own included; one if absent */
  readonly window?: number
  /** gives the columns of `answer` for every row of `asked` (of, towards, year) */
  readonly sql: string
  /** why a value is not there inside the years covered, where the SQL gives no reason of its own */
  readonly absent: string
}

/** The columns that every measure gives: null where the datasets do not tell, with the reason; `outside` where they do not cover it. */
export function answer(
  value: string,
  { se = 'null', why = 'null', outside = 'false' }: { se?: string; why?: string; outside?: string } = {},
): string {
  return `a.of, a.towards, a.year, (${value})::double as value, (${se})::double as se, (${why})::varchar as why, (${outside})::boolean as outside`
}
