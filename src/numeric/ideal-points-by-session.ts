import { idealPoints } from './ideal-points.ts'
import type { IdealPointsInput } from './ideal-points-layout.ts'
import { runAlone, type SharedTask, sharedFloats } from './team.ts'
import type { RollCalls } from './vote-bits.ts'

/** Ideal points of each session on its own, at `session × states + state`. */
export interface SessionPoints {
  /** mean 0 and standard deviation 1 in each session; meaningful only where `there` is 1 */
  readonly point: Float64Array
  readonly se: Float64Array
  /** 1 where a state voted in a divided roll call of the session */
  readonly there: Float64Array
  /** of all sessions together */
  readonly iterations: number
  readonly converged: boolean
  readonly logLikelihood: number
}

/** What threads are given. */
export interface SessionShared {
  readonly input: IdealPointsInput
  readonly point: Float64Array
  readonly se: Float64Array
  readonly there: Float64Array
  /** [sessions × 3] iterations, whether converged, log likelihood */
  readonly told: Float64Array
}

/**
 * Ideal points of single points, anew in each session; threads take sessions in turn. A session in which the anchor did
 * not vote is turned to agree with the session before it.
 *
 * @see Clinton, Jackman & Rivers (2004), APSR 98(2); `idealPoints` for the model
 */
export const idealPointsBySession: SharedTask<IdealPointsInput, SessionShared, SessionPoints> = {
  prepare(input) {
    const size = input.votes.sessions * input.votes.states
    return {
      input: { ...input, walkVariance: null },
      point: sharedFloats(size),
      se: sharedFloats(size),
      there: sharedFloats(size),
      told: sharedFloats(3 * input.votes.sessions),
    }
  },
  run({ input, point, se, there, told }, team) {
    const { states, sessions } = input.votes
    for (let session = team.rank; session < sessions; session += team.size) {
      const fit = runAlone(idealPoints, { ...input, votes: votesOf(input.votes, session) })
      for (const [u, state] of fit.unitState.entries()) {
        point[session * states + state] = fit.point[u] ?? 0
        se[session * states + state] = fit.se[u] ?? 0
        there[session * states + state] = 1
      }
      told.set([fit.iterations, fit.converged ? 1 : 0, fit.logLikelihood], 3 * session)
      team.progress(session + 1, sessions)
    }
    team.barrier()
    const turned = point.slice()
    for (let session = 1; session < sessions; session++)
      if (there[session * states + input.anchor] !== 1) turn(turned, session, states)
    const column = (k: number) => Array.from({ length: sessions }, (_, s) => told[3 * s + k] ?? 0)
    return {
      point: turned,
      se,
      there,
      iterations: column(0).reduce((sum, n) => sum + n, 0),
      converged: column(1).every((one) => one === 1),
      logLikelihood: column(2).reduce((sum, n) => sum + n, 0),
    }
  },
}

function turn(point: Float64Array, session: number, states: number): void {
  const here = point.subarray(session * states, (session + 1) * states)
  const before = point.subarray((session - 1) * states, session * states)
  const same = here.reduce((sum, p, s) => sum + p * (before[s] ?? 0), 0)
  if (same < 0) for (const [s, p] of here.entries()) here[s] = -p
}

/**
 * The roll calls of one session, as votes of a single session.
 *
 * @see Bailey, Strezhnev & Voeten (2017), Journal of Conflict Resolution 61(2), on sessions as units of time
 * @example
 * votesOf({ states: 1, rollCalls: 3, votes: Uint8Array.of(1, 2, 3), session: Int32Array.of(0, 1, 1), sessions: 2 }, 1).votes // => Uint8Array.of(2, 3)
 */
export function votesOf(all: RollCalls, session: number): RollCalls {
  const own = Array.from(all.session.keys()).filter((r) => all.session[r] === session)
  const votes = new Uint8Array(all.states * own.length)
  for (let s = 0; s < all.states; s++)
    for (const [k, r] of own.entries()) votes[s * own.length + k] = all.votes[s * all.rollCalls + r] ?? 0
  return {
    states: all.states,
    rollCalls: own.length,
    votes,
    session: new Int32Array(own.length),
    sessions: 1,
  }
}
