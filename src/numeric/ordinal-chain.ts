import { type LearningWalk, learningWalk } from './learning-walk.ts'
import { logInterval } from './ordered-probit.ts'
import { coderMoves, coversFew } from './ordinal-coder.ts'
import type { Random } from './random.ts'
import { randomGamma, randomNormal } from './random-normal.ts'
import type { Ratings } from './ratings.ts'

/** Ratings laid out by coder, and the grid over which latent levels are summed out. */
export interface OrdinalDesign {
  readonly ratings: Ratings
  /** number of ordered levels, 2 or more */
  readonly levels: number
  /** [coders + 1] where the ratings of a coder begin in `order` */
  readonly start: Int32Array
  /** [ratings] ratings, coder by coder */
  readonly order: Int32Array
  /** [nodes] latent levels of the grid */
  readonly grid: Float64Array
}

const reach = 5 // latent levels are N(0, 1): beyond 5 nothing lies

/**
 * Ratings laid out for the chains. The grid is as fine as the most-rated unit needs.
 *
 * @throws RangeError if there is one level only
 * @see Johnson & Albert (1999), Ordinal Data Modeling, ch. 5
 * @example
 * layOutRatings({ units: 1, coders: 1, unit: Int32Array.of(0), coder: Int32Array.of(0), value: Int32Array.of(1), values: Float64Array.of(0, 1) }).levels // => 2
 */
export function layOutRatings(ratings: Ratings): OrdinalDesign {
  const levels = ratings.values.length
  if (levels < 2) throw new RangeError('layOutRatings: all ratings are of one level')
  const start = new Int32Array(ratings.coders + 1)
  const ofUnit = new Int32Array(ratings.units)
  for (const coder of ratings.coder) start[coder + 1] = (start[coder + 1] ?? 0) + 1
  for (const unit of ratings.unit) ofUnit[unit] = (ofUnit[unit] ?? 0) + 1
  for (let at = 0; at < ratings.coders; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0)
  const order = Int32Array.from(ratings.coder.keys()).sort(
    (a, b) => (ratings.coder[a] ?? 0) - (ratings.coder[b] ?? 0) || a - b,
  )
  const most = ofUnit.reduce((a, b) => Math.max(a, b), 1)
  const nodes = 2 * Math.ceil(reach / Math.min(0.125, 0.7 / Math.sqrt(most))) + 1
  const grid = Float64Array.from({ length: nodes }, (_, at) => -reach + (2 * reach * at) / (nodes - 1))
  return { ratings, levels, start, order, grid }
}

/** Prior of coders: reliability N(1, 1) above 0; thresholds in order, each N(γₖ, σ²). */
export interface ThresholdPrior {
  readonly gamma: Float64Array
  sigma2: number
  /** of the coder that begins at `base`, up to a constant; −∞ where it is not allowed */
  log(x: ArrayLike<number>, base: number): number
}

/** What a chain has found so far. */
export interface OrdinalState {
  /** [units] a draw of the latent levels */
  readonly z: Float64Array
  /** [coders × levels] for each coder: reliability β, then the thresholds τ in ascending order */
  readonly coder: Float64Array
}

/**
 * A chain over the rating model: P(coder j rates unit i at most k) = Φ(τⱼₖ − βⱼ zᵢ), zᵢ ~ N(0, 1), βⱼ ~ N(1, 1) above 0,
 * τⱼₖ ~ N(γₖ, σ²) in order, γₖ ~ N(0, 4), σ² ~ inverse gamma(2, ½). Levels are drawn from their posterior on a grid,
 * then coders given the levels. Where units have few ratings the two hold each other fast, and where a coder leaves a level
 * out no normal shape fits: there coders also walk with the levels summed out, by steps that learn their shape while the chain warms up.
 *
 * @returns `sweep` moves the state once; `settle` ends the learning
 * @see Johnson & Albert (1999), ch. 5; Pemstein et al. (2018), V-Dem Working Paper 21, eq. 1–4; summing out: Liu (1994),
 *   JASA 89(427); moves of the scale: Liu &
 *   Sabatti (2000), Biometrika 87(2)
 * @example
 * typeof ordinalChain(layOutRatings({ units: 1, coders: 1, unit: Int32Array.of(0), coder: Int32Array.of(0), value: Int32Array.of(1), values: Float64Array.of(0, 1) }), () => 0.4).sweep // => 'function'
 */
