import type { TableDescription } from '#datasets/dataset'
import type { Activity, ActivityKind } from '#domain/activity'
import { yearsOf } from '#domain/activity-years'
import type { Source } from '#domain/source'
import { inSystem, states } from '#domain/state'

/** Of which years and states a source can tell anything, so that no tie is only then none. */
export interface NetworkCoverage {
  /** first and last year that the source knows; null where it knows of none */
  readonly known: { readonly from: number; readonly to: number } | null
  /** the years asked for that it knows */
  readonly years: { readonly from: number; readonly to: number } | null
  /** states that it covers, with the number of those years in which it does; of others it tells nothing */
  readonly covered: ReadonlyMap<string, number>
}

interface Years {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** What a public dataset covers: the years that were imported, and the members of its state system in each of them. */
export function coverageOfTable(
  { coverage: { universe } }: TableDescription,
  known: NetworkCoverage['known'],
  asked: Years,
): NetworkCoverage {
  const years = known === null ? null : within(known, asked)
  const all =
    years === null ? [] : Array.from({ length: years.to - years.from + 1 }, (_, at) => years.from + at)
  const counted = states.map(({ id }) => {
    const there = (year: number) =>
      universe === 'any' || universe === 'listed' || inSystem(universe, id, year)
    return [id, all.filter(there).length] as const
  })
  return { known, years, covered: new Map(counted.filter(([, n]) => n > 0)) }
}

/**
 * What a ledger covers: of its own state what is recorded. Of others it tells nothing, unless a source says that it lists all activities of
 * the kinds asked for in all of the years.
 */
export function coverageOfLedger(
  activities: readonly Activity[],
  sources: readonly Source[],
  state: string,
  kinds: readonly ActivityKind[],
  asked: Years,
): NetworkCoverage {
  const spans = activities.flatMap(({ date }) => yearsOf(date) ?? [])
  const known =
    spans.length === 0
      ? null
      : {
          from: spans.reduce((least, year) => Math.min(least, year)),
          to: spans.reduce((most, year) => Math.max(most, year)),
        }
  const years = known === null ? null : { from: asked.from ?? known.from, to: asked.to ?? known.to }
  const listedIn = (kind: ActivityKind, year: number) =>
    sources.some(({ covers }) =>
      covers?.some(
        (one) =>
          (one.states === undefined || one.states.includes(state)) &&
          one.activities.includes(kind) &&
          one.from <= year &&
          year <= one.to,
      ),
    )
  const all =
    years === null ? [] : Array.from({ length: years.to - years.from + 1 }, (_, at) => years.from + at)
  const whole = all.length > 0 && kinds.every((kind) => all.every((year) => listedIn(kind, year)))
  return {
    known,
    years,
    covered: new Map(whole ? states.map(({ id }) => [id, all.length] as const) : [[state, all.length]]),
  }
}

function within(known: { readonly from: number; readonly to: number }, { from, to }: Years) {
  const years = { from: Math.max(known.from, from ?? known.from), to: Math.min(known.to, to ?? known.to) }
  return years.from <= years.to ? years : null
}

/** States that were independent in some of the years (Gleditsch and Ward); with no years, those of today. */
export function statesIn(years: NetworkCoverage['years']): readonly string[] {
  const { from, to } = years ?? { from: 2020, to: 2020 }
  const all = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return states.map(({ id }) => id).filter((id) => all.some((year) => inSystem('gw', id, year)))
}
