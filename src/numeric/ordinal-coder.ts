import { type IntervalTerms, intervalTerms, logInterval } from './ordered-probit.ts'
import type { OrdinalDesign, ThresholdPrior } from './ordinal-chain.ts'
import type { Random } from './random.ts'

const degrees = 8 // of the t proposals: tails heavier than the posterior's

/**
 * Moves of a coder's reliability and thresholds together, given the latent levels: proposed from a t distribution at the
 * mode of the conditional, found by Newton steps.
 *
 * @param z     [units] latent levels
 * @param coder [coders × levels] reliability, then thresholds; changed in place
 * @see Johnson & Albert (1999), Ordinal Data Modeling, section 5.3; Gelman et al. (2013), Bayesian Data Analysis, ch. 13
 * @example
 * typeof coderMoves // => 'function'
 */
export function coderMoves(
  design: OrdinalDesign,
  z: Float64Array,
  coder: Float64Array,
  prior: ThresholdPrior,
): (j: number, next: Random, normal: () => number) => void {
  const { ratings, levels } = design
  const cuts = levels - 1
  const modes = coder.slice()
  const slope = new Float64Array(levels)
  const precision = new Float64Array(levels * levels)
  const at = new Float64Array(levels)
  const proposal = new Float64Array(levels)
  const off = new Float64Array(levels)
  const terms: IntervalTerms = { logP: 0, low: 0, high: 0 }

  const low = (x: Float64Array, base: number, v: number, shift: number) =>
    v === 0 ? Number.NEGATIVE_INFINITY : (x[base + v] as number) - shift // inside the arrays, here and below
  const high = (x: Float64Array, base: number, v: number, shift: number) =>
    v === cuts ? Number.POSITIVE_INFINITY : (x[base + v + 1] as number) - shift

  const logAt = (j: number, x: Float64Array, base: number): number => {
    let log = prior.log(x, base)
    const end = design.start[j + 1] as number
    for (let n = design.start[j] as number; n < end; n++) {
      const r = design.order[n] as number
      const v = ratings.value[r] as number
      const shift = (x[base] as number) * (z[ratings.unit[r] as number] as number)
      log += logInterval(low(x, base, v, shift), high(x, base, v, shift))
    }
    return log
  }

  /** slope and negative Hessian of the log posterior at `at` */
  const derive = (j: number): void => {
    precision.fill(0)
    slope[0] = 1 - (at[0] as number)
    precision[0] = 1
    for (let k = 1; k < levels; k++) {
      slope[k] = ((prior.gamma[k - 1] as number) - (at[k] as number)) / prior.sigma2
      precision[k * levels + k] = 1 / prior.sigma2
    }
    const end = design.start[j + 1] as number
    for (let n = design.start[j] as number; n < end; n++) {
      const r = design.order[n] as number
      const v = ratings.value[r] as number
      const level = z[ratings.unit[r] as number] as number
      const shift = (at[0] as number) * level
      const a = low(at, 0, v, shift)
      const b = high(at, 0, v, shift)
      intervalTerms(a, b, terms)
      const aa = v === 0 ? 0 : terms.low * terms.low - a * terms.low
      const bb = v === cuts ? 0 : terms.high * terms.high + b * terms.high
      const ab = -terms.low * terms.high
      add(slope, 0, level * (terms.low - terms.high))
      add(precision, 0, level * level * (aa + bb + 2 * ab))
      if (v > 0) {
        add(slope, v, -terms.low)
        add(precision, v * levels + v, aa)
        add(precision, v * levels, -level * (aa + ab))
      }
      if (v < cuts) {
        add(slope, v + 1, terms.high)
        add(precision, (v + 1) * levels + v + 1, bb)
        add(precision, (v + 1) * levels, -level * (bb + ab))
      }
      if (v > 0 && v < cuts) add(precision, (v + 1) * levels + v, ab)
    }
  }

  const climb = (j: number, base: number): void => {
    at.set(modes.subarray(base, base + levels))
    for (let k = 2; k < levels; k++) at[k] = Math.max(at[k] as number, (at[k - 1] as number) + 1e-3)
    at[0] = Math.max(at[0] as number, 1e-3)
    for (let round = 0; ; round++) {
      derive(j)
      factor(precision, levels)
      if (round === 2) break
      solveLower(precision, levels, slope)
      solveUpper(precision, levels, slope)
      let part = 1
      for (; part > 1e-3; part /= 2) {
        for (let k = 0; k < levels; k++) proposal[k] = (at[k] as number) + part * (slope[k] as number)
        if (prior.log(proposal, 0) > Number.NEGATIVE_INFINITY) break
      }
      if (part > 1e-3) at.set(proposal)
    }
    modes.set(at, base)
  }

  /** (x − at)′ L L′ (x − at) */
  const distance = (x: Float64Array, base: number): number => {
    let sum = 0
    for (let k = 0; k < levels; k++) off[k] = (x[base + k] as number) - (at[k] as number)
    for (let column = 0; column < levels; column++) {
      let part = 0
      for (let row = column; row < levels; row++)
        part += (precision[row * levels + column] as number) * (off[row] as number)
      sum += part * part
    }
    return sum
  }
  const tLog = (squared: number) => -((degrees + levels) / 2) * Math.log1p(squared / degrees)

  /** log posterior of one threshold, the others as they are, up to a constant */
  const logOfCut = (j: number, k: number, cut: number): number => {
    const base = j * levels
    const kept = coder[base + k] as number
    coder[base + k] = cut
    let log = prior.log(coder, base)
    const end = design.start[j + 1] as number
    for (let n = design.start[j] as number; n < end; n++) {
      const r = design.order[n] as number
      const v = ratings.value[r] as number
      if (v !== k && v !== k - 1) continue
      const shift = (coder[base] as number) * (z[ratings.unit[r] as number] as number)
      log += logInterval(low(coder, base, v, shift), high(coder, base, v, shift))
    }
    coder[base + k] = kept
    return log
  }

  /** Neal (2003), Annals of Statistics 31(3), figures 3 and 5: where cuts nearly touch, no normal shape fits */
  const sliceCut = (j: number, k: number, next: Random): void => {
    const base = j * levels
    const now = coder[base + k] as number
    const level = logOfCut(j, k, now) + Math.log(1 - next())
    let left = now - 0.5 * next()
    let right = left + 0.5
    while (logOfCut(j, k, left) > level) left -= 0.5
    while (logOfCut(j, k, right) > level) right += 0.5
    for (;;) {
      const cut = left + (right - left) * next()
      if (logOfCut(j, k, cut) > level) {
        coder[base + k] = cut
        return
      }
      if (cut < now) left = cut
      else right = cut
    }
  }

  const rare = coversFew(design)
  return (j, next, normal) => {
    const base = j * levels
    if (rare[j] === 1) for (let k = 1; k < levels; k++) sliceCut(j, k, next)
    climb(j, base)
    for (let k = 0; k < levels; k++) proposal[k] = normal()
    solveUpper(precision, levels, proposal)
    const wide = Math.sqrt(
      degrees / (-2 * Math.log((1 - next()) * (1 - next()) * (1 - next()) * (1 - next()))),
    )
    for (let k = 0; k < levels; k++) proposal[k] = (at[k] as number) + wide * (proposal[k] as number)
    if (prior.log(proposal, 0) === Number.NEGATIVE_INFINITY) return
    const ratio =
      logAt(j, proposal, 0) -
      logAt(j, coder, base) +
      tLog(distance(coder, base)) -
      tLog(distance(proposal, 0))
    if (Math.log(next()) < ratio) coder.set(proposal, base)
  }
}

