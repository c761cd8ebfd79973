import { join } from 'node:path'
import type { TableDescription } from '#datasets/dataset'
import { states as allStates, inSystem } from '#domain/state'
import { type BulkEngine, identifier, literal, openBulkEngine } from './bulk-engine.ts'
import {
  type DatasetQuery,
  gatheredSql,
  knownOf,
  type QueryShape,
  rowsSql,
  shapeOf,
} from './dataset-query-sql.ts'
import { macros } from './dataset-table-sql.ts'
import type { ImportedTable, ImportedVersion } from './dataset-versions.ts'
import { parquetScan } from './parquet-scan.ts'

/** What a query answers. */
export interface QueryAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** rows of the whole answer, of which `rows` are the first */
  readonly of: number
  /** years that the imported table covers, where it has years */
  readonly covered: { readonly from: number; readonly to: number } | null
  /** what was run, for whoever wants to run it elsewhere; the folder is left out */
  readonly sql: string
}

export interface QueryOutput {
  /** rows at most; all if absent */
  readonly limit?: number
  /** writes the whole answer to a file, and answers no rows */
  readonly file?: { readonly path: string; readonly format: 'csv' | 'parquet' }
}

/**
 * Asks one table of an imported dataset. Where a state is asked for, units without a row are in the answer too: zero or
 * missing, with the reason, as the dataset's description says.
 *
 * @throws SoundingsError `call-invalid` if the table cannot be gathered so
 */
export async function queryDataset(
  folder: string,
  version: ImportedVersion,
  table: TableDescription,
  query: DatasetQuery,
  output: QueryOutput = {},
): Promise<QueryAnswer> {
  const imported = version.tables.find((one) => one.name === table.name)
  if (imported === undefined) throw new RangeError(`queryDataset: version has no table ${table.name}`)
  const home = join(folder, version.dataset, version.version)
  const covered = coveredYears(imported)
  const engine = await openBulkEngine()
  try {
    for (const macro of macros) await engine.run(macro)
    const scan = parquetScan(imported.files.map((file) => join(home, file)))
    const sql = await answerSql(engine, scan, table, query, covered)
    const answer = { covered, sql: sql.replaceAll(`${home}/`, '') }
    if (output.file !== undefined) {
      const { path, format } = output.file
      await engine.run(
        `copy (${sql}) to ${literal(path)} (format ${format}${format === 'csv' ? ', header true' : ''})`,
      )
      return { ...answer, columns: [], rows: [], of: 0 }
    }
    await engine.run(`create table answer as ${sql}`)
    const [{ of } = { of: 0 }] = await engine.rows<{ of: number }>('select count(*) as of from answer')
    const described = await engine.rows<{ column_name: string; column_type: string }>('describe answer')
    const columns = described.map((one) => one.column_name)
    const plain = described.map(({ column_name: name, column_type: type }) =>
      type === 'DATE' ? `${identifier(name)}::varchar as ${identifier(name)}` : identifier(name),
    )
    const rows = await engine.rows(
      `select ${plain.join(', ')} from answer${output.limit === undefined ? '' : ` limit ${output.limit}`}`,
    )
    return { ...answer, columns, rows, of }
  } finally {
    engine.close()
  }
}

/** Years for which an imported table has rows; nobody can say what is outside. */
export function coveredYears({ years }: ImportedTable): { from: number; to: number } | null {
  const first = years.at(0)
  const last = years.at(-1)
  return first === undefined || last === undefined ? null : { from: first.year, to: last.year }
}

async function answerSql(
  engine: BulkEngine,
  scan: string,
  table: TableDescription,
  query: DatasetQuery,
  covered: { from: number; to: number } | null,
): Promise<string> {
  const shape = shapeOf(table, query)
  const rows = rowsSql(scan, table, query, covered?.to ?? table.coverage.to)
  if (query.by === 'row') {
    const columns = table.columns.map((column) => identifier(column.name)).join(', ')
    return `select ${columns} from (${rows}) order by all`
  }
  const gathered = gatheredSql(rows, table, shape)
  const order = shape.keys.length > 0 ? ` order by ${shape.keys.map(identifier).join(', ')}` : ''
  if (
    query.states === undefined ||
    covered === null ||
    query.perCode ||
    !(await makeGrid(engine, table, query, shape, covered))
  )
    return `select *, 'row' as status, null::varchar as because from (${gathered})${order}`
  return `${filledSql(gathered, table, shape)}${order}`
}

