import { sharedIntegers } from './team.ts'
import type { RollCalls } from './vote-bits.ts'

/** What a binary model makes of an abstention: it says nothing, counts as no, or as half a yes and half a no. */
export const abstentionTreatments = ['missing', 'no', 'half'] as const
export type AbstentionTreatment = (typeof abstentionTreatments)[number]

/** What ideal points are asked of. */
export interface IdealPointsInput {
  readonly votes: RollCalls
  /** ordinal: no < abstain < yes, with two cut points for each roll call */
  readonly model: 'binary' | 'ordinal'
  /** of the binary model */
  readonly abstentions: AbstentionTreatment
  /** null: one point a state; a number above 0: points walk at random with this variance from one time to the next */
  readonly walkVariance: number | null
  /** [sessions] rising numbers, such as years, that say how far sessions lie apart; needed for a walk */
  readonly times: ArrayLike<number>
  /** the state whose mean point is positive */
  readonly anchor: number
  /** variance of the normal prior of discrimination and cut points */
  readonly itemVariance: number
  readonly mostIterations: number
  /** of the start */
  readonly seed: number
}

/**
 * Votes as the estimation walks through them. A unit is a state, or a state in a session; an item is a roll call, or
 * several in which the same units voted alike. Roll calls in which all voted alike are left out.
 */
export interface ItemLayout {
  readonly units: number
  readonly unitState: Int32Array
  readonly unitSession: Int32Array
  /** [units] the unit before on the same walk, or −1 */
  readonly unitBefore: Int32Array
  /** [units] precision of the step from there; 0 without one */
  readonly unitStep: Float64Array
  readonly items: number
  /** [rollCalls] item of each, or −1 */
  readonly itemOf: Int32Array
  /** [items] how many roll calls it stands for */
  readonly itemTimes: Float64Array
  /** [items] 1 or 2 cut points */
  readonly itemCuts: Int32Array
  /** [items + 1] its first vote */
  readonly itemFrom: Int32Array
  /** [votes] who voted */
  readonly voteUnit: Int32Array
  /** [votes] 0 lowest category, 1 middle, 2 highest, 3 half lowest and half highest */
  readonly voteCode: Int32Array
  /** [blocks + 1] first item of each block; a block has one owner */
  readonly blockFrom: Int32Array
  /** [blocks] lowest unit it touches */
  readonly blockUnit: Int32Array
  /** [blocks + 1] where its partial sums begin */
  readonly blockAt: Int32Array
  readonly itemPrecision: number
}

/** Enough to share evenly among eight threads. */
const mostBlocks = 64

/**
 * Lays votes out for the estimation of ideal points.
 *
 * @throws RangeError if votes are not 0 to 3, the walk has no positive variance, or times do not rise
 * @see Imai, Lo & Olmsted (2016), American Political Science Review 110(4), on data of this shape
 * @example
 * layOutItems({ votes: { states: 2, rollCalls: 2, votes: Uint8Array.of(1, 1, 3, 1), session: Int32Array.of(0, 0), sessions: 1 }, model: 'binary', abstentions: 'missing', walkVariance: null, times: [0], anchor: 0, itemVariance: 25, mostIterations: 1, seed: 1 }).itemOf // => Int32Array.of(0, -1)
 */
export function layOutItems(input: IdealPointsInput): ItemLayout {
  check(input)
  const { votes, walkVariance } = input
  const order = Array.from({ length: votes.rollCalls }, (_, r) => r)
  if (walkVariance !== null) order.sort((a, b) => (votes.session[a] ?? 0) - (votes.session[b] ?? 0) || a - b)
  const columns = order.map((r) => columnOf(input, r))
  const { itemOf, kept, times } = alike(input, order, columns)
  const units = layOutUnits(input, kept, columns, order)
  const count = kept.reduce((sum, at) => sum + (columns[at]?.voters.length ?? 0), 0)
  const itemFrom = sharedIntegers(kept.length + 1)
  const voteUnit = sharedIntegers(count)
  const voteCode = sharedIntegers(count)
  let vote = 0
  for (const [item, at] of kept.entries()) {
    const { voters = [], codes = [] } = columns[at] ?? {}
    const session = walkVariance === null ? 0 : (votes.session[order[at] ?? 0] ?? 0)
    for (const [k, state] of voters.entries()) {
      voteUnit[vote] = units.unitOf[session * votes.states + state] ?? 0
      voteCode[vote++] = codes[k] ?? 0
    }
    itemFrom[item + 1] = vote
  }
  const itemCuts = sharedIntegers(kept.length)
  for (const [item, at] of kept.entries()) itemCuts[item] = columns[at]?.middle ? 2 : 1
  return {
    ...units,
    items: kept.length,
    itemOf,
    itemTimes: Float64Array.from(times),
    itemCuts,
    itemFrom,
    voteUnit,
    voteCode,
    ...blocks(kept.length, itemFrom, voteUnit),
    itemPrecision: 1 / input.itemVariance,
  }
}

