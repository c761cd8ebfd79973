import type { ActivityKind } from '#domain/activity'
import type { Source } from '#domain/source'
import type { CoverageLine, Entry, Pointer } from './model.ts'

/**
 * What each source tells of the state, year by year. Only a source that lists all activities of a kind in a year makes no row a zero;
 * of the others nothing is known where they tell nothing.
 */
export function coverageOf(
  ledger: readonly Entry[],
  sources: readonly Source[],
  state: string,
  years: readonly [number, number] | null,
): readonly CoverageLine[] {
  const all = years === null ? [] : Array.from({ length: years[1] - years[0] + 1 }, (_, at) => years[0] + at)
  return sources
    .map((source): CoverageLine => {
      const its = ledger.filter((entry) => entry.sources.includes(source.id))
      const covers = (source.covers ?? [])
        .filter(({ states }) => states === undefined || states.includes(state))
        .map(({ activities, from, to }) => ({ kinds: activities, from, to }))
      return {
        source: source.id,
        title: source.csl.title,
        activities: its.length,
        covers,
        years: all.map((year) => {
          const count = its.filter((entry) => entry.year === year).length
          const listed = covers.some(({ from, to }) => from <= year && year <= to)
          return { year, count, state: count > 0 ? 'told' : listed ? 'none-listed' : 'unknown' }
        }),
        evidence: its
          .flatMap(({ evidence }): readonly Pointer[] => evidence.filter((one) => one.source === source.id))
          .slice(0, 40),
      }
    })
    .filter(({ activities }) => activities > 0)
    .toSorted((a, b) => b.activities - a.activities || (a.source < b.source ? -1 : 1))
}

/** Whether some source lists all activities of a kind in a year, so that none recorded means none that it found. */
export function isCovered(coverage: readonly CoverageLine[], kind: ActivityKind, year: number): boolean {
  return coverage.some(({ covers }) =>
    covers.some(({ kinds, from, to }) => kinds.includes(kind) && from <= year && year <= to),
  )
}

/** Whether some source lists in full only part of the years asked for, so that a change through time may be its own. */
export function isUneven(coverage: readonly CoverageLine[]): boolean {
  return coverage.some(unevenSource)
}

/** Whether a source lists in full only part of the years asked for. */
export function unevenSource({ covers, years }: CoverageLine): boolean {
  return covers.length > 0 && years.some(({ state }) => state === 'unknown')
}
