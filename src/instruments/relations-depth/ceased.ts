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
  const member = (of: number) => systems.some((system) => inSystem(system, state, of))
  if (member(year)) return false
  for (let before = year - 1; before >= 1816; before--) if (member(before)) return true
  return false
}
