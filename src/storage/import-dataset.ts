import { join } from 'node:path'
import type { DatasetDescription, Layout, TableDescription } from '#datasets/dataset'
import { SoundingsError } from '#domain/errors'
import { suggestStates } from '#domain/state'
import { type BulkEngine, identifier, literal, openBulkEngine } from './bulk-engine.ts'
import { makeCrosswalks, type NamedByHand } from './crosswalk.ts'
import { type RecognizedFile, recognizeFile } from './dataset-file.ts'
import {
  contradicts,
  copyTo,
  fatesOf,
  givenColumn,
  macros,
  numberedSql,
  rawSql,
  tableSql,
  toldTwice,
} from './dataset-table-sql.ts'
import { examineFile } from './raw-file.ts'
import { brokenLines, scanFailure } from './separated-text.ts'

/** What became of the rows of one file. */
export interface FileReport {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly table: string
  readonly layout: string
  readonly read: number
  readonly kept: number
  readonly refused: number
  readonly skipped: number
  readonly reasons: readonly Reason[]
  readonly unknownStates: readonly UnknownState[]
}

/** Why rows were not kept, how many, and the first of them. */
export interface Reason {
  readonly kind: 'refused' | 'skipped'
  readonly because: string
  readonly rows: number
  readonly examples: readonly { readonly row: number; readonly text: string }[]
}

/** A code or name that no state of our list has, or had in that year. */
export interface UnknownState {
  readonly column: string
  readonly given: string
  readonly rows: number
  readonly outOfYears: boolean
  /** true if the rows are kept, with the state absent */
  readonly kept: boolean
  /** ids of states that it may mean */
  readonly suggestions: readonly string[]
}

export interface ImportWatch {
  readonly signal?: AbortSignal
  /** done and of are in parts of the whole import */
  progress?(done: number, of: number, what: string): void
}

export interface ImportRequest {
  readonly files: readonly { readonly path: string; readonly name: string }[]
  /** the table meant, where the header alone would leave a doubt */
  readonly table?: string
  readonly names?: NamedByHand
  /** folder that receives a Parquet file for each file given: `<table>.<n>.parquet` */
  readonly into: string
}

/** A Parquet file that was written, and what it is made of. */
export interface ImportedFile {
  readonly report: FileReport
  readonly path: string
}

/**
 * Turns raw files into Parquet files of a dataset's tables. Rows that are not kept stay in the file, marked in
 * `_fate`, so that nothing is lost in silence.
 *
 * @throws SoundingsError `file-not-found`, `file-unreadable`, `table-invalid`, `cancelled`
 */
export async function importFiles(
  dataset: DatasetDescription,
  request: ImportRequest,
  watch: ImportWatch = {},
): Promise<readonly ImportedFile[]> {
  const engine = await openBulkEngine()
  const steps = request.files.length * 100
  const stop = () => engine.connection.interrupt()
  watch.signal?.addEventListener('abort', stop)
  try {
    for (const macro of macros) await engine.run(macro)
    // a raw file has no statistics: left to itself the engine takes it for small and holds it all to look up codes in it
    await engine.run("set disabled_optimizers='join_order,build_side_probe_side'")
    await engine.run(
      'set enable_progress_bar=true; set enable_progress_bar_print=false; set progress_bar_time=0',
    )
    const done: ImportedFile[] = []
    for (const [at, { path, name }] of request.files.entries()) {
      const tell = (part: number, what: string) =>
        watch.progress?.(at * 100 + Math.round(part), steps, `${name}: ${what}`)
      const signal = watch.signal === undefined ? {} : { signal: watch.signal }
      const raw = await examineFile(path, name, {
        ...signal,
        progress: (read, of) => tell((20 * read) / Math.max(1, of), 'reading'),
      })
      const file = await recognizeFile(engine, raw, dataset, request.table)
      done.push(
        await importOne(engine, file, join(request.into, `${file.table.name}.${at}.parquet`), request, tell),
      )
    }
    return done
  } catch (cause) {
    if (watch.signal?.aborted) throw new SoundingsError('cancelled', 'the import was cancelled', { cause })
    throw cause
  } finally {
    watch.signal?.removeEventListener('abort', stop)
    engine.close()
  }
}

