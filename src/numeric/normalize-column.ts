import { midranks } from './midranks.ts'

/** How a column is brought to a common scale. */
export const normalizations = ['min-max', 'z-score', 'rank', 'percentile', 'goalposts', 'target'] as const
export type Normalization = (typeof normalizations)[number]

/** Which of them end on the scale of 0 to 100. */
export const scaledToHundred: ReadonlySet<Normalization> = new Set([
  'min-max',
  'percentile',
  'goalposts',
  'target',
])

/** What a column is measured against. */
export interface ColumnScale {
  /** −1 where less is better */
  readonly direction: 1 | -1
  /** goalposts: where the scale begins and ends, lower below upper */
  readonly lower?: number
  readonly upper?: number
  /** the value aimed at */
  readonly target?: number
}

/**
 * Brings a column to a common scale on which higher is better. `min-max`, `percentile`, `goalposts` and `target` run from
 * `floor` to 100, `rank` from 1 to n, `z-score` has mean 0 and standard deviation 1. Beyond a goalpost or a target counts as there.
 *
 * @param values changed in place from `start` on; not a number where missing, and everywhere if the column does not vary (or, of
 *   `goalposts` and `target`, if what they need is not given)
 * @param floor  in [0, 100): where the scale of 0 to 100 begins; 1 keeps geometric means defined
 * @param room   for `count` numbers
 * @throws RangeError if floor lies outside
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5
 * @example
 * normalizeColumn(Float64Array.of(1, 2, 3), 0, 3, 'min-max', { direction: 1 }, 0, new Float64Array(3)) // => true
 */
export function normalizeColumn(
  values: Float64Array,
  start: number,
  count: number,
  how: Normalization,
  scale: ColumnScale,
  floor: number,
  room: Float64Array,
): boolean {
  if (!(floor >= 0 && floor < 100))
    throw new RangeError(`normalizeColumn: floor must lie in [0, 100), got ${floor}`)
  const { direction } = scale
  let [known, least, most, sum] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (let at = start; at < start + count; at++) {
    const value = direction * (values[at] ?? Number.NaN)
    values[at] = value
    if (Number.isNaN(value)) continue
    known++
    sum += value
    if (value < least) least = value
    if (value > most) most = value
  }
  const fixed = how === 'goalposts'
  if (known === 0 || (least === most && !fixed)) return blank(values, start, count)
  if (how === 'rank' || how === 'percentile') {
    midranks(values, start, count, values, room)
    if (how === 'percentile') stretch(values, start, count, 1, known, floor)
    return true
  }
  if (how === 'z-score') {
    standardize(values, start, count, sum / known, known)
    return true
  }
  const [from, to] = ends(how, scale, least, most)
  if (!(to > from)) return blank(values, start, count)
  stretch(values, start, count, from, to, floor)
  return true
}

/** Where the scale begins and ends, in values already turned so that higher is better. */
function ends(
  how: Normalization,
  scale: ColumnScale,
  least: number,
  most: number,
): readonly [number, number] {
  const { direction, lower = Number.NaN, upper = Number.NaN, target = Number.NaN } = scale
  if (how === 'goalposts') return direction === 1 ? [lower, upper] : [-upper, -lower]
  return how === 'target' ? [least, direction * target] : [least, most]
}

function stretch(
  values: Float64Array,
  start: number,
  count: number,
  from: number,
  to: number,
  floor: number,
): void {
  for (let at = start; at < start + count; at++) {
    const value = values[at] ?? Number.NaN
    const inside = value < from ? from : value > to ? to : value
    values[at] = floor + ((100 - floor) * (inside - from)) / (to - from)
  }
}

function standardize(values: Float64Array, start: number, count: number, mean: number, known: number): void {
  let squares = 0
  for (let at = start; at < start + count; at++) {
    const from = (values[at] ?? Number.NaN) - mean
    if (!Number.isNaN(from)) squares += from * from
  }
  const deviation = Math.sqrt(squares / (known - 1))
  for (let at = start; at < start + count; at++) {
    const z = ((values[at] ?? Number.NaN) - mean) / deviation
    values[at] = Math.abs(z) < rounding ? 0 : z
  }
}

/** A value at the mean is 0, not what the order of the sum leaves of it: under other means its sign would decide. */
const rounding = 1e-12

function blank(values: Float64Array, start: number, count: number): boolean {
  values.fill(Number.NaN, start, start + count)
  return false
}