/** The units that an answer about certain states should have, with the reason where nobody can know. */
async function makeGrid(
  engine: BulkEngine,
  table: TableDescription,
  query: DatasetQuery,
  shape: QueryShape,
  covered: { from: number; to: number },
): Promise<boolean> {
  const { by, states = [], partners } = query
  const dyad = by.startsWith('dyad')
  const { universe } = table.coverage
  if (dyad && partners === undefined && (universe === 'any' || universe === 'listed')) return false
  if (!/(year|month)$/.test(by) || by === 'year' || by === 'month') return false
  const from = query.from ?? covered.from
  const to = query.to ?? covered.to
  const others = dyad ? (partners ?? allStates.map((state) => state.id)) : [null]
  const [first = 'state', second = 'partner'] = table.who
  await engine.run(
    `create or replace table grid (${identifier(first)} varchar, ${identifier(second)} varchar, year integer, absent varchar)`,
  )
  const cells: string[] = []
  const there = (id: string, year: number) =>
    universe === 'any' || universe === 'listed' || inSystem(universe, id, year)
  for (let year = from; year <= to; year++) {
    for (const state of states)
      for (const partner of others) {
        if (partner === state) continue
        const outside = year < covered.from || year > covered.to
        const absent = [state, ...(partner === null ? [] : [partner])].filter((id) => !there(id, year))
        if (partners === undefined && absent.includes(partner ?? '')) continue
        const because = outside
          ? `outside the years covered, ${covered.from}–${covered.to}`
          : absent.length > 0
            ? `${absent.join(' and ')} ${absent.length === 1 ? 'was' : 'were'} not among the states covered in ${year}`
            : null
        const pairs =
          table.directed === true && partner !== null
            ? [
                [state, partner],
                [partner, state],
              ]
            : [[state, partner]]
        for (const [a, b] of pairs)
          cells.push(
            `(${[a, b].map((id) => (id === null ? 'null' : literal(id ?? ''))).join(', ')}, ${year}, ${because === null ? 'null' : literal(because)})`,
          )
      }
  }
  for (let at = 0; at < cells.length; at += 5000)
    await engine.run(`insert into grid values ${cells.slice(at, at + 5000).join(', ')}`)
  await engine.run(
    by.endsWith('month')
      ? `create or replace table units as select distinct ${shape.keys
          .filter((key) => key !== 'month')
          .map(identifier)
          .join(', ')}, printf('%04d-%02d', year, m) as month, absent from grid, range(1, 13) t(m)`
      : `create or replace table units as select distinct ${shape.keys.map(identifier).join(', ')}, absent from grid`,
  )
  return true
}

function filledSql(gathered: string, table: TableDescription, { keys, measures }: QueryShape): string {
  const zero = table.absence.means === 'zero'
  const none = zero ? '0' : 'null'
  const values = measures.flatMap((column) => {
    const name = identifier(column.name)
    const nothing = column.gather === 'sum' ? '0' : column.type === 'boolean' ? 'false' : undefined
    const absent = zero && nothing !== undefined ? `when absent is null then ${nothing}` : ''
    return [
      `case when r.n is not null then r.${name} ${absent} end as ${name}`,
      `coalesce(r.${identifier(knownOf(column.name))}, 0) as ${identifier(knownOf(column.name))}`,
    ]
  })
  const select = [
    ...keys.map(identifier),
    `case when r.n is not null then r.n when absent is null then ${none} end as n`,
    ...values,
    `case when r.n is not null then 'row' when absent is null then '${zero ? 'zero' : 'missing'}' else 'missing' end as status`,
    `case when r.n is not null then null when absent is null then ${literal(table.absence.because)} else absent end as because`,
  ]
  return `select ${select.join(', ')} from units full join (${gathered}) r using (${keys.map(identifier).join(', ')})`
}
