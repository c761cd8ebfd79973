import { cameoCodes } from './cameo.data.ts'
import { formerTypes, ploverTypes, type Quad } from './plover.data.ts'

const byCode = new Map(cameoCodes.map((row) => [row[0], row]))

/** A code, or the nearest code above it: 0431 is told by 043, then by 04. */
function rowOf(code: string) {
  for (let length = code.length; length >= 2; length--) {
    const row = byCode.get(code.slice(0, length))
    if (row !== undefined) return row
  }
  return undefined
}

/**
 * The Goldstein value of a CAMEO code, −10 (conflict) to 10 (cooperation); null for a code that has none.
 *
 * @see Goldstein (1992), Journal of Conflict Resolution 36(2)
 */
export function goldsteinOf(code: string): number | null {
  return rowOf(code)?.[1] ?? null
}

/** A PLOVER event: type, mode and context; '' where there is none. */
export interface PloverEvent {
  readonly type: string
  readonly mode: string
  readonly context: string
}

/**
 * The PLOVER event into which a CAMEO code turns; null where PLOVER drops the code (statements and some others).
 *
 * @see Open Event Data Alliance (2021), PLOVER 0.8, CAMEO to PLOVER
 */
export function ploverOf(code: string): PloverEvent | null {
  const [, , type = '', mode = '', context = ''] = rowOf(code) ?? []
  return type === '' ? null : { type, mode, context }
}

/**
 * The name that a PLOVER type has today.
 *
 * @see Open Event Data Alliance (2021), PLOVER 0.8: FIGHT has become ASSAULT
 */
export function typeToday(type: string): string {
  const name = type.toUpperCase()
  return formerTypes[name] ?? name
}

/** The quad class of a PLOVER type, also of one that was renamed; null for a type that is none. */
export function quadOf(type: string): Quad | null {
  return typeOf(type)?.quad ?? null
}

function typeOf(type: string) {
  return ploverTypes[typeToday(type)]
}

/** The intensity of a PLOVER type and mode, −10 to 10; that of the type where the mode has none; null for no type. */
export function intensityOf(type: string, mode = ''): number | null {
  const found = typeOf(type)
  return found === undefined ? null : (found.modes[mode.toLowerCase()] ?? found.intensity)
}
