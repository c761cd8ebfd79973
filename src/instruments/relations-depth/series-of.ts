import type { Series } from '#domain/series'

const sorted = new WeakMap<readonly Series[], ReadonlyMap<string, readonly Series[]>>()

/** The series of one measure among those of a relation: the list is gone through once, not once for every criterion and year. */
export function seriesOf(series: readonly Series[], measure: string): readonly Series[] {
  const known = sorted.get(series) ?? byMeasure(series)
  sorted.set(series, known)
  return known.get(measure) ?? []
}

function byMeasure(series: readonly Series[]): ReadonlyMap<string, readonly Series[]> {
  const found = new Map<string, Series[]>()
  for (const one of series) {
    const its = found.get(one.measure)
    if (its === undefined) found.set(one.measure, [one])
    else its.push(one)
  }
  return found
}