const fewRatings = 20

/**
 * Coders who hardly ever gave one of the levels between lowest and highest: their cuts nearly touch.
 *
 * @returns [coders] 1 or 0
 * @see Johnson & Albert (1999), Ordinal Data Modeling, section 4.3, on empty categories
 * @example
 * typeof coversFew // => 'function'
 */
export function coversFew({ ratings, levels }: OrdinalDesign): Uint8Array {
  const counts = new Int32Array(ratings.coders * levels)
  for (const [at, coder] of ratings.coder.entries()) add(counts, coder * levels + (ratings.value[at] ?? 0), 1)
  return Uint8Array.from({ length: ratings.coders }, (_, j) =>
    counts.subarray(j * levels + 1, (j + 1) * levels - 1).some((count) => count < fewRatings) ? 1 : 0,
  )
}

function add(list: Float64Array | Int32Array, at: number, value: number): void {
  list[at] = (list[at] as number) + value
}

/** Cholesky factor of the lower triangle, in place: this runs in an inner loop. */
function factor(matrix: Float64Array, size: number): void {
  for (let column = 0; column < size; column++) {
    let pivot = matrix[column * size + column] as number
    for (let k = 0; k < column; k++) pivot -= (matrix[column * size + k] as number) ** 2
    const root = Math.sqrt(Math.max(pivot, 1e-9))
    matrix[column * size + column] = root
    for (let row = column + 1; row < size; row++) {
      let value = matrix[row * size + column] as number
      for (let k = 0; k < column; k++)
        value -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number)
      matrix[row * size + column] = value / root
    }
  }
}

function solveLower(lower: Float64Array, size: number, x: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let value = x[row] as number
    for (let k = 0; k < row; k++) value -= (lower[row * size + k] as number) * (x[k] as number)
    x[row] = value / (lower[row * size + row] as number)
  }
}

function solveUpper(lower: Float64Array, size: number, x: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    let value = x[row] as number
    for (let k = row + 1; k < size; k++) value -= (lower[k * size + row] as number) * (x[k] as number)
    x[row] = value / (lower[row * size + row] as number)
  }
}
