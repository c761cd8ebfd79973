import type { Network, NetworkNode } from './network.ts'
import { type NetworkMeasure, networkMeasures } from './network-graph.ts'
import { graphmlOf } from './network-graphml.ts'

/** The network as GraphML: names in both languages, places, communities, centralities with their intervals, ties with their years. */
export function networkGraphml({ directed, nodes, ties }: Network): string {
  return graphmlOf({
    directed,
    nodes: nodes.map((node) => ({
      id: node.id,
      values: {
        label: node.title,
        labelVi: node.titleVi,
        covered: node.covered ? 'yes' : 'no',
        community: node.community === 0 ? null : node.community,
        lon: node.place?.[0] ?? null,
        lat: node.place?.[1] ?? null,
        ...measuresOf(node),
      },
    })),
    edges: ties.map(({ a, b, weight, activities, firstYear, lastYear, kinds }) => ({
      source: a,
      target: b,
      values: {
        ...{ weight, activities, firstYear, lastYear },
        kinds: kinds.map(({ kind, n }) => `${kind} ${n}`).join('; '),
      },
    })),
  })
}

function measuresOf({ measures }: NetworkNode): Record<string, number | null> {
  return Object.fromEntries(
    networkMeasures.flatMap((name: NetworkMeasure) => {
      const one = measures[name]
      if (one === undefined) return []
      const [low, high] = one.interval ?? [null, null]
      return [
        [name, one.value],
        [`${name}Low`, low],
        [`${name}High`, high],
      ] as const
    }),
  )
}
