import { bounds } from '#domain/date'
import { millisecondsOf } from '#domain/instant'
import type { Candidate, Contradiction, ContradictionInput, Party } from './contradiction.ts'

/**
 * A contradiction with its settlement. It is reopened if a record that takes part in it changed after it was settled.
 *
 * @param candidate what was found
 * @param input     where it was found, with the settlements and, if known, when each record changed
 */
export function withSettlement(candidate: Candidate, input: ContradictionInput): Contradiction {
  const settlement = input.settlements.find(({ id }) => id === candidate.id)
  if (settlement === undefined) return { ...candidate, state: 'open', settlement: null }
  const settled = millisecondsOf(settlement.at)
  const later = candidate.parties.some((party) => changed(party, input) > settled)
  return { ...candidate, state: later ? 'reopened' : 'settled', settlement }
}

/** When a record last changed, in milliseconds since 1970; what carries only a day counts from its first instant. */
function changed({ kind, id }: Party, input: ContradictionInput): number {
  const known = input.changedAt?.get(`${kind} ${id}`)
  if (known !== undefined) return millisecondsOf(known)
  if (kind === 'forecast') {
    const at = input.forecasts.find((one) => one.id === id)?.at
    return at === undefined ? Number.NEGATIVE_INFINITY : millisecondsOf(at)
  }
  const date =
    kind === 'recommendation'
      ? input.recommendations.find((one) => one.id === id)?.date
      : kind === 'projection'
        ? input.projections.find((one) => one.id === id)?.made
        : undefined
  return date === undefined ? Number.NEGATIVE_INFINITY : bounds(date).earliest
}
