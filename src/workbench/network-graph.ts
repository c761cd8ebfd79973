import { DirectedGraph, UndirectedGraph } from 'graphology'
import type { AbstractGraph } from 'graphology-types'
import { betweennessOf, closenessOf, eigenvectorOf } from './network-library.ts'

/** Ties by the places of their ends in a list of nodes; of a network with a direction, from `a` to `b`. */
export interface Ties {
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

export type NetworkGraph = AbstractGraph<Record<string, never>, { weight: number }>

/** How a way through the network is measured: by its steps, or by steps that are the shorter the stronger the tie (1/weight). */
export const pathLengths = ['steps', 'strength'] as const
export type PathLength = (typeof pathLengths)[number]

/** The measures, in the order in which tables show them. Of a network with a direction the first two count both ways. */
export const undirectedMeasures = ['degree', 'strength', 'betweenness', 'closeness', 'eigenvector'] as const
export const directedMeasures = ['inDegree', 'outDegree', 'inStrength', 'outStrength'] as const
export const networkMeasures = [...undirectedMeasures, ...directedMeasures] as const
export type NetworkMeasure = (typeof networkMeasures)[number]

/** A measure for each node, by its place; a measure that does not settle is absent. */
export type MeasureColumns = { readonly [M in NetworkMeasure]?: Float64Array }

/**
 * A graph of so many nodes, named by their places; ties between the same two are added up, those of weight 0 left out.
 *
 * @throws RangeError if a tie leads from a node to itself, or its weight is below 0
 */
export function graphOf(nodes: number, { a, b, weight }: Ties, directed: boolean): NetworkGraph {
  const graph: NetworkGraph = directed ? new DirectedGraph() : new UndirectedGraph()
  for (let at = 0; at < nodes; at++) graph.addNode(String(at))
  for (let at = 0; at < a.length; at++) {
    const [from, to, w] = [a[at] ?? -1, b[at] ?? -1, weight[at] ?? Number.NaN]
    if (from === to) throw new RangeError(`graphOf: a tie leads from ${from} to itself`)
    if (!(w >= 0)) throw new RangeError(`graphOf: weight must be at least 0, got ${w}`)
    if (w === 0) continue
    const there = graph.edge(String(from), String(to))
    if (there === undefined) graph.addEdge(String(from), String(to), { weight: w })
    else graph.updateEdgeAttribute(there, 'weight', (sum) => (sum ?? 0) + w)
  }
  return graph
}

/**
 * Centralities of all nodes.
 *
 * `degree` is how many others one is tied to, `strength` the sum of weights (Barrat et al. 2004). `betweenness` is the share of the
 * shortest ways between two others that lead through a node, over all pairs, in [0, 1]. `closeness` is in [0, 1]: how few steps lead
 * to (of a direction: from) those that one can reach, times the share of all that one can reach, so that networks in parts compare.
 * `eigenvector` weighs a node's ties by the same of those it is tied to; its squares add up to 1, and it is absent where the
 * iteration does not settle. In a network with a direction it counts the ties that come in.
 *
 * @see Freeman (1978), Social Networks 1; Brandes (2001), Journal of Mathematical Sociology 25; Wasserman & Faust (1994), p. 201;
 *   Bonacich (1987), American Journal of Sociology 92
 */
export function centralities(graph: NetworkGraph, paths: PathLength): MeasureColumns {
  if (graph.order === 0) return { degree: new Float64Array(), strength: new Float64Array() }
  const column = (values: Record<string, number>) =>
    Float64Array.from({ length: graph.order }, (_, at) => values[at] ?? 0)
  const sums = (which: 'forEachEdge' | 'forEachInEdge' | 'forEachOutEdge') =>
    Float64Array.from({ length: graph.order }, (_, at) => {
      let sum = 0
      graph[which](String(at), (_edge, { weight }) => {
        sum += weight
      })
      return sum
    })
  const degrees = (which: 'degree' | 'inDegree' | 'outDegree') =>
    Float64Array.from({ length: graph.order }, (_, at) => graph[which](String(at)))
  const eigenvector = graph.size === 0 ? undefined : settled(graph)
  return {
    degree: Float64Array.from({ length: graph.order }, (_, at) => graph.neighbors(String(at)).length),
    strength: sums('forEachEdge'),
    betweenness: column(
      betweennessOf(graph, {
        getEdgeWeight: paths === 'steps' ? null : (_edge, { weight }) => 1 / Number(weight),
        normalized: true,
      }),
    ),
    closeness: column(closenessOf(graph, { wassermanFaust: true })),
    ...(eigenvector === undefined ? {} : { eigenvector: column(eigenvector) }),
    ...(graph.type === 'directed'
      ? {
          inDegree: degrees('inDegree'),
          outDegree: degrees('outDegree'),
          inStrength: sums('forEachInEdge'),
          outStrength: sums('forEachOutEdge'),
        }
      : {}),
  }
}

/** The eigenvector, unless the iteration does not settle: the library says so by throwing, and has no other way. */
function settled(graph: NetworkGraph): Record<string, number> | undefined {
  const most = graph.reduceEdges((sum, _edge, { weight }) => Math.max(sum, weight), 0)
  try {
    return eigenvectorOf(graph, {
      getEdgeWeight: (_edge, { weight }) => Number(weight) / most,
      maxIterations: 2000,
      tolerance: 1e-9,
    })
  } catch {
    return undefined
  }
}
