import type { Query } from '#api/contract'
import type { networkSources } from '#api/contract/network'

/** What the page asks for: whose activities, which, and how they make ties. */
export interface Asked {
  readonly source: (typeof networkSources)[number]
  /** whose ledger it is, and whose ties the map shows */
  readonly state: string
  readonly from: number | null
  readonly to: number | null
  readonly kinds: readonly string[]
  readonly among: readonly string[]
  readonly multilateral: 'shared' | 'full' | 'leave-out'
  readonly paths: 'steps' | 'strength'
  readonly weight: 'activities' | 'tiv'
}

/** The same as a query of the API. */
export function queryOf(asked: Asked, draws: number): NonNullable<Query<'network'>> {
  const { source, state, from, to, kinds, among, multilateral, paths, weight } = asked
  return {
    ...{ source, multilateral, paths, weight, draws },
    ...(source === 'ledger' ? { state } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(source === 'ledger' && kinds.length > 0 ? { kinds: kinds.join(',') } : {}),
    ...(among.length > 0 ? { states: among.join(',') } : {}),
  }
}
