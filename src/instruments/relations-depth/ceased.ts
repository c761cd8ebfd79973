import { inSystem } from '#domain/state'

const systems = ['cow', 'gw', 'un'] as const

/**
 * Whether a state existed once and does so no longer: it was a member of a state system before the year, and is of none in it. Of a
 * state that no system lists nothing is said.
 *
 * @example
 * ceased('DDR', 1995) // => true
 * ceased('DDR', 1985) // => false
 * ceased('VNM', 2014) // => false
 */
export function ceased(state: string, year: number): boolean {
  const end = lastYearOf(state)
  return end !== null && year > end
}

const known = new Map<string, number | null>()

/** The last year in which a state was a member of a system; null if it still is, or never was. */
function lastYearOf(state: string): number | null {
  const before = known.get(state)
  if (before !== undefined) return before
  const member = (of: number) => systems.some((system) => inSystem(system, state, of))
  let last: number | null = null
  for (let year = 1816; year <= thisCentury; year++) if (member(year)) last = year
  const found = last === thisCentury ? null : last
  known.set(state, found)
  return found
}

/** A state that is a member in the last year looked at is taken to last. */
const thisCentury = 2100
