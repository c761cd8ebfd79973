import { ploverOf, quadOf } from './event-codes.ts'

/** Classes of events that can be counted; `all` takes every event. */
export type EventClass =
  | 'material-conflict'
  | 'verbal-conflict'
  | 'material-cooperation'
  | 'verbal-cooperation'
  | 'visits'
  | 'all'

/**
 * Whether an event is of a class, by its CAMEO code or by its PLOVER type and mode. A statement, which PLOVER drops, is of
 * none but `all`. Visits are made or received (CAMEO 042, 043; PLOVER consult by visit, until version 0.5 also as host).
 *
 * @see Open Event Data Alliance (2021), PLOVER 0.8, for the quad classes; Gerner, Schrodt, Yilmaz & Abu-Jabr (2002), CAMEO
 */
export function isOfClass(kind: EventClass, code: string, mode: string): boolean {
  if (kind === 'all') return true
  const cameo = /^\d/.test(code)
  if (kind === 'visits')
    return cameo
      ? code.startsWith('042') || code.startsWith('043')
      : code.toUpperCase() === 'CONSULT' && ['visit', 'host'].includes(mode.toLowerCase())
  const type = cameo ? ploverOf(code)?.type : code
  return type !== undefined && quadOf(type)?.replace(' ', '-') === kind
}
