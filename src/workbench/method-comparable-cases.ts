import { SoundingsError } from '#domain/errors'
import { type ComparableRates, comparableRates } from '#numeric/comparable-rates'
import {
  type Feature,
  type FeatureKind,
  type FeatureValue,
  gowerSimilarity,
  rangeOf,
} from '#numeric/gower-similarity'
import { random } from '#numeric/random'
import type { TextTable } from '#storage/read-table'
import type { MethodEntry } from './method.ts'
import { integerOption, onlyFile } from './method-options.ts'

/**
 * `comparable-cases`: which cases of a table are most like a target, and how often an outcome came among them, against all.
 *
 * @see Gower (1971), Biometrics 27(4); Kish (1965), Survey Sampling; Wilson (1927), JASA 22(158)
 */
export const comparableCasesFile: MethodEntry = {
  name: 'comparable-cases',
  about: 'Cases like a target on stated features, and how often an outcome came among them against all',
  input: 'CSV: outcome (0 or 1), columns of features, and perhaps case, cluster and group',
  options: [
    { flags: '--target <list>', about: 'what is known of the target: feature=value, separated by commas' },
    { flags: '--features <names>', about: 'features compared; by default those of the target' },
    { flags: '--presence <names>', about: 'features whose lack in both cases says nothing (0 or 1)' },
    { flags: '--weights <list>', about: 'how much features count: feature=weight, 1 if not named' },
    {
      flags: '--k <number>',
      about: 'only so many cases, those most alike with their equals; by default all, weighted',
    },
    { flags: '--outcome <column>', about: 'what came of it: 1 or 0, empty if not known', default: 'outcome' },
    { flags: '--case <column>', about: 'name of a case', default: 'case' },
    {
      flags: '--cluster <column>',
      about: 'cases with the same word hang together; by default each is its own',
    },
    { flags: '--group <column>', about: 'rates for each word of this column among the cases alike' },
    { flags: '--resamples <number>', about: 'resamples of the bootstrap of clusters', default: '1000' },
    { flags: '--seed <number>', about: 'seed of the bootstrap', default: '1' },
  ],
  async run(files, options, watch) {
    const file = onlyFile(files, 'comparable-cases')
    const resamples = integerOption(options, 'resamples', { least: 100, most: 100_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 })
    const k =
      options['k'] === undefined ? undefined : integerOption(options, 'k', { least: 1, most: 1_000_000 })
    const target = pairsOf(options, 'target')
    const features = namesOf(options, 'features') ?? [...target.keys()]
    if (features.length === 0)
      throw new SoundingsError('call-invalid', '--target must say what is known of the target', {
        advice: 'For example: --target kind=interstate,intensity=120',
      })
    const [outcome, caseName, cluster, group] = ['outcome', 'case', 'cluster', 'group'].map((name) =>
      options[name] === undefined ? undefined : String(options[name]),
    )
    const used = [outcome, cluster, group].filter((name) => name !== undefined)
    const table = await file.table(
      [...new Set([...used, ...features])],
      caseName === undefined ? [] : [caseName],
    )
    if (table.rows === 0)
      throw new SoundingsError('method-input', 'there is no case in it', { place: { file: file.name } })
    if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
    const columns = featuresOf(table, features, target, options)
    const outcomes = Array.from({ length: table.rows }, (_, row) => zeroOrOne(table, row, outcome ?? ''))
    const clusterWords = Array.from(
      { length: table.rows },
      (_, row) => (cluster === undefined ? null : table.columns[cluster]?.[row]) ?? `\u0000${row}`,
    )
    const groupWords = Array.from({ length: table.rows }, (_, row) =>
      group === undefined ? null : (table.columns[group]?.[row] ?? null),
    )
    const rows = Array.from({ length: table.rows }, (_, row) =>
      columns.map(({ values }) => values[row] ?? null),
    )
    const wanted = columns.map((column) => column.target)
    const alike = rows.map((row) => gowerSimilarity(wanted, row, columns))
    const names = [...new Set(groupWords.filter((word) => word !== null))].toSorted()
    const rates = comparableRates(
      {
        outcomes,
        similarities: alike.map(({ value }) => value),
        clusters: numbered(clusterWords),
        groups: Object.fromEntries(names.map((name) => [name, groupWords.map((word) => word === name)])),
      },
      random(seed),
      { resamples, ...(k === undefined ? {} : { k }) },
    )
    return {
      cases: table.rows,
      outcome,
      ...(k === undefined ? { weighted: 'by similarity' } : { k }),
      features: columns.map(({ name, kind, weight, range, target: value, values }) => ({
        name,
        kind,
        weight,
        target: value,
        ...(kind === 'quantity' ? { range } : {}),
        missing: values.filter((one) => one === null).length,
      })),
      base: rates.base,
      comparable: rates.comparable,
      difference: rates.difference,
      ...(group === undefined ? {} : { groups: rates.groups }),
      leftOut: {
        outcomeMissing: outcomes.filter((one) => one === null).length,
        nothingCompared: alike.filter(({ value }) => value === null).length,
      },
      alike: listed(
        rates,
        alike.map(({ value }) => value),
      ).map((row) => ({
        case: (caseName === undefined ? undefined : table.columns[caseName]?.[row]) ?? `row ${row + 1}`,
        similarity: alike[row]?.value ?? null,
        compared: alike[row]?.compared ?? 0,
        outcome: outcomes[row] ?? null,
        ...(cluster === undefined ? {} : { cluster: table.columns[cluster]?.[row] ?? null }),
        parts: Object.fromEntries(columns.map(({ name }, at) => [name, alike[row]?.parts[at] ?? null])),
      })),
    }
  },
}

