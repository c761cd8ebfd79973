import { isMissing } from '#domain/missing'
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

/**
 * The last value known in a year or carried forward to it; where none is, the last year that says why.
 *
 * @param carry years that a value may be old
 */
export function latestKnown(
  { observations }: Pick<Series, 'observations'>,
  year: number,
  carry: number,
): Series['observations'][number] | undefined {
  let absent: Series['observations'][number] | undefined
  for (let at = observations.length - 1; at >= 0; at--) {
    const one = observations[at]
    if (one === undefined || one.year > year) continue
    if (one.year < year - carry) break
    if (!isMissing(one.value)) return one
    absent ??= one
  }
  return absent
}
