import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

/** A DuckDB of its own, in memory, that spills to a folder which goes with it. */
export interface BulkEngine {
  /** runs statements that answer nothing */
  run(sql: string, values?: readonly DuckDBValue[]): Promise<void>
  /** the rows of a query as plain objects; integers beyond 2^53 and decimals are text */
  rows<Row = Record<string, unknown>>(sql: string, values?: readonly DuckDBValue[]): Promise<Row[]>
  /** the columns of a query, each a list of plain values */
  columns(sql: string, values?: readonly DuckDBValue[]): Promise<Record<string, unknown[]>>
  readonly connection: DuckDBConnection
  close(): void
}

/**
 * Opens DuckDB for one piece of work.
 *
 * @param options.memory most that it may hold before it spills to disk, as DuckDB writes it; default 1 GB
 */
export async function openBulkEngine(options: { memory?: string } = {}): Promise<BulkEngine> {
  const spill = mkdtempSync(join(tmpdir(), 'soundings-bulk-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memory ?? '1GB',
    temp_directory: spill,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const read = (sql: string, values: readonly DuckDBValue[] = []) =>
    connection.runAndReadAll(sql, [...values])
  return {
    connection,
    async run(sql, values = []) {
      await connection.run(sql, [...values])
    },
    async rows<Row>(sql: string, values?: readonly DuckDBValue[]) {
      return (await read(sql, values)).getRowObjectsJS().map(plainRow) as Row[] // the caller wrote the select
    },
    async columns(sql, values) {
      const reader = await read(sql, values)
      const names = reader.columnNames()
      const columns = reader.getColumnsJS()
      return Object.fromEntries(names.map((name, at) => [name, (columns[at] ?? []).map(plain)]))
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      rmSync(spill, { recursive: true, force: true })
    },
  }
}

function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return value
}

/** A text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an identifier of SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
