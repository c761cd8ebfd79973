import { entropy } from './entropy.ts'

/** How evenly something is spread over partners. All but `total` are without unit. */
export interface Diversification {
  /** sum of the amounts, in their unit */
  readonly total: number
  /** partners with an amount above 0 */
  readonly partners: number
  /** Herfindahl–Hirschman index of the shares, in [1/partners, 1]; 1 is a single partner. Times 10,000 where shares are percentages */
  readonly hhi: number
  /** (hhi − 1/n) / (1 − 1/n), in [0, 1]: 0 is equal shares; undefined with one partner */
  readonly normalizedHhi: number | undefined
  /** Shannon entropy of the shares in nats, in [0, ln partners] */
  readonly shannon: number
  /** Hill number of order 1: exp(shannon) */
  readonly hill1: number
  /** Hill number of order 2: 1/hhi, the effective number of partners */
  readonly effectivePartners: number
  /** share of the largest partner, in [1/partners, 1] */
  readonly largestShare: number
}

/**
 * Concentration and diversity of amounts over partners.
 *
 * @param amounts [k] one amount for each partner, at least 0, in one unit; at least one above 0
 * @throws RangeError if an amount is negative or no number, or all are 0
 * @see Hill (1973), Ecology 54(2), 427–432, eq. 5; Laakso & Taagepera (1979), Comparative Political Studies 12(1), 3–27
 * @example
 * diversification([30, 30, 20, 20]).hhi.toFixed(4) // => '0.2600'
 * diversification([5, 5, 5, 5]).effectivePartners // => 4
 */
export function diversification(amounts: ArrayLike<number>): Diversification {
  const total = totalOf(amounts, 'diversification')
  let partners = 0
  let squares = 0
  let largest = 0
  const shares = new Float64Array(amounts.length)
  for (let k = 0; k < amounts.length; k++) {
    const share = (amounts[k] ?? 0) / total
    if (share > 0) partners++
    squares += share * share
    if (share > largest) largest = share
    shares[k] = share
  }
  const shannon = entropy(shares) * Math.LN2
  return {
    total,
    partners,
    hhi: squares,
    normalizedHhi: partners === 1 ? undefined : Math.max(0, (squares - 1 / partners) / (1 - 1 / partners)),
    shannon,
    hill1: Math.exp(shannon),
    effectivePartners: 1 / squares,
    largestShare: largest,
  }
}

/**
 * The same amounts once one partner has stopped: what it gave is gone, and nobody takes its place.
 *
 * @param amounts [k] one amount for each partner
 * @param stopped index of the partner that stops
 * @returns undefined if nothing is left
 * @throws RangeError as `diversification`, or if `stopped` is no index
 * @see Hirschman (1945), National Power and the Structure of Foreign Trade, for what stopping one partner costs
 * @example
 * withoutPartner([6, 2, 2], 0)?.hhi // => 0.5
 */
export function withoutPartner(amounts: ArrayLike<number>, stopped: number): Diversification | undefined {
  if (!(Number.isInteger(stopped) && stopped >= 0 && stopped < amounts.length))
    throw new RangeError(`withoutPartner: stopped must be an index of amounts, got ${stopped}`)
  const left = Float64Array.from({ length: amounts.length }, (_, k) =>
    k === stopped ? 0 : (amounts[k] ?? 0),
  )
  return left.some((amount) => amount > 0) ? diversification(left) : undefined
}

/**
 * Hill number: the number of equally large partners that would be as diverse. Order 0 counts the partners, order 1 is
 * exp(Shannon), order 2 is 1/HHI, order infinity is 1/largest share.
 *
 * @param amounts [k] one amount for each partner
 * @param order   at least 0; a higher order gives less weight to small partners
 * @throws RangeError as `diversification`, or if the order is negative
 * @see Hill (1973), Ecology 54(2), 427–432, eq. 5
 * @example
 * hillNumber([1, 1, 2], 0) // => 3
 */
export function hillNumber(amounts: ArrayLike<number>, order: number): number {
  if (!(order >= 0)) throw new RangeError(`hillNumber: order must be at least 0, got ${order}`)
  const { hill1, effectivePartners, largestShare, partners, total } = diversification(amounts)
  if (order === 0) return partners
  if (order === 1) return hill1
  if (order === 2) return effectivePartners
  if (order === Number.POSITIVE_INFINITY) return 1 / largestShare
  let sum = 0
  for (let k = 0; k < amounts.length; k++) {
    const share = (amounts[k] ?? 0) / total
    if (share > 0) sum += share ** order
  }
  return sum ** (1 / (1 - order))
}

function totalOf(amounts: ArrayLike<number>, caller: string): number {
  let total = 0
  for (let k = 0; k < amounts.length; k++) {
    const amount = amounts[k] ?? 0
    if (!(amount >= 0 && Number.isFinite(amount)))
      throw new RangeError(`${caller}: amounts must be numbers from 0 on, got ${amount}`)
    total += amount
  }
  if (!(total > 0)) throw new RangeError(`${caller}: at least one amount must be above 0, got none`)
  return total
}
