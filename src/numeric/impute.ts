import { sortedKnown } from './midranks.ts'
import { quantile } from './quantile.ts'

/** How a missing value is filled: not at all, from its column, from its column within its group, or from another column. */
export const imputations = ['none', 'mean', 'median', 'group-mean', 'group-median', 'regression'] as const
export type Imputation = (typeof imputations)[number]

const fewestInCommon = 3

/**
 * A table with its missing values filled. `regression` predicts from the column that correlates most with the one to be
 * filled among those known for the unit (three units in common at least), by least squares. What nothing can fill stays.
 *
 * @param from   [columns × units], column by column; not a number where missing
 * @param to     the same shape; receives the filled table
 * @param groups [units] number of the group of a unit, −1 for none; of group-mean and group-median
 * @param room   for `units` numbers
 * @throws RangeError if the shapes differ
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3; Little & Rubin (2002), section 4.2
 * @example
 * imputeTable(Float64Array.of(1, NaN, 3), new Float64Array(3), 3, 'mean', new Int32Array(3), new Float64Array(3)) // => undefined
 */
export function imputeTable(
  from: Float64Array,
  to: Float64Array,
  units: number,
  how: Imputation,
  groups: Int32Array,
  room: Float64Array,
): void {
  if (to.length !== from.length || from.length % units !== 0)
    throw new RangeError(`imputeTable: tables must hold columns of ${units} values`)
  to.set(from)
  if (how === 'none') return
  for (let start = 0; start < from.length; start += units) {
    if (!hasGap(from, start, units)) continue
    if (how === 'regression') fillByRegression(from, to, units, start)
    else if (how === 'mean' || how === 'median') fillByGroup(from, to, units, start, null, how, room)
    else fillByGroup(from, to, units, start, groups, how === 'group-mean' ? 'mean' : 'median', room)
  }
}

function hasGap(from: Float64Array, start: number, units: number): boolean {
  for (let at = start; at < start + units; at++) if (Number.isNaN(from[at])) return true
  return false
}

function fillByGroup(
  from: Float64Array,
  to: Float64Array,
  units: number,
  start: number,
  groups: Int32Array | null,
  how: 'mean' | 'median',
  room: Float64Array,
): void {
  for (let unit = 0; unit < units; unit++) {
    if (!Number.isNaN(to[start + unit])) continue
    const group = groups === null ? 0 : (groups[unit] ?? -1)
    if (group === -1) continue
    const filler = centre(from, units, start, groups, group, how, room)
    for (let other = unit; other < units; other++)
      if ((groups === null || groups[other] === group) && Number.isNaN(to[start + other]))
        to[start + other] = filler
  }
}

function centre(
  from: Float64Array,
  units: number,
  start: number,
  groups: Int32Array | null,
  group: number,
  how: 'mean' | 'median',
  room: Float64Array,
): number {
  let known = 0
  let sum = 0
  for (let unit = 0; unit < units; unit++) {
    const value = from[start + unit] ?? Number.NaN
    if (Number.isNaN(value) || (groups !== null && groups[unit] !== group)) continue
    room[known++] = value
    sum += value
  }
  if (known === 0) return Number.NaN
  if (how === 'mean') return sum / known
  const list = room.subarray(0, known)
  sortedKnown(list, 0, known, list)
  return quantile(list, 0.5)
}

function fillByRegression(from: Float64Array, to: Float64Array, units: number, start: number): void {
  const columns = from.length / units
  const lines = Array.from({ length: columns }, (_, column) => lineFrom(from, units, column * units, start))
  const best = lines
    .map((line, column) => ({ line, column }))
    .filter(({ column, line }) => column * units !== start && line.strength > 0)
    .sort((a, b) => b.line.strength - a.line.strength || a.column - b.column)
  for (let unit = 0; unit < units; unit++) {
    if (!Number.isNaN(from[start + unit])) continue
    const guide = best.find(({ column }) => !Number.isNaN(from[column * units + unit]))
    if (guide === undefined) continue
    to[start + unit] = guide.line.intercept + guide.line.slope * (from[guide.column * units + unit] ?? 0)
  }
}

/** The least-squares line of one column on another, over the units that have both; `strength` is the squared correlation. */
function lineFrom(from: Float64Array, units: number, x: number, y: number) {
  let n = 0
  let [meanX, meanY, xx, xy, yy] = [0, 0, 0, 0, 0]
  for (let unit = 0; unit < units; unit++) {
    const [a, b] = [from[x + unit] ?? Number.NaN, from[y + unit] ?? Number.NaN]
    if (Number.isNaN(a + b)) continue
    n++
    const [dx, dy] = [a - meanX, b - meanY]
    meanX += dx / n
    meanY += dy / n
    xx += dx * (a - meanX)
    xy += dx * (b - meanY)
    yy += dy * (b - meanY)
  }
  if (n < fewestInCommon || !(xx > 0 && yy > 0)) return { strength: 0, slope: 0, intercept: 0 }
  const slope = xy / xx
  return { strength: (xy * xy) / (xx * yy), slope, intercept: meanY - slope * meanX }
}
