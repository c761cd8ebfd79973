import { SoundingsError } from '#domain/errors'
import {
  aggregateTree,
  aggregations,
  type CompositeNode,
  normalizations,
  normalizeColumn,
  rankIntervals,
  ranksOf,
  winsorize,
} from '#numeric/composite'
import { quantile } from '#numeric/quantile'
import { sobolIndices } from '#numeric/sobol-indices'
import type { MethodEntry, MethodFile, MethodWatch } from './method.ts'
import { integerOption, wordOption } from './method-options.ts'

const imputations = ['none', 'mean', 'median'] as const
const treatments = ['none', 'winsorize'] as const
const weightSpread = 0.25

/**
 * `composite`: a composite index from a tree of indicators and a table of data, by the steps of OECD and JRC. What it cannot
 * use it says before it runs.
 *
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators
 */
export const compositeFile: MethodEntry = {
  name: 'composite',
  about: 'A composite index: imputation, outliers, scales, weights, aggregation, and intervals of ranks',
  input: 'framework CSV: code,parent,weight,direction; then data CSV: unit and a column for each leaf',
  options: [
    { flags: '--normalize <how>', about: normalizations.join(', '), default: 'min-max' },
    { flags: '--aggregate <how>', about: aggregations.join(', '), default: 'arithmetic' },
    { flags: '--impute <how>', about: imputations.join(', '), default: 'none' },
    { flags: '--treat <how>', about: treatments.join(', '), default: 'none' },
    {
      flags: '--uncertainty <draws>',
      about: 'draws of weights within a quarter of themselves; 0 for none',
      default: '0',
    },
    {
      flags: '--sobol <rows>',
      about: 'rows of a design: which weights move ranks, alone and in all; 0 for none',
      default: '0',
    },
    { flags: '--seed <number>', about: 'seed of the draws', default: '1' },
  ],
  async run(files, options, watch) {
    const normalize = wordOption(options, 'normalize', normalizations)
    const aggregate = wordOption(options, 'aggregate', aggregations)
    const impute = wordOption(options, 'impute', imputations)
    const treat = wordOption(options, 'treat', treatments)
    const draws = integerOption(options, 'uncertainty', { least: 0, most: 100_000 })
    const design = integerOption(options, 'sobol', { least: 0, most: 1_000_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const [frame, data, ...more] = files
    if (frame === undefined || data === undefined || more.length > 0)
      throw new SoundingsError(
        'call-invalid',
        `composite takes a framework and a data file, and was given ${files.length}`,
      )
    const nodes = await readFramework(frame)
    const leaves = nodes.flatMap((node, at) =>
      nodes.some(({ parent }) => parent === at) ? [] : [{ node, at }],
    )
    const { units, columns } = await readData(
      data,
      leaves.map(({ node }) => node.code),
      watch,
    )
    const scaled = new Map(
      leaves.map(({ node, at }) => {
        const filled = imputed(columns.get(node.code) ?? [], impute, node.code, watch)
        const drawn = treat === 'winsorize' ? treated(filled, node.code, watch) : filled
        const column = normalizeColumn(drawn, node.direction, normalize)
        if (column.every((value) => value === null))
          watch.notice(`${node.code} has one value or none: it cannot tell units apart, and gives no number.`)
        return [at, column] as const
      }),
    )
    const rows = units.map((_, unit) => nodes.map((__, at) => scaled.get(at)?.[unit] ?? null))
    const values = rows.map((row) => aggregateTree(nodes, row, aggregate))
    const root = nodes.length - 1
    const none = units.filter((_, unit) => values[unit]?.[root] == null)
    if (none.length > 0)
      watch.notice(
        `${none.length} of ${units.length} units have no score (${none.slice(0, 5).join(', ')}): a part is missing, or not above 0 under a ${aggregate} mean. --impute fills what is missing.`,
      )
    const ranks = ranksOf(values.map((row) => row[root] ?? null))
    const intervals =
      draws === 0 ? undefined : rankIntervals(nodes, rows, aggregate, weightSpread, draws, seed)
    const moved = (weights: Float64Array) => {
      const scores = rows.map((row) => aggregateTree(nodes, row, aggregate, weights)[root] ?? null)
      const changes = ranksOf(scores).flatMap((rank, at) =>
        rank === null ? [] : [Math.abs(rank - (ranks[at] ?? rank))],
      )
      return changes.reduce((sum, change) => sum + change, 0) / Math.max(1, changes.length)
    }
    const weights = Float64Array.from(nodes, ({ weight }) => weight)
    const model = (inputs: Float64Array) =>
      moved(weights.map((weight, at) => weight * (1 + weightSpread * (2 * (inputs[at] ?? 0.5) - 1))))
    const indices = design < 8 ? null : sobolIndices(model, root, design, seed)
    if (design > 0 && indices === null)
      watch.notice(
        design < 8
          ? '--sobol needs 8 rows at least.'
          : 'No weight within a quarter of itself moves a rank: there is nothing to divide.',
      )
    return {
      scores: units.flatMap((unit, at) =>
        nodes.map(({ code }, node) => ({ unit, code, value: values[at]?.[node] ?? null })),
      ),
      ranks: units.map((unit, at) => ({
        unit,
        rank: ranks[at] ?? null,
        ...(intervals === undefined ? {} : { interval: intervals[at] ?? null }),
      })),
      ...(indices === null
        ? {}
        : {
            sensitivity: indices.map(({ first, total, firstInterval, totalInterval }, at) => ({
              input: `weight of ${nodes[at]?.code}`,
              first,
              total,
              firstInterval,
              totalInterval,
            })),
          }),
      steps: {
        impute,
        treat,
        normalize,
        aggregate,
        ...(draws === 0 ? {} : { uncertainty: draws, weightSpread, seed }),
      },
    }
  },
  table: ({ scores }: { scores: readonly Record<string, unknown>[] }) => scores,
}

/** Nodes with parents after their children, the root last. */
async function readFramework(file: MethodFile): Promise<readonly CompositeNode[]> {
  const table = await file.table(['code', 'parent'], ['weight', 'direction'])
  const refuse = (row: number, column: string, message: string) =>
    new SoundingsError('table-invalid', message, { place: table.place(row, column) })
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const cell = (name: string) => table.columns[name]?.[row]?.trim() || undefined
    const code = cell('code')
    if (code === undefined) throw refuse(row, 'code', 'the node has no code')
    const weight = Number(cell('weight') ?? 1)
    if (!(weight >= 0)) throw refuse(row, 'weight', 'a weight must be a number of at least 0')
    const given = Number(cell('direction') ?? 1)
    if (given !== 1 && given !== -1) throw refuse(row, 'direction', 'a direction must be 1 or −1')
    return { row, code, parent: cell('parent'), weight, direction: given as 1 | -1 } // one of the two
  })
  const byCode = new Map(rows.map((one) => [one.code, one]))
  for (const one of rows) {
    if (byCode.get(one.code) !== one) throw refuse(one.row, 'code', `two nodes are called ${one.code}`)
    if (one.parent !== undefined && !byCode.has(one.parent))
      throw refuse(one.row, 'parent', `there is no node ${one.parent}`)
  }
  const roots = rows.filter(({ parent }) => parent === undefined)
  if (roots.length !== 1)
    throw new SoundingsError('table-invalid', `one node must have no parent, and ${roots.length} have none`, {
      place: { file: file.name },
    })
  const depth = (code: string | undefined, steps = 0): number => {
    if (steps > rows.length)
      throw new SoundingsError('table-invalid', 'the tree runs in a circle', { place: { file: file.name } })
    return code === undefined ? 0 : 1 + depth(byCode.get(code)?.parent, steps + 1)
  }
  const ordered = rows.toSorted((a, b) => depth(b.code) - depth(a.code) || a.row - b.row)
  const place = new Map(ordered.map(({ code }, at) => [code, at]))
  for (const parent of new Set(rows.flatMap((one) => one.parent ?? []))) {
    const sum = rows.filter((one) => one.parent === parent).reduce((all, { weight }) => all + weight, 0)
    if (!(sum > 0)) throw refuse(byCode.get(parent)?.row ?? 0, 'code', `the weights under ${parent} sum to 0`)
  }
  return ordered.map(({ code, parent, weight, direction }) => ({
    code,
    parent: parent === undefined ? -1 : (place.get(parent) ?? -1),
    weight,
    direction,
  }))
}

