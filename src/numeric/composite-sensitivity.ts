import { type CompositeUncertaintyInput, replicator } from './composite-uncertainty.ts'
import { random } from './random.ts'
import {
  type SobolDesign,
  type SobolIndex,
  sobolDesign,
  sobolFromOutputs,
  sobolInput,
} from './sobol-indices.ts'
import { blocksOf, type SharedTask, sharedFloats } from './team.ts'

/** What is varied, and on how many rows. */
export interface CompositeSensitivityInput extends Omit<CompositeUncertaintyInput, 'draws'> {
  readonly rows: number
  /**
   * places in the list of inputs: nodes but the root, then imputation, treatment, normalization, aggregation; `allWeights` for the
   * weights of all nodes as one input, whose number is the seed of their draws
   */
  readonly inputs: readonly number[]
  /** [units] ranks of the index as published; not a number where a unit has none */
  readonly ranks: Float64Array
}

/** In place of a place: the weights of all nodes together. */
export const allWeights = -1

type Shared = CompositeSensitivityInput & { readonly design: SobolDesign; readonly outputs: Float64Array }

/**
 * Which choices move ranks: Sobol's indices of the mean shift in rank against the index as published, as Saisana, Saltelli & Tarantola
 * (2005), JRSS A 168(2), section 3, propose. Choices left out of `inputs` stay as published. Null if no rank moves.
 */
export const compositeSensitivity: SharedTask<
  CompositeSensitivityInput,
  Shared,
  readonly SobolIndex[] | null
> = {
  prepare(input) {
    const design = sobolDesign(input.inputs.length, input.rows, input.seed)
    return { ...input, design, outputs: sharedFloats(input.rows * (input.inputs.length + 2)) }
  },
  run(shared, team) {
    const { design, inputs, outputs } = shared
    const replicate = replicator(shared)
    const nodes = shared.model.tree.parents.length
    const all = new Float64Array(nodes + 3)
    for (let at = 0; at < all.length; at++) all[at] = at < nodes - 1 ? 0.5 : 0
    const some = new Float64Array(inputs.length)
    const [from, to] = blocksOf(team, outputs.length)
    const read = (at: number) => all[at] ?? 0
    for (let run = from; run < to; run++) {
      sobolInput(design, run, some)
      for (let at = 0; at < inputs.length; at++)
        if (inputs[at] === allWeights) drawWeights(all, nodes - 1, some[at] ?? 0)
        else all[inputs[at] ?? 0] = some[at] ?? 0
      replicate.fromNumbers(read)
      outputs[run] = meanShift(replicate.ranks, shared.ranks)
      if (run % 64 === 0)
        team.progress(Math.min(outputs.length, (run + 1 - from) * team.size), outputs.length)
    }
    team.barrier()
    return team.rank === 0 ? sobolFromOutputs(outputs, inputs.length, design.rows, shared.seed) : null
  },
}

/** Jacques, Lavergne & Devictor (2006), Reliability Engineering & System Safety 91: inputs of a group are drawn as one. */
function drawWeights(all: Float64Array, count: number, u: number): void {
  const next = random(Math.floor(u * 2 ** 31))
  for (let node = 0; node < count; node++) all[node] = next()
}

/** Over the units ranked in both. */
function meanShift(ranks: Float64Array, published: Float64Array): number {
  let sum = 0
  let known = 0
  for (let unit = 0; unit < ranks.length; unit++) {
    const shift = Math.abs((ranks[unit] ?? Number.NaN) - (published[unit] ?? Number.NaN))
    if (Number.isNaN(shift)) continue
    sum += shift
    known++
  }
  return known === 0 ? 0 : sum / known
}
