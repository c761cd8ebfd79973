import edtf from 'edtf'
import { z } from 'zod'

/** First and last instant that a date with stated precision allows, in milliseconds since 1970 (UTC). */
export interface Bounds {
  readonly earliest: number
  readonly latest: number
}

const known = new Map<string, Bounds | null>()

/**
 * The bounds of a date in EDTF (ISO 8601-2): a month spans its days, an interval its ends, `..` is open.
 *
 * @param date EDTF text, such as `2007-07`, `2007-07-30/2007-08-02`, `1997~`
 * @throws RangeError if the text is no EDTF date
 * @example
 * bounds('1970-01-01') // => { earliest: 0, latest: 86399999 }
 */
export function bounds(date: string): Bounds {
  const found = read(date)
  if (found === null) throw new RangeError(`bounds: date must be EDTF, got ${date}`)
  return found
}

function read(date: string): Bounds | null {
  const seen = known.get(date)
  if (seen !== undefined) return seen
  const fresh = parse(date)
  known.set(date, fresh)
  return fresh
}

function parse(date: string): Bounds | null {
  try {
    const { min, max } = edtf(date)
    return Number.isNaN(min) || Number.isNaN(max) || min > max ? null : { earliest: min, latest: max }
  } catch {
    return null // the library throws on what is no date: that is the answer, not a fault
  }
}

/** A date with stated precision: EDTF text. A bare year may be given as a number. */
export const FieldDate = z
  .preprocess((given) => (typeof given === 'number' ? String(given) : given), z.string())
  .refine((text) => read(text) !== null, {
    error:
      'a date must exist and be written in EDTF, such as 2007, 2007-07, 2007-07-30, 2007-07-30/2007-08-02 or 1997~',
  })
  .meta({ format: 'edtf' })

/** What is known of the order of two dates. `overlaps`: the stated precision does not say which came first. */
export type Order = 'before' | 'after' | 'same' | 'overlaps'

/**
 * The order of two dates as far as their precision tells it.
 *
 * @example
 * orderOf('2007-06', '2007-07-30') // => 'before'
 * @example
 * orderOf('2007-07', '2007-07-30') // => 'overlaps'
 */
export function orderOf(a: string, b: string): Order {
  const [x, y] = [bounds(a), bounds(b)]
  if (x.latest < y.earliest) return 'before'
  if (y.latest < x.earliest) return 'after'
  return a === b ? 'same' : 'overlaps'
}

/**
 * Compares dates for a list: by the first day they allow, then the less precise first. A list in this order
 * is only a reading order; `orderOf` says whether two neighbours are really known to follow one another.
 *
 * @example
 * ['2007-07-30', '2007-07', '1997~'].toSorted(compareDates) // => ['1997~', '2007-07', '2007-07-30']
 */
export function compareDates(a: string, b: string): number {
  const [x, y] = [bounds(a), bounds(b)]
  return x.earliest - y.earliest || y.latest - x.latest || (a < b ? -1 : a > b ? 1 : 0)
}
