import { type CompositeAggregation, ranksFromTop } from './composite.ts'
import {
  type CompositeChoice,
  type CompositeModel,
  compositeRoom,
  floorOf,
  isOrder,
  prepareLeaves,
  scoreUnits,
} from './composite-model.ts'
import type { Imputation } from './impute.ts'
import { type Normalization, scaledToHundred } from './normalize-column.ts'
import { quantile } from './quantile.ts'
import { type Random, random } from './random.ts'
import { blocksOf, type SharedTask, sharedFloats } from './team.ts'
import type { Treatment } from './treat-outliers.ts'

/** The ways among which a draw chooses, one of each with equal chance; the first of each is the index as published. */
export interface CompositeAlternatives {
  readonly impute: readonly Imputation[]
  readonly treat: readonly Treatment[]
  readonly normalize: readonly Normalization[]
  readonly aggregate: readonly CompositeAggregation[]
}

/** What is drawn, and how often. */
export interface CompositeUncertaintyInput {
  readonly model: CompositeModel
  /** [nodes] */
  readonly weights: Float64Array
  readonly alternatives: CompositeAlternatives
  /** in [0, 1]: 0.25 draws each weight from three to five quarters of itself */
  readonly weightSpread: number
  readonly draws: number
  readonly seed: number
}

/** 95 % intervals of a unit under the analyst's own choices. */
export interface UnitIntervals {
  readonly rank: { readonly median: number; readonly interval: readonly [number, number] } | null
  /** over the draws on the scale of 0 to 100 */
  readonly score: { readonly median: number; readonly interval: readonly [number, number] } | null
}

/** What `compositeUncertainty` answers. */
export interface CompositeUncertainty {
  /** [units] */
  readonly units: readonly UnitIntervals[]
  /** draws that end on the scale of 0 to 100, and so count for intervals of scores */
  readonly onScale: number
}

type Shared = CompositeUncertaintyInput & {
  readonly ranks: Float64Array
  readonly scores: Float64Array
}

/** Draws of all choices together, spread over threads. Draw i uses stream i of the seed, so the answer is the same for any team. */
export const compositeUncertainty: SharedTask<CompositeUncertaintyInput, Shared, CompositeUncertainty> = {
  prepare(input) {
    if (!(input.weightSpread >= 0 && input.weightSpread <= 1))
      throw new RangeError(`compositeUncertainty: weightSpread must lie in [0, 1], got ${input.weightSpread}`)
    const size = input.draws * input.model.units
    return { ...input, ranks: sharedFloats(size), scores: sharedFloats(size) }
  },
  run(shared, team) {
    const { model, draws } = shared
    const { units } = model
    const replicate = replicator(shared)
    const [from, to] = blocksOf(team, draws)
    for (let draw = from; draw < to; draw++) {
      const onScale = replicate.fromDraws(random(shared.seed, draw))
      for (let unit = 0; unit < units; unit++) {
        shared.ranks[draw * units + unit] = replicate.ranks[unit] ?? Number.NaN
        shared.scores[draw * units + unit] = onScale ? (replicate.rootScores[unit] ?? Number.NaN) : Number.NaN
      }
      if (draw % 16 === 0) team.progress(Math.min(draws, (draw + 1 - from) * team.size), draws)
    }
    team.barrier()
    if (team.rank !== 0) return { units: [], onScale: 0 }
    const list = Array.from({ length: units }, (_, unit) => ({
      rank: middle(shared.ranks, units, unit),
      score: middle(shared.scores, units, unit),
    }))
    let onScale = 0
    for (let draw = 0; draw < draws; draw++) {
      const row = shared.scores.subarray(draw * units, (draw + 1) * units)
      if (row.some((score) => !Number.isNaN(score))) onScale++
    }
    return { units: list, onScale }
  },
}

/**
 * A function that runs the index once for each draw. Columns of a choice of imputation, treatment and normalization are made when it is
 * first drawn, and kept: they do not depend on weights.
 *
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168(2), section 3
 * @throws RangeError never
 * @example
 * typeof replicator // => 'function'
 */
export function replicator(input: Omit<CompositeUncertaintyInput, 'draws' | 'seed'>) {
  const { model, alternatives, weightSpread } = input
  const nodes = model.tree.parents.length
  const room = compositeRoom(model, alternatives.aggregate)
  const weights = new Float64Array(nodes)
  const ranks = new Float64Array(model.units)
  const sorted = new Float64Array(model.units)
  const root = (nodes - 1) * model.units
  const rootScores = room.scores.subarray(root, root + model.units)
  const kept = new Map<string, Float64Array>()
  const leavesOf = (choice: CompositeChoice) => {
    const key = `${choice.impute} ${choice.treat} ${choice.normalize} ${floorOf(choice.aggregate)}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const { normalized } = prepareLeaves(model, choice)
    kept.set(key, normalized)
    return normalized
  }
  /** u: weights of all nodes but the root, then imputation, treatment, normalization, aggregation; answers whether on the scale of 0 to 100 */
  const fromNumbers = (u: (at: number) => number): boolean => {
    for (let node = 0; node < nodes; node++)
      weights[node] =
        (input.weights[node] ?? 0) * (node === nodes - 1 ? 1 : 1 + weightSpread * (2 * u(node) - 1))
    const choice: CompositeChoice = {
      impute: pick(alternatives.impute, u(nodes - 1)),
      treat: pick(alternatives.treat, u(nodes)),
      normalize: pick(alternatives.normalize, u(nodes + 1)),
      aggregate: pick(alternatives.aggregate, u(nodes + 2)),
    }
    scoreUnits(model, leavesOf(choice), weights, choice.aggregate, room)
    ranksFromTop(rootScores, 0, model.units, ranks, sorted)
    return scaledToHundred.has(choice.normalize) && !isOrder(choice.aggregate)
  }
  const drawn = new Float64Array(nodes + 3)
  const fromDraws = (next: Random): boolean => {
    for (let at = 0; at < drawn.length; at++) drawn[at] = next()
    return fromNumbers((at) => drawn[at] ?? 0)
  }
  return { fromNumbers, fromDraws, ranks, rootScores }
}

function pick<Choice>(from: readonly Choice[], u: number): Choice {
  return from[Math.min(from.length - 1, Math.floor(u * from.length))] as Choice // never empty: the door saw to it
}

function middle(table: Float64Array, units: number, unit: number): UnitIntervals['rank'] {
  const draws = table.length / units
  const column = new Float64Array(draws)
  let known = 0
  for (let draw = 0; draw < draws; draw++) {
    const value = table[draw * units + unit] ?? Number.NaN
    if (!Number.isNaN(value)) column[known++] = value
  }
  if (known === 0) return null
  const sorted = column.subarray(0, known).sort()
  return { median: quantile(sorted, 0.5), interval: [quantile(sorted, 0.025), quantile(sorted, 0.975)] }
}
