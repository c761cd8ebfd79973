import { SoundingsError } from '#domain/errors'
import type { StatedQuantiles } from '#numeric/normal-scores'
import { type DistributionRule, poolDistributions } from '#numeric/pool-distributions'
import { quantileFunction } from '#numeric/quantile-function'
import { statedShares } from '#numeric/stated-shares'
import type { TextTable } from '#storage/read-table'
import { numberIn } from './forecasts-file.ts'

/** What was asked of the pool. */
export interface QuantilePooling {
  readonly rule: DistributionRule
  /** at which the pool is told; those that were stated if there are none */
  readonly shares: readonly number[]
}

interface Row {
  readonly row: number
  readonly question: string
  readonly forecaster: string
  readonly agency: string | undefined
  readonly time: number
  readonly weight: number
  readonly share: number
  readonly value: number
  readonly isDate: boolean
}

interface Stated extends StatedQuantiles {
  readonly first: Row
}

/**
 * Pools a table of quantiles, `question,forecaster,quantile,value`, question by question. Of several forecasts of one forecaster the
 * last by `time` counts; without that column his rows are one forecast.
 *
 * @throws SoundingsError `table-invalid` with file, line and column; `method-input` where nothing can be pooled
 */
export function pooledQuantiles(table: TextTable, { rule, shares }: QuantilePooling) {
  const rows = Array.from({ length: table.rows }, (_, row) => read(table, row))
  return [...Map.groupBy(rows, ({ question }) => question)].map(([question, its]) => {
    const isDate = its[0]?.isDate === true
    const odd = its.find((one) => one.isDate !== isDate)
    if (odd !== undefined)
      throw wrong(table, odd.row, 'value', `question ${question} has dates and numbers among its values`)
    const forecasts = forecastsOf(table, its)
    const told = shares.length > 0 ? shares : statedShares(forecasts)
    const said = (value: number) => (isDate ? dateOf(value) : value)
    const pool = (own: readonly Stated[]) => {
      const weights = own.map(({ first }) => first.weight)
      if (weights.every((weight) => weight === 0))
        throw new SoundingsError('method-input', `no forecast of question ${question} weighs anything`, {
          place: table.place(own[0]?.first.row ?? 0, 'weight'),
        })
      const pooled = poolDistributions(own, told, rule, weights)
      const each = own.map(quantileFunction)
      return {
        n: own.length,
        quantiles: told.map((quantile, at) => {
          const all = each.map((value) => value(quantile))
          return {
            quantile,
            value: said(pooled[at] ?? 0),
            lowest: said(Math.min(...all)),
            highest: said(Math.max(...all)),
          }
        }),
      }
    }
    const agencies = [...Map.groupBy(forecasts, ({ first }) => first.agency)].flatMap(([agency, own]) =>
      agency === undefined ? [] : [{ agency, ...pool(own) }],
    )
    return {
      question,
      values: isDate ? ('date' as const) : ('number' as const),
      ...pool(forecasts),
      ...(table.columns['agency'] === undefined ? {} : { agencies }),
    }
  })
}

/** The pools as a table: a row for each quantile, of all first and then of each agency. */
export function quantileRows(
  questions: ReturnType<typeof pooledQuantiles>,
): readonly Record<string, unknown>[] {
  return questions.flatMap(({ question, agencies, ...all }) =>
    [{ agency: '', ...all }, ...(agencies ?? [])].flatMap(({ agency, n, quantiles }) =>
      quantiles.map((one) => ({ question, ...(agencies === undefined ? {} : { agency }), n, ...one })),
    ),
  )
}

/** The last forecast of each forecaster, the oldest first. */
function forecastsOf(table: TextTable, rows: readonly Row[]): readonly Stated[] {
  const last = [...Map.groupBy(rows, ({ forecaster }) => forecaster).values()].map((own) => {
    const time = own.reduce((newest, one) => Math.max(newest, one.time), Number.NEGATIVE_INFINITY)
    return own.filter((one) => one.time === time)
  })
  return last.map((own) => statedIn(table, own)).toSorted((a, b) => a.first.time - b.first.time)
}

