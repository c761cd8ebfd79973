import type { RollCalls } from './vote-bits.ts'
import { type SimilarityMeasure, votingSimilarity } from './voting-similarity.ts'

/** How alike a state and a group voted in one session. */
export interface GroupSimilarity {
  /** mean over the members of the similarity of each with the state */
  readonly value: number
  /** jackknife over roll calls */
  readonly se: number
  /** roll calls in which the state voted */
  readonly n: number
  /** members with whom it is defined */
  readonly members: number
}

/**
 * Similarity of a state with a group, session by session: the mean of its similarities with the members. Roll calls are
 * the sample: the standard error is the jackknife that leaves out one after the other.
 *
 * @param state   row of the state in `votes`
 * @param members rows of the members, the state itself not among them
 * @returns [sessions] null where it is defined with no member
 * @throws RangeError if the state is one of the members
 * @see Häge (2011), Political Analysis 19(3), for the measures; Efron & Tibshirani (1993), An Introduction to the Bootstrap,
 *   eq. 11.5
 * @example
 * groupSimilarity({ states: 2, rollCalls: 2, votes: Uint8Array.of(1, 3, 1, 3), session: Int32Array.of(0, 0), sessions: 1 }, 0, [1], 'agreement')[0]?.value // => 1
 */
export function groupSimilarity(
  votes: RollCalls,
  state: number,
  members: readonly number[],
  measure: SimilarityMeasure,
): readonly (GroupSimilarity | null)[] {
  if (members.includes(state))
    throw new RangeError('groupSimilarity: the state must not be one of the members')
  const bySession = Array.from({ length: votes.sessions }, (): number[] => [])
  for (const [rollCall, session] of votes.session.entries())
    if (voteOf(votes, state, rollCall) > 0) bySession[session]?.push(rollCall)
  return bySession.map((rollCalls) => ofSession(votes, state, members, measure, rollCalls))
}

function ofSession(
  votes: RollCalls,
  state: number,
  members: readonly number[],
  measure: SimilarityMeasure,
  rollCalls: readonly number[],
): GroupSimilarity | null {
  const tables = members.map((member) => {
    const counts = new Int32Array(9)
    for (const rollCall of rollCalls) count(counts, votes, state, member, rollCall, 1)
    return counts
  })
  const defined = members.filter((_, at) => votingSimilarity(tables[at] ?? [], measure) !== null)
  if (defined.length === 0) return null
  const kept = tables.filter((table) => votingSimilarity(table, measure) !== null)
  const mean = () => {
    let sum = 0
    let held = 0
    for (const table of kept) {
      const found = votingSimilarity(table, measure)
      if (found === null) continue
      sum += found.value
      held++
    }
    return held === 0 ? null : sum / held
  }
  const value = mean() ?? 0
  const left: number[] = []
  for (const rollCall of rollCalls) {
    for (const [at, member] of defined.entries())
      count(kept[at] ?? new Int32Array(9), votes, state, member, rollCall, -1)
    const without = mean()
    if (without !== null) left.push(without)
    for (const [at, member] of defined.entries())
      count(kept[at] ?? new Int32Array(9), votes, state, member, rollCall, 1)
  }
  const center = left.reduce((a, b) => a + b, 0) / Math.max(1, left.length)
  const spread = left.reduce((sum, each) => sum + (each - center) ** 2, 0)
  const se = left.length > 1 ? Math.sqrt(((left.length - 1) / left.length) * spread) : 0
  return { value, se, n: rollCalls.length, members: defined.length }
}

function count(
  counts: Int32Array,
  votes: RollCalls,
  a: number,
  b: number,
  rollCall: number,
  by: 1 | -1,
): void {
  const [x, y] = [voteOf(votes, a, rollCall), voteOf(votes, b, rollCall)]
  if (x === 0 || y === 0) return
  const cell = (x - 1) * 3 + y - 1
  counts[cell] = (counts[cell] ?? 0) + by
}

function voteOf(votes: RollCalls, state: number, rollCall: number): number {
  return votes.votes[state * votes.rollCalls + rollCall] ?? 0
}
