import { SoundingsError } from '#domain/errors'
import { compute } from './compute.ts'
import { numberIn } from './forecasts-file.ts'
import type { MethodEntry, MethodFile, MethodWatch } from './method.ts'
import { integerOption, onlyFile, wordOption } from './method-options.ts'
import { graphOf, networkMeasures, pathLengths } from './network-graph.ts'
import { communitiesOf } from './network-layout.ts'
import { fewestUnits } from './network-spread.ts'

/**
 * `network`: centralities and communities of a network of ties. Rows of the same two add up; rows of one `activity` are drawn together
 * for the intervals, else each row is one. Without the column `weight` a row weighs 1.
 *
 * @see Freeman (1978), Social Networks 1; Brandes (2001), Journal of Mathematical Sociology 25; Bonacich (1987), AJS 92
 */
export const networkFile: MethodEntry = {
  name: 'network',
  about: 'Degree, strength, betweenness, closeness, eigenvector and communities of a network of ties',
  input: 'CSV: a,b (+ weight, year, activity, directed)',
  options: [
    { flags: '--directed', about: 'a tie leads from a to b (also where the column directed says so)' },
    {
      flags: '--paths <length>',
      about: `ways are measured by ${pathLengths.join(' or ')}`,
      default: 'steps',
    },
    { flags: '--from <year>', about: 'first year that counts' },
    { flags: '--to <year>', about: 'last year that counts' },
    { flags: '--bootstrap <number>', about: 'draws for the intervals; 0 for none', default: '200' },
    { flags: '--seed <number>', about: 'seed of draws and communities', default: '1' },
  ],
  async run(files, options, watch) {
    const draws = integerOption(options, 'bootstrap', { least: 0, most: 100_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const paths = wordOption(options, 'paths', pathLengths)
    const year = (name: 'from' | 'to') =>
      options[name] === undefined ? undefined : integerOption(options, name, { least: 0, most: 9999 })
    const [from, to] = [year('from'), year('to')]
    const { rows, directed: told } = await readTies(onlyFile(files, 'network'), watch, { from, to })
    const directed = told || options['directed'] === true
    const names = [...new Set(rows.flatMap(({ a, b }) => [a, b]))].toSorted()
    const place = new Map(names.map((name, at) => [name, at]))
    const activities = [...new Set(rows.map(({ activity }) => activity))]
    const unit = new Map(activities.map((name, at) => [name, at]))
    const ties = {
      unit: Int32Array.from(rows, ({ activity }) => unit.get(activity) ?? 0),
      a: Int32Array.from(rows, ({ a }) => place.get(a) ?? 0),
      b: Int32Array.from(rows, ({ b }) => place.get(b) ?? 0),
      weight: Float64Array.from(rows, ({ weight }) => weight),
    }
    const spread = await compute(
      'networkSpread',
      { ...ties, nodes: names.length, directed, paths, units: activities.length, draws, seed },
      { workers: 1, progress: (done, of) => watch.progress(done, of, 'draws') },
    )
    const graph = graphOf(names.length, ties, directed)
    const groups = communitiesOf(graph, seed)
    if (draws > 0 && activities.length < fewestUnits)
      watch.notice(
        'Fewer than five activities: drawing them anew tells next to nothing; no interval is given.',
      )
    return {
      ...{ directed, paths, draws, seed },
      nodes: names.length,
      ties: graph.size,
      rows: rows.length,
      communities: groups.count,
      modularity: groups.modularity,
      centralities: names.map((node, at) => ({
        node,
        community: groups.of[at] ?? 0,
        ...Object.fromEntries(
          networkMeasures.flatMap((name) => {
            const one = spread[name]
            if (one === undefined) return []
            const interval = one.intervals?.[at]
            return [
              [
                name,
                {
                  value: one.values[at] ?? 0,
                  rank: one.ranks[at] ?? 0,
                  ...(interval === undefined ? {} : { interval, rankInterval: one.rankIntervals?.[at] }),
                },
              ],
            ]
          }),
        ),
      })),
    }
  },
  table: ({ centralities }: Answer) =>
    centralities.map((line) =>
      Object.fromEntries(
        Object.entries(line).map(([name, one]) => [name, typeof one === 'object' ? one.value : one]),
      ),
    ),
}

interface Answer {
  readonly centralities: readonly Readonly<Record<string, string | number | { readonly value: number }>>[]
}

interface Row {
  readonly a: string
  readonly b: string
  readonly weight: number
  readonly activity: string
}

async function readTies(
  file: MethodFile,
  watch: MethodWatch,
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
): Promise<{ readonly rows: readonly Row[]; readonly directed: boolean }> {
  const table = await file.table(['a', 'b'], ['weight', 'year', 'activity', 'directed'])
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  const cell = (column: string, row: number) => table.columns[column]?.[row]?.trim() || undefined
  const rows: Row[] = []
  const directions = new Set<boolean>()
  let [empty, undated] = [0, 0]
  for (let row = 0; row < table.rows; row++) {
    const refuse = (column: string, message: string) =>
      new SoundingsError('table-invalid', message, { place: table.place(row, column) })
    const [a, b] = [cell('a', row), cell('b', row)]
    if (a === undefined || b === undefined)
      throw refuse(a === undefined ? 'a' : 'b', 'a tie must name both of its ends')
    if (a === b) throw refuse('b', 'a tie must lead to another than itself')
    const written = cell('weight', row)
    if (table.columns['weight'] !== undefined && written === undefined) {
      empty++
      continue
    }
    const weight = written === undefined ? 1 : numberIn(written)
    if (weight === undefined || !(weight >= 0)) throw refuse('weight', 'a weight must be a number from 0 on')
    const year = cell('year', row) === undefined ? undefined : numberIn(cell('year', row))
    if (cell('year', row) !== undefined && !Number.isInteger(year))
      throw refuse('year', 'a year must be a whole number')
    directions.add(directionOf(cell('directed', row), (message) => refuse('directed', message)))
    if (from !== undefined || to !== undefined) {
      if (year === undefined) undated++
      if (year === undefined || year < (from ?? year) || year > (to ?? year)) continue
    }
    rows.push({ a, b, weight, activity: cell('activity', row) ?? `row ${row}` })
  }
  if (directions.size > 1)
    throw new SoundingsError('table-invalid', 'a network has a direction in all rows or in none', {
      place: { file: file.name, field: 'directed' },
    })
  if (empty > 0) watch.notice(`${empty} rows without a weight are left out: what is missing is no zero.`)
  if (undated > 0) watch.notice(`${undated} rows without a year are left out: years were asked for.`)
  if (!rows.some(({ weight }) => weight > 0))
    throw new SoundingsError('method-input', 'no row has a weight above 0', { place: { file: file.name } })
  return { rows, directed: directions.has(true) }
}

function directionOf(text: string | undefined, refuse: (message: string) => Error): boolean {
  const word = text?.toLowerCase()
  if (word === undefined || ['0', 'false', 'no'].includes(word)) return false
  if (['1', 'true', 'yes'].includes(word)) return true
  throw refuse('directed must be true or false')
}
