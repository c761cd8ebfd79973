import { datasetOf } from '#datasets/registry'
import { SoundingsError } from '#domain/errors'
import { packVotes, type RollCalls, type VoteBits } from '#numeric/vote-bits'
import { namedVersion } from '#storage/dataset-versions'
import { readVotes } from '#storage/read-votes'
import { datasetFolder } from './datasets.ts'
import type { Workbench } from './workbench.ts'

/** Votes of an imported version of `un-votes`, ready for the numeric methods. */
export interface LoadedVotes {
  readonly dataset: 'un-votes'
  readonly version: string
  readonly citation: string
  /** ids of states, in the order of `rollCalls` */
  readonly states: readonly string[]
  /** number of the session at each index of `rollCalls.session` */
  readonly sessions: readonly number[]
  readonly rollCalls: RollCalls
  readonly bits: VoteBits
}

let last: { readonly key: string; readonly votes: Promise<LoadedVotes> } | undefined

/**
 * The votes of a version of `un-votes`; the last asked for stay in memory.
 *
 * @throws SoundingsError `dataset-absent`
 */
export async function loadVotes(workbench: Workbench, version?: string): Promise<LoadedVotes> {
  const found = await namedVersion(workbench.database.db, 'un-votes', version)
  const folder = datasetFolder(workbench)
  const key = `${folder}/${found.version}`
  if (last?.key !== key) {
    const votes = readVotes(folder, found).then((stored): LoadedVotes => {
      const sessions = [...new Set(stored.session)].sort((a, b) => a - b)
      const at = new Map(sessions.map((session, index) => [session, index]))
      const rollCalls: RollCalls = {
        states: stored.states.length,
        rollCalls: stored.rcid.length,
        votes: stored.votes,
        session: Int32Array.from(stored.session, (session) => at.get(session) ?? 0),
        sessions: sessions.length,
      }
      return {
        dataset: 'un-votes',
        version: found.version,
        citation: datasetOf('un-votes').citation,
        states: stored.states,
        sessions,
        rollCalls,
        bits: packVotes(rollCalls),
      }
    })
    last = { key, votes }
    votes.catch(() => {
      last = undefined
    })
  }
  return last.votes
}

/** The year in which a session of the Assembly opens. */
export function yearOfSession(session: number): number {
  return 1945 + session
}

/**
 * The place of a state among those that voted.
 *
 * @throws SoundingsError `call-invalid` if it cast no vote
 */
export function voter(votes: LoadedVotes, state: string): number {
  const at = votes.states.indexOf(state)
  if (at >= 0) return at
  throw new SoundingsError('call-invalid', `${state} cast no vote in the votes imported`, {
    place: { value: state },
  })
}
