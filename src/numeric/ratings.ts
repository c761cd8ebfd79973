/** Ratings of units by coders, one entry each: who rated what, and which of the sorted distinct values it was. */
export interface Ratings {
  readonly units: number
  readonly coders: number
  /** [ratings] unit of each rating, in [0, units) */
  readonly unit: Int32Array
  /** [ratings] coder of each rating, in [0, coders) */
  readonly coder: Int32Array
  /** [ratings] place of its value in `values` */
  readonly value: Int32Array
  /** the distinct values in ascending order; for nominal ones their numbers mean nothing */
  readonly values: Float64Array
}

/** Level of measurement: what differences between values mean. */
export const measurementLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type MeasurementLevel = (typeof measurementLevels)[number]

/**
 * The ratings without those of one coder.
 *
 * @see Krippendorff (2004), Content Analysis, 2nd ed., ch. 11, on finding coders who stand apart
 * @example
 * withoutCoder({ units: 1, coders: 2, unit: Int32Array.of(0, 0), coder: Int32Array.of(0, 1), value: Int32Array.of(0, 0), values: Float64Array.of(5) }, 1).unit.length // => 1
 */
export function withoutCoder(ratings: Ratings, coder: number): Ratings {
  const keep = [...ratings.coder.keys()].filter((at) => ratings.coder[at] !== coder)
  return {
    ...ratings,
    unit: Int32Array.from(keep, (at) => ratings.unit[at] ?? 0),
    coder: Int32Array.from(keep, (at) => ratings.coder[at] ?? 0),
    value: Int32Array.from(keep, (at) => ratings.value[at] ?? 0),
  }
}

/**
 * Which group each unit belongs to, where units hang together if one coder rated both: levels of units in different
 * groups cannot be compared.
 *
 * @returns [units] number of the group, from 0; −1 for a unit without a rating
 * @see Pemstein et al. (2018), V-Dem Working Paper 21, on bridge and lateral coders
 * @example
 * connectedUnits({ units: 2, coders: 2, unit: Int32Array.of(0, 1), coder: Int32Array.of(0, 1), value: Int32Array.of(0, 0), values: Float64Array.of(1) }) // => Int32Array.of(0, 1)
 */
export function connectedUnits({ units, coders, unit, coder }: Ratings): Int32Array {
  const parent = Int32Array.from({ length: units + coders }, (_, at) => at)
  const root = (of: number): number => {
    let at = of
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  for (const [at, u] of unit.entries()) parent[root(units + (coder[at] ?? 0))] = root(u)
  const rated = new Set(unit)
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: units }, (_, u) => {
    if (!rated.has(u)) return -1
    const group = root(u)
    if (!numbers.has(group)) numbers.set(group, numbers.size)
    return numbers.get(group) ?? 0
  })
}
