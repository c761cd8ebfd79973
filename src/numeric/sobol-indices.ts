import { quantile } from './quantile.ts'
import { random } from './random.ts'

/** How much of the variance of an output is owed to one input: alone, and with all its interactions. */
export interface SobolIndex {
  readonly first: number
  readonly total: number
  /** 95 % percentile intervals of a bootstrap over the rows of the design */
  readonly firstInterval: readonly [number, number]
  readonly totalInterval: readonly [number, number]
}

/**
 * Sobol's indices of a function of independent uniform inputs.
 *
 * @param model takes [dimensions] numbers in [0, 1); it must not keep the array
 * @param rows  of the design; the model is run rows × (dimensions + 2) times
 * @returns [dimensions]; null if the output does not vary
 * @throws RangeError if there are fewer than 8 rows
 * @see Sobol (2001), Mathematics and Computers in Simulation 55; first order: Saltelli et al. (2010), Computer Physics
 *   Communications 181, table 2 (b); total: Jansen (1999), Computer Physics Communications 117
 * @example
 * sobolIndices((x) => x[0] ?? 0, 1, 64, 1)?.length // => 1
 */
export function sobolIndices(
  model: (inputs: Float64Array) => number,
  dimensions: number,
  rows: number,
  seed: number,
  resamples = 200,
): readonly SobolIndex[] | null {
  if (!(rows >= 8)) throw new RangeError(`sobolIndices: rows must be at least 8, got ${rows}`)
  const next = random(seed)
  const a = Float64Array.from({ length: rows * dimensions }, next)
  const b = Float64Array.from({ length: rows * dimensions }, next)
  const input = new Float64Array(dimensions)
  const run = (from: Float64Array, row: number, swapped = -1) => {
    for (let d = 0; d < dimensions; d++) input[d] = (d === swapped ? b : from)[row * dimensions + d] as number // inside the design
    return model(input)
  }
  const ofA = Float64Array.from({ length: rows }, (_, row) => run(a, row))
  const ofB = Float64Array.from({ length: rows }, (_, row) => run(b, row))
  const all = [...ofA, ...ofB]
  const mean = all.reduce((sum, y) => sum + y, 0) / all.length
  if (all.every((y) => y === all[0])) return null
  return Array.from({ length: dimensions }, (_, d) => {
    const mixed = Float64Array.from({ length: rows }, (__, row) => run(a, row, d))
    const estimate = (pick: (at: number) => number) => {
      let first = 0
      let total = 0
      let variance = 0
      for (let at = 0; at < rows; at++) {
        const row = pick(at)
        const [ya, yb, yab] = [ofA[row] as number, ofB[row] as number, mixed[row] as number]
        first += (yb - mean) * (yab - ya)
        total += (ya - yab) ** 2 / 2
        variance += ((ya - mean) ** 2 + (yb - mean) ** 2) / 2
      }
      return [first / variance, total / variance] as const
    }
    const [first, total] = estimate((at) => at)
    const draw = random(seed, d + 1)
    const drawn = Array.from({ length: resamples }, () => estimate(() => Math.floor(draw() * rows)))
    const interval = (which: 0 | 1): readonly [number, number] => {
      const sorted = drawn.map((pair) => pair[which]).sort((x, y) => x - y)
      return sorted.length === 0
        ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        : [quantile(sorted, 0.025), quantile(sorted, 0.975)]
    }
    return { first, total, firstInterval: interval(0), totalInterval: interval(1) }
  })
}
