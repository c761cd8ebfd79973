import { normalCdf, normalDensity } from './normal.ts'
import { normalScores, type StatedQuantiles } from './normal-scores.ts'
import { quantileFunction } from './quantile-function.ts'

/** The quantile of a mixture at a share, each part weighing as told; the weights sum to 1. */
export type MixtureQuantile = (share: number, parts: ArrayLike<number>) => number

/**
 * Quantiles of mixtures of the same distributions under many weights, as where forecasters are drawn anew. What each distribution says
 * at a grid of values is computed once, when it is first needed; weights are then laid over it, and Newton's steps within one cell find
 * the value.
 *
 * @param forecasts at least one, each with shares of its own
 * @param quantiles quantile functions of the forecasts, where they were made already
 * @returns the least value at which the mixture comes to a share in (0, 1), but for rounding: its share there is within 2e-13 of the one
 *   asked for, unless it steps over it
 * @throws RangeError if quantiles are out of order; from the function if the share lies outside (0, 1)
 * @see Stone (1961), Annals of Mathematical Statistics 32(4)
 * @example
 * mixtureQuantile([-9, 9].map((mean) => ({ shares: [0.25, 0.75], values: [mean - 1, mean + 1] })))(0.5, [1, 0]) // => -9
 */
export function mixtureQuantile(
  forecasts: readonly StatedQuantiles[],
  quantiles: readonly ((share: number) => number)[] = forecasts.map(quantileFunction),
): MixtureQuantile {
  const ends = new Map<number, Float64Array>()
  let made: { readonly laws: Laws; readonly grid: Grid } | undefined
  return (share, parts) => {
    const own = ends.get(share) ?? Float64Array.from(quantiles, (value) => value(share))
    ends.set(share, own)
    // a quantile of a mixture lies between the lowest and the highest of its parts
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let at = 0; at < own.length; at++) {
      if ((parts[at] ?? 0) <= 0) continue
      low = Math.min(low, own[at] ?? 0)
      high = Math.max(high, own[at] ?? 0)
    }
    if (low === high) return low
    made ??= prepared(forecasts)
    return Math.min(high, Math.max(low, solved(made.laws, made.grid, share - rounding, parts, low, high)))
  }
}

/** Sums of weighted shares are rounded; a step of a distribution that comes to the share is not missed for that. */
const rounding = 1e-13

/** Distributions end to end, each of straight pieces over normal scores: those of place j are from starts[j] until starts[j + 1]. */
interface Laws {
  readonly starts: Int32Array
  readonly values: Float64Array
  readonly scores: Float64Array
  /** scores per unit of value from this quantile to the next; infinite where they are one value */
  readonly slopes: Float64Array
}

function prepared(forecasts: readonly StatedQuantiles[]) {
  const laws = lawsOf(forecasts)
  return { laws, grid: gridOf(forecasts, laws) }
}

function lawsOf(forecasts: readonly StatedQuantiles[]): Laws {
  const starts = new Int32Array(forecasts.length + 1)
  for (const [at, { values }] of forecasts.entries()) starts[at + 1] = (starts[at] ?? 0) + values.length
  const [values, scores, slopes] = [0, 1, 2].map(() => new Float64Array(starts.at(-1) ?? 0)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ] // three are made
  for (const [at, stated] of forecasts.entries()) {
    values.set(Array.from(stated.values), starts[at])
    scores.set(normalScores(stated), starts[at])
  }
  for (let at = 0; at + 1 < slopes.length; at++)
    slopes[at] =
      ((scores[at + 1] ?? 0) - (scores[at] ?? 0)) / Math.max(0, (values[at + 1] ?? 0) - (values[at] ?? 0))
  return { starts, values, scores, slopes }
}

/** Place of the piece in which a value lies: that which begins at the last stated quantile at or below it, or below it if `before`. */
function pieceOf({ starts, values }: Laws, law: number, value: number, before: boolean): number {
  const start = starts[law] ?? 0
  const last = (starts[law + 1] ?? 0) - 2 // of a piece
  let at = start
  while (at < last && (before ? (values[at + 1] ?? 0) < value : (values[at + 1] ?? 0) <= value)) at++
  return at
}

