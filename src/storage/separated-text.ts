import { SoundingsError } from '#domain/errors'
import { type BulkEngine, identifier, literal } from './bulk-engine.ts'
import type { RawFile } from './raw-file.ts'

/** Cells of the first line of a separated text, quotes undone. */
export function firstLine(raw: RawFile, delimiter: string): readonly string[] {
  const end = raw.head.search(/[\r\n]/)
  return cellsOf(end < 0 ? raw.head : raw.head.slice(0, end), delimiter)
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const mark = delimiter === '\t' ? '\\t' : delimiter
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}]*))(?:${mark}|$)`, 'gy')
  const cells: string[] = []
  for (const [whole, quoted, plain] of line.matchAll(cell)) {
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (!whole.endsWith(delimiter)) break
  }
  return cells
}

/** The separator that a header seems to use: the one of comma, semicolon, tab and bar that it has most of. */
export function separatorOf(raw: RawFile): ',' | ';' | '\t' | '|' {
  const counts = ([',', ';', '\t', '|'] as const).map((mark) => [mark, firstLine(raw, mark).length] as const)
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

/**
 * SQL that reads a separated text as rows of text. Lines that are no rows are kept apart by DuckDB in
 * `reject_errors`, where `brokenLines` finds them.
 */
export function textScan(
  raw: RawFile,
  delimiter: string,
  columns: readonly string[],
  header: boolean,
): string {
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(raw.path)}, auto_detect=false, header=${header}, columns={${types}}, delim=${literal(delimiter)}, quote='"', escape='"', compression=${raw.gzipped ? "'gzip'" : "'none'"}, store_rejects=true, rejects_limit=0)`
}

/** A line of a text that is no row, and why. */
export interface BrokenLine {
  readonly line: number
  readonly because: string
  readonly text: string
}

/** The lines that the scans of this engine could not read as rows; the count is of all of them. */
export async function brokenLines(
  engine: BulkEngine,
  most: number,
): Promise<{ readonly count: number; readonly examples: readonly BrokenLine[] }> {
  const [{ n: count } = { n: 0 }] = await engine.rows<{ n: number }>(
    'select count(distinct (scan_id, file_id, line)) as n from reject_errors',
  )
  const rows = await engine.rows<{ line: number; error_type: string; text: string; error_message: string }>(
    `select line, any_value(error_type) as error_type, left(any_value(csv_line), 200) as text, any_value(error_message) as error_message from reject_errors group by scan_id, file_id, line order by line limit ${most}`,
  )
  return {
    count,
    examples: rows.map((row) => ({
      line: row.line,
      because: reasonOf(row.error_type, row.error_message),
      text: row.text.trimEnd(),
    })),
  }
}

function reasonOf(type: string, message: string): string {
  const [, expected, found] = /Columns: (\d+) Found: (\d+)/.exec(message) ?? []
  if (type === 'TOO MANY COLUMNS' || type === 'MISSING COLUMNS')
    return `the line has ${found} cells where the header has ${expected}`
  if (type === 'UNQUOTED VALUE') return 'a quotation mark is opened and not closed, or stands inside a cell'
  if (type === 'INVALID ENCODING') return 'the text is not UTF-8'
  if (type === 'LINE SIZE OVER MAXIMUM')
    return 'the line is longer than 2 MB: a quotation mark may be missing'
  return message
}

/** What a scan of a text says when it fails as a whole, in the words of this house. */
export function scanFailure(cause: unknown, raw: RawFile): SoundingsError {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/Out of Memory/.test(message))
    return new SoundingsError('file-too-large', 'it does not fit into the memory set aside for it', {
      place: { file: raw.name },
      advice: 'Bring it in several files, one after the other with --append.',
      cause,
    })
  if (/invalid state/.test(message))
    return new SoundingsError('table-invalid', 'line ends are mixed: some are CRLF, some LF', {
      place: { file: raw.name },
      advice: 'Save the file with one kind of line end.',
      cause,
    })
  return new SoundingsError(
    'table-invalid',
    `the file cannot be read as a table: ${message.split('\n')[0]}`,
    {
      place: { file: raw.name },
      cause,
    },
  )
}

/** Refuses a table with two columns of one name, or one without. */
export function checkHeader(columns: readonly string[], raw: RawFile): void {
  for (const [at, name] of columns.entries()) {
    const place = { file: raw.name, line: 1, column: at + 1 }
    if (name === '') throw new SoundingsError('table-invalid', 'a column has no name', { place })
    if (columns.indexOf(name) !== at)
      throw new SoundingsError('table-invalid', `two columns are called ${identifier(name)}`, { place })
  }
}