async function readData(file: MethodFile, codes: readonly string[], watch: Pick<MethodWatch, 'notice'>) {
  const table = await file.table(['unit', ...codes])
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  const units = Array.from({ length: table.rows }, (_, row) => table.columns['unit']?.[row] ?? '')
  for (const [row, unit] of units.entries())
    if (unit === '' || units.indexOf(unit) !== row)
      throw new SoundingsError(
        'table-invalid',
        unit === '' ? 'the unit has no name' : `${unit} stands here a second time`,
        {
          place: table.place(row, 'unit'),
        },
      )
  if (units.length < 2)
    throw new SoundingsError('method-input', 'two units are needed at least', { place: { file: file.name } })
  const columns = new Map(
    codes.map((code) => [
      code,
      units.map((_, row) => {
        const cell = table.columns[code]?.[row]?.trim()
        if (cell === undefined || cell === '') return null
        const value = Number(cell)
        if (Number.isFinite(value)) return value
        throw new SoundingsError('table-invalid', 'the value is no number', { place: table.place(row, code) })
      }),
    ]),
  )
  return { units, columns }
}

function imputed(
  values: readonly (number | null)[],
  how: (typeof imputations)[number],
  code: string,
  watch: Pick<MethodWatch, 'notice'>,
): readonly (number | null)[] {
  const known = values.filter((value) => value !== null)
  const missing = values.length - known.length
  if (missing === 0) return values
  const share = `${missing} of ${values.length} values of ${code} are missing`
  if (how === 'none' || known.length === 0) {
    watch.notice(`${share}.`)
    return values
  }
  watch.notice(`${share}, and are filled by the ${how} of the others.`)
  const sorted = known.toSorted((a, b) => a - b)
  const filler = how === 'mean' ? known.reduce((a, b) => a + b, 0) / known.length : quantile(sorted, 0.5)
  return values.map((value) => value ?? filler)
}

function treated(
  values: readonly (number | null)[],
  code: string,
  watch: Pick<MethodWatch, 'notice'>,
): readonly (number | null)[] {
  const known = values.filter((value) => value !== null)
  if (known.length < 4) return values
  const found = winsorize(known)
  if (found.times > 0) watch.notice(`${code}: outliers drawn in, ${found.times} times.`)
  let at = 0
  return values.map((value) => (value === null ? null : (found.values[at++] ?? null)))
}