async function importOne(
  engine: BulkEngine,
  file: RecognizedFile,
  path: string,
  request: ImportRequest,
  tell: (part: number, what: string) => void,
): Promise<ImportedFile> {
  const { raw, table, layout, scan } = file
  let dated: readonly boolean[] = []
  const watched = setInterval(
    () => tell(20 + 0.7 * Math.max(0, engine.connection.progress.percentage), 'importing'),
    200,
  )
  try {
    dated = await makeCrosswalks(engine, layout, scan, request.names ?? {})
    for (const kept of ['reject_errors', 'reject_scans']) await engine.run(`drop table if exists ${kept}`) // of scans before
    const raw = rawSql(scan, layout)
    const keyed = table.key.length > 0 // which of two rows came first decides
    const sql = keyed
      ? tableSql(numberedSql(raw), table, layout, dated, ['_row'])
      : tableSql(raw, table, layout, dated)
    await engine.run(`set preserve_insertion_order=${keyed}`) // keeping it holds the whole file in memory
    await engine.run(copyTo(sql, path))
  } catch (cause) {
    throw cause instanceof Error && /INTERRUPT/.test(cause.message) ? cause : scanFailure(cause, raw)
  } finally {
    clearInterval(watched)
  }
  tell(92, 'checking')
  await settleKeys(engine, table, path)
  const broken = raw.format === 'text' ? await brokenLines(engine, 3) : { count: 0, examples: [] }
  const report = await reportOf(engine, file, path, broken, dated)
  refuseStranger(file, report)
  tell(100, 'done')
  return { report, path }
}

/** Marks the rows whose key an earlier row of the file has. */
async function settleKeys(engine: BulkEngine, table: TableDescription, path: string): Promise<void> {
  if (table.key.length === 0) return
  const key = table.key.map(identifier).join(', ')
  const written = `read_parquet(${literal(path)})`
  const [{ n } = { n: 0 }] = await engine.rows<{ n: number }>(
    `select count(*) as n from (select 1 from ${written} where _fate = 0 group by ${key} having count(*) > 1)`,
  )
  if (n === 0) return
  const alike = table.columns
    .filter((column) => !table.key.includes(column.name))
    .map(({ name }) => `${identifier(name)} is not distinct from first_value(${identifier(name)}) over same`)
  await engine.run(
    `create or replace table settled as select * replace ((case when _fate <> 0 or row_number() over same = 1 then _fate when ${alike.join(' and ') || 'true'} then ${toldTwice.number} else ${contradicts.number} end)::smallint as _fate) from ${written} window same as (partition by _fate, ${key} order by _row)`,
  )
  await engine.run(copyTo('select * from settled order by _row', path))
  await engine.run('drop table settled')
}

async function reportOf(
  engine: BulkEngine,
  file: RecognizedFile,
  path: string,
  broken: Awaited<ReturnType<typeof brokenLines>>,
  dated: readonly boolean[],
): Promise<FileReport> {
  const { raw, table, layout } = file
  const written = `read_parquet(${literal(path)})`
  const counts = await engine.rows<{ fate: number; n: number }>(
    `select _fate as fate, count(*) as n from ${written} where _fate <> 0 group by _fate order by n desc, fate`,
  )
  const examples = await examplesOf(
    engine,
    file,
    dated,
    counts.map(({ fate }) => fate),
    written,
  )
  const [{ kept } = { kept: 0 }] = await engine.rows<{ kept: number }>(
    `select count(*) filter (_fate = 0) as kept from ${written}`,
  )
  const fates = [...fatesOf(layout), toldTwice, contradicts]
  const reasons: Reason[] = []
  for (const { fate, n } of counts) {
    const known = fates.find((one) => one.number === fate)
    if (known === undefined) throw new Error(`a row has the unknown fate ${fate}`)
    reasons.push({
      kind: known.kind,
      because: known.because,
      rows: n,
      examples: examples.filter((one) => one.fate === fate).map(({ row, text }) => ({ row, text })),
    })
  }
  const [line] = broken.examples
  if (line !== undefined)
    reasons.push({
      kind: 'refused',
      because: broken.examples.every(({ because }) => because === line.because)
        ? line.because
        : 'the line cannot be read as a row',
      rows: broken.count,
      examples: broken.examples.map(({ line: row, text }) => ({ row, text })),
    })
  const sum = (kind: Reason['kind']) =>
    reasons.filter((reason) => reason.kind === kind).reduce((all, reason) => all + reason.rows, 0)
  const refused = sum('refused')
  const skipped = sum('skipped')
  return {
    file: raw.name,
    sha256: raw.sha256,
    bytes: raw.bytes,
    table: table.name,
    layout: layout.id,
    read: kept + refused + skipped,
    kept,
    refused,
    skipped,
    reasons,
    unknownStates: await unknownStates(engine, written, layout),
  }
}

