import { SoundingsError } from '#domain/errors'
import { type DistributionRule, distributionRules } from '#numeric/pool-distributions'
import { type PoolingRule, poolingRules, poolProbabilities } from '#numeric/pool-probabilities'
import type { TextTable } from '#storage/read-table'
import { type ForecastRows, numberIn, readForecasts } from './forecasts-file.ts'
import type { MethodEntry, MethodFile, MethodWatch } from './method.ts'
import { numberOption, onlyFile, wordOption } from './method-options.ts'
import { pooledQuantiles, quantileRows } from './pool-quantiles-file.ts'

/** Rules that need nothing but the forecasts, besides the order in time that `recency` takes from the column `time`. */
const offered = poolingRules.filter((rule) => rule !== 'performance')

/** The same for distributions, which are stated by quantiles. */
const offeredForQuantiles = distributionRules.filter((rule) => !rule.endsWith('-performance'))

/**
 * `pool-forecasts`: one probability for each question from those of several forecasters. Of several forecasts of one forecaster the
 * last by `time` counts; without that column each row counts. A table with columns `quantile,value` is pooled as distributions.
 *
 * @see Genest & Zidek (1986); Baron and others (2014); Neyman & Roughgarden (2021); Lichtendahl and others (2013)
 */
export const poolForecastsFile: MethodEntry = {
  name: 'pool-forecasts',
  about:
    'One forecast for each question out of those of several: probabilities, or quantiles of numbers and dates',
  input:
    'CSV: question,forecaster,probability (+ time, weight), or question,forecaster,quantile,value (+ time, weight, agency)',
  options: [
    {
      flags: '--method <rule>',
      about: `${offered.join(', ')}; for quantiles ${offeredForQuantiles.join(', ')}`,
      default: 'median',
    },
    { flags: '--a <power>', about: 'power of the odds for extremized', default: '2.5' },
    {
      flags: '--quantiles <shares>',
      about: 'shares at which a pool of quantiles is told, such as 0.05,0.5,0.95',
      default: '',
    },
  ],
  async run(files, options, watch) {
    const file = onlyFile(files, 'pool-forecasts')
    const told = sharesOption(options)
    const stated = await quantileTable(file)
    if (stated !== undefined) return quantilesPooled(stated, options, told, watch)
    if (told.length > 0)
      throw new SoundingsError(
        'call-invalid',
        '--quantiles needs a table with the columns quantile and value',
      )
    const rule: PoolingRule = wordOption(options, 'method', offered)
    const a = numberOption(options, 'a', { above: 0 })
    const rows = await readForecasts(file, [], ['time', 'weight'], watch)
    const time = timesIn(rows)
    const weight = weightsIn(rows)
    if (rule === 'recency' && time === undefined)
      throw new SoundingsError('call-invalid', 'recency needs a column time')
    if (weight !== undefined && ['trimmed', 'neyman', 'recency'].includes(rule))
      watch.notice(`${rule} takes no weights: the column weight is not used.`)
    const standing = standingRows(rows, time)
    return {
      method: rule,
      ...(rule === 'extremized' ? { a } : {}),
      questions: rows.questions.map((question, at) => {
        const its = standing[at] ?? []
        const probabilities = its.map((row) => rows.probability[row] ?? 0)
        const weights = weight === undefined ? undefined : its.map((row) => weight[row] ?? 0)
        if (weights?.every((one) => one === 0))
          throw new SoundingsError('method-input', `no forecast of question ${question} weighs anything`, {
            place: rows.table.place(its[0] ?? 0, 'weight'),
          })
        return {
          question,
          probability: poolProbabilities(probabilities, rule, { weights, a }),
          n: its.length,
          lowest: Math.min(...probabilities),
          highest: Math.max(...probabilities),
        }
      }),
    }
  },
  table: ({ questions, values }: Answer) => (values === 'quantiles' ? quantileRows(questions) : questions),
}

type Answer =
  | { readonly values?: undefined; readonly questions: readonly Record<string, unknown>[] }
  | { readonly values: 'quantiles'; readonly questions: ReturnType<typeof pooledQuantiles> }

/** The file as a table of quantiles, if its columns say that it is one. */
async function quantileTable(file: MethodFile): Promise<TextTable | undefined> {
  const table = await file.table(
    ['question', 'forecaster'],
    ['quantile', 'value', 'time', 'weight', 'agency'],
  )
  const [quantile, value] = [table.columns['quantile'], table.columns['value']]
  if (quantile === undefined || value === undefined) return undefined
  if (table.rows > 0) return table
  throw new SoundingsError('method-input', 'there is no forecast in it', { place: { file: file.name } })
}

function quantilesPooled(
  table: TextTable,
  options: Readonly<Record<string, unknown>>,
  shares: readonly number[],
  watch: MethodWatch,
): Answer & { readonly method: DistributionRule } {
  const rule = wordOption(options, 'method', offeredForQuantiles)
  const recent = rule.endsWith('-recency')
  if (recent && table.columns['time'] === undefined)
    throw new SoundingsError('call-invalid', `${rule} needs a column time`)
  if (recent && table.columns['weight'] !== undefined)
    watch.notice(`${rule} takes no weights: the column weight is not used.`)
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  return { method: rule, values: 'quantiles', questions: pooledQuantiles(table, { rule, shares }) }
}

/** Shares in ascending order, or none. */
function sharesOption(options: Readonly<Record<string, unknown>>): readonly number[] {
  const given = String(options['quantiles'] ?? '')
  if (given === '') return []
  const shares = given.split(',').map((one) => numberIn(one) ?? Number.NaN)
  if (shares.some((share) => !(share > 0 && share < 1)))
    throw new SoundingsError(
      'call-invalid',
      '--quantiles must be shares between 0 and 1, such as 0.05,0.5,0.95',
      {
        place: { value: given },
      },
    )
  return [...new Set(shares)].toSorted((a, b) => a - b)
}

/** Rows of each question that count, the oldest first. */
function standingRows(rows: ForecastRows, time: Float64Array | undefined): readonly number[][] {
  const of = rows.questions.map((): number[] => [])
  const order = Array.from({ length: rows.n }, (_, row) => row)
  if (time === undefined) {
    for (const row of order) of[rows.question[row] ?? 0]?.push(row)
    return of
  }
  order.sort((x, y) => (time[x] ?? 0) - (time[y] ?? 0) || x - y)
  const last = new Map<number, number>()
  const key = (row: number) =>
    (rows.question[row] ?? 0) * rows.forecasters.length + (rows.forecaster[row] ?? 0)
  for (const row of order) last.set(key(row), row)
  for (const row of order) if (last.get(key(row)) === row) of[rows.question[row] ?? 0]?.push(row)
  return of
}

function timesIn({ n, table }: ForecastRows): Float64Array | undefined {
  const cells = table.columns['time']
  if (cells === undefined) return undefined
  return Float64Array.from({ length: n }, (_, row) => {
    const value = numberIn(cells[row]) ?? Date.parse(cells[row] ?? '')
    if (Number.isFinite(value)) return value
    throw new SoundingsError('table-invalid', 'a time must be a number, or a date such as 2026-03-01', {
      place: table.place(row, 'time'),
    })
  })
}

function weightsIn({ n, table }: ForecastRows): Float64Array | undefined {
  const cells = table.columns['weight']
  if (cells === undefined) return undefined
  return Float64Array.from({ length: n }, (_, row) => {
    const value = numberIn(cells[row])
    if (value !== undefined && value >= 0) return value
    throw new SoundingsError('table-invalid', 'a weight must be a number from 0 on', {
      place: table.place(row, 'weight'),
    })
  })
}
