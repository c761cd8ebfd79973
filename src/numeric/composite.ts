import { midranks } from './midranks.ts'

/** How parts are put together by means. */
export const aggregations = ['arithmetic', 'geometric', 'harmonic'] as const
export type Aggregation = (typeof aggregations)[number]

/** The means, and two ways that order units by the weight of the indicators in which each is better: no part makes up for another. */
export const compositeAggregations = [...aggregations, 'non-compensatory', 'copeland'] as const
export type CompositeAggregation = (typeof compositeAggregations)[number]

/**
 * Ranks of units, 1 the highest; equals share the mean of their ranks; null where there is no value.
 *
 * @throws RangeError never
 * @see Kendall (1945), Biometrika 33(3), on ties
 * @example
 * ranksOf([3, null, 5, 3]) // => [2.5, null, 1, 2.5]
 */
export function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const ranks = new Float64Array(values.length)
  ranksFromTop(
    Float64Array.from(values, (value) => value ?? Number.NaN),
    0,
    values.length,
    ranks,
    new Float64Array(values.length),
  )
  return Array.from(ranks, (rank) => (Number.isNaN(rank) ? null : rank))
}

/**
 * The same on a stretch of an array: ranks from the top, at the beginning of `ranks`.
 *
 * @param room for `count` numbers
 * @throws RangeError never
 * @see Kendall (1945), Biometrika 33(3), on ties
 * @example
 * ranksFromTop(Float64Array.of(3, 5), 0, 2, new Float64Array(2), new Float64Array(2)) // => Float64Array.of(2, 1)
 */
export function ranksFromTop(
  values: Float64Array,
  start: number,
  count: number,
  ranks: Float64Array,
  room: Float64Array,
): Float64Array {
  for (let at = 0; at < count; at++) ranks[at] = -(values[start + at] ?? Number.NaN)
  midranks(ranks, 0, count, ranks, room)
  return ranks
}