const examplesWithin = 1_000_000

/** The first rows of each fate, with their number in the file and their text, among the first million. */
async function examplesOf(
  engine: BulkEngine,
  { scan, table, layout }: RecognizedFile,
  dated: readonly boolean[],
  fates: readonly number[],
  written: string,
): Promise<readonly { readonly fate: number; readonly row: number; readonly text: string }[]> {
  if (fates.length === 0) return []
  const raw = rawSql(scan, layout)
  const keyed = table.key.length > 0
  const first = (from: string) =>
    `select _fate, _row from (select _fate, _row, row_number() over (partition by _fate order by _row) as nth from (${from}) where _fate <> 0) where nth <= 3`
  const some = numberedSql(`(from ${raw} limit ${examplesWithin})`)
  const wanted = keyed
    ? first(`from ${written} where _row <= ${examplesWithin}`)
    : first(tableSql(some, table, layout, dated, ['_row']))
  const found = await engine.rows<{ fate: number; row: number; text: string }>(
    `select w._fate as fate, w._row as row, to_json(r)::varchar as text from (${wanted}) w join (select _row as _at, r from (select row_number() over () as _row, r from (from ${raw} limit ${examplesWithin}) as r)) on w._row = _at order by w._fate, w._row`,
  )
  return found.map(({ fate, row, text }) => ({ fate, row, text: shortened(text) }))
}

function shortened(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 297)}...`
}

/** Codes and names that named no state, most rows first: of rows that were refused, and of rows kept without a state. */
async function unknownStates(
  engine: BulkEngine,
  written: string,
  layout: Layout,
): Promise<readonly UnknownState[]> {
  const refused = fatesOf(layout).flatMap(({ number, state }) =>
    state === undefined ? [] : [{ ...state, kept: false, where: `_fate = ${number}` }],
  )
  const absent = layout.states
    .filter((state) => state.optional)
    .map(({ as }) => ({
      column: as,
      outOfYears: false,
      kept: true,
      where: `_fate = 0 and ${identifier(as)} is null and ${identifier(givenColumn(as))} is not null`,
    }))
  const found: UnknownState[] = []
  for (const { column, outOfYears, kept, where } of [...refused, ...absent]) {
    const rows = await engine.rows<{ given: string | null; n: number }>(
      `select ${identifier(givenColumn(column))} as given, count(*) as n from ${written} where ${where} group by all order by n desc, given limit 100`,
    )
    for (const { given, n } of rows) {
      const suggestions = given === null ? [] : [...suggestStates(given)]
      found.push({ column, given: given ?? '(empty)', rows: n, outOfYears, kept, suggestions })
    }
  }
  return found
}

/** A file of which most rows cannot be what its header says is another kind of file. */
function refuseStranger({ raw, layout }: RecognizedFile, report: FileReport): void {
  const meant = report.read - report.skipped
  const odd = report.reasons.find((reason) => reason.because === layout.telltale?.otherwise)
  if (odd !== undefined && odd.rows > meant * (layout.telltale?.share ?? 0.5))
    throw stranger(raw, odd, odd.rows, meant)
  if (report.kept > 0 && report.refused * 2 <= meant) return
  if (report.read > 0 && report.kept === 0 && report.refused === 0) return
  if (report.read === 0)
    throw new SoundingsError('table-invalid', 'the file has a header and no rows', {
      place: { file: raw.name },
    })
  const worst = report.reasons.find((reason) => reason.kind === 'refused')
  if (worst !== undefined) throw stranger(raw, worst, report.refused, meant)
}

function stranger(raw: RecognizedFile['raw'], reason: Reason, rows: number, of: number): SoundingsError {
  const [example] = reason.examples
  return new SoundingsError('table-invalid', `${rows} of ${of} rows do not fit: ${reason.because}`, {
    place: { file: raw.name, ...(example && { line: example.row + 1, value: example.text }) },
    advice: 'Check that it is the file meant; nothing was imported.',
  })
}