function statedIn(table: TextTable, rows: readonly Row[]): Stated {
  const ordered = rows.toSorted((a, b) => a.share - b.share)
  const [first] = ordered
  if (first === undefined) throw new RangeError('statedIn: rows must hold at least one')
  const who = `the forecast of ${first.forecaster} on ${first.question}`
  if (ordered.length < 2)
    throw wrong(table, first.row, 'quantile', `${who} has one quantile; a distribution needs two or more`)
  for (const [at, one] of ordered.entries()) {
    const before = ordered[at - 1]
    if (one.weight !== first.weight) throw wrong(table, one.row, 'weight', `${who} has two weights`)
    if (one.agency !== first.agency) throw wrong(table, one.row, 'agency', `${who} has two agencies`)
    if (before === undefined) continue
    if (one.share === before.share)
      throw wrong(
        table,
        one.row,
        'quantile',
        `${who} states ${one.share} twice`,
        'Later forecasts of one forecaster are told apart by a column time.',
      )
    if (one.value < before.value)
      throw wrong(table, one.row, 'value', `${who} falls: a higher quantile has no lower value`)
  }
  return { first, shares: ordered.map(({ share }) => share), values: ordered.map(({ value }) => value) }
}

function read(table: TextTable, row: number): Row {
  const cell = (column: string) => table.columns[column]?.[row] ?? undefined
  const named = (column: string) => {
    const name = cell(column)
    if (name === undefined) throw wrong(table, row, column, `the ${column} is not named`)
    return name
  }
  const share = numberIn(cell('quantile'))
  if (share === undefined || share <= 0 || share >= 1)
    throw wrong(
      table,
      row,
      'quantile',
      'a quantile must be a share between 0 and 1',
      share !== undefined && share > 1 && share < 100
        ? 'Percentages are divided by 100 first: 35 % is 0.35.'
        : undefined,
    )
  const [given, day] = [numberIn(cell('value')), dayIn(cell('value'))]
  const value = given ?? day
  if (value === undefined)
    throw wrong(table, row, 'value', 'a value must be a number, or a date such as 2026-03-01')
  const time = cell('time')
  const at = time === undefined ? 0 : (numberIn(time) ?? Date.parse(time))
  if (table.columns['time'] !== undefined && (time === undefined || !Number.isFinite(at)))
    throw wrong(table, row, 'time', 'a time must be a number, or a date such as 2026-03-01')
  const weight = table.columns['weight'] === undefined ? 1 : numberIn(cell('weight'))
  if (weight === undefined || weight < 0)
    throw wrong(table, row, 'weight', 'a weight must be a number from 0 on')
  return {
    row,
    question: named('question'),
    forecaster: named('forecaster'),
    agency: cell('agency'),
    time: at,
    weight,
    share,
    value,
    isDate: given === undefined,
  }
}

const millisecondsADay = 86_400_000

/** Days since 1970 of a date that exists, or undefined. */
function dayIn(cell: string | undefined): number | undefined {
  if (cell === undefined || !/^\d{4}-\d\d-\d\d$/.test(cell)) return undefined
  const at = Date.parse(`${cell}T00:00:00Z`)
  return Number.isNaN(at) || dateOf(at / millisecondsADay) !== cell ? undefined : at / millisecondsADay
}

/** The day in which a number of days since 1970 ends up, rounded to the nearest. */
function dateOf(days: number): string {
  return new Date(Math.round(days) * millisecondsADay).toISOString().slice(0, 10)
}

function wrong(table: TextTable, row: number, column: string, what: string, advice?: string): SoundingsError {
  return new SoundingsError('table-invalid', what, {
    place: table.place(row, column),
    ...(advice === undefined ? {} : { advice }),
  })
}
