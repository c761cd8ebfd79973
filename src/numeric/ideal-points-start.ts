import type { ItemLayout } from './ideal-points-layout.ts'
import { random } from './random.ts'

/**
 * Where to begin: the first principal component of votes centred on each roll call, found by a few power iterations,
 * at mean 0 and standard deviation 1 over states. A state begins every session at the same place.
 *
 * @param states how many
 * @param seed   of the first guess
 * @returns [units]
 * @see Golub & Van Loan (2013), Matrix Computations, section 8.2.1
 * @example
 * typeof startPoints // => 'function'
 */
export function startPoints(layout: ItemLayout, states: number, seed: number): Float64Array {
  const { items, itemFrom, itemTimes, voteUnit, voteCode, unitState } = layout
  const worth = [0, 0.5, 1, 0.5]
  const draw = random(seed)
  let x = Float64Array.from({ length: states }, () => draw() - 0.5)
  const voter = Int32Array.from(voteUnit, (unit) => unitState[unit] ?? 0)
  for (let round = 0; round < 12; round++) {
    const sum = new Float64Array(states)
    const count = new Float64Array(states)
    for (let item = 0; item < items; item++) {
      const from = itemFrom[item] as number // in bounds by construction, here and below
      const end = itemFrom[item + 1] as number
      let votes = 0
      let points = 0
      let both = 0
      for (let v = from; v < end; v++) {
        const y = worth[voteCode[v] as number] as number
        const p = x[voter[v] as number] as number
        votes += y
        points += p
        both += y * p
      }
      const mean = votes / (end - from)
      const score = (both - mean * points) * (itemTimes[item] as number)
      for (let v = from; v < end; v++) {
        const s = voter[v] as number
        sum[s] = (sum[s] as number) + ((worth[voteCode[v] as number] as number) - mean) * score
        count[s] = (count[s] as number) + (itemTimes[item] as number)
      }
    }
    x = standard(sum.map((total, s) => total / ((count[s] as number) + 5)))
  }
  return Float64Array.from(unitState, (s) => x[s] ?? 0)
}

function standard(x: Float64Array): Float64Array<ArrayBuffer> {
  const mean = x.reduce((sum, p) => sum + p, 0) / x.length
  const sd = Math.sqrt(x.reduce((sum, p) => sum + (p - mean) ** 2, 0) / x.length)
  return Float64Array.from(x, (p) => (sd > 0 ? (p - mean) / sd : 0))
}
