import type { Commitment } from './commitment.ts'
import { bounds } from './date.ts'

/**
 * Where a commitment stands on a day. `unknown`: it was due, and whether it was kept is not recorded. `undated`: no date, or one
 * without an end.
 */
export type Standing = 'done' | 'dropped' | 'late' | 'unknown' | 'due' | 'undated'

/** The day it is somewhere: `2026-12-31` for an instant and an IANA time zone such as Asia/Ho_Chi_Minh.
 *
 * @throws RangeError if the time zone is unknown
 * @example
 * dayIn('2026-12-31T18:00:00Z', 'Asia/Ho_Chi_Minh') // => '2027-01-01'
 */
export function dayIn(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant))
}

/**
 * Where a commitment stands on a day. What is due in a year is late only after that year: the last day that its date allows counts.
 *
 * @param today the day it is where the one who asks is
 * @example
 * standingOn({ status: 'open', due: '2026' }, '2026-12-31') // => 'due'
 * @example
 * standingOn({ status: 'open', due: '2026' }, '2027-01-01') // => 'late'
 */
export function standingOn({ status, due }: Pick<Commitment, 'status' | 'due'>, today: string): Standing {
  if (status === 'done' || status === 'dropped') return status
  const last = due === undefined ? null : lastDayOf(due)
  if (last === null) return status === 'late' ? 'late' : 'undated'
  if (last >= today) return 'due'
  return status === 'unknown' ? 'unknown' : 'late'
}

/**
 * The last day that a date allows, or null where it has no end.
 *
 * @throws RangeError if the text is no EDTF date
 * @example
 * lastDayOf('2026-02') // => '2026-02-28'
 */
export function lastDayOf(date: string): string | null {
  const { latest } = bounds(date)
  return Number.isFinite(latest) ? dayOf(latest) : null
}

/**
 * The first day that a date allows, or null where it has no beginning.
 *
 * @throws RangeError if the text is no EDTF date
 * @example
 * firstDayOf('2026-02') // => '2026-02-01'
 */
export function firstDayOf(date: string): string | null {
  const { earliest } = bounds(date)
  return Number.isFinite(earliest) ? dayOf(earliest) : null
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/**
 * The quarter in which a commitment is due at the latest, or null where its date has no end.
 *
 * @example
 * quarterOf('2026-11') // => '2026-Q4'
 * @example
 * quarterOf('2026') // => '2026-Q4'
 */
export function quarterOf(date: string): string | null {
  const last = lastDayOf(date)
  return last === null ? null : `${last.slice(0, 4)}-Q${Math.ceil(Number(last.slice(5, 7)) / 3)}`
}

/**
 * Compares commitments by what is due first at the latest; what has no date comes last.
 *
 * @example
 * [{ id: 'a' }, { id: 'b', due: '2027' }, { id: 'c', due: '2026-11' }].toSorted(compareDue).map(({ id }) => id) // => ['c', 'b', 'a']
 */
export function compareDue(a: Pick<Commitment, 'id' | 'due'>, b: Pick<Commitment, 'id' | 'due'>): number {
  const [x, y] = [a, b].map(({ due }) => (due === undefined ? null : lastDayOf(due)) ?? '9999-99-99')
  return x === y ? compareText(a.id, b.id) : compareText(x ?? '', y ?? '')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The instant at which a day ends somewhere: the first that belongs to the next day, in UTC.
 *
 * @throws RangeError if the time zone is unknown
 * @example
 * endOfDay('2026-12-31', 'Asia/Ho_Chi_Minh') // => '2026-12-31T17:00:00.000Z'
 */
export function endOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000
  const next = new Date(midnight).toISOString().slice(0, 10)
  const hour = 3_600_000
  for (let at = midnight - 15 * hour; at <= midnight + 15 * hour; at += hour / 4)
    if (dayIn(new Date(at).toISOString(), timeZone) >= next) return new Date(at).toISOString()
  throw new RangeError(`endOfDay: day must end within 15 hours of UTC, got ${day} in ${timeZone}`)
}