function check({ votes, walkVariance, times, itemVariance, anchor }: IdealPointsInput): void {
  if (votes.votes.some((vote) => vote > 3)) throw new RangeError('layOutItems: votes must be 0 to 3')
  if (!(itemVariance > 0))
    throw new RangeError(`layOutItems: itemVariance must be above 0, got ${itemVariance}`)
  if (!(anchor >= 0 && anchor < votes.states))
    throw new RangeError(`layOutItems: anchor must lie in [0, ${votes.states}), got ${anchor}`)
  if (walkVariance === null) return
  if (!(walkVariance > 0))
    throw new RangeError(`layOutItems: walkVariance must be above 0, got ${walkVariance}`)
  for (let k = 1; k < votes.sessions; k++)
    if (!((times[k] ?? Number.NaN) > (times[k - 1] ?? Number.NaN)))
      throw new RangeError('layOutItems: times must rise from session to session')
}

interface Column {
  readonly voters: readonly number[]
  readonly codes: readonly number[]
  /** different codes; one says nothing */
  readonly kinds: number
  /** whether there is a category between two others */
  readonly middle: boolean
}

/** Who voted in a roll call, and in which category; two categories next to each other become lowest and highest. */
function columnOf({ votes, model, abstentions }: IdealPointsInput, r: number): Column {
  const middle = model === 'ordinal' ? 1 : { missing: -1, no: 0, half: 3 }[abstentions]
  const voters: number[] = []
  const raw: number[] = []
  const seen = [0, 0, 0, 0]
  for (let s = 0; s < votes.states; s++) {
    const vote = votes.votes[s * votes.rollCalls + r] ?? 0
    if (vote === 0) continue
    const code = vote === 1 ? 2 : vote === 3 ? 0 : middle
    if (code < 0) continue
    voters.push(s)
    raw.push(code)
    seen[code] = 1
  }
  const kinds = seen.reduce((sum, one) => sum + one, 0)
  const codes =
    seen[1] === 1 && kinds === 2 ? raw.map((code) => (code === 1 ? (seen[0] === 1 ? 2 : 0) : code)) : raw
  return { voters, codes, kinds, middle: seen[1] === 1 && kinds === 3 }
}

/** Finds roll calls in which the same units voted alike; of each such group the first is kept. */
function alike(
  { votes, walkVariance }: IdealPointsInput,
  order: readonly number[],
  columns: readonly Column[],
) {
  const itemOf = new Int32Array(votes.rollCalls).fill(-1)
  const kept: number[] = []
  const times: number[] = []
  const known = new Map<string, number>()
  for (const [at, column] of columns.entries()) {
    if (column.kinds < 2) continue
    const session = walkVariance === null ? 0 : (votes.session[order[at] ?? 0] ?? 0)
    const key = `${session}/${String.fromCharCode(...column.voters)}/${column.codes.join('')}`
    const item = known.get(key) ?? kept.push(at) - 1
    known.set(key, item)
    times[item] = (times[item] ?? 0) + 1
    itemOf[order[at] ?? 0] = item
  }
  return { itemOf, kept, times }
}

/** Units that voted in an item, by session and state, and their walks. */
function layOutUnits(
  { votes, walkVariance, times }: IdealPointsInput,
  kept: readonly number[],
  columns: readonly Column[],
  order: readonly number[],
) {
  const present = new Uint8Array(votes.states * (walkVariance === null ? 1 : votes.sessions))
  for (const at of kept) {
    const session = walkVariance === null ? 0 : (votes.session[order[at] ?? 0] ?? 0)
    for (const state of columns[at]?.voters ?? []) present[session * votes.states + state] = 1
  }
  const unitOf = new Int32Array(present.length).fill(-1)
  const last = new Int32Array(votes.states).fill(-1)
  const state: number[] = []
  const session: number[] = []
  const before: number[] = []
  const step: number[] = []
  for (const [place, here] of present.entries()) {
    if (here === 0) continue
    const s = place % votes.states
    const t = Math.floor(place / votes.states)
    const previous = last[s] ?? -1
    const gap = (times[t] ?? 0) - (times[session[previous] ?? 0] ?? 0)
    before.push(previous)
    step.push(previous < 0 || walkVariance === null ? 0 : 1 / (walkVariance * gap))
    unitOf[place] = state.push(s) - 1
    last[s] = unitOf[place] ?? -1
    session.push(t)
  }
  return {
    unitOf,
    units: state.length,
    unitState: Int32Array.from(state),
    unitSession: Int32Array.from(session),
    unitBefore: Int32Array.from(before),
    unitStep: Float64Array.from(step),
  }
}

/** Blocks of about as many votes each. They are the same for any team, so sums over them are too. */
function blocks(items: number, itemFrom: Int32Array, voteUnit: Int32Array) {
  const votes = itemFrom[items] ?? 0
  const from: number[] = [0]
  const unit: number[] = []
  const at: number[] = [0]
  for (let item = 0; item < items; ) {
    const until = Math.floor((votes * from.length) / mostBlocks)
    const first = item
    do item++
    while (item < items && (itemFrom[item + 1] ?? 0) <= until)
    let low = Number.POSITIVE_INFINITY
    let high = -1
    for (let v = itemFrom[first] ?? 0; v < (itemFrom[item] ?? 0); v++) {
      low = Math.min(low, voteUnit[v] ?? 0)
      high = Math.max(high, voteUnit[v] ?? 0)
    }
    from.push(item)
    unit.push(low)
    at.push((at.at(-1) ?? 0) + high - low + 1)
  }
  return { blockFrom: Int32Array.from(from), blockUnit: Int32Array.from(unit), blockAt: Int32Array.from(at) }
}
