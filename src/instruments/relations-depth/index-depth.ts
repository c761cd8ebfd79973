import { isMissing } from '#domain/missing'
import { ranksOf } from '#numeric/composite'
import { type Random, random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import type { Leaf, Request } from './model.ts'
import { putTogether, type Tree } from './tree.ts'

/** The leaves of one relation as arrays over the criteria of the tree. */
export interface Profile {
  /** [criteria] share, NaN where missing and above the leaves */
  readonly share: Float64Array
  /** [criteria] standard deviation */
  readonly sd: Float64Array
  /** [criteria] put together from the leaves known, NaN where nothing is known */
  readonly central: Float64Array
  /** the whole; NaN where too little is known */
  readonly depth: number
  /** share of the weight that is known */
  readonly coverage: number
}

/** Room to work in, made once. */
export interface Room {
  readonly values: Float64Array
  readonly weights: Float64Array
  readonly sums: Float64Array
  readonly totals: Float64Array
}

/** Room for one tree. */
export function roomFor({ parent }: Tree): Room {
  const n = parent.length
  return {
    values: new Float64Array(n),
    weights: new Float64Array(n),
    sums: new Float64Array(n + 1),
    totals: new Float64Array(n + 1),
  }
}

/** The leaves of a relation put together by the way that the request names; no depth where too little is known. */
export function profileOf(
  tree: Tree,
  leaves: readonly Leaf[],
  { aggregate, leastCoverage }: Pick<Request, 'aggregate' | 'leastCoverage'>,
  room: Room,
): Profile {
  const at = new Map(tree.criteria.map(({ code }, place) => [code, place]))
  const share = new Float64Array(tree.parent.length).fill(Number.NaN)
  const sd = new Float64Array(tree.parent.length)
  let known = 0
  for (const leaf of leaves) {
    const place = at.get(leaf.code) ?? 0
    if (isMissing(leaf.share)) continue
    share[place] = leaf.share
    sd[place] = leaf.sd
    known += leaf.weight
  }
  const central = share.slice()
  const whole = putTogether(tree, central, tree.weight, aggregate, room.sums, room.totals)
  return { share, sd, central, depth: known < leastCoverage ? Number.NaN : whole, coverage: known }
}

/** One draw of everything that is not known: errors, criteria that are missing, weights, the way of putting together. */
export interface Draw {
  measurement: Random
  missing: Random
  weights: Random
  aggregation: Random
}

/**
 * The depth of a relation under one draw. What is missing is drawn about the nearest criterion above it that is known.
 *
 * @param normal [2] standard normals made of `draw.measurement` and `draw.missing`
 */
export function drawnDepth(
  tree: Tree,
  profile: Profile,
  request: Pick<Request, 'missingError'>,
  weights: Float64Array,
  by: Request['aggregate'],
  normal: readonly [() => number, () => number],
  room: Room,
): number {
  const { share, sd, central, depth } = profile
  const [error, gap] = normal
  const { values } = room
  for (let at = 0; at < values.length; at++) {
    if (tree.leaf[at] === 0) continue
    const value = share[at] as number
    // a normal is drawn for every leaf in both streams, so that a leaf that is found does not shift the others
    const [e, g] = [error(), gap()]
    let drawn = value + (sd[at] as number) * e
    if (Number.isNaN(value)) {
      let above = tree.parent[at] as number
      while (above >= 0 && Number.isNaN(central[above] as number)) above = tree.parent[above] as number
      drawn = (above < 0 ? depth : (central[above] as number)) + request.missingError * g
    }
    values[at] = drawn < 0 ? 0 : drawn > 1 ? 1 : drawn
  }
  return putTogether(tree, values, weights, by, room.sums, room.totals)
}

/** Weights drawn within a share of themselves, into the room. */
export function drawWeights({ weight }: Tree, spread: number, next: Random, { weights }: Room): Float64Array {
  for (let at = 0; at < weights.length; at++)
    weights[at] = (weight[at] as number) * (1 + spread * (2 * next() - 1))
  return weights
}

/**
 * Depths and ranks of relations under draws of all that is not known, together: in one draw all relations share weights and way
 * of putting together.
 *
 * @returns depths and ranks, [relations][draws]; NaN where nothing is known
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168(2), section 3
 */
export function drawnStandings(
  tree: Tree,
  profiles: readonly Profile[],
  request: Request,
): { readonly depths: readonly Float64Array[]; readonly ranks: readonly Float64Array[] } {
  const room = roomFor(tree)
  const depths = profiles.map(() => new Float64Array(request.draws))
  const ranks = profiles.map(() => new Float64Array(request.draws))
  const streams = [1, 2, 3, 4].map((stream) => random(request.seed, stream)) as [
    Random,
    Random,
    Random,
    Random,
  ] // four streams
  const [measurement, gaps, weighing, choosing] = streams
  const normal = [randomNormal(measurement), randomNormal(gaps)] as const
  for (let draw = 0; draw < request.draws; draw++) {
    const weights = drawWeights(tree, request.weightSpread, weighing, room)
    const by = pick(request.alternatives, choosing())
    for (const [at, profile] of profiles.entries()) {
      const list = depths[at] as Float64Array // one for each profile
      const drawn = drawnDepth(tree, profile, request, weights, by, normal, room)
      list[draw] = Number.isNaN(profile.depth) ? Number.NaN : drawn
    }
    const now = ranksOf(
      depths.map((list) => (Number.isNaN(list[draw] as number) ? null : (list[draw] as number))),
    )
    for (const [at, rank] of now.entries()) (ranks[at] as Float64Array)[draw] = rank ?? Number.NaN
  }
  return { depths, ranks }
}

/** One of several by a number in [0, 1). */
export function pick<T>(among: readonly T[], at: number): T {
  return among[Math.min(among.length - 1, Math.floor(at * among.length))] as T // the request asks for at least one
}
