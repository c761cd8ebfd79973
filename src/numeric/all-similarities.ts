import { type SharedTask, sharedFloats, sharedIntegers } from './team.ts'
import { countTogether, type VoteBits } from './vote-bits.ts'
import { type SimilarityMeasure, type VoteDistance, votingSimilarity } from './voting-similarity.ts'

/** What is asked of all dyads in all sessions. */
export interface AllSimilaritiesInput {
  readonly bits: VoteBits
  readonly measure: SimilarityMeasure
  readonly distance: VoteDistance
}

/** Similarity of every dyad in every session, at `session × dyads + dyadIndex`. */
export interface AllSimilarities {
  /** meaningful only where `defined` is 1 */
  readonly value: Float64Array
  readonly se: Float64Array
  /** 1 where the votes define the measure */
  readonly defined: Int32Array
  /** roll calls in which both voted */
  readonly n: Int32Array
}

/**
 * Place of a dyad among all dyads of `states` states; 0 ≤ a < b < states.
 *
 * @throws RangeError if a and b are no dyad
 * @see Knuth (1997), The Art of Computer Programming 1, 2.2.6, triangular arrays
 * @example
 * [dyadIndex(0, 1, 4), dyadIndex(0, 3, 4), dyadIndex(2, 3, 4)] // => [0, 2, 5]
 */
export function dyadIndex(a: number, b: number, states: number): number {
  if (!(a >= 0 && a < b && b < states))
    throw new RangeError(`dyadIndex: a and b must be 0 ≤ a < b < ${states}, got ${a} and ${b}`)
  return a * states - (a * (a + 1)) / 2 + b - a - 1
}

type Shared = AllSimilaritiesInput & AllSimilarities

/** Voting similarity of all dyads in all sessions; threads take sessions in turn. */
export const allSimilarities: SharedTask<AllSimilaritiesInput, Shared, AllSimilarities> = {
  prepare(input) {
    const { states, sessions } = input.bits
    const size = sessions * ((states * (states - 1)) / 2)
    return {
      ...input,
      value: sharedFloats(size),
      se: sharedFloats(size),
      defined: sharedIntegers(size),
      n: sharedIntegers(size),
    }
  },
  run(shared, team) {
    const { bits, measure, distance, value, se, defined, n } = shared
    const counts = new Int32Array(9)
    const dyads = (bits.states * (bits.states - 1)) / 2
    for (let session = team.rank; session < bits.sessions; session += team.size) {
      let at = session * dyads
      for (let a = 0; a < bits.states; a++)
        for (let b = a + 1; b < bits.states; b++, at++) {
          n[at] = countTogether(bits, a, b, session, counts)
          if (n[at] === 0) continue
          const found = votingSimilarity(counts, measure, distance)
          if (found === null) continue
          value[at] = found.value
          se[at] = found.se
          defined[at] = 1
        }
      team.progress(session + 1, bits.sessions)
    }
    team.barrier()
    return { value, se, defined, n }
  },
}
