import { distance } from 'fastest-levenshtein'
import type { DatasetDescription, Layout, TableDescription } from '#datasets/dataset'
import { SoundingsError } from '#domain/errors'
import { type BulkEngine, identifier, literal } from './bulk-engine.ts'
import type { RawFile } from './raw-file.ts'
import { checkHeader, firstLine, scanFailure, separatorOf, textScan } from './separated-text.ts'

/** A file that was recognized as one layout of one table, and the SQL that reads its rows as text. */
export interface RecognizedFile {
  readonly raw: RawFile
  readonly table: TableDescription
  readonly layout: Layout
  /** SQL of a relation whose columns are the raw ones, all text, empty cells null */
  readonly scan: string
}

/**
 * Finds out which table of a dataset a file holds, and in which layout.
 *
 * @param table the name of the table, where the caller knows it
 * @throws SoundingsError `table-invalid` if no layout fits: it names the nearest one and what it misses
 */
export async function recognizeFile(
  engine: BulkEngine,
  raw: RawFile,
  dataset: DatasetDescription,
  table?: string,
): Promise<RecognizedFile> {
  const choices = dataset.tables
    .filter((one) => table === undefined || one.name === table)
    .flatMap((one) => one.layouts.map((layout) => ({ table: one, layout })))
  if (choices.length === 0)
    throw new SoundingsError('call-invalid', `${dataset.id} has no table ${table}`, {
      advice: `It has ${dataset.tables.map((one) => one.name).join(', ')}.`,
    })
  if (raw.format === 'parquet') return recognizeParquet(engine, raw, choices)
  if (raw.format === 'json') return recognizeJson(engine, raw, choices)
  return recognizeText(raw, choices)
}

interface Choice {
  readonly table: TableDescription
  readonly layout: Layout
}

function recognizeText(raw: RawFile, choices: readonly Choice[]): RecognizedFile {
  const separator = separatorOf(raw)
  const cells = firstLine(raw, separator)
  const bare = choices.find(({ layout }) => layout.headerless !== undefined && fitsBare(layout, cells))
  if (bare !== undefined && (separator === '\t') === (bare.layout.format === 'tsv'))
    return { raw, ...bare, scan: nullScan(textScan(raw, separator, bare.layout.columns, false)) }
  if (separator === ';' || separator === '|')
    throw new SoundingsError(
      'table-invalid',
      `cells are separated by ${separator === ';' ? 'semicolons' : 'bars'}`,
      {
        place: { file: raw.name, line: 1 },
        advice: 'Save it as CSV with commas between cells and points in decimals.',
      },
    )
  const wanted = separator === '\t' ? 'tsv' : 'csv'
  const found = choices.find(({ layout }) => layout.format === wanted && fits(layout, cells))
  if (found === undefined) throw unrecognized(raw, choices, cells, wanted)
  const named = separator === '\t' ? withoutBlanks(cells) : { cells, blanks: false }
  checkHeader(named.cells, raw)
  const scan = nullScan(textScan(raw, separator, named.cells, true))
  return { raw, ...found, scan: named.blanks ? scan.replace(/\)$/, ', null_padding=true)') : scan }
}

/** Tabs at the end of a header name columns that hold nothing; lines may have fewer of them. */
function withoutBlanks(cells: readonly string[]): {
  readonly cells: readonly string[]
  readonly blanks: boolean
} {
  const last = cells.findLastIndex((name) => name !== '')
  return {
    cells: cells.map((name, at) => (at > last ? `_blank${at}` : name)),
    blanks: last < cells.length - 1,
  }
}

/** An empty cell is null, and spaces around a cell are no part of it. */
function nullScan(scan: string): string {
  return scan.replace(/\)$/, ", nullstr='')")
}

async function recognizeParquet(
  engine: BulkEngine,
  raw: RawFile,
  choices: readonly Choice[],
): Promise<RecognizedFile> {
  const scan = `read_parquet(${literal(raw.path)})`
  const described = await engine
    .rows<{ column_name: string; column_type: string }>(`describe select * from ${scan}`)
    .catch((cause) => {
      throw scanFailure(cause, raw)
    })
  const columns = described.map((row) => row.column_name)
  const found = choices.find(({ layout }) => layout.headerless === undefined && fits(layout, columns))
  if (found === undefined) throw unrecognized(raw, choices, columns)
  const asText = described.map(({ column_name: name, column_type: type }) => {
    const column = identifier(name)
    const text = `nullif(cast(${column} as varchar), '')`
    const whole = `case when ${column} = trunc(${column}) and abs(${column}) < 1e15 then cast(cast(${column} as bigint) as varchar) else ${text} end`
    return `${/^(DOUBLE|FLOAT)$/.test(type) ? whole : text} as ${column}`
  })
  return { raw, ...found, scan: `(select ${asText.join(', ')} from ${scan})` }
}

