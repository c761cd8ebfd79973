import { basename } from 'node:path'
import { SoundingsError } from '#domain/errors'
import { csvOf } from '#workbench/csv'
import { addDataset, askDataset, type CatalogueEntry, seeDataset, seeDatasets } from '#workbench/datasets'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal, wrap } from '../terminal.ts'
import { tellImport } from './print-import.ts'

/** `soundings dataset list | add ID FILE… | show ID | query ID …`: public datasets, described, imported, queried. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf(
    'dataset',
    'Public datasets that you bring: described here, imported, queried.',
  )
  const asked: WorkspaceOptions = options
  command('list', 'the catalogue, and what was imported').action((given: Given) =>
    list({ ...asked, ...given }),
  )
  command('show <id>', 'what a dataset is, its tables, columns, quirks and imported versions').action(
    (id: string, given: Given) => show(id, { ...asked, ...given }),
  )
  command('add <id> <files...>', 'import files of a dataset, all or nothing')
    .option('--table <name>', 'the table meant, if the header alone leaves a doubt')
    .option('--append', 'add the rows to those that are there')
    .option(
      '--name <text=state>',
      'a name in the file that no list knows, and the state it means',
      collect,
      [],
    )
    .action((id: string, files: string[], given: AddOptions) => add(id, files, { ...asked, ...given }))
  command('query <id>', 'ask an imported dataset')
    .option('--table <name>', 'table (default: its first)')
    .option('--version <id>', 'version (default: the one imported last)')
    .option('--by <units>', 'row, state, state-year, dyad, dyad-year, dyad-month, year or month')
    .option('--state <state>', 'about this state; several times for several', collect, [])
    .option('--partner <state>', 'and this other side', collect, [])
    .option('--from <year>', 'first year')
    .option('--to <year>', 'last year')
    .option('--code <beginning>', 'events whose code begins so', collect, [])
    .option('--per-code', 'gather by event code too')
    .option('--columns <names>', 'measures, separated by commas')
    .option('--limit <rows>', 'print at most so many rows')
    .option('--output <format>', 'csv, json or table', 'table')
    .option('-o, --file <path>', 'write the whole answer to a .csv or .parquet file')
    .action((id: string, given: QueryOptions) => query(id, { ...asked, ...given }))
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

type Given = WorkspaceOptions & { json?: boolean }
type AddOptions = Given & { table?: string; append?: boolean; name: string[] }
type QueryOptions = Given & {
  table?: string
  version?: string
  by?: string
  state: string[]
  partner: string[]
  from?: string
  to?: string
  code: string[]
  perCode?: boolean
  columns?: string
  limit?: string
  output: string
  file?: string
}

function collect(word: string, before: string[]): string[] {
  return [...before, ...word.split(',')]
}

async function list(options: Given): Promise<void> {
  const catalogue = await withWorkbench(options, seeDatasets)
  if (options.json) return terminal.out(JSON.stringify({ datasets: catalogue }))
  terminal.out(columns(catalogue.map(lineOf)))
}

function lineOf({ description, versions }: CatalogueEntry): readonly string[] {
  const current = versions.find((version) => version.current)
  const rows = current?.tables.reduce((sum, table) => sum + table.rows, 0)
  const state = current === undefined ? '-' : `${current.version}, ${rows} rows`
  return [description.id, state, description.title]
}

async function show(id: string, options: Given): Promise<void> {
  const entry = await withWorkbench(options, (workbench) => seeDataset(workbench, id))
  if (options.json) return terminal.out(JSON.stringify(entry))
  const { description, versions } = entry
  const lines = [
    `${description.id}: ${description.title}`,
    wrap(`producer  ${description.producer}`, 100, '          '),
    wrap(`cite      ${description.citation}`, 100, '          '),
    wrap(`licence   ${description.licence}`, 100, '          '),
    `version   ${description.version}`,
    `get it    ${description.url}`,
  ]
  for (const table of description.tables) {
    const { coverage, absence } = table
    lines.push('', `table ${table.name}: a row is a ${table.unit}`)
    lines.push(`  covers ${coverage.from}–${coverage.to}, ${coverage.states}`)
    lines.push(wrap(`  no row means ${absence.means}: ${absence.because}`, 100, '    '))
    const about = table.columns.map(({ name, type, unit, about: what }) => [
      `  ${name}`,
      unit === undefined ? type : `${type}, ${unit}`,
      what,
    ])
    lines.push(columns(about))
    lines.push(...table.layouts.map((layout) => `  layout ${layout.id}: ${layout.about}`))
  }
  if (description.quirks.length > 0)
    lines.push('', 'quirks', ...description.quirks.map((quirk) => wrap(`  ${quirk}`, 100, '    ')))
  lines.push('', versions.length === 0 ? 'not imported here' : 'imported')
  for (const version of versions)
    lines.push(
      `  ${version.version}${version.current ? ' (holds now)' : ''}, ${version.at}, by ${version.by}: ${version.tables.map((table) => `${table.name} ${table.rows} rows`).join(', ')}`,
    )
  terminal.out(lines.join('\n'))
}

async function add(id: string, files: readonly string[], options: AddOptions): Promise<void> {
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.once('SIGINT', interrupted)
  try {
    const names = Object.fromEntries(options.name.map(namedState))
    const request = {
      dataset: id,
      files: files.map((path) => ({ path, name: basename(path) })),
      table: options.table,
      append: options.append,
      names,
    }
    const watch = { signal: stop.signal, progress: terminal.progress }
    const version = await withWorkbench(
      options,
      (workbench) => addDataset(workbench, request, watch),
      'left-to-work',
    )
    if (options.json) terminal.out(JSON.stringify(version))
    else tellImport(version, files.length)
  } finally {
    process.off('SIGINT', interrupted)
  }
}

function namedState(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1)
    throw new SoundingsError('call-invalid', '--name takes a name and a state, as in "Burma=MMR"', {
      place: { value: text },
    })
  return [text.slice(0, at), text.slice(at + 1)]
}

async function query(id: string, options: QueryOptions): Promise<void> {
  const year = (name: 'from' | 'to' | 'limit') => {
    const text = options[name]
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    throw new SoundingsError('call-invalid', `--${name} must be a whole number`, { place: { value: text } })
  }
  const request = {
    dataset: id,
    version: options.version,
    table: options.table,
    by: options.by,
    states: options.state,
    partners: options.partner,
    from: year('from'),
    to: year('to'),
    codes: options.code,
    perCode: options.perCode,
    columns: options.columns?.split(','),
  }
  const limit = year('limit') ?? (options.json || options.output !== 'table' ? undefined : 40)
  const output = {
    ...(limit === undefined ? {} : { limit }),
    ...(options.file === undefined ? {} : { file: { path: options.file, format: formatOf(options.file) } }),
  }
  const answer = await withWorkbench(options, (workbench) => askDataset(workbench, request, output))
  const from = `${id} ${answer.version}, table ${answer.table.name}`
  if (options.file !== undefined) return terminal.say(`Wrote ${options.file}, from ${from}.`)
  if (options.json || options.output === 'json') {
    const { table, ...rest } = answer
    return terminal.out(JSON.stringify({ ...rest, table: table.name }))
  }
  if (options.output === 'csv') return terminal.out(csvOf(answer.rows))
  const cells = answer.rows.map((row) => answer.columns.map((name) => String(row[name] ?? '')))
  terminal.out(columns([answer.columns, ...cells]))
  terminal.say(`${answer.rows.length} of ${answer.of} rows, from ${from}. ${answer.citation}`)
}

function formatOf(path: string): 'csv' | 'parquet' {
  if (path.endsWith('.csv')) return 'csv'
  if (path.endsWith('.parquet')) return 'parquet'
  throw new SoundingsError('format-unknown', 'an answer can be written as .csv or .parquet', {
    place: { file: path },
  })
}
