import { SoundingsError } from '#domain/errors'
import { type Diversification, diversification, withoutPartner } from '#numeric/diversification'
import { diversificationBootstrap } from '#numeric/diversification-bootstrap'
import { random } from '#numeric/random'
import { numberIn } from './forecasts-file.ts'
import type { MethodEntry, MethodFile, MethodWatch } from './method.ts'
import { integerOption, onlyFile } from './method-options.ts'

/**
 * `diversification`: how evenly amounts are spread over partners. HHI is that of shares in [0, 1]: times 10,000 where others take
 * shares as percentages. Each row is drawn as one activity for the intervals.
 *
 * @see Hill (1973), Ecology 54(2); Laakso & Taagepera (1979), Comparative Political Studies 12(1)
 */
export const diversificationFile: MethodEntry = {
  name: 'diversification',
  about:
    'How evenly amounts are spread over partners: HHI, Shannon, effective partners, and without each partner',
  input: 'CSV: partner,amount (+ year, activity)',
  options: [
    { flags: '--bootstrap <number>', about: 'draws for the intervals; 0 for none', default: '1000' },
    { flags: '--seed <number>', about: 'seed of the draws', default: '1' },
  ],
  async run(files, options, watch) {
    const draws = integerOption(options, 'bootstrap', { least: 0, most: 1_000_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const rows = await readRows(onlyFile(files, 'diversification'), watch)
    const groups = <Key extends 'year' | 'activity'>(key: Key) =>
      [
        ...Map.groupBy(
          rows.filter((row) => row[key] !== undefined),
          (row) => row[key],
        ),
      ]
        .toSorted(([a], [b]) => compare(a, b))
        .map(([of, its], stream) => ({ [key]: of, ...brief(its, draws, seed, stream + 1) }))
    const [years, activities] = [groups('year'), groups('activity')]
    return {
      scale: 'hhi is that of shares in [0, 1]; times 10,000 it is that of percentages',
      rows: rows.length,
      ...whole(rows, draws, seed),
      ...(years.length > 0 ? { years } : {}),
      ...(activities.length > 0 ? { activities } : {}),
    }
  },
  table: ({ top, without }: Answer) =>
    top.map((one, at) => ({ ...one, hhiWithout: without[at]?.hhi ?? null })),
}

interface Row {
  readonly partner: string
  readonly amount: number
  readonly year: number | undefined
  readonly activity: string | undefined
}

interface Answer {
  readonly top: readonly Readonly<Record<string, unknown>>[]
  readonly without: readonly { readonly hhi: number | null }[]
}

function whole(rows: readonly Row[], draws: number, seed: number) {
  const { names, amounts, found, intervals } = measured(rows, draws, seed, 0)
  return {
    ...numbers(found),
    ...(intervals === undefined
      ? { ...(draws > 0 ? { noInterval: tooFew(found) } : {}) }
      : {
          interval: intervals.hhi,
          intervals: {
            hhi: intervals.hhi,
            shannon: intervals.shannon,
            effectivePartners: intervals.effectivePartners,
          },
        }),
    top: names.map((partner, k) => ({
      partner,
      amount: amounts[k] ?? 0,
      share: (amounts[k] ?? 0) / found.total,
      ...(intervals === undefined ? {} : { interval: intervals.shares[k] ?? null }),
    })),
    without: names.map((partner, k) => {
      const left = withoutPartner(amounts, k)
      return { partner, hhi: left?.hhi ?? null, effectivePartners: left?.effectivePartners ?? null }
    }),
  }
}

function brief(rows: readonly Row[], draws: number, seed: number, stream: number) {
  if (!rows.some(({ amount }) => amount > 0))
    return { rows: rows.length, hhi: null, because: 'all amounts are 0' }
  const { names, found, intervals } = measured(rows, draws, seed, stream)
  return {
    rows: rows.length,
    ...numbers(found),
    ...(intervals === undefined ? {} : { interval: intervals.hhi }),
    largest: names[0] ?? null,
  }
}

function measured(rows: readonly Row[], draws: number, seed: number, stream: number) {
  const sums = new Map<string, number>()
  for (const { partner, amount } of rows) sums.set(partner, (sums.get(partner) ?? 0) + amount)
  const ordered = [...sums].toSorted(([a, x], [b, y]) => y - x || compare(a, b))
  const names = ordered.map(([name]) => name)
  const place = new Map(names.map((name, k) => [name, k]))
  const amounts = ordered.map(([, amount]) => amount)
  const intervals =
    draws === 0
      ? undefined
      : diversificationBootstrap(
          {
            unit: rows.map((_, at) => at),
            partner: rows.map(({ partner }) => place.get(partner) ?? 0),
            amount: rows.map(({ amount }) => amount),
            partners: names.length,
          },
          draws,
          random(seed, stream),
        )
  return { names, amounts, found: diversification(amounts), intervals }
}

function numbers({ partners, total, hhi, normalizedHhi, ...rest }: Diversification) {
  const { shannon, hill1, effectivePartners, largestShare } = rest
  return {
    partners,
    total,
    hhi,
    normalizedHhi: normalizedHhi ?? null,
    shannon,
    hill1,
    effectivePartners,
    largestShare,
  }
}

function tooFew({ partners }: Diversification): string {
  return partners < 2
    ? 'there is one partner only: drawing anew tells nothing'
    : `fewer than five rows: drawing anew tells next to nothing`
}

async function readRows(file: MethodFile, watch: MethodWatch): Promise<readonly Row[]> {
  const table = await file.table(['partner', 'amount'], ['year', 'activity'])
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  const rows: Row[] = []
  let empty = 0
  const cell = (column: string, row: number) => table.columns[column]?.[row] ?? undefined
  for (let row = 0; row < table.rows; row++) {
    const refuse = (column: string, message: string) =>
      new SoundingsError('table-invalid', message, { place: table.place(row, column) })
    const partner = cell('partner', row)?.trim()
    if (partner === undefined || partner === '') throw refuse('partner', 'a row must name its partner')
    const written = cell('amount', row)
    if (written === undefined) {
      empty++
      continue
    }
    const amount = numberIn(written)
    if (amount === undefined || !(amount >= 0)) throw refuse('amount', 'an amount must be a number from 0 on')
    const year = cell('year', row) === undefined ? undefined : numberIn(cell('year', row))
    if (cell('year', row) !== undefined && !Number.isInteger(year))
      throw refuse('year', 'a year must be a whole number')
    rows.push({ partner, amount, year, activity: cell('activity', row)?.trim() })
  }
  if (empty > 0) watch.notice(`${empty} rows without an amount are left out: what is missing is no zero.`)
  if (!rows.some(({ amount }) => amount > 0))
    throw new SoundingsError('method-input', 'no row has an amount above 0', { place: { file: file.name } })
  return rows
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
