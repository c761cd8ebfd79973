import { chainDiagnostics } from './chain-diagnostics.ts'
import { layOutRatings, type OrdinalDesign, ordinalChain } from './ordinal-chain.ts'
import { quantile } from './quantile.ts'
import { random } from './random.ts'
import type { Ratings } from './ratings.ts'
import { blocksOf, type SharedTask, sharedFloats } from './team.ts'

/** Mean, standard deviation and 95 % interval of a quantity, over the draws. */
export interface Posterior {
  readonly mean: number
  readonly sd: number
  readonly interval: readonly [number, number]
}

/** Latent levels of units, and how coders use the scale. */
export interface OrdinalMeasurement {
  /** [units] on a scale with prior N(0, 1) */
  readonly units: readonly Posterior[]
  /** [coders] reliability: how strongly ratings follow the level, above 0, and the thresholds between levels */
  readonly coders: readonly { readonly reliability: Posterior; readonly thresholds: readonly Posterior[] }[]
  /** worst split rank-normalized R-hat, and smallest effective sample size, of all quantities */
  readonly rhatMax: number
  readonly essMin: number
}

export interface OrdinalMeasurementInput {
  /** `value` counts ordered levels from 0 */
  readonly ratings: Ratings
  readonly chains: number
  /** kept draws of each chain */
  readonly draws: number
  readonly warmUp: number
  readonly seed: number
}

export interface OrdinalMeasurementShared extends Omit<OrdinalMeasurementInput, 'ratings'> {
  readonly design: OrdinalDesign
  /** [quantities × chains × draws]: units, then each coder's reliability and thresholds */
  readonly kept: Float64Array<SharedArrayBuffer>
  /** [quantities × 6] mean, sd, low, high, rhat, ess */
  readonly summary: Float64Array<SharedArrayBuffer>
}

const parts = 6

/**
 * Latent levels from ordered ratings, with every coder's own thresholds and reliability: the Bayesian ordinal item
 * response model of expert-coded democracy data, by Markov chains, one for each thread in turn.
 *
 * @throws RangeError if there is one level only, or fewer than 4 draws
 * @see Pemstein, Marquardt, Tzelgov, Wang, Krusell & Miri (2018), V-Dem Working Paper 21; Johnson & Albert (1999), Ordinal
 *   Data Modeling, ch. 5; diagnostics: Vehtari et al. (2021), Bayesian Analysis 16(2)
 */
export const ordinalMeasurement: SharedTask<
  OrdinalMeasurementInput,
  OrdinalMeasurementShared,
  OrdinalMeasurement
> = {
  prepare({ ratings, ...rest }) {
    const design = layOutRatings(ratings)
    const quantities = ratings.units + ratings.coders * design.levels
    return {
      ...rest,
      design,
      kept: sharedFloats(quantities * rest.chains * rest.draws),
      summary: sharedFloats(quantities * parts),
    }
  },
  run(shared, team) {
    const { design, chains, draws, warmUp, seed, kept, summary } = shared
    const { units } = design.ratings
    const quantities = summary.length / parts
    const sweeps = warmUp + draws
    const mine = Array.from({ length: chains }, (_, chain) => chain).filter(
      (chain) => chain % team.size === team.rank,
    )
    for (const [turn, chain] of mine.entries()) {
      const { state, sweep, settle } = ordinalChain(design, random(seed, chain + 1))
      for (let at = 0; at < sweeps; at++) {
        if (at === warmUp) settle()
        sweep()
        if (at % 10 === 9) team.progress(turn * sweeps + at + 1, mine.length * sweeps)
        if (at < warmUp) continue
        const column = chain * draws + at - warmUp
        for (let q = 0; q < quantities; q++)
          kept[q * chains * draws + column] = (q < units ? state.z[q] : state.coder[q - units]) as number // inside both
      }
    }
    team.barrier()
    const [from, to] = blocksOf(team, quantities)
    for (let q = from; q < to; q++)
      summarize(kept.subarray(q * chains * draws, (q + 1) * chains * draws), chains, summary, q)
    team.barrier()
    return answer(design, summary)
  },
}

function summarize(draws: Float64Array, chains: number, summary: Float64Array, q: number): void {
  const { rhat, ess } = chainDiagnostics(draws, chains)
  const sorted = draws.slice().sort()
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length
  const variance = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sorted.length - 1)
  summary.set(
    [mean, Math.sqrt(variance), quantile(sorted, 0.025), quantile(sorted, 0.975), rhat, ess],
    q * parts,
  )
}

function answer({ ratings, levels }: OrdinalDesign, summary: Float64Array): OrdinalMeasurement {
  const of = (q: number): Posterior => {
    const [mean = 0, sd = 0, low = 0, high = 0] = summary.subarray(q * parts, (q + 1) * parts)
    return { mean, sd, interval: [low, high] }
  }
  let rhatMax = 1
  let essMin = Number.POSITIVE_INFINITY
  for (let q = 0; q < summary.length / parts; q++) {
    rhatMax = Math.max(rhatMax, summary[q * parts + 4] ?? 0)
    essMin = Math.min(essMin, summary[q * parts + 5] ?? 0)
  }
  const first = (coder: number) => ratings.units + coder * levels
  return {
    units: Array.from({ length: ratings.units }, (_, unit) => of(unit)),
    coders: Array.from({ length: ratings.coders }, (_, coder) => ({
      reliability: of(first(coder)),
      thresholds: Array.from({ length: levels - 1 }, (__, k) => of(first(coder) + 1 + k)),
    })),
    rhatMax,
    essMin,
  }
}
