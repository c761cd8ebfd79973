import type { Activity } from '#domain/activity'
import { stateOf } from '#domain/state'
import { statePlaces } from '#domain/state-places.data'
import type { Network, NetworkMaterial, NetworkNode, NodeMeasure } from './network.ts'
import type { NetworkCoverage } from './network-coverage.ts'
import { type NetworkGraph, networkMeasures } from './network-graph.ts'
import { layoutOf } from './network-layout.ts'
import type { NetworkSpread } from './network-spread.ts'
import type { Unit } from './network-ties.ts'

/** The nodes in order: who has a tie, the state whose ledger it is, and the states covered that have none. */
export function nodeIds(
  units: readonly Unit[],
  { covered }: NetworkCoverage,
  only: readonly string[] | undefined,
): readonly string[] {
  const wanted = only === undefined ? undefined : new Set(only)
  const alone = [...covered.keys()].filter((id) => wanted?.has(id) ?? true)
  return [
    ...new Set([...units.flatMap(({ ties }) => ties.flatMap(({ a, b }) => [a, b])), ...alone]),
  ].toSorted()
}

/** The ties of activities as columns, by the places of their ends. */
export function rowsOf(units: readonly Unit[], ids: readonly string[]) {
  const place = new Map(ids.map((id, at) => [id, at]))
  const rows = units.flatMap(({ ties }, unit) => ties.map((tie) => ({ ...tie, unit })))
  return {
    unit: Int32Array.from(rows, ({ unit }) => unit),
    a: Int32Array.from(rows, ({ a }) => place.get(a) ?? 0),
    b: Int32Array.from(rows, ({ b }) => place.get(b) ?? 0),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  }
}

/** The nodes with their measures, communities and places; in the order of strength. */
export function nodesOf(
  ids: readonly string[],
  { coverage, actors }: Pick<NetworkMaterial, 'coverage' | 'actors'>,
  spread: NetworkSpread,
  communities: readonly number[],
  graph: NetworkGraph,
): readonly NetworkNode[] {
  const tied = ids.flatMap((_, at) => (graph.degree(String(at)) > 0 ? [at] : []))
  const drawn = layoutOf(tied, graph, communities)
  return ids
    .map((id, at): NetworkNode => {
      const actor = id.startsWith('actor/') ? actors.get(id.slice('actor/'.length)) : undefined
      const state = stateOf(id)
      const title = actor?.name ?? state?.name ?? id
      const [x, y] = drawn.get(at) ?? [0.5, 0.5]
      return {
        id,
        title,
        titleVi: actor?.nameVi ?? state?.nameVi ?? title,
        isState: state !== undefined,
        covered: coverage.covered.has(id),
        yearsCovered: coverage.covered.get(id) ?? null,
        community: communities[at] ?? 0,
        ...{ x, y },
        place: statePlaces[id] ?? null,
        measures: Object.fromEntries(
          networkMeasures.flatMap((name) => {
            const one = spread[name]
            if (one === undefined) return []
            const measure: NodeMeasure = {
              value: tidy(one.values[at] ?? 0),
              interval: tidyInterval(one.intervals?.[at]),
              rank: one.ranks[at] ?? 0,
              rankInterval: one.rankIntervals?.[at] ?? null,
            }
            return [[name, measure]]
          }),
        ),
      }
    })
    .toSorted(
      (a, b) =>
        (b.measures.strength?.value ?? 0) - (a.measures.strength?.value ?? 0) || (a.id < b.id ? -1 : 1),
    )
}

/** Without the dust that adding up thirds leaves behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

function tidyInterval(interval: readonly [number, number] | undefined): readonly [number, number] | null {
  return interval === undefined ? null : [tidy(interval[0]), tidy(interval[1])]
}

const mostRecords = 40

/** The ties, the heaviest first, each with its activities. */
export function tiesOf(units: readonly Unit[]): Network['ties'] {
  const rows = units.flatMap((unit) => unit.ties.map((tie) => ({ ...tie, unit })))
  return [...Map.groupBy(rows, ({ a, b }) => `${a} ${b}`).values()]
    .flatMap((its) => {
      const [first] = its
      if (first === undefined) return []
      const years = its.flatMap(({ unit }) => unit.year ?? [])
      const kinds = [...Map.groupBy(its, ({ unit }) => unit.kind)]
        .map(([kind, of]) => ({ kind, n: of.length }))
        .toSorted((x, y) => y.n - x.n || (x.kind < y.kind ? -1 : 1))
      return [
        {
          a: first.a,
          b: first.b,
          weight: tidy(its.reduce((sum, { weight }) => sum + weight, 0)),
          activities: its.length,
          firstYear: years.length === 0 ? null : years.reduce((x, y) => Math.min(x, y)),
          lastYear: years.length === 0 ? null : years.reduce((x, y) => Math.max(x, y)),
          kinds,
          records: [...new Set(its.map(({ unit }) => unit.record))].slice(0, mostRecords),
        },
      ]
    })
    .toSorted((x, y) => y.weight - x.weight || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))
}

/** Places of the activities that tell latitude and longitude, with how many were there. */
export function placesOf(activities: readonly Activity[], units: readonly Unit[]): Network['places'] {
  const counted = Map.groupBy(units, ({ record }) => record)
  const told = activities.flatMap(({ id, place }) => {
    const n = counted.get(id)?.length ?? 0
    if (n === 0 || place?.lat === undefined || place.lon === undefined) return []
    return [{ name: place.name, lat: place.lat, lon: place.lon, n }]
  })
  return [...Map.groupBy(told, ({ name, lat, lon }) => `${name} ${lat} ${lon}`).values()].flatMap((its) => {
    const [first] = its
    if (first === undefined) return []
    const { name, lat, lon } = first
    return [{ name, lat, lon, activities: its.reduce((sum, { n }) => sum + n, 0) }]
  })
}
