import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Place, SoundingsError } from '#domain/errors'
import { type BulkEngine, identifier, literal, openBulkEngine } from './bulk-engine.ts'
import { examineFile, type RawFile } from './raw-file.ts'
import { brokenLines, checkHeader, firstLine, scanFailure, separatorOf, textScan } from './separated-text.ts'

/** A table as text, column by column; an empty cell is null. */
export interface TextTable {
  readonly rows: number
  /** the columns asked for that the file has */
  readonly columns: Readonly<Record<string, readonly (string | null)[]>>
  /** columns of the file that were not asked for */
  readonly others: readonly string[]
  /** where a cell stands, for a message; `row` counts from 0 */
  place(row: number, column: string): Place
}

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark, gzipped or not) or a Parquet file as text.
 *
 * @param required columns that must be there; the order of columns is free
 * @param optional columns that may be there
 * @throws SoundingsError `file-not-found`, `file-unreadable`, `table-invalid` with file, line and column
 */
export async function readTable(
  path: string,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Promise<TextTable> {
  const raw = await examineFile(path, name)
  const engine = await openBulkEngine()
  try {
    const { columns: all, scan } = await scanOf(engine, raw)
    const missing = required.filter((column) => !all.includes(column))
    if (missing.length > 0) throw columnsMissing(raw, missing, all)
    const wanted = [...required, ...optional.filter((column) => all.includes(column))]
    const columns = (await engine
      .columns(
        `select ${wanted.map((column) => `nullif(cast(${identifier(column)} as varchar), '') as ${identifier(column)}`).join(', ')} from ${scan}`,
      )
      .catch((cause) => {
        throw scanFailure(cause, raw)
      })) as Record<string, (string | null)[]> // every column is cast to text
    if (raw.format === 'text') await refuseBroken(engine, raw)
    return {
      rows: columns[wanted[0] ?? '']?.length ?? 0,
      columns,
      others: all.filter((column) => !wanted.includes(column)),
      place: (row, column) => ({
        file: name,
        line: raw.format === 'text' ? lineOfRow(raw, row) : row + 1,
        field: column,
        value: columns[column]?.[row] ?? undefined,
      }),
    }
  } finally {
    engine.close()
  }
}

async function scanOf(
  engine: BulkEngine,
  raw: RawFile,
): Promise<{ readonly columns: readonly string[]; readonly scan: string }> {
  if (raw.format === 'json')
    throw new SoundingsError('table-invalid', 'this is JSON; a table in CSV or Parquet is needed', {
      place: { file: raw.name },
    })
  if (raw.format === 'parquet') {
    const scan = `read_parquet(${literal(raw.path)})`
    const described = await engine
      .rows<{ column_name: string }>(`describe select * from ${scan}`)
      .catch((cause) => {
        throw scanFailure(cause, raw)
      })
    return { columns: described.map((row) => row.column_name), scan }
  }
  const separator = separatorOf(raw)
  if (separator !== ',')
    throw new SoundingsError(
      'table-invalid',
      `cells are separated by ${separator === ';' ? 'semicolons' : separator === '|' ? 'bars' : 'tabs'}`,
      {
        place: { file: raw.name, line: 1 },
        advice: 'Save it as CSV with commas between cells and points in decimals.',
      },
    )
  const columns = firstLine(raw, ',')
  checkHeader(columns, raw)
  return { columns, scan: textScan(raw, ',', columns, true) }
}

async function refuseBroken(engine: BulkEngine, raw: RawFile): Promise<void> {
  const { examples } = await brokenLines(engine, 1)
  const [first] = examples
  if (first === undefined) return
  throw new SoundingsError('table-invalid', first.because, {
    place: { file: raw.name, line: first.line, value: first.text },
    advice: 'Mend the line, or save the table again as CSV.',
  })
}

function columnsMissing(raw: RawFile, missing: readonly string[], all: readonly string[]): SoundingsError {
  const several = missing.length > 1
  return new SoundingsError(
    'table-invalid',
    `column${several ? 's' : ''} ${missing.join(', ')} ${several ? 'are' : 'is'} not there; the header has ${all.join(', ')}`,
    { place: { file: raw.name, line: 1 } },
  )
}

/** The line of a row of a CSV file, from 1; rows may hold line breaks inside quotes, and blank lines are no rows. */
function lineOfRow(raw: RawFile, row: number): number {
  const bytes = readFileSync(raw.path)
  const text = (raw.gzipped ? gunzipSync(bytes) : bytes).toString('utf8')
  let line = 1
  let begins = 0
  let seen = -1
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') quoted = !quoted
    if (letter !== '\n') continue
    if (!quoted) {
      const blank = text.slice(begins, at).trim() === ''
      if (!blank) seen++
      begins = at + 1
      line++
      if (seen === row) return firstFilledLine(text, begins, line)
    } else line++
  }
  return line
}

function firstFilledLine(text: string, begins: number, line: number): number {
  const blank = /^(?:[ \t\r]*\n)*/.exec(text.slice(begins))?.[0] ?? ''
  return line + (blank.match(/\n/g)?.length ?? 0)
}
