import { copelandScores, prefers } from './outranking.ts'

/** The ranking that most weight supports, pair by pair. */
export interface NonCompensatory {
  /** [units] best first */
  readonly order: Int32Array
  /** the shares of weight for each pair as it is ordered, summed; at most the number of pairs */
  readonly support: number
  /** whether no other order can have more support; false where a block was too large to try every order */
  readonly exact: boolean
  /** how many orders have this support; 1 of a block that was searched, not tried in full */
  readonly orders: number
}

/** Blocks of units up to this size are ordered exactly: 2^size states. */
const largestExact = 12

/**
 * The order of units with the greatest support, after Condorcet, Kemeny, Young and Levenglick. Units fall into blocks of which each
 * beats the next as a whole, so blocks are ordered one by one: exactly, by dynamic programming over subsets, up to twelve units;
 * beyond that from Copeland's scores by moving one unit at a time while support rises, which may miss the best order.
 *
 * @param matrix [units × units] share of weight for the row over the column
 * @throws RangeError if the matrix has another shape
 * @see Munda & Nardo (2009), Applied Economics 41(12), section III; blocks: Truchon (1998), Laval cahier 9813, the extended Condorcet
 *   criterion; subsets: Held & Karp (1962), SIAM Journal 10(1)
 * @example
 * nonCompensatory(Float64Array.of(0, 0.4, 0.6, 0), 2).order // => Int32Array.of(1, 0)
 */
export function nonCompensatory(matrix: Float64Array, units: number): NonCompensatory {
  if (matrix.length !== units * units)
    throw new RangeError(`nonCompensatory: matrix must hold ${units * units} shares, got ${matrix.length}`)
  const order = byCopeland(matrix, units)
  let exact = true
  let orders = 1
  for (let from = 0; from < units; ) {
    const to = blockEnd(matrix, units, order, from)
    const block = order.subarray(from, to)
    if (block.length > largestExact) {
      improve(matrix, units, block)
      exact = false
    } else if (block.length > 1) orders *= orderExactly(matrix, units, block)
    from = to
  }
  return { order, support: supportOf(matrix, units, order), exact, orders }
}

/**
 * The support of an order: for each pair, the share of weight that ranks it so.
 *
 * @throws RangeError never
 * @see Munda & Nardo (2009), Applied Economics 41(12), equation 5
 * @example
 * supportOf(Float64Array.of(0, 0.4, 0.6, 0), 2, Int32Array.of(0, 1)) // => 0.4
 */
export function supportOf(matrix: Float64Array, units: number, order: Int32Array): number {
  let sum = 0
  for (let above = 0; above < units; above++)
    for (let below = above + 1; below < units; below++)
      sum += matrix[(order[above] ?? 0) * units + (order[below] ?? 0)] ?? 0
  return sum
}

/** Copeland's order puts a block that beats the next before it: each of its units wins more. */
function byCopeland(matrix: Float64Array, units: number): Int32Array {
  const scores = copelandScores(matrix, units, new Float64Array(units))
  return Int32Array.from({ length: units }, (_, unit) => unit).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  )
}

/** The end of the smallest block from a place on of which every unit is preferred to every unit behind it. */
function blockEnd(matrix: Float64Array, units: number, order: Int32Array, from: number): number {
  let end = from + 1
  for (let at = from; at < end; at++)
    for (let behind = units - 1; behind >= end; behind--)
      if (prefers(matrix, units, order[at] ?? 0, order[behind] ?? 0) !== 1) {
        end = behind + 1
        break
      }
  return end
}

/** Orders a block in place, by the best order of every subset; answers how many orders are as good. */
function orderExactly(matrix: Float64Array, units: number, block: Int32Array): number {
  const size = block.length
  const best = new Float64Array(1 << size).fill(-1)
  const count = new Float64Array(1 << size)
  const last = new Int8Array(1 << size)
  best[0] = 0
  count[0] = 1
  for (let set = 1; set < 1 << size; set++)
    for (let at = 0; at < size; at++) {
      if ((set & (1 << at)) === 0) continue
      const rest = set ^ (1 << at)
      let support = best[rest] ?? 0
      for (let above = 0; above < size; above++)
        if ((rest & (1 << above)) !== 0)
          support += matrix[(block[above] ?? 0) * units + (block[at] ?? 0)] ?? 0
      const gap = support - (best[set] ?? 0)
      if (gap > 1e-9) {
        best[set] = support
        last[set] = at
        count[set] = count[rest] ?? 0
      } else if (gap > -1e-9) count[set] = (count[set] ?? 0) + (count[rest] ?? 0)
    }
  const found = new Int32Array(size)
  for (let set = (1 << size) - 1, place = size - 1; place >= 0; place--) {
    const at = last[set] ?? 0
    found[place] = block[at] ?? 0
    set ^= 1 << at
  }
  block.set(found)
  return count[(1 << size) - 1] ?? 1
}

/** Moves one unit at a time to where support rises most, until no move raises it. */
function improve(matrix: Float64Array, units: number, block: Int32Array): void {
  for (let moved = true; moved; ) {
    moved = false
    for (let from = 0; from < block.length; from++) {
      const unit = block[from] ?? 0
      let [best, to] = [1e-12, from]
      for (const step of [-1, 1]) {
        let gain = 0
        for (let place = from + step; place >= 0 && place < block.length; place += step) {
          const other = block[place] ?? 0
          gain += step * ((matrix[other * units + unit] ?? 0) - (matrix[unit * units + other] ?? 0))
          if (gain > best) [best, to] = [gain, place]
        }
      }
      if (to === from) continue
      if (to < from) block.copyWithin(to + 1, to, from)
      else block.copyWithin(from, from + 1, to + 1)
      block[to] = unit
      moved = true
    }
  }
}
