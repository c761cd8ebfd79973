import { movedInterval, percentileInterval } from '#numeric/moved-interval'
import { random } from '#numeric/random'
import type { Team } from '#numeric/team'
import {
  centralities,
  graphOf,
  type MeasureColumns,
  type NetworkMeasure,
  networkMeasures,
  type PathLength,
} from './network-graph.ts'

/** A network as activities make it: tie i comes of activity `unit[i]`. */
export interface NetworkUnits {
  readonly nodes: number
  readonly directed: boolean
  readonly paths: PathLength
  /** number of activities; those that tie nobody count too */
  readonly units: number
  readonly unit: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Float64Array
  /** draws of whole activities; 0 for none */
  readonly draws: number
  readonly seed: number
}

type Interval = readonly [number, number]

/** A measure of every node: values, ranks from 1 (ties share the better one), and intervals of both where draws could be made. */
export interface MeasureSpread {
  readonly values: Float64Array
  readonly ranks: Float64Array
  readonly intervals: readonly Interval[] | null
  readonly rankIntervals: readonly Interval[] | null
}
export type NetworkSpread = { readonly [M in NetworkMeasure]?: MeasureSpread }

/** With fewer activities drawing them anew says next to nothing, and no interval is given. */
export const fewestUnits = 5
const level = 0.95

/**
 * Centralities with intervals from drawing whole activities with replacement: an exercise with thirty participants is drawn or not drawn,
 * with all its ties. The intervals tell how much a centrality hangs on which activities happened to be recorded; of what nobody
 * recorded they tell nothing. Draws are moved back as those of diversification are; ranks are not moved.
 *
 * @see Efron & Tibshirani (1993), ch. 10 and 13; Snijders & Borgatti (1999), Connections 22, on drawing networks anew
 */
export const networkSpread = {
  prepare: (input: NetworkUnits) => input,
  run(input: NetworkUnits, team: Team): NetworkSpread {
    if (team.rank !== 0) return {}
    const found = measured(input, input)
    const present = networkMeasures.filter((one) => found[one] !== undefined)
    const drawn = draws(input, present, (done) => team.progress(done, input.draws))
    return Object.fromEntries(
      present.flatMap((name) => {
        const values = found[name]
        return values === undefined
          ? []
          : [[name, spreadOf(values, drawn?.get(name), mostOf(name, input.nodes))]]
      }),
    )
  },
}

function measured({ nodes, directed, paths }: NetworkUnits, ties: Parameters<typeof graphOf>[1]) {
  return centralities(graphOf(nodes, ties, directed), paths)
}

interface Drawn {
  /** [node][draw] */
  readonly values: readonly Float64Array[]
  readonly ranks: readonly Float64Array[]
}

function draws(
  input: NetworkUnits,
  present: readonly NetworkMeasure[],
  tell: (done: number) => void,
): ReadonlyMap<NetworkMeasure, Drawn> | undefined {
  if (input.draws === 0 || input.units < fewestUnits || input.unit.length === 0) return undefined
  const rows = Array.from({ length: input.units }, (): number[] => [])
  for (const [row, unit] of input.unit.entries()) rows[unit]?.push(row)
  const next = random(input.seed)
  const column = () => Array.from({ length: input.nodes }, () => new Float64Array(input.draws))
  const kept = new Map(present.map((name) => [name, { values: column(), ranks: column() }]))
  for (let draw = 0; draw < input.draws; draw++) {
    const picked = Array.from(
      { length: input.units },
      () => rows[Math.floor(next() * input.units)] ?? [],
    ).flat()
    const ties = {
      a: picked.map((row) => input.a[row] ?? 0),
      b: picked.map((row) => input.b[row] ?? 0),
      weight: picked.map((row) => input.weight[row] ?? 0),
    }
    const found: MeasureColumns = measured(input, ties)
    for (const [name, { values, ranks }] of kept) {
      const column = found[name] ?? new Float64Array(input.nodes)
      const order = ranksOf(column)
      for (let node = 0; node < input.nodes; node++) {
        const [value, rank] = [values[node], ranks[node]]
        if (value !== undefined) value[draw] = column[node] ?? 0
        if (rank !== undefined) rank[draw] = order[node] ?? 0
      }
    }
    tell(draw + 1)
  }
  return kept
}

/** The largest value that a measure can have in a network of so many nodes. */
function mostOf(name: NetworkMeasure, nodes: number): number {
  if (name === 'degree' || name === 'inDegree' || name === 'outDegree') return nodes - 1
  return /strength/i.test(name) ? Number.POSITIVE_INFINITY : 1
}

function spreadOf(values: Float64Array, drawn: Drawn | undefined, most: number): MeasureSpread {
  const ranks = ranksOf(values)
  return {
    values,
    ranks,
    intervals:
      drawn?.values.map((of, node) => movedInterval(of, values[node] ?? 0, level, [0, most])) ?? null,
    rankIntervals:
      drawn?.ranks.map((of, node) => {
        const [low, high] = percentileInterval(of, level)
        const own = ranks[node] ?? 1
        return [Math.min(own, Math.floor(low)), Math.max(own, Math.ceil(high))] as const
      }) ?? null,
  }
}

/** Places from the largest value, which is 1; equal values share the better place. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = [...values.keys()].toSorted((x, y) => (values[y] ?? 0) - (values[x] ?? 0))
  const ranks = new Float64Array(values.length)
  for (const [at, node] of order.entries()) {
    const before = order[at - 1]
    const same = before !== undefined && Math.abs((values[before] ?? 0) - (values[node] ?? 0)) < 1e-9
    ranks[node] = same ? (ranks[before] ?? at + 1) : at + 1
  }
  return ranks
}
