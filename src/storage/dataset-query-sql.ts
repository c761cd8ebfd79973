import type { ColumnDescription, TableDescription } from '#datasets/dataset'
import { SoundingsError } from '#domain/errors'
import { identifier, literal } from './bulk-engine.ts'

/** Into what a query gathers the rows of a table; `row` leaves them as they are. */
export const gatherings = [
  'row',
  'state',
  'state-year',
  'dyad',
  'dyad-year',
  'dyad-month',
  'year',
  'month',
] as const
export type Gathering = (typeof gatherings)[number]

/** What is asked of one table of a dataset. */
export interface DatasetQuery {
  readonly by: Gathering
  /** ids of states; rows that are about one of them */
  readonly states?: readonly string[]
  /** ids of states; rows whose other side is one of them */
  readonly partners?: readonly string[]
  readonly from?: number
  readonly to?: number
  /** beginnings of event codes */
  readonly codes?: readonly string[]
  /** true to gather by event code as well */
  readonly perCode?: boolean
  /** columns of measures; all that can be gathered if absent */
  readonly columns?: readonly string[]
}

/** What the answer is gathered by, and its measures. */
export interface QueryShape {
  readonly keys: readonly string[]
  readonly measures: readonly ColumnDescription[]
}

/**
 * The keys and measures that a query gives.
 *
 * @throws SoundingsError `call-invalid` if the table cannot be gathered so, or has no such column
 */
export function shapeOf(table: TableDescription, query: DatasetQuery): QueryShape {
  const refuse = (message: string): never => {
    throw new SoundingsError('call-invalid', `${table.name} (${table.unit}) ${message}`)
  }
  const [first, second] = table.who
  const { by } = query
  const sides = by.startsWith('dyad') ? 2 : by.startsWith('state') ? 1 : 0
  if (sides > table.who.length)
    refuse(
      `names ${table.who.length === 1 ? 'one state a row' : 'no states'}, not a ${sides === 2 ? 'dyad' : 'state'}`,
    )
  if (/year$/.test(by) && table.when === null) refuse('has no years')
  if (/month$/.test(by) && (table.when === null || !('date' in table.when))) refuse('has no months')
  if ((query.codes !== undefined || query.perCode) && table.code === undefined) refuse('has no event codes')
  if (query.partners !== undefined && second === undefined) refuse('has no partners')
  if (query.states !== undefined && first === undefined) refuse('names no states')
  const wanted = query.columns ?? []
  for (const name of wanted)
    if (!table.columns.some((column) => column.name === name))
      refuse(`has no column ${name}; it has ${table.columns.map((column) => column.name).join(', ')}`)
  const keys = [
    ...(sides > 0 && first !== undefined ? [first] : []),
    ...(sides > 1 && second !== undefined ? [second] : []),
    ...(/year$/.test(by) ? ['year'] : []),
    ...(/month$/.test(by) ? ['month'] : []),
    ...(query.perCode && table.code !== undefined ? [table.code] : []),
  ]
  const measures = table.columns.filter(
    (column) =>
      column.gather !== undefined &&
      !keys.includes(column.name) &&
      (wanted.length === 0 || wanted.includes(column.name)),
  )
  return { keys, measures }
}

/** SQL of the rows that a query is about, each with `_year` (null if it has none). */
export function rowsSql(scan: string, table: TableDescription, query: DatasetQuery, until: number): string {
  const [first, second] = table.who.map(identifier)
  const rows = `(select * exclude (_fate), ${yearSql(table, until)} as _year from ${scan} where _fate = 0)`
  const list = (ids: readonly string[]) => ids.map(literal).join(', ')
  const both = first !== undefined && second !== undefined
  const turned =
    both && table.directed !== true && (query.states !== undefined || query.by.startsWith('state'))
      ? `(from ${rows} union all select * replace (${second} as ${first}, ${first} as ${second}) from ${rows})`
      : rows
  const { states, partners } = query
  const conditions: string[] = []
  if (states !== undefined && both && table.directed === true && query.by.startsWith('dyad')) {
    const other = (name: string) => (partners === undefined ? 'true' : `${name} in (${list(partners)})`)
    conditions.push(
      `(${first} in (${list(states)}) and ${other(second)} or ${second} in (${list(states)}) and ${other(first)})`,
    )
  } else {
    if (states !== undefined) conditions.push(`${first} in (${list(states)})`)
    if (partners !== undefined) conditions.push(`${second} in (${list(partners)})`)
  }
  if (query.from !== undefined) conditions.push(`_year >= ${query.from}`)
  if (query.to !== undefined) conditions.push(`_year <= ${query.to}`)
  if (query.codes !== undefined && table.code !== undefined)
    conditions.push(
      `(${query.codes.map((code) => `starts_with(${identifier(table.code ?? '')}, ${literal(code)})`).join(' or ')})`,
    )
  return `select * from ${turned}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
}

function yearSql({ when }: TableDescription, until: number): string {
  if (when === null) return 'null::integer'
  if ('year' in when) return `${identifier(when.year)}::integer`
  if ('date' in when) return `year(${identifier(when.date)})::integer`
  return `unnest(range(${identifier(when.from)}, least(coalesce(${identifier(when.to)}, ${until}), ${until}) + 1))::integer`
}

/** SQL of the gathered answer: keys, `n` rows, and each measure with the number of rows in which it is known. */
export function gatheredSql(rows: string, table: TableDescription, { keys, measures }: QueryShape): string {
  const date = table.when !== null && 'date' in table.when ? identifier(table.when.date) : 'null'
  const key = (name: string) =>
    name === 'year'
      ? '_year as year'
      : name === 'month'
        ? `date_trunc('month', ${date}) as month`
        : identifier(name)
  const values = measures.flatMap((column) => [
    `${gathered(column)} as ${identifier(column.name)}`,
    `count(${identifier(column.name)}) as ${identifier(knownOf(column.name))}`,
  ])
  const select = [...keys.map(key), 'count(*) as n', ...values].join(', ')
  const answer = `select ${select} from (${rows}) ${keys.length > 0 ? 'group by all' : ''}`
  return keys.includes('month')
    ? `select * replace (strftime(month, '%Y-%m') as month) from (${answer})`
    : answer
}

/** The column that says in how many rows a measure is known. */
export function knownOf(column: string): string {
  return `${column}_known`
}

/** Sums of decimals do not depend on the order of rows, so that the same query gives the same bytes. */
function gathered({ name, type, gather }: ColumnDescription): string {
  const column = identifier(name)
  const exact = type === 'number' ? `cast(${column} as decimal(38, 9))` : column
  if (gather === 'sum')
    return type === 'number' ? `cast(sum(${exact}) as double)` : `cast(sum(${exact}) as bigint)`
  if (gather === 'mean') return `cast(sum(${exact}) as double) / nullif(count(${column}), 0)`
  if (gather === 'max') return `max(${column})`
  return type === 'boolean' ? `bool_or(${column})` : `max(${column})`
}
