import { type Activity, ActivityKind, activityClass, activityKindNames } from '#domain/activity'
import type { Actor } from '#domain/actor'
import { SoundingsError } from '#domain/errors'
import type { Bilingual } from '#domain/instrument'
import { standsFor } from '#domain/participant'
import { listRecords } from '#storage/read-records'
import { compute } from './compute.ts'
import { stateId } from './datasets.ts'
import { coverageOfLedger, type NetworkCoverage, statesIn } from './network-coverage.ts'
import { activitiesOfDataset } from './network-datasets.ts'
import { graphOf, type NetworkMeasure, type PathLength } from './network-graph.ts'
import { communitiesOf } from './network-layout.ts'
import { noticesOf } from './network-notices.ts'
import { nodeIds, nodesOf, placesOf, rowsOf, tiesOf } from './network-parts.ts'
import { fewestUnits } from './network-spread.ts'
import { type MultilateralRule, type Unit, unitsOf } from './network-ties.ts'
import type { Workbench } from './workbench.ts'

/** Whose activities make the network: the ledger of one state, or a public dataset of all states. */
export const networkSources = ['ledger', 'dcad', 'military-exercises', 'sipri-arms'] as const
export type NetworkSource = (typeof networkSources)[number]

/** What is asked. */
export interface NetworkRequest {
  readonly source: NetworkSource
  /** of a ledger: whose it is, by any code or name */
  readonly state?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** of a ledger: kinds that count; by default the cooperative ones */
  readonly kinds?: readonly string[] | undefined
  /** only ties among these states */
  readonly states?: readonly string[] | undefined
  readonly multilateral?: MultilateralRule | undefined
  readonly paths?: PathLength | undefined
  /** of arms: whether a delivery weighs 1 or its volume */
  readonly weight?: 'activities' | 'tiv' | undefined
  readonly draws?: number | undefined
  readonly seed?: number | undefined
}

/** A measure of a node: its value and place, with intervals where draws could be made. */
export interface NodeMeasure {
  readonly value: number
  readonly interval: readonly [number, number] | null
  /** from 1; equal values share the better place */
  readonly rank: number
  readonly rankInterval: readonly [number, number] | null
}

export interface NetworkNode {
  readonly id: string
  readonly title: string
  readonly titleVi: string
  readonly isState: boolean
  /** false where the source sees it only through its ties with the state whose ledger it is */
  readonly covered: boolean
  /** of the years, in how many the source covers it; null of a node seen only through another */
  readonly yearsCovered: number | null
  /** 1 is the largest; 0 has no tie */
  readonly community: number
  /** where it is drawn, in [0, 1] */
  readonly x: number
  readonly y: number
  /** degrees east and north of a point within it; null where there is none */
  readonly place: readonly [number, number] | null
  readonly measures: { readonly [M in NetworkMeasure]?: NodeMeasure }
}

export interface NetworkTie {
  readonly a: string
  readonly b: string
  readonly weight: number
  readonly activities: number
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly kinds: readonly { readonly kind: ActivityKind; readonly n: number }[]
  /** the activities, the first forty: ids of records of a ledger, rows of a dataset */
  readonly records: readonly string[]
}

/** Where activities took place, as far as the ledger tells latitude and longitude. */
export interface NetworkPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly activities: number
}

export interface Network {
  readonly source: NetworkSource
  readonly version: string | null
  readonly citation: string | null
  readonly state: string | null
  readonly directed: boolean
  readonly kinds: readonly ActivityKind[]
  readonly multilateral: MultilateralRule
  readonly paths: PathLength
  readonly weight: 'activities' | 'tiv'
  readonly known: NetworkCoverage['known']
  readonly years: NetworkCoverage['years']
  readonly activities: number
  readonly nodes: readonly NetworkNode[]
  readonly ties: readonly NetworkTie[]
  /** states of which the source tells nothing in these years: no tie of theirs is known, which is not none */
  readonly notCovered: readonly string[]
  readonly places: readonly NetworkPlace[]
  readonly communities: number
  readonly modularity: number | null
  readonly draws: number
  readonly seed: number
  readonly notices: readonly Bilingual[]
}

interface Watch {
  readonly signal?: AbortSignal
  progress?(done: number, of: number): void
}

/**
 * Who is tied to whom by activities of armed forces, with centralities, communities and what is not covered.
 *
 * @throws SoundingsError `call-invalid` for a state or kind that is none, or a ledger without its state; `dataset-absent`; `cancelled`
 */