async function recognizeJson(
  engine: BulkEngine,
  raw: RawFile,
  choices: readonly Choice[],
): Promise<RecognizedFile> {
  const objects = `read_json_objects(${literal(raw.path)}, format='auto', compression=${raw.gzipped ? "'gzip'" : "'uncompressed'"}, maximum_object_size=67108864)`
  const json = choices.filter(({ layout }) => layout.format === 'json')
  if (json.length === 0)
    throw new SoundingsError('table-invalid', 'it is JSON, and this dataset is read from tables of text', {
      place: { file: raw.name },
      advice: `Known are: ${[...new Set(choices.map(({ table, layout }) => `${table.name}: ${layout.about}`))].join('; ')}.`,
    })
  const keys = [...new Set(json.flatMap(({ layout }) => layout.columns))]
  const path = (key: string) =>
    literal(
      `$.${key
        .split('.')
        .map((part) => `"${part}"`)
        .join('.')}`,
    )
  const present = await engine
    .rows<Record<string, boolean>>(
      `select ${keys.map((key, at) => `bool_or(json_exists(json, ${path(key)})) as k${at}`).join(', ')} from (select json from ${objects} limit 1000)`,
    )
    .catch((cause) => {
      throw scanFailure(cause, raw)
    })
  const there = keys.filter((_, at) => present[0]?.[`k${at}`] === true)
  const found = json.find(({ layout }) => fits(layout, there))
  if (found === undefined) throw unrecognized(raw, json, there, 'json')
  const columns = found.layout.columns.map(
    (key) => `nullif(json_extract_string(json, ${path(key)}), '') as ${identifier(key)}`,
  )
  return { raw, ...found, scan: `(select ${columns.join(', ')} from ${objects})` }
}

function fits(layout: Layout, columns: readonly string[]): boolean {
  return (
    layout.headerless === undefined &&
    layout.columns.every((column) => columns.includes(column)) &&
    !(layout.without ?? []).some((column) => columns.includes(column))
  )
}

function fitsBare(layout: Layout, cells: readonly string[]): boolean {
  return (
    cells.length === layout.columns.length &&
    (layout.headerless ?? []).every((pattern, at) => pattern === null || pattern.test(cells[at] ?? ''))
  )
}

function unrecognized(
  raw: RawFile,
  choices: readonly Choice[],
  columns: readonly string[],
  format?: Layout['format'],
): SoundingsError {
  const near = choices
    .filter(({ layout }) => format === undefined || layout.format === format)
    .map((choice) => ({
      ...choice,
      lacks: choice.layout.columns.filter((column) => !columns.includes(column)),
    }))
    .sort((a, b) => a.lacks.length / a.layout.columns.length - b.lacks.length / b.layout.columns.length)[0]
  const known = choices.map(({ table, layout }) => `${table.name}: ${layout.about}`)
  if (near === undefined || near.lacks.length === near.layout.columns.length)
    return new SoundingsError('table-invalid', `its columns (${few(columns)}) are of no known layout`, {
      place: { file: raw.name, line: 1 },
      advice: `Known are: ${[...new Set(known)].join('; ')}.`,
    })
  const spare = columns.filter((column) => !near.layout.columns.includes(column))
  const renamed = near.lacks.flatMap((column) => {
    const like = spare.find((other) => plainKey(other) === plainKey(column) || distance(other, column) <= 2)
    return like === undefined ? [] : [`${like} should be ${column}`]
  })
  const lacks = few(near.lacks)
  return new SoundingsError(
    'table-invalid',
    `column${near.lacks.length === 1 ? '' : 's'} ${lacks} ${near.lacks.length === 1 ? 'is' : 'are'} not there; nearest is the layout “${near.layout.about}” of table ${near.table.name}, and the header has ${few(columns)}`,
    {
      place: { file: raw.name, line: 1 },
      advice:
        renamed.length > 0 ? `Perhaps ${renamed.join(', ')}.` : 'Bring the file as its producer made it.',
    },
  )
}

function few(names: readonly string[]): string {
  return names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`
}

function plainKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
