import { bounds } from './date.ts'

/**
 * The first and last year in which something may have been held or begun; null where nothing bounds it.
 * Of a time that it lasted (`first/last`), the first date counts.
 *
 * @param date EDTF text
 * @example
 * yearsOf('201X') // => [2010, 2019]
 * yearsOf('2014-12-30/2015-01-02') // => [2014, 2014]
 */
export function yearsOf(date: string): readonly [number, number] | null {
  const [first = date] = date.split('/')
  const { earliest, latest } = bounds(first === '..' || first === '' ? date : first)
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return null
  return [yearAt(earliest), yearAt(latest)]
}

/**
 * The year of each time that something which recurs is told to have been held: from the first date in steps of months, as
 * far as the last date goes.
 *
 * @param date        EDTF interval, such as `2010/2014`
 * @param everyMonths months from one to the next
 * @example
 * occurrencesOf('2010/2014', 24) // => [2010, 2012, 2014]
 */
export function occurrencesOf(date: string, everyMonths: number): readonly number[] {
  const { earliest, latest } = bounds(date)
  const first = monthAt(earliest)
  const last = monthAt(latest)
  const years: number[] = []
  for (let month = first; month <= last; month += everyMonths) years.push(Math.floor(month / 12))
  return years
}

function yearAt(instant: number): number {
  return new Date(instant).getUTCFullYear()
}

function monthAt(instant: number): number {
  const at = new Date(instant)
  return at.getUTCFullYear() * 12 + at.getUTCMonth()
}