export async function seeNetwork(
  workbench: Workbench,
  request: NetworkRequest,
  watch: Watch = {},
): Promise<Network> {
  const { source, multilateral = 'shared', paths = 'steps', weight = 'activities' } = request
  const { from, to, draws = 0, seed = 1 } = request
  if (from !== undefined && to !== undefined && from > to)
    throw new SoundingsError('call-invalid', `from ${from} lies after to ${to}`)
  const material = await materialOf(workbench, request)
  const directed = material.kinds.length === 1 && material.kinds[0] === 'equipment'
  const only = request.states?.map(stateId)
  const asked = { from, to, multilateral, directed, weight: directed ? weight : 'activities' } as const
  const all = unitsOf(material.activities, material.actors, asked)
  const units = only === undefined ? all : { ...all, units: among(all.units, new Set(only)) }
  const ids = nodeIds(units.units, material.coverage, only)
  const rows = rowsOf(units.units, ids)
  const spread = await compute(
    'networkSpread',
    { nodes: ids.length, directed, paths, units: units.units.length, ...rows, draws, seed },
    { workers: 1, ...watch },
  )
  const graph = graphOf(ids.length, rows, directed)
  const found = communitiesOf(graph, seed)
  const nodes = nodesOf(ids, material, spread, found.of, graph)
  const notCovered = material.everyState.filter(
    (id) => !material.coverage.covered.has(id) && !ids.includes(id),
  )
  return {
    source,
    version: material.version,
    citation: material.citation,
    state: material.state,
    directed,
    kinds: material.kinds,
    ...{ multilateral, paths, weight: asked.weight, draws, seed },
    known: material.coverage.known,
    years: material.coverage.years,
    activities: units.units.length,
    nodes,
    ties: tiesOf(units.units),
    notCovered,
    places: placesOf(material.activities, units.units),
    communities: found.count,
    modularity: found.modularity,
    notices: noticesOf({
      ...{ request, units, coverage: material.coverage, state: material.state },
      settled: spread.eigenvector !== undefined,
      tooFew: draws > 0 && units.units.length < fewestUnits,
    }),
  }
}

/** What the network is made of. */
export interface NetworkMaterial {
  readonly activities: readonly Activity[]
  readonly actors: ReadonlyMap<string, Actor>
  readonly kinds: readonly ActivityKind[]
  readonly coverage: NetworkCoverage
  readonly state: string | null
  readonly version: string | null
  readonly citation: string | null
  /** states that existed in the years asked for */
  readonly everyState: readonly string[]
}

async function materialOf(workbench: Workbench, request: NetworkRequest): Promise<NetworkMaterial> {
  if (request.source !== 'ledger') return activitiesOfDataset(workbench, request.source, request)
  const { db } = workbench.database
  const named = request.state?.trim() ?? ''
  if (named === '')
    throw new SoundingsError('call-invalid', 'name the state whose ledger it is', {
      advice: 'A ledger tells of one state; name it by ISO alpha-3, COW number or English name.',
    })
  const state = stateId(named)
  const kinds = kindsOf(request.kinds)
  const actors = new Map((await listRecords(db, 'actor')).map(({ id, body }) => [id, body]))
  const sources = (await listRecords(db, 'source')).map(({ body }) => body)
  const activities = (await listRecords(db, 'activity'))
    .map(({ body }) => body)
    .filter((one) => kinds.includes(one.kind) && one.participants.some((p) => standsFor(p, actors) === state))
  const coverage = coverageOfLedger(activities, sources, state, kinds, request)
  const everyState = statesIn(coverage.years)
  return { activities, actors, kinds, coverage, state, version: null, citation: null, everyState }
}

function kindsOf(given: readonly string[] | undefined): readonly ActivityKind[] {
  if (given === undefined || given.length === 0)
    return activityKindNames.filter((kind) => activityClass(kind) === 'cooperative')
  return given.map((kind) => {
    const found = ActivityKind.safeParse(kind)
    if (found.success) return found.data
    throw new SoundingsError('call-invalid', `a kind must be one of ${activityKindNames.join(', ')}`, {
      place: { value: kind },
    })
  })
}

function among(units: readonly Unit[], only: ReadonlySet<string>): readonly Unit[] {
  return units
    .map((unit) => ({ ...unit, ties: unit.ties.filter(({ a, b }) => only.has(a) && only.has(b)) }))
    .filter(({ ties }) => ties.length > 0)
}
