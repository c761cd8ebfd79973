import { UndirectedGraph } from 'graphology'
import { random } from '#numeric/random'
import type { NetworkGraph } from './network-graph.ts'
import { forceAtlas2, louvain } from './network-library.ts'

/** Groups of nodes that are tied more among themselves than chance would tie them. */
export interface Communities {
  /** of each node, by its place; 1 is the largest; alone means none */
  readonly of: readonly number[]
  readonly count: number
  /** how much more they are tied than by chance, below 1; null without ties */
  readonly modularity: number | null
}

/**
 * Communities by the method of Louvain, the same for the same seed. They are one good division among several, not the only one.
 *
 * @see Blondel et al. (2008), Journal of Statistical Mechanics P10008
 */
export function communitiesOf(graph: NetworkGraph, seed: number): Communities {
  if (graph.size === 0)
    return { of: Array.from({ length: graph.order }, () => 0), count: 0, modularity: null }
  const found = louvain.detailed(graph, { rng: random(seed), getEdgeWeight: 'weight' })
  const label = Array.from({ length: graph.order }, (_, at) => found.communities[at] ?? 0)
  const tied = label.map((_, at) => graph.degree(String(at)) > 0)
  const groups = [...Map.groupBy(label.keys(), (at) => label[at] ?? 0)]
    .map(([name, nodes]) => ({ name, nodes: nodes.filter((at) => tied[at]) }))
    .filter(({ nodes }) => nodes.length > 0)
    .toSorted((a, b) => b.nodes.length - a.nodes.length || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0))
  const place = new Map(groups.map(({ name }, at) => [name, at + 1]))
  return {
    of: label.map((name, at) => (tied[at] ? (place.get(name) ?? 0) : 0)),
    count: groups.length,
    modularity: found.modularity,
  }
}

/**
 * Where the nodes that have ties are drawn, in [0, 1] × [0, 1]: forces drive nodes apart and ties draw them together, from a start by
 * community on a circle. Nothing in it is random: the same network is drawn the same. Distances in the drawing are no measure.
 *
 * @param tied places of the nodes that are drawn
 * @see Jacomy et al. (2014), PLoS ONE 9(6), ForceAtlas2
 */
export function layoutOf(
  tied: readonly number[],
  graph: NetworkGraph,
  communities: readonly number[],
): ReadonlyMap<number, readonly [number, number]> {
  const order = tied.toSorted((x, y) => (communities[x] ?? 0) - (communities[y] ?? 0) || x - y)
  const drawing = new UndirectedGraph<{ x: number; y: number }, { weight: number }>()
  for (const [at, node] of order.entries()) {
    const angle = (2 * Math.PI * at) / order.length
    drawing.addNode(String(node), { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) })
  }
  graph.forEachEdge((_edge, { weight }, from, to) => {
    if (!drawing.hasEdge(from, to)) drawing.addEdge(from, to, { weight })
  })
  if (order.length > 2)
    forceAtlas2.assign(drawing, {
      iterations: order.length > 100 ? 250 : 500,
      getEdgeWeight: 'weight',
      settings: {
        ...forceAtlas2.inferSettings(order.length),
        barnesHutOptimize: false,
        edgeWeightInfluence: 0.5,
        strongGravityMode: true,
        gravity: 0.08,
        scalingRatio: 20,
      },
    })
  const points = order.map((node) => [node, drawing.getNodeAttributes(String(node))] as const)
  const within = (of: 'x' | 'y') => {
    const all = points.map(([, point]) => point[of])
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return (value: number) => (most > least ? (value - least) / (most - least) : 0.5)
  }
  const [x, y] = [within('x'), within('y')]
  return new Map(points.map(([node, point]) => [node, [x(point.x), y(point.y)]]))
}
