import { SoundingsError } from '#domain/errors'
import type { Problem } from './contract/job.ts'

/**
 * A mistake or fault as a problem of RFC 9457. What is not in the catalogue is reported as `internal`, without its
 * message: that goes to the log, not to the reader.
 */
export function problemOf(cause: unknown): Problem {
  const error =
    cause instanceof SoundingsError ? cause : new SoundingsError('internal', 'an unexpected fault')
  const { file, line, column, field } = error.place
  const place = { file, line, column, field }
  const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
  return {
    type: `urn:soundings:problem:${error.code}`,
    title: error.kind.title,
    status: error.kind.status,
    detail: error.message,
    code: error.code,
    advice: error.advice,
    ...(Object.keys(known).length === 0 ? {} : { place: known }),
  }
}
