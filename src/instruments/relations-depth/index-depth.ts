import { isMissing } from '#domain/missing'
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
  /** [criteria] about what each leaf is drawn: its share or, where that is missing, the nearest criterion above that is known */
  readonly middle: Float64Array
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
  const share = new Float64Array(tree.parent.length).fill(Number.NaN)
  const sd = new Float64Array(tree.parent.length)
  let known = 0
  for (const leaf of leaves) {
    const place = tree.place.get(leaf.code) ?? 0
    if (isMissing(leaf.share)) continue
    share[place] = leaf.share
    sd[place] = leaf.sd
    known += leaf.weight
  }
  const central = share.slice()
  const whole = putTogether(tree, central, tree.weight, aggregate, room.sums, room.totals)
  const depth = known < leastCoverage ? Number.NaN : whole
  return { share, sd, central, middle: middleOf(tree, share, central, depth), depth, coverage: known }
}

function middleOf(tree: Tree, share: Float64Array, central: Float64Array, depth: number): Float64Array {
  const middle = share.slice()
  for (const at of tree.leaves) {
    if (!Number.isNaN(share[at] as number)) continue // within [0, criteria), as all places of the tree
    let above = tree.parent[at] as number
    while (above >= 0 && Number.isNaN(central[above] as number)) above = tree.parent[above] as number
    middle[at] = above < 0 ? depth : (central[above] as number)
  }
  return middle
}

/** One draw of everything that is not known: errors, criteria that are missing, weights, the way of putting together. */
export interface Draw {
  measurement: Random
  missing: Random
  weights: Random
  aggregation: Random
}

/**
 * The depth of a relation under one draw. What is missing is drawn about the nearest criterion above it that is known, with an error of
 * which a part is the same for all that is missing of this relation.
 *
 * @param normal [2] standard normals made of `draw.measurement` and `draw.missing`
 */
export function drawnDepth(
  tree: Tree,
  profile: Profile,
  request: Pick<Request, 'missingError' | 'missingTogether'>,
  weights: Float64Array,
  by: Request['aggregate'],
  normal: readonly [() => number, () => number],
  room: Room,
): number {
  const { share, sd, middle } = profile
  const [error, gap] = normal
  const { values } = room
  const { leaves } = tree
  const common = Math.sqrt(request.missingTogether) * gap()
  const own = Math.sqrt(1 - request.missingTogether)
  for (let nth = 0; nth < leaves.length; nth++) {
    const at = leaves[nth] as number // within [0, criteria)
    // a normal is drawn for every leaf in both streams, so that a leaf that is found does not shift the others
    const e = error()
    const g = gap()
    const value = share[at] as number
    const drawn = Number.isNaN(value)
      ? (middle[at] as number) + request.missingError * (common + own * g)
      : value + (sd[at] as number) * e
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
 * @param told is told the number of each draw as it begins
 * @returns depths and ranks, [relations][draws]; NaN where nothing is known
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168(2), section 3
 */
export function drawnStandings(
  tree: Tree,
  profiles: readonly Profile[],
  request: Request,
  told: (draw: number) => void = () => {},
): { readonly depths: readonly Float64Array[]; readonly ranks: readonly Float64Array[] } {
  const depths = drawnDepths(tree, profiles, request, told)
  return { depths, ranks: ranksOfDraws(depths, request.draws) }
}

/**
 * The depths of relations, or of one relation in several years, under draws of all that is not known.
 *
 * @returns [relations][draws]; NaN where nothing is known
 */
export function drawnDepths(
  tree: Tree,
  profiles: readonly Profile[],
  request: Request,
  told: (draw: number) => void = () => {},
): readonly Float64Array[] {
  const room = roomFor(tree)
  const depths = profiles.map(() => new Float64Array(request.draws))
  const streams = [1, 2, 3, 4].map((stream) => random(request.seed, stream)) as [
    Random,
    Random,
    Random,
    Random,
  ] // four streams
  const [measurement, gaps, weighing, choosing] = streams
  const normal = [randomNormal(measurement), randomNormal(gaps)] as const
  for (let draw = 0; draw < request.draws; draw++) {
    told(draw)
    const weights = drawWeights(tree, request.weightSpread, weighing, room)
    const by = pick(request.alternatives, choosing())
    for (let at = 0; at < profiles.length; at++) {
      const profile = profiles[at] as Profile // one list of depths for each profile
      const drawn = drawnDepth(tree, profile, request, weights, by, normal, room)
      ;(depths[at] as Float64Array)[draw] = Number.isNaN(profile.depth) ? Number.NaN : drawn
    }
  }
  return depths
}

/** Ranks in each draw, 1 the deepest; equals share the mean of their ranks; NaN where there is no depth. */
function ranksOfDraws(depths: readonly Float64Array[], draws: number): readonly Float64Array[] {
  const ranks = depths.map(() => new Float64Array(draws).fill(Number.NaN))
  const room = new Float64Array(depths.length)
  for (let draw = 0; draw < draws; draw++) {
    let known = 0
    for (let at = 0; at < depths.length; at++) {
      const value = (depths[at] as Float64Array)[draw] as number // [relations][draws]
      if (!Number.isNaN(value)) room[known++] = value
    }
    const now = room.subarray(0, known).sort()
    for (let at = 0; at < depths.length; at++) {
      const value = (depths[at] as Float64Array)[draw] as number
      if (Number.isNaN(value)) continue
      const [below, upTo] = [countBelow(now, value, false), countBelow(now, value, true)]
      ;(ranks[at] as Float64Array)[draw] = known - upTo + (upTo - below + 1) / 2
    }
  }
  return ranks
}

/** How many of a sorted list lie below a value, or at most at it. */
function countBelow(sorted: Float64Array, value: number, equal: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const one = sorted[middle] as number // within [low, high)
    if (one < value || (equal && one === value)) low = middle + 1
    else high = middle
  }
  return low
}

/** One of several by a number in [0, 1). */
export function pick<T>(among: readonly T[], at: number): T {
  return among[Math.min(among.length - 1, Math.floor(at * among.length))] as T // the request asks for at least one
}
