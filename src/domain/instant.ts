import { z } from 'zod'

/**
 * An instant with its time zone, ISO 8601: `2026-03-01T17:00:00Z` or `…+07:00`. Forecasts and questions are timed to the second,
 * because what closes at midnight in Hanoi is still open in London.
 */
export const Instant = z.iso
  .datetime({
    offset: true,
    error: 'an instant is written with its time zone, such as 2026-03-01T17:00:00+07:00',
  })
  .meta({ format: 'date-time' })

/**
 * Milliseconds since 1970 (UTC) of an instant.
 *
 * @throws RangeError if the text is no instant
 * @example
 * millisecondsOf('1970-01-01T07:00:01+07:00') // => 1000
 */
export function millisecondsOf(instant: string): number {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) throw new RangeError(`millisecondsOf: instant must be ISO 8601, got ${instant}`)
  return at
}
