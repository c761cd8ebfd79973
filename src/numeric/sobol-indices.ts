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

/** Two samples of inputs; a run takes one of the first, one of the second, or one of the first with one input of the second. */
export interface SobolDesign {
  readonly dimensions: number
  readonly rows: number
  /** [rows × dimensions] each */
  readonly a: Float64Array
  readonly b: Float64Array
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
  const design = sobolDesign(dimensions, rows, seed)
  const input = new Float64Array(dimensions)
  const outputs = Float64Array.from({ length: rows * (dimensions + 2) }, (_, run) => {
    sobolInput(design, run, input)
    return model(input)
  })
  return sobolFromOutputs(outputs, dimensions, rows, seed, resamples)
}

/**
 * The design of `sobolIndices`, for those who run the model themselves.
 *
 * @throws RangeError if there are fewer than 8 rows
 * @see Saltelli et al. (2010), Computer Physics Communications 181, section 3
 * @example
 * sobolDesign(2, 8, 1).a.length // => 16
 */
export function sobolDesign(dimensions: number, rows: number, seed: number): SobolDesign {
  if (!(rows >= 8)) throw new RangeError(`sobolIndices: rows must be at least 8, got ${rows}`)
  const next = random(seed)
  const a = Float64Array.from({ length: rows * dimensions }, next)
  const b = Float64Array.from({ length: rows * dimensions }, next)
  return { dimensions, rows, a, b }
}

/**
 * The inputs of one run: first the rows of one sample, then those of the other, then for each input the first with it exchanged.
 *
 * @param run  in [0, rows × (dimensions + 2))
 * @param into [dimensions] receives the inputs
 * @throws RangeError never
 * @see Saltelli et al. (2010), Computer Physics Communications 181, section 3
 * @example
 * sobolInput({ dimensions: 1, rows: 8, a: new Float64Array(8), b: new Float64Array(8).fill(0.5) }, 8, new Float64Array(1)) // => Float64Array.of(0.5)
 */
export function sobolInput(design: SobolDesign, run: number, into: Float64Array): Float64Array {
  const { dimensions, rows, a, b } = design
  const part = Math.floor(run / rows)
  const from = (run % rows) * dimensions
  for (let d = 0; d < dimensions; d++) into[d] = (part === 1 || part === d + 2 ? b : a)[from + d] ?? 0
  return into
}

/**
 * Sobol's indices from the outputs of all runs of a design.
 *
 * @param outputs [(dimensions + 2) × rows] in the order of `sobolInput`
 * @returns [dimensions]; null if the output does not vary
 * @throws RangeError if the shape is another
 * @see Saltelli et al. (2010), Computer Physics Communications 181, table 2 (b); Jansen (1999), ibid. 117
 * @example
 * sobolFromOutputs(new Float64Array(24), 1, 8, 1) // => null
 */
export function sobolFromOutputs(
  outputs: Float64Array,
  dimensions: number,
  rows: number,
  seed: number,
  resamples = 200,
): readonly SobolIndex[] | null {
  if (outputs.length !== rows * (dimensions + 2))
    throw new RangeError(
      `sobolFromOutputs: outputs must hold ${rows * (dimensions + 2)}, got ${outputs.length}`,
    )
  const part = (at: number) => outputs.subarray(at * rows, (at + 1) * rows)
  const [ofA, ofB] = [part(0), part(1)]
  const both = outputs.subarray(0, 2 * rows)
  const mean = both.reduce((sum, y) => sum + y, 0) / both.length
  if (both.every((y) => y === both[0])) return null
  return Array.from({ length: dimensions }, (_, d) => {
    const mixed = part(d + 2)
    const estimate = (pick: (at: number) => number) => {
      let first = 0
      let total = 0
      let variance = 0
      for (let at = 0; at < rows; at++) {
        const row = pick(at)
        const ya = ofA[row] ?? 0
        const yb = ofB[row] ?? 0
        const yab = mixed[row] ?? 0
        first += (yb - mean) * (yab - ya)
        total += (ya - yab) ** 2 / 2
        variance += ((ya - mean) ** 2 + (yb - mean) ** 2) / 2
      }
      return variance > 0 ? ([first / variance, total / variance] as const) : ([0, 0] as const)
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
