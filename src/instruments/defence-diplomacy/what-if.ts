import { measure } from './diversify.ts'
import type { DiversityLine, Result } from './model.ts'
import { sharesOf } from './shares.ts'

/**
 * Diversification of cooperation once some partners have stopped and nobody took their place, with its interval.
 *
 * @param stopped ids of partners; none gives what the analysis itself tells
 */
export function diversificationWithout(result: Result, stopped: readonly string[]): DiversityLine {
  const left = sharesOf(result.ledger, result.sharing).filter(
    ({ entry, partner }) => result.ledger[entry]?.class === 'cooperative' && !stopped.includes(partner),
  )
  return measure('all', left, { ledger: result.ledger, request: result }, 0).line
}