interface Column extends Feature {
  readonly name: string
  readonly range: number
  readonly target: FeatureValue
  readonly values: readonly FeatureValue[]
}

/** A column whose every value is a number is a quantity, unless it holds but 0 and 1; every other is a quality. */
function featuresOf(
  table: TextTable,
  names: readonly string[],
  target: ReadonlyMap<string, string>,
  options: Readonly<Record<string, unknown>>,
): readonly Column[] {
  const presences = namesOf(options, 'presence') ?? []
  const weights = pairsOf(options, 'weights')
  for (const name of [...presences, ...weights.keys()])
    if (!names.includes(name))
      throw new SoundingsError('call-invalid', `${name} is not among the features compared`, {
        advice: `These are ${names.join(', ')}.`,
      })
  return names.map((name): Column => {
    const cells = Array.from({ length: table.rows }, (_, row) => clean(table.columns[name]?.[row]))
    const wanted = target.get(name)
    if (wanted === undefined)
      throw new SoundingsError('call-invalid', `--target does not say ${name}, which is to be compared`)
    const known = cells.filter((cell) => cell !== null)
    const flags = presences.includes(name) || known.every((cell) => cell === '0' || cell === '1')
    const numbers = !flags && known.every((cell) => Number.isFinite(Number(cell)))
    const kind: FeatureKind = presences.includes(name) ? 'presence' : numbers ? 'quantity' : 'quality'
    const read = (cell: string | null, row?: number): FeatureValue => {
      if (cell === null) return null
      if (numbers) {
        if (Number.isFinite(Number(cell))) return Number(cell)
        throw new SoundingsError('call-invalid', `${name} of the target is no number, as in the table`, {
          place: { value: cell },
        })
      }
      if (!flags) return cell
      if (cell === '0' || cell === '1') return cell === '1'
      throw new SoundingsError('call-invalid', `${name} must be 0 or 1`, {
        place: row === undefined ? { value: cell } : table.place(row, name),
      })
    }
    const values = cells.map((cell, row) => read(cell, row))
    const weight = Number(weights.get(name) ?? 1)
    if (!(Number.isFinite(weight) && weight >= 0))
      throw new SoundingsError('call-invalid', `the weight of ${name} must be a number from 0`, {
        place: { value: weights.get(name) },
      })
    return { name, kind, weight, range: rangeOf(values), target: read(clean(wanted)), values }
  })
}

/** Rows among those alike, most alike first. */
function listed({ weights }: ComparableRates, similarities: readonly (number | null)[]): readonly number[] {
  return weights
    .map((_, row) => row)
    .filter((row) => (weights[row] ?? 0) > 0)
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b)
    .slice(0, 200)
}

function numbered(words: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>()
  return words.map((word) => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  })
}

function zeroOrOne(table: TextTable, row: number, column: string): 0 | 1 | null {
  const cell = clean(table.columns[column]?.[row])
  if (cell === null) return null
  if (cell === '1') return 1
  if (cell === '0') return 0
  throw new SoundingsError('table-invalid', 'the outcome is neither 0 nor 1', {
    place: table.place(row, column),
  })
}

function clean(cell: string | null | undefined): string | null {
  const word = cell?.trim() ?? ''
  return word === '' || word === 'NA' ? null : word
}

function namesOf(options: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  return [
    ...new Set(
      String(given)
        .split(',')
        .map((word) => word.trim()),
    ),
  ].filter((word) => word !== '')
}

/** `a=1,b=2` as pairs. */
function pairsOf(options: Readonly<Record<string, unknown>>, name: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const word of namesOf(options, name) ?? []) {
    const at = word.indexOf('=')
    if (at < 1 || pairs.has(word.slice(0, at)))
      throw new SoundingsError('call-invalid', `--${name} must be feature=value, each feature once`, {
        place: { value: word },
      })
    pairs.set(word.slice(0, at).trim(), word.slice(at + 1).trim())
  }
  return pairs
}
