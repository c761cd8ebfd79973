import { SoundingsError } from '#domain/errors'
import { countModels } from '#numeric/count-models'
import { type CountBaseline, countBaseline } from './count-baseline.ts'
import type { MethodEntry } from './method.ts'
import { integerOption, onlyFile } from './method-options.ts'
import { monthAfter } from './month-after.ts'

const fewest = 36

interface Answer {
  readonly series: readonly (CountBaseline & { readonly series: string })[]
}

/**
 * `baseline`: monthly counts forecast by gamma-Poisson, smoothing and last year’s month, with their back-test.
 *
 * @see Harvey & Fernandes (1989); Hyndman, Koehler, Ord & Snyder (2008)
 */
export const baselineFile: MethodEntry = {
  name: 'baseline',
  about: 'Monthly counts forecast by three models that are tested on the past; the series share a prior',
  input:
    'CSV: series,month,count (month YYYY-MM; an empty count is missing, and so is a month without a row)',
  options: [
    { flags: '--months <number>', about: 'months ahead', default: '6' },
    { flags: '--seed <number>', about: 'seed of the simulated paths', default: '1' },
  ],
  async run(files, options, watch): Promise<Answer> {
    const file = onlyFile(files, 'baseline')
    const ahead = integerOption(options, 'months', { least: 1, most: 24 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const table = await file.table(['series', 'month', 'count'])
    if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
    const found = new Map<string, Map<string, number | null>>()
    for (let row = 0; row < table.rows; row++) {
      const refuse = (column: string, message: string) =>
        new SoundingsError('table-invalid', message, { place: table.place(row, column) })
      const name = table.columns['series']?.[row] ?? null
      const month = table.columns['month']?.[row] ?? ''
      const text = table.columns['count']?.[row] ?? null
      if (name === null) throw refuse('series', 'the series has no name')
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw refuse('month', 'a month is written YYYY-MM')
      const count = text === null ? null : Number(text)
      if (count !== null && !(Number.isInteger(count) && count >= 0 && count <= 1e6))
        throw refuse('count', 'a count is a whole number from 0 to 1,000,000')
      const own = found.get(name) ?? new Map<string, number | null>()
      if (own.has(month)) throw refuse('month', `the month stands twice for ${name}`)
      found.set(name, own.set(month, count))
    }
    const all = [...found.values()].flatMap((own) => [...own.keys()]).toSorted()
    const [first, last] = [all[0] ?? '', all.at(-1) ?? '']
    const months: string[] = []
    for (let month = first; month <= last && month !== ''; month = monthAfter(month, 1)) months.push(month)
    const panel = [...found].map(([series, own]) => ({
      series,
      counts: months.map((month) => own.get(month) ?? null),
    }))
    for (const { series, counts } of panel)
      if (counts.filter((count) => count !== null).length < fewest)
        throw new SoundingsError('method-input', `${series} has fewer than ${fewest} known months`, {
          place: { file: file.name },
        })
    if (panel.length === 0)
      throw new SoundingsError('method-input', 'there is no row in it', { place: { file: file.name } })
    const models = countModels(
      panel.map(({ counts }) => counts),
      seed,
    )
    return {
      series: panel.map(({ series, counts }, at) => {
        watch.progress(at + 1, panel.length, series)
        const until = counts.findLastIndex((count) => count !== null)
        return { series, ...countBaseline(counts.slice(0, until + 1), months, models, ahead, seed) }
      }),
    }
  },
  table: ({ series }: Answer) =>
    series.flatMap(({ series: name, best, forecasts }) =>
      forecasts.flatMap(({ model, months }) =>
        months.map(({ month, mean, median, interval50, interval90 }) => ({
          series: name,
          month,
          model,
          best: model === best.model,
          mean,
          median,
          low50: interval50[0],
          high50: interval50[1],
          low90: interval90[0],
          high90: interval90[1],
        })),
      ),
    ),
}
