import { type IdealPoints, idealPoints } from './ideal-points.ts'
import type { IdealPointsInput } from './ideal-points-layout.ts'
import { normalCdf } from './normal.ts'
import { random } from './random.ts'
import { runAlone, type SharedTask, sharedFloats } from './team.ts'
import type { RollCalls } from './vote-bits.ts'

/** An estimate whose standard errors are to be checked. */
export interface BootstrapInput {
  readonly input: IdealPointsInput
  readonly fit: IdealPoints
  readonly replicates: number
  readonly seed: number
}

/** What threads are given of a bootstrap. */
export interface BootstrapShared extends BootstrapInput {
  /** [replicates × units] points of each replicate */
  readonly drawn: Float64Array
  /** [replicates × units] 1 where the replicate has the unit */
  readonly there: Float64Array
}

/**
 * Standard errors by parametric bootstrap: votes are drawn anew from the estimated model, for those who voted, and
 * points estimated from them; threads take replicates in turn. Gives [units] standard deviations over replicates,
 * 0 for a unit that no two replicates have.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 6.5; Lewis & Poole (2004), Political
 *   Analysis 12(2), for ideal points
 */
export const idealPointsBootstrap: SharedTask<BootstrapInput, BootstrapShared, Float64Array> = {
  prepare(input) {
    const size = input.replicates * input.fit.point.length
    return { ...input, drawn: sharedFloats(size), there: sharedFloats(size) }
  },
  run({ input, fit, replicates, seed, drawn, there }, team) {
    const units = fit.point.length
    const sessions = input.votes.sessions
    const place = new Map(
      Array.from(fit.unitState, (state, u) => [state * sessions + (fit.unitSession[u] ?? 0), u]),
    )
    for (let replicate = team.rank; replicate < replicates; replicate += team.size) {
      const votes = drawVotes(input, fit, random(seed, replicate + 1))
      const again = runAlone(idealPoints, { ...input, votes })
      const matched = Array.from(again.unitState, (state, u) =>
        place.get(state * sessions + (again.unitSession[u] ?? 0)),
      )
      const same = matched.reduce<number>(
        (sum, u, at) => sum + (again.point[at] ?? 0) * (u === undefined ? 0 : (fit.point[u] ?? 0)),
        0,
      )
      for (const [at, u] of matched.entries()) {
        if (u === undefined) continue
        drawn[replicate * units + u] = Math.sign(same) * (again.point[at] ?? 0)
        there[replicate * units + u] = 1
      }
      team.progress(replicate + 1, replicates)
    }
    team.barrier()
    return deviations(drawn, there, replicates, units)
  },
}

/**
 * Votes drawn from estimated ideal points, for those who voted; roll calls in which all voted alike stay as they were.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 6.5
 * @example
 * typeof drawVotes // => 'function'
 */
export function drawVotes(input: IdealPointsInput, fit: IdealPoints, draw: () => number): RollCalls {
  const { votes, model, abstentions, walkVariance } = input
  const { states, rollCalls } = votes
  const unitOf = new Int32Array(states * votes.sessions).fill(-1)
  for (const [u, state] of fit.unitState.entries()) unitOf[(fit.unitSession[u] ?? 0) * states + state] = u
  const cast = votes.votes.slice()
  for (let r = 0; r < rollCalls; r++) {
    const item = fit.itemOf[r] ?? -1
    if (item < 0) continue
    const session = walkVariance === null ? 0 : (votes.session[r] ?? 0)
    const [slope = 0, first = 0, second = 0] = fit.items.subarray(3 * item, 3 * item + 3)
    const kinds = kindsOf(votes, r)
    for (let s = 0; s < states; s++) {
      const vote = cast[s * rollCalls + r] ?? 0
      if (vote === 0 || (vote === 2 && model === 'binary' && abstentions !== 'no')) continue
      const at = slope * (fit.point[unitOf[session * states + s] ?? 0] ?? 0)
      const chance = draw()
      const code = chance < normalCdf(first - at) ? 0 : chance < normalCdf(second - at) ? 1 : 2
      cast[s * rollCalls + r] = voteFor(code, kinds, model)
    }
  }
  return { ...votes, votes: cast }
}

/** Which votes a roll call has: yes, abstain, no. */
function kindsOf({ votes, states, rollCalls }: RollCalls, r: number): readonly boolean[] {
  const kinds = [false, false, false]
  for (let s = 0; s < states; s++) {
    const vote = votes[s * rollCalls + r] ?? 0
    if (vote > 0) kinds[vote - 1] = true
  }
  return kinds
}

/** Lowest and highest stand for the votes next to each other that an ordinal roll call has. */
function voteFor(code: number, [yes, , no]: readonly boolean[], model: 'binary' | 'ordinal'): number {
  if (model === 'binary') return code === 2 ? 1 : 3
  if (code === 1) return 2
  if (code === 2) return yes ? 1 : 2
  return no ? 3 : 2
}

function deviations(
  drawn: Float64Array,
  there: Float64Array,
  replicates: number,
  units: number,
): Float64Array {
  return Float64Array.from({ length: units }, (_, u) => {
    let n = 0
    let sum = 0
    let squares = 0
    for (let replicate = 0; replicate < replicates; replicate++) {
      if (there[replicate * units + u] !== 1) continue
      const p = drawn[replicate * units + u] ?? 0
      n++
      sum += p
      squares += p * p
    }
    return n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1)))
  })
}