/** Normal score of what one distribution says lies at or below a value, or below it if `before`. */
function scoreIn({ values, scores, slopes }: Laws, piece: number, value: number, before: boolean): number {
  const low = values[piece] ?? 0
  const slope = slopes[piece] ?? 0
  if (slope < Number.POSITIVE_INFINITY) return (scores[piece] ?? 0) + (value - low) * slope
  // a tail without width
  return (before ? value > low : value >= low) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

/** Values, ascending, at which each distribution is computed once; one at which some of them step is there twice, before and after. */
interface Grid {
  readonly values: Float64Array
  readonly before: Uint8Array
  /** shares of all distributions at a value of the grid; undefined as long as nobody asked */
  readonly columns: (Float64Array | undefined)[]
  /** columns that may still be kept */
  room: number
}

/** So many stated values are in the grid besides steps: cells are then narrow enough for Newton's steps to be few. */
const cells = 256
/** Numbers kept in all columns together: 64 MB. */
const mostKept = 8_000_000

function gridOf(forecasts: readonly StatedQuantiles[], { values }: Laws): Grid {
  const steps = new Set(
    forecasts.flatMap((one) => Array.from(one.values).filter((value, at) => value === one.values[at + 1])),
  )
  const all = [...new Set(values)].sort((a, b) => a - b)
  const stride = Math.max(1, Math.floor(all.length / cells))
  const chosen = all.flatMap((value, at) =>
    steps.has(value) ? [value, value] : at % stride === 0 || at === all.length - 1 ? [value] : [],
  )
  return {
    values: Float64Array.from(chosen),
    before: Uint8Array.from(chosen, (value, at) => (value === chosen[at + 1] ? 1 : 0)),
    columns: new Array(chosen.length).fill(undefined),
    room: Math.floor(mostKept / forecasts.length),
  }
}

/** Share of the mixture at a value of the grid. */
function shareAt(laws: Laws, grid: Grid, place: number, parts: ArrayLike<number>): number {
  let column = grid.columns[place]
  if (column === undefined) {
    const [value, before] = [grid.values[place] ?? 0, grid.before[place] === 1]
    if (grid.room <= 0) return shareBelow(laws, value, before, parts)
    grid.room--
    column = new Float64Array(laws.starts.length - 1)
    for (let law = 0; law < column.length; law++)
      column[law] = normalCdf(scoreIn(laws, pieceOf(laws, law, value, before), value, before))
    grid.columns[place] = column
  }
  let sum = 0
  for (let law = 0; law < column.length; law++) sum += (parts[law] ?? 0) * (column[law] ?? 0)
  return sum
}

/** Share of the mixture at any value, or below it if `before`. */
function shareBelow(laws: Laws, value: number, before: boolean, parts: ArrayLike<number>): number {
  let sum = 0
  for (let law = 0; law + 1 < laws.starts.length; law++) {
    const part = parts[law] ?? 0
    if (part > 0) sum += part * normalCdf(scoreIn(laws, pieceOf(laws, law, value, before), value, before))
  }
  return sum
}

/** Density of the mixture at a value, without steps. */
function densityAt(laws: Laws, value: number, parts: ArrayLike<number>): number {
  let sum = 0
  for (let law = 0; law + 1 < laws.starts.length; law++) {
    const part = parts[law] ?? 0
    if (part <= 0) continue
    const piece = pieceOf(laws, law, value, false)
    const slope = laws.slopes[piece] ?? 0
    if (slope < Number.POSITIVE_INFINITY)
      sum += part * slope * normalDensity(scoreIn(laws, piece, value, false))
  }
  return sum
}

/** The least value in [low, high] at which the mixture comes to a share: its cell of the grid by halving, then Newton's steps. */
function solved(
  laws: Laws,
  grid: Grid,
  share: number,
  parts: ArrayLike<number>,
  low: number,
  high: number,
): number {
  let [from, until] = [-1, grid.values.length] // reaches the share from `until` on
  while (until - from > 1) {
    const middle = (from + until) >> 1
    if (shareAt(laws, grid, middle, parts) >= share) until = middle
    else from = middle
  }
  const isFirst = from < 0
  const isLast = until === grid.values.length
  const left = isFirst ? low : (grid.values[from] ?? low)
  const right = isLast ? high : (grid.values[until] ?? high)
  if (left >= right) return right // a step
  const atLeft = isFirst ? shareBelow(laws, left, false, parts) : shareAt(laws, grid, from, parts)
  if (atLeft >= share) return left
  const atRight = isLast ? shareBelow(laws, right, false, parts) : shareAt(laws, grid, until, parts)
  const start = left + ((share - atLeft) / (atRight - atLeft)) * (right - left)
  return newton(laws, parts, share, left, right, start)
}

/** So near is near enough: a quarter of what is allowed for rounding. */
const near = 2.5e-14

/** The value at which a mixture comes to a share, between one where it is less and one where it is not; every fourth step halves. */
function newton(
  laws: Laws,
  parts: ArrayLike<number>,
  share: number,
  left: number,
  right: number,
  start: number,
): number {
  let [from, until, value] = [left, right, start]
  for (let step = 1; ; step++) {
    if (!(value > from && value < until) || step % 4 === 0) value = from + (until - from) / 2
    if (value <= from || value >= until) return until
    const off = shareBelow(laws, value, false, parts) - share
    if (Math.abs(off) <= near) return value
    if (off > 0) until = value
    else from = value
    value -= off / densityAt(laws, value, parts)
  }
}
