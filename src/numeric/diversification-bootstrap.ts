import { diversification } from './diversification.ts'
import { entropy } from './entropy.ts'
import { movedInterval, percentileInterval } from './moved-interval.ts'
import type { Random } from './random.ts'

/** Amounts of activities with partners: row i says that activity `unit[i]` counts `amount[i]` for partner `partner[i]`. */
export interface ActivityRows {
  /** [n] index of the activity, from 0; the rows of one activity are drawn together */
  readonly unit: ArrayLike<number>
  /** [n] index of the partner, from 0 */
  readonly partner: ArrayLike<number>
  /** [n] what it counts, at least 0 */
  readonly amount: ArrayLike<number>
  /** number of partners */
  readonly partners: number
}

export type Interval = readonly [number, number]

/** Intervals of the measures of diversification when the activities are drawn anew. */
export interface DiversificationIntervals {
  readonly hhi: Interval
  readonly shannon: Interval
  readonly effectivePartners: Interval
  /** [k] of the share of each partner */
  readonly shares: readonly Interval[]
}

/** With fewer activities drawing them anew says next to nothing, and no interval is given. */
export const fewestActivities = 5

/**
 * Intervals from drawing whole activities with replacement. A draw repeats some activities, so it looks more concentrated than what
 * it is drawn from, by about (1 − HHI)/n: draws of HHI and Shannon are moved back by the mean of that, and kept within what the
 * partners seen allow. Shares need no such move. The interval of the effective number is the inverse of that of HHI.
 *
 * What it tells: how much the number hangs on which activities happened to take place, if others like them had. It tells nothing
 * of activities that nobody recorded.
 *
 * @param draws  number of draws, at least 1; 1000 gives ends that are steady to about 2 % of the width
 * @param random where the draws come from
 * @param level  of the interval, in (0, 1)
 * @returns undefined with fewer than five activities or a single partner
 * @throws RangeError if the lists differ in length, an index is out of range, or all amounts are 0
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentiles) and 10 (bias)
 * @example
 * diversificationBootstrap({ unit: [0], partner: [0], amount: [1], partners: 1 }, 10, () => 0) // => undefined
 */
export function diversificationBootstrap(
  rows: ActivityRows,
  draws: number,
  random: Random,
  level = 0.95,
): DiversificationIntervals | undefined {
  const { partners } = rows
  const { start, partner, amounts } = byUnit(rows)
  const units = start.length - 1
  const found = diversification(totals(rows))
  if (units < fewestActivities || found.partners < 2) return undefined
  const hhi = new Float64Array(draws)
  const shannon = new Float64Array(draws)
  const shares = Array.from({ length: partners }, () => new Float64Array(draws))
  const drawn = new Float64Array(partners)
  for (let draw = 0; draw < draws; draw++) {
    let total = 0
    while (total === 0) {
      drawn.fill(0)
      for (let at = 0; at < units; at++) {
        const unit = Math.floor(random() * units)
        const end = start[unit + 1] ?? 0
        for (let row = start[unit] ?? 0; row < end; row++) {
          const k = partner[row] ?? 0
          const amount = amounts[row] ?? 0
          drawn[k] = (drawn[k] ?? 0) + amount
          total += amount
        }
      }
    }
    let squares = 0
    for (let k = 0; k < partners; k++) {
      const share = (drawn[k] ?? 0) / total
      squares += share * share
      drawn[k] = share
      const of = shares[k]
      if (of !== undefined) of[draw] = share
    }
    hhi[draw] = squares
    shannon[draw] = entropy(drawn) * Math.LN2
  }
  const [low, high] = movedInterval(hhi, found.hhi, level, [1 / found.partners, 1])
  return {
    hhi: [low, high],
    shannon: movedInterval(shannon, found.shannon, level, [0, Math.log(found.partners)]),
    effectivePartners: [1 / high, 1 / low],
    shares: shares.map((of) => percentileInterval(of, level)),
  }
}

function totals({ partner, amount, partners }: ActivityRows): Float64Array {
  const sums = new Float64Array(partners)
  for (let row = 0; row < partner.length; row++) {
    const k = partner[row] ?? -1
    if (!(k >= 0 && k < partners))
      throw new RangeError(`diversificationBootstrap: partner must be below ${partners}, got ${k}`)
    sums[k] = (sums[k] ?? 0) + (amount[row] ?? 0)
  }
  return sums
}

/** The rows of each unit one after another, in flat arrays: drawing them is all the work there is. */
function byUnit({ unit, partner, amount }: ActivityRows) {
  if (unit.length !== partner.length || unit.length !== amount.length)
    throw new RangeError('diversificationBootstrap: unit, partner and amount must have the same length')
  const rows = new Map<number, number[]>()
  for (let row = 0; row < unit.length; row++) {
    const of = unit[row] ?? 0
    const known = rows.get(of)
    if (known === undefined) rows.set(of, [row])
    else known.push(row)
  }
  const order = [...rows.values()]
  const start = new Int32Array(order.length + 1)
  for (const [at, its] of order.entries()) start[at + 1] = (start[at] ?? 0) + its.length
  const flat = order.flat()
  return {
    start,
    partner: Int32Array.from(flat, (row) => partner[row] ?? 0),
    amounts: Float64Array.from(flat, (row) => amount[row] ?? 0),
  }
}
