import { join } from 'node:path'
import { datasetOf } from '#datasets/registry'
import { SoundingsError } from '#domain/errors'
import { type Measure, measureOf } from '#domain/measure'
import { type BulkEngine, literal } from './bulk-engine.ts'
import type { ImportedVersion } from './dataset-versions.ts'
import type { MeasureSql } from './measure-answer.ts'
import { measureSql } from './measure-sql.ts'
import { parquetScan } from './parquet-scan.ts'

/**
 * The versions from which a measure is computed, and the tables that it lacks. Of datasets of which one is enough, that
 * which covers most of the years asked is taken, the first named where they are even.
 */
export function versionsFor(
  measure: Measure,
  versions: readonly ImportedVersion[],
  years: readonly number[],
): { readonly used: readonly ImportedVersion[]; readonly lacking: readonly string[] } {
  const has = (name: string) => {
    const [dataset, table] = name.split('/')
    return versions.some((one) => one.dataset === dataset && one.tables.some((two) => two.name === table))
  }
  const how = measureSql[measure.id]
  if (measure.either) {
    const asked = new Set(years)
    const reach = ({ tables }: ImportedVersion) =>
      tables.find(({ name }) => name === 'events')?.years.filter(({ year }) => asked.has(year)).length ?? 0
    const there = measure.datasets.flatMap((id) =>
      has(`${id}/events`) ? versions.filter(({ dataset }) => dataset === id) : [],
    )
    const [best] = there.toSorted((a, b) => reach(b) - reach(a))
    return best === undefined
      ? { used: [], lacking: [measure.datasets.join(' or ')] }
      : { used: [best], lacking: [] }
  }
  const used = measure.datasets.flatMap((id) => versions.filter(({ dataset }) => dataset === id))
  return { used, lacking: (how?.tables ?? []).filter((name) => !has(name)) }
}

/** The years that every table of a measure covers as imported; null where none is known. */
export function yearsCovered(
  measure: Measure,
  used: readonly ImportedVersion[],
): { readonly from: number; readonly to: number } | null {
  const how = measureSql[measure.id]
  const names = how?.events ? used.map(({ dataset }) => `${dataset}/events`) : (how?.tables ?? [])
  const spans = names.flatMap((name) => {
    const [dataset, table] = name.split('/')
    const years = used
      .find((one) => one.dataset === dataset)
      ?.tables.find((one) => one.name === table)
      ?.years.map(({ year }) => year)
    return years === undefined || years.length === 0
      ? []
      : [{ from: Math.min(...years), to: Math.max(...years) }]
  })
  if (spans.length === 0) return null
  const from = Math.max(...spans.map((span) => span.from)) + (how?.window ?? 1) - 1
  const to = Math.min(...spans.map((span) => span.to))
  return from > to ? null : { from, to }
}

/** The SQL of a measure over the dyads asked, its views made, with the reason wherever there is no value. */
export async function measureQuery(
  engine: BulkEngine,
  folder: string,
  id: string,
  versions: readonly ImportedVersion[],
  named: boolean,
): Promise<string> {
  const how = measureSql[id]
  const measure = measureOf(id)
  if (how === undefined || measure === undefined)
    throw new RangeError(`measureQuery: there is no SQL of ${id}`)
  const covered = await makeViews(engine, folder, how, measure, versions)
  const system = how.system ?? 'cow'
  await engine.run(`create or replace table asked as ${askedSql(measure, system, named)}`)
  const outside = (year: string) =>
    covered.map(
      ({ from, to }) =>
        `when ${year} - ${(how.window ?? 1) - 1} < ${from} or ${year} > ${to} then 'the dataset covers ${from} to ${to}${
          how.window === undefined ? '' : `, and a value looks back on ${how.window} years`
        }'`,
    )
  const group = system === 'un' ? 'of the United Nations' : 'of the state system'
  const gone = `select r.*, case ${outside('r.year').join(' ')}
      when p.state is null then r.of || ' was no member ${group} in ' || r.year
      when q.state is null and r.towards is not null then r.towards || ' was no member ${group} in ' || r.year end as gone
    from (${how.sql}) r
    left join present p on p.system = '${system}' and p.state = r.of and p.year = r.year
    left join present q on q.system = '${system}' and q.state = r.towards and q.year = r.year`
  const because = `coalesce(gone, case when value is null then coalesce(why, ${literal(how.absent)}) end)`
  return `select of, towards, year, case when gone is null then value end as value,
      case when gone is null and value is not null then se end as se, ${because} as because,
      gone is not null or (value is null and outside) as outside
    from (${gone})`
}

/** Of a directed measure each dyad both ways. States that come as a list are asked in the years in which both existed. */
function askedSql(measure: Measure, system: string, named: boolean): string {
  const both = measure.directed
    ? 'select a, b from dyad union all select b, a from dyad'
    : 'select a, b from dyad'
  const cells = `select d.a as of, d.b as towards, y.year from (${both}) d, years y`
  if (named) return cells
  const there = (side: string) =>
    `exists (from present p where p.system = '${system}' and p.state = c.${side} and p.year = c.year)`
  return `select * from (${cells}) c where ${there('of')} and ${there('towards')}`
}

async function makeViews(
  engine: BulkEngine,
  folder: string,
  how: MeasureSql,
  measure: Measure,
  versions: readonly ImportedVersion[],
): Promise<readonly { readonly from: number; readonly to: number }[]> {
  const covered: { from: number; to: number }[] = []
  const scanned = (name: string) => {
    const [dataset, table] = name.split('/')
    const version = versions.find((one) => one.dataset === dataset)
    const imported = version?.tables.find((one) => one.name === table)
    if (version === undefined || imported === undefined)
      throw new SoundingsError('dataset-absent', `${measure.id} needs the table ${table} of ${dataset}`, {
        advice: `Bring the file and run: soundings dataset add ${dataset} FILE`,
      })
    const seen = imported.years.map(({ year }) => year)
    if (seen.length > 0) covered.push({ from: Math.min(...seen), to: Math.max(...seen) })
    return parquetScan(imported.files.map((file) => join(folder, version.dataset, version.version, file)))
  }
  for (const name of how.tables)
    await engine.run(
      `create or replace view ${name.replaceAll(/[-/]/g, '_')} as select * from ${scanned(name)}`,
    )
  if (how.system === 'un') {
    // a session opens in one year and votes into the next: years are those in which sessions open
    const [sessions] = await engine.rows<{ from: number; to: number }>(
      'select (min(session) + 1945)::integer as "from", (max(session) + 1945)::integer as "to" from un_votes_roll_calls where _fate = 0',
    )
    if (sessions !== undefined) covered.splice(0, covered.length, sessions)
  }
  const chosen = how.events ? versions[0]?.dataset : undefined
  if (chosen !== undefined) {
    const table = datasetOf(chosen).tables.find(({ name }) => name === 'events')
    const focus = table?.coverage.focus ?? []
    await engine.run('create or replace table focus (state varchar)')
    for (const state of focus) await engine.run(`insert into focus values (${literal(state)})`)
    const mode = table?.columns.some(({ name }) => name === 'mode') ? 'mode' : 'null::varchar as mode'
    await engine.run(
      `create or replace view chosen as select date, source, target, code, ${mode} from ${scanned(`${chosen}/events`)} where _fate = 0 and date is not null`,
    )
  }
  return covered
}