export function ordinalChain(
  design: OrdinalDesign,
  next: Random,
): { readonly state: OrdinalState; sweep(): void; settle(): void } {
  const normal = randomNormal(next)
  const { ratings, levels, grid } = design
  const { units, coders } = ratings
  const nodes = grid.length
  const cuts = levels - 1
  const gamma = Float64Array.from({ length: cuts }, (_, k) => (3 * (k + 1)) / levels - 1.5)
  const prior = thresholdPrior(gamma)
  const coder = new Float64Array(coders * levels)
  for (let j = 0; j < coders; j++) {
    coder[j * levels] = Math.exp(0.3 * normal())
    const shift = 0.3 * normal()
    for (let k = 0; k < cuts; k++) coder[j * levels + 1 + k] = (gamma[k] as number) + shift
  }
  const z = new Float64Array(units)
  /** [coders × levels × nodes] log probability of each rating at each node */
  const log = new Float64Array(coders * levels * nodes)
  /** [units × nodes] posterior of each unit's level, given the coders as they are */
  const weight = new Float64Array(units * nodes)
  const walks = Array.from({ length: coders }, () => learningWalk(levels))
  const proposal = new Float64Array(levels)
  const scaled = new Float64Array(coder.length)
  const fresh = new Float64Array(levels * nodes)
  const ratio = new Float64Array(levels * nodes)
  let learning = true

  const fill = (x: ArrayLike<number>, base: number, into: Float64Array, from: number): void => {
    const beta = x[base] as number // inside the arrays, here and below
    for (let n = 0; n < nodes; n++) {
      const shift = beta * (grid[n] as number)
      for (let v = 0; v < levels; v++)
        into[from + v * nodes + n] = logInterval(
          v === 0 ? Number.NEGATIVE_INFINITY : (x[base + v] as number) - shift,
          v === cuts ? Number.POSITIVE_INFINITY : (x[base + v + 1] as number) - shift,
        )
    }
  }

  /** Tables and weights from the coders. */
  const refresh = (): void => {
    for (let j = 0; j < coders; j++) fill(coder, j * levels, log, j * levels * nodes)
    for (let i = 0; i < units; i++)
      for (let n = 0; n < nodes; n++) weight[i * nodes + n] = -((grid[n] as number) ** 2) / 2
    for (let r = 0; r < ratings.unit.length; r++) {
      const to = (ratings.unit[r] as number) * nodes
      const from = ((ratings.coder[r] as number) * levels + (ratings.value[r] as number)) * nodes
      for (let n = 0; n < nodes; n++) weight[to + n] = (weight[to + n] as number) + (log[from + n] as number)
    }
    for (let i = 0; i < units; i++) {
      let most = Number.NEGATIVE_INFINITY
      for (let n = i * nodes; n < (i + 1) * nodes; n++) most = Math.max(most, weight[n] as number)
      let sum = 0
      for (let n = i * nodes; n < (i + 1) * nodes; n++) {
        weight[n] = Math.exp((weight[n] as number) - most)
        sum += weight[n] as number
      }
      for (let n = i * nodes; n < (i + 1) * nodes; n++) weight[n] = (weight[n] as number) / sum
    }
  }

  const walkCoder = (j: number): void => {
    const base = j * levels
    const walk = walks[j] as LearningWalk
    walk.step(coder, base, normal, proposal)
    const allowed = prior.log(proposal, 0)
    let accepted = false
    if (allowed > Number.NEGATIVE_INFINITY) {
      const table = j * levels * nodes
      fill(proposal, 0, fresh, 0)
      for (let at = 0; at < levels * nodes; at++)
        ratio[at] = Math.exp((fresh[at] as number) - (log[table + at] as number))
      let change = allowed - prior.log(coder, base)
      const end = design.start[j + 1] as number
      for (let at = design.start[j] as number; at < end; at++) {
        const r = design.order[at] as number
        change += Math.log(
          dot(
            weight,
            (ratings.unit[r] as number) * nodes,
            ratio,
            (ratings.value[r] as number) * nodes,
            nodes,
          ),
        )
      }
      accepted = Math.log(next()) < change
      if (accepted) {
        for (let at = design.start[j] as number; at < end; at++) {
          const r = design.order[at] as number
          reweigh(
            weight,
            (ratings.unit[r] as number) * nodes,
            ratio,
            (ratings.value[r] as number) * nodes,
            nodes,
          )
        }
        log.set(fresh, table)
        coder.set(proposal, base)
      }
    }
    if (learning) walk.learn(coder, base, accepted)
  }

  const moveThresholds = (): void => {
    let spread = 0
    for (let k = 0; k < cuts; k++) {
      let sum = 0
      for (let j = 0; j < coders; j++) sum += coder[j * levels + 1 + k] as number
      const precision = coders / prior.sigma2 + 1 / 4
      gamma[k] = sum / prior.sigma2 / precision + normal() / Math.sqrt(precision)
      for (let j = 0; j < coders; j++)
        spread += ((coder[j * levels + 1 + k] as number) - (gamma[k] as number)) ** 2
    }
    prior.sigma2 = (0.5 + spread / 2) / randomGamma(2 + (coders * cuts) / 2, next, normal)
  }

  /** z → c z, β → β/c, or z → z + d, τ → τ + β d: both leave the probability of every rating as it was. */
  const moveScale = (stretched: boolean): void => {
    const stride = (1.2 * normal()) / Math.sqrt(units)
    const c = stretched ? Math.exp(stride) : 1
    const d = stretched ? 0 : stride
    let change = stretched ? (units - coders) * stride : 0
    for (let i = 0; i < units; i++) change += ((z[i] as number) ** 2 - ((z[i] as number) * c + d) ** 2) / 2
    scaled.set(coder)
    for (let j = 0; j < coders; j++) {
      const beta = coder[j * levels] as number
      scaled[j * levels] = beta / c
      for (let k = 1; k < levels; k++) scaled[j * levels + k] = (coder[j * levels + k] as number) + beta * d
      change += prior.log(scaled, j * levels) - prior.log(coder, j * levels)
    }
    if (!(Math.log(next()) < change)) return
    coder.set(scaled)
    for (let i = 0; i < units; i++) z[i] = (z[i] as number) * c + d
  }

  const drawLevels = (): void => {
    const width = (2 * reach) / (nodes - 1)
    for (let i = 0; i < units; i++) {
      let left = next()
      let n = 0
      while (n < nodes - 1 && left > (weight[i * nodes + n] as number)) {
        left -= weight[i * nodes + n] as number
        n++
      }
      z[i] = (grid[n] as number) + (next() - 0.5) * width
    }
  }

  const moveCoder = coderMoves(design, z, coder, prior)
  const rare = coversFew(design)
  const sparse = ratings.unit.length < fewRatings * units
  return {
    state: { z, coder },
    sweep() {
      refresh()
      for (let round = 0; round < 3; round++)
        for (let j = 0; j < coders; j++) if (sparse || rare[j] === 1) walkCoder(j)
      drawLevels()
      for (let j = 0; j < coders; j++) moveCoder(j, next, normal)
      moveThresholds()
      moveScale(true)
      moveScale(false)
    },
    settle() {
      learning = false
    },
  }
}

const fewRatings = 8

function thresholdPrior(gamma: Float64Array): ThresholdPrior {
  return {
    gamma,
    sigma2: 0.25,
    log(x, base) {
      if (!((x[base] as number) > 0)) return Number.NEGATIVE_INFINITY
      let sum = -(((x[base] as number) - 1) ** 2) / 2
      for (let k = 0; k < gamma.length; k++) {
        if (k > 0 && !((x[base + k + 1] as number) > (x[base + k] as number))) return Number.NEGATIVE_INFINITY
        sum -= ((x[base + k + 1] as number) - (gamma[k] as number)) ** 2 / (2 * this.sigma2)
      }
      return sum
    },
  }
}

function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let sum = 0
  for (let n = 0; n < length; n++) sum += (a[fromA + n] as number) * (b[fromB + n] as number)
  return sum
}

function reweigh(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): void {
  const sum = dot(a, fromA, b, fromB, length)
  for (let n = 0; n < length; n++) a[fromA + n] = ((a[fromA + n] as number) * (b[fromB + n] as number)) / sum
}
