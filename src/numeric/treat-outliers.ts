/** What is done to a column with outliers. */
export const treatments = ['none', 'winsorize', 'winsorize-log', 'log'] as const
export type Treatment = (typeof treatments)[number]

/** When a column is said to have outliers, and how many values may be drawn in. */
export interface OutlierLimits {
  /** above 0; a column is treated if its absolute skewness is beyond this and its kurtosis beyond the other */
  readonly skewness: number
  /** excess kurtosis */
  readonly kurtosis: number
  readonly points: number
}

/** The limits that the Joint Research Centre uses. */
export const usualLimits: OutlierLimits = { skewness: 2, kurtosis: 3.5, points: 5 }

/** What became of a column. */
export interface Treated {
  /** values set to the next one inside */
  readonly drawnIn: number
  readonly logged: boolean
  /** whether skewness and kurtosis lie within the limits now */
  readonly within: boolean
}

const untouched: Treated = { drawnIn: 0, logged: false, within: true }

/**
 * Treats a column with outliers. `winsorize`: while skewness and kurtosis are beyond their limits, the most extreme value on the side
 * of the skew is set to the next one, until as many values as allowed were drawn in. `winsorize-log`: if they are still beyond, the
 * values as they came are put on a logarithmic scale instead. `log`: that at once. Equals are drawn in together.
 *
 * @param values one table, changed in place from `start` on; not a number where missing
 * @throws RangeError never; columns of fewer than four known values, and without spread, are left alone
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5; limits of Becker et al. (2019), JRC 113 061
 * @example
 * treatOutliers(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 90), 0, 8, 'winsorize', usualLimits) // => { drawnIn: 1, logged: false, within: true }
 */
export function treatOutliers(
  values: Float64Array,
  start: number,
  count: number,
  how: Treatment,
  limits: OutlierLimits,
): Treated {
  if (how === 'none') return untouched
  const first = shape(values, start, count)
  if (isWithin(first, limits)) return untouched
  if (how === 'log') return logged(values, start, count, first.skewness, limits)
  const before = how === 'winsorize-log' ? values.slice(start, start + count) : null
  const drawnIn = drawIn(values, start, count, limits)
  const within = isWithin(shape(values, start, count), limits)
  if (within || before === null) return { drawnIn, logged: false, within }
  values.set(before, start)
  return logged(values, start, count, first.skewness, limits)
}

function drawIn(values: Float64Array, start: number, count: number, limits: OutlierLimits): number {
  let [high, low] = [0, 0]
  for (;;) {
    const now = shape(values, start, count)
    if (isWithin(now, limits) || high + low >= limits.points) return high + low
    const side = now.skewness >= 0 ? 1 : -1
    let end = Number.NEGATIVE_INFINITY
    let next = Number.NEGATIVE_INFINITY
    for (let at = start; at < start + count; at++) {
      const value = side * (values[at] ?? Number.NaN)
      if (value > end) {
        next = end
        end = value
      } else if (value > next && value < end) next = value
    }
    let drawn = 0
    for (let at = start; at < start + count; at++)
      if (side * (values[at] ?? Number.NaN) === end) {
        values[at] = side * next
        drawn++
      }
    if (side === 1) high = drawn
    else low = drawn
  }
}

/** log(x − least + range / 100); turned round where the long tail is the low one, so that the order stays. */
function logged(
  values: Float64Array,
  start: number,
  count: number,
  skewness: number,
  limits: OutlierLimits,
): Treated {
  const side = skewness >= 0 ? 1 : -1
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = start; at < start + count; at++) {
    const value = side * (values[at] ?? Number.NaN)
    if (value < least) least = value
    if (value > most) most = value
  }
  for (let at = start; at < start + count; at++)
    values[at] = side * Math.log(side * (values[at] ?? Number.NaN) - least + 0.01 * (most - least))
  return { drawnIn: 0, logged: true, within: isWithin(shape(values, start, count), limits) }
}

function isWithin(
  { skewness, kurtosis }: { skewness: number; kurtosis: number },
  limits: OutlierLimits,
): boolean {
  return !(Math.abs(skewness) > limits.skewness && kurtosis > limits.kurtosis)
}

/**
 * Sample skewness and excess kurtosis of the known values, without bias under normality; 0 where fewer than four are known.
 *
 * @throws RangeError never
 * @see Joanes & Gill (1998), The Statistician 47(1), G1 and G2
 * @example
 * shape(Float64Array.of(1, 2, 3, 4, 5), 0, 5).skewness // => 0
 */
export function shape(
  values: Float64Array,
  start: number,
  count: number,
): { readonly skewness: number; readonly kurtosis: number } {
  let n = 0
  let mean = 0
  for (let at = start; at < start + count; at++) {
    const value = values[at] ?? Number.NaN
    if (!Number.isNaN(value)) {
      n++
      mean += value
    }
  }
  mean /= n
  let second = 0
  let third = 0
  let fourth = 0
  for (let at = start; at < start + count; at++) {
    const from = (values[at] ?? Number.NaN) - mean
    if (Number.isNaN(from)) continue
    const square = from * from
    second += square
    third += square * from
    fourth += square * square
  }
  if (n < 4 || second === 0) return { skewness: 0, kurtosis: 0 }
  second /= n
  const skewness = (third / n / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2))
  const excess = fourth / n / second ** 2 - 3
  return { skewness, kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6) }
}
