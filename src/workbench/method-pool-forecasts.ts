import { SoundingsError } from '#domain/errors'
import { type PoolingRule, poolingRules, poolProbabilities } from '#numeric/pool-probabilities'
import { type ForecastRows, numberIn, readForecasts } from './forecasts-file.ts'
import type { MethodEntry } from './method.ts'
import { numberOption, onlyFile, wordOption } from './method-options.ts'

/** Rules that need nothing but the forecasts, besides the order in time that `recency` takes from the column `time`. */
const offered = poolingRules.filter((rule) => rule !== 'performance')

/**
 * `pool-forecasts`: one probability for each question from those of several forecasters. Of several forecasts of one forecaster the
 * last by `time` counts; without that column each row counts.
 *
 * @see Genest & Zidek (1986); Baron and others (2014); Neyman & Roughgarden (2021)
 */
export const poolForecastsFile: MethodEntry = {
  name: 'pool-forecasts',
  about: 'One probability for each question out of those of several forecasters',
  input: 'CSV: question,forecaster,probability (+ time, weight)',
  options: [
    { flags: '--method <rule>', about: offered.join(', '), default: 'median' },
    { flags: '--a <power>', about: 'power of the odds for extremized', default: '2.5' },
  ],
  async run(files, options, watch) {
    const rule: PoolingRule = wordOption(options, 'method', offered)
    const a = numberOption(options, 'a', { above: 0 })
    const rows = await readForecasts(onlyFile(files, 'pool-forecasts'), [], ['time', 'weight'], watch)
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
  table: ({ questions }: { questions: readonly Record<string, unknown>[] }) => questions,
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
