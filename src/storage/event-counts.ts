import { join } from 'node:path'
import type { TableDescription } from '#datasets/dataset'
import { type BulkEngine, literal, openBulkEngine } from './bulk-engine.ts'
import type { ImportedVersion } from './dataset-versions.ts'
import { parquetScan } from './parquet-scan.ts'

/** Which events are counted, and how. */
export interface EventChoice {
  /** whether an event of this code and mode counts */
  chosen(code: string, mode: string): boolean
  /** true to count days on which one was reported from either side, as of visits; else events of the first towards the second */
  readonly mutualDays: boolean
}

export type Pair = readonly [source: string, target: string]

/** Counts by pair and month, and what the file covers. */
export interface EventCounts {
  /** events of any kind in each month of the file that has some: YYYY-MM */
  readonly months: readonly { readonly month: string; readonly n: number }[]
  /** first and last day of the file */
  readonly days: Pair | null
  /** pairs asked of which the file reports any event at all, either way */
  readonly known: readonly Pair[]
  /** of the pairs asked and of the busiest; a pair and month without a row has no such event */
  readonly counts: readonly { readonly pair: Pair; readonly month: string; readonly n: number }[]
}

/**
 * Counts events of a table by pair of states and month.
 *
 * @param asked   pairs wanted; of mutual days the order of the two does not matter
 * @param busiest how many more pairs, those with most such events
 */
export async function countEvents(
  folder: string,
  version: ImportedVersion,
  table: TableDescription,
  choice: EventChoice,
  asked: readonly Pair[],
  busiest: number,
): Promise<EventCounts> {
  const engine = await openBulkEngine()
  try {
    await makeEvents(engine, folder, version, table, choice)
    await engine.run('create table asked (source varchar, target varchar)')
    if (asked.length > 0)
      await engine.run(
        `insert into asked values ${asked
          .map((pair) => `(${ordered(pair, choice).map(literal).join(', ')})`)
          .join(', ')}`,
      )
    const n = choice.mutualDays ? 'count(distinct date)' : 'count(*)'
    await engine.run(
      `create table counted as select source, target, strftime(date, '%Y-%m') as month, ${n} as n from event
       where source is not null and target is not null and source <> target group by all`,
    )
    const rows = await engine.rows<{ source: string; target: string; month: string; n: number }>(
      `with most as (select source, target from counted group by all order by sum(n) desc, source, target limit ${busiest}),
        wanted as (from asked union from most)
       select c.source, c.target, c.month, c.n from counted c join wanted using (source, target) order by all`,
    )
    const months = await engine.rows<{ month: string; n: number }>(
      `select strftime(date, '%Y-%m') as month, count(*) as n from every_event group by all order by month`,
    )
    const [days] = await engine.rows<{ first: string | null; last: string | null }>(
      'select min(date)::varchar as first, max(date)::varchar as last from every_event',
    )
    const known = await engine.rows<{ source: string; target: string }>(
      `select distinct a.source, a.target from asked a join every_event e
       on (e.source = a.source and e.target = a.target) or (e.source = a.target and e.target = a.source) order by all`,
    )
    return {
      months,
      days: days?.first == null || days.last === null ? null : [days.first, days.last],
      known: known.map(({ source, target }) => [source, target] as const),
      counts: rows.map(({ source, target, month, n: count }) => ({
        pair: [source, target],
        month,
        n: count,
      })),
    }
  } finally {
    engine.close()
  }
}

/** A stretch of months of a pair: YYYY-MM to YYYY-MM, both included. */
export interface EventWindow {
  readonly pair: Pair
  readonly from: string
  readonly to: string
}

/** The rows of a dataset that lie in a window, the latest first, and how many there are. */
export interface EventsBehind {
  readonly of: number
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/**
 * The events themselves, window by window: all columns of the dataset.
 *
 * @param limit rows of each window at most
 * @returns as many answers as windows, in their order
 */
export async function eventsBehind(
  folder: string,
  version: ImportedVersion,
  table: TableDescription,
  choice: EventChoice,
  windows: readonly EventWindow[],
  limit: number,
): Promise<readonly EventsBehind[]> {
  if (windows.length === 0) return []
  const engine = await openBulkEngine()
  try {
    await makeEvents(engine, folder, version, table, choice)
    const values = windows.map(({ pair, from, to }, at) => {
      const [source, target] = ordered(pair, choice)
      return `(${at}, ${[source, target, from, to].map(literal).join(', ')})`
    })
    await engine.run(
      `create table stretch as select * from (values ${values.join(', ')}) t(stretch, a, b, since, until)`,
    )
    await engine.run(
      `create table found as select s.stretch, e.* from stretch s join event e on e.source = s.a and e.target = s.b
         and strftime(e.date, '%Y-%m') between s.since and s.until`,
    )
    const totals = await engine.rows<{ stretch: number; n: number }>(
      'select stretch, count(*) as n from found group by all',
    )
    const rows = await engine.rows<Record<string, unknown>>(
      `select * replace (date::varchar as date) from found
       qualify row_number() over (partition by stretch order by date desc, told) <= ${limit}
       order by stretch, date desc, told`,
    )
    return windows.map((_, at) => ({
      of: totals.find(({ stretch }) => stretch === at)?.n ?? 0,
      rows: rows.filter(({ stretch }) => stretch === at).map(asTold),
    }))
  } finally {
    engine.close()
  }
}

/** A row as the dataset has it, without what was added to find it. */
function asTold(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const added = ['stretch', 'told', 'told_source', 'told_target']
  const { told_source: source, told_target: target } = row
  return {
    ...Object.fromEntries(Object.entries(row).filter(([name]) => !added.includes(name))),
    source,
    target,
  }
}

/** Views of all events and of those chosen; of mutual days a pair stands in alphabetical order. */
async function makeEvents(
  engine: BulkEngine,
  folder: string,
  version: ImportedVersion,
  table: TableDescription,
  { chosen, mutualDays }: EventChoice,
): Promise<void> {
  const imported = version.tables.find(({ name }) => name === table.name)
  if (imported === undefined) throw new RangeError(`makeEvents: version has no table ${table.name}`)
  const scan = parquetScan(imported.files.map((file) => join(folder, version.dataset, version.version, file)))
  const mode = table.columns.some(({ name }) => name === 'mode') ? "coalesce(mode, '')" : "''"
  await engine.run(
    `create view every_event as select * exclude (_fate), ${mode} as by_mode from ${scan} where _fate = 0`,
  )
  const codes = await engine.rows<{ code: string; by_mode: string }>(
    "select distinct coalesce(code, '') as code, by_mode from every_event order by all",
  )
  const wanted = codes.filter((one) => chosen(one.code, one.by_mode))
  await engine.run('create table wanted (code varchar, by_mode varchar)')
  if (wanted.length > 0)
    await engine.run(
      `insert into wanted values ${wanted.map((one) => `(${literal(one.code)}, ${literal(one.by_mode)})`).join(', ')}`,
    )
  const sides = mutualDays ? ['least(source, target)', 'greatest(source, target)'] : ['source', 'target']
  await engine.run(
    `create view event as select * exclude (by_mode) replace (${sides[0]} as source, ${sides[1]} as target),
       source as told_source, target as told_target, row_number() over () as told
     from every_event e where exists (from wanted w where w.code = coalesce(e.code, '') and w.by_mode = e.by_mode)`,
  )
}

function ordered([a, b]: Pair, { mutualDays }: EventChoice): Pair {
  return mutualDays && a > b ? [b, a] : [a, b]
}
