import { bounds, FieldDate } from '#domain/date'
import { SoundingsError } from '#domain/errors'
import { kaplanMeier } from '#numeric/kaplan-meier'
import type { MethodEntry } from './method.ts'
import { onlyFile } from './method-options.ts'

const millisecondsAYear = 365.25 * 86_400_000

/**
 * `durability`: how long relations last, from their spells. A date known to the month or year counts at its middle.
 *
 * @see Kaplan & Meier (1958), JASA 53(282)
 */
export const durabilityFile: MethodEntry = {
  name: 'durability',
  about: 'How long relations last: Kaplan–Meier survival with intervals, and the median',
  input: 'CSV: relation,start,end (end empty: still going on)',
  options: [{ flags: '--until <date>', about: 'until when spells without an end were seen to go on' }],
  async run(files, options, watch) {
    const file = onlyFile(files, 'durability')
    const table = await file.table(['relation', 'start', 'end'])
    if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
    const until = options['until'] === undefined ? undefined : middleOf(options['until'])
    if (options['until'] !== undefined && until === undefined)
      throw new SoundingsError('call-invalid', '--until must be a date', {
        place: { value: options['until'] },
      })
    const time: number[] = []
    const ended: number[] = []
    for (let row = 0; row < table.rows; row++) {
      const refuse = (column: string, message: string) =>
        new SoundingsError('table-invalid', message, { place: table.place(row, column) })
      const end = table.columns['end']?.[row] ?? null
      const from = middleOf(table.columns['start']?.[row])
      const known = end === null ? undefined : middleOf(end)
      if (from === undefined) throw refuse('start', 'the start is no date')
      if (end !== null && known === undefined) throw refuse('end', 'the end is no date')
      if (end === null && until === undefined)
        throw new SoundingsError(
          'call-invalid',
          'a spell has no end: --until must say until when it was seen',
          {
            place: table.place(row, 'end'),
            advice: 'Name the day up to which you know, such as --until 2026-01-01.',
          },
        )
      const over = known !== undefined && (until === undefined || known <= until)
      const last = over ? (known ?? 0) : (until ?? 0)
      if (last < from) {
        if (known !== undefined && known < from) throw refuse('end', 'the spell ends before it begins')
        watch.notice(`${table.columns['relation']?.[row]} begins after --until, and is left out.`)
        continue
      }
      time.push((last - from) / millisecondsAYear)
      ended.push(over ? 1 : 0)
    }
    if (time.length === 0)
      throw new SoundingsError('method-input', 'there is no spell in it', { place: { file: file.name } })
    const { steps, median, medianInterval } = kaplanMeier(time, ended)
    return {
      unit: 'years',
      relations: time.length,
      ended: ended.reduce((sum, one) => sum + one, 0),
      survival: steps.map(({ time: at, survival, interval, atRisk, events }) => ({
        time: at,
        survival,
        lo: interval?.[0] ?? null,
        hi: interval?.[1] ?? null,
        atRisk,
        events,
      })),
      median,
      medianInterval,
      ...(median === null ? { because: 'more than half last beyond the time observed' } : {}),
    }
  },
  table: ({ survival }: { survival: readonly Record<string, unknown>[] }) => survival,
}

function middleOf(date: unknown): number | undefined {
  const found = FieldDate.safeParse(date)
  if (!found.success) return undefined
  const { earliest, latest } = bounds(found.data)
  return Number.isFinite(earliest) && Number.isFinite(latest) ? (earliest + latest) / 2 : undefined
}
