import { SoundingsError } from '#domain/errors'
import { type AllSimilarities, dyadIndex } from '#numeric/all-similarities'
import { packVotes, type RollCalls } from '#numeric/vote-bits'
import { type SimilarityMeasure, similarityMeasures, voteDistances } from '#numeric/voting-similarity'
import { compute } from './compute.ts'
import type { MethodEntry } from './method.ts'
import { integerOption, wordOption } from './method-options.ts'
import { readVotes, type VotesFile } from './votes-file.ts'

/** How alike two states voted; null where their votes do not tell, and why. */
interface PairRow {
  readonly a: string
  readonly b: string
  readonly session?: string | number
  readonly value: number | null
  readonly se: number | null
  /** roll calls in which both voted */
  readonly n: number
  readonly reason?: string
}

/**
 * `voting-similarity`: how alike any two states vote, in each session if the file tells sessions.
 *
 * @see Häge (2011), Political Analysis 19(3), on chance-corrected measures
 */
export const votingSimilarityFile: MethodEntry = {
  name: 'voting-similarity',
  about: 'How alike any two states vote, in each session: agreement, S, kappa or pi, with standard errors',
  input:
    'votes: rcid,country,vote (yes|abstain|no or 1|2|3) with session or date, which a second file may tell by rcid',
  options: [
    { flags: '--measure <measure>', about: 'agreement, s, kappa or pi', default: 'kappa' },
    {
      flags: '--distance <distance>',
      about: 'between votes: absolute, squared or nominal',
      default: 'absolute',
    },
    { flags: '--state <state>', about: 'only pairs of this state, which is then a' },
    { flags: '--session <session>', about: 'only this session' },
    { flags: '--workers <n>', about: 'threads; the answer does not depend on it' },
  ],
  async run(files, options, watch) {
    const measure = wordOption(options, 'measure', similarityMeasures)
    const distance = wordOption(options, 'distance', voteDistances)
    const votes = await readVotes(files, 'voting-similarity', watch)
    const state = typeof options['state'] === 'string' ? votes.find(options['state']) : null
    const session = sessionOf(options['session'], votes)
    const team =
      options['workers'] === undefined
        ? {}
        : { workers: integerOption(options, 'workers', { least: 1, most: 64 }) }
    const input = { bits: packVotes(votes.rollCalls), measure, distance }
    const all = await compute('allSimilarities', input, {
      ...team,
      progress: (done, of) => watch.progress(done, of, 'sessions'),
    })
    const pairs = pairsOf(all, votes, measure, state, session)
    if (pairs.length === 0) watch.notice('voting-similarity: no two states voted there')
    return { pairs, measure, ...(measure === 'agreement' ? {} : { distance }) }
  },
  table: (answer: { pairs: readonly PairRow[] }) =>
    answer.pairs.map((row) => ({ ...row, reason: row.reason ?? null })),
}

function sessionOf(word: unknown, votes: VotesFile): number | null {
  if (typeof word !== 'string') return null
  const found = votes.sessions?.findIndex((label) => String(label) === word) ?? -1
  if (found >= 0) return found
  throw new SoundingsError('call-invalid', 'the file has no such session', {
    place: { value: word },
    advice:
      votes.sessions === null
        ? 'It has no column session or date.'
        : `It has ${votes.sessions[0]} to ${votes.sessions.at(-1)}.`,
  })
}

/** Pairs of states that both voted in a session, by session and name. */
function pairsOf(
  all: AllSimilarities,
  votes: VotesFile,
  measure: SimilarityMeasure,
  state: number | null,
  only: number | null,
): PairRow[] {
  const { states, sessions } = votes.rollCalls
  const dyads = (states * (states - 1)) / 2
  const here = presence(votes.rollCalls)
  const rows: PairRow[] = []
  for (let session = 0; session < sessions; session++) {
    if (only !== null && session !== only) continue
    const label = votes.sessions?.[session]
    for (let first = 0; first < states; first++)
      for (let second = first + 1; second < states; second++) {
        if (state !== null && first !== state && second !== state) continue
        if (!here[session * states + first] || !here[session * states + second]) continue
        const [a, b] = second === state ? [second, first] : [first, second]
        const at = session * dyads + dyadIndex(first, second, states)
        rows.push({
          a: votes.countries[a] ?? '',
          b: votes.countries[b] ?? '',
          ...(label === undefined ? {} : { session: label }),
          ...valueAt(all, at, measure),
        })
      }
  }
  return rows
}

function valueAt(all: AllSimilarities, at: number, measure: SimilarityMeasure) {
  const n = all.n[at] ?? 0
  if (all.defined[at] === 1) return { value: all.value[at] ?? 0, se: all.se[at] ?? 0, n }
  const reason =
    n === 0
      ? 'no roll call in which both voted'
      : `both cast one and the same vote throughout, so ${measure} has no chance to correct for`
  return { value: null, se: null, n, reason }
}

/** [sessions × states] whether a state voted. */
function presence({ states, rollCalls, sessions, votes, session }: RollCalls): Uint8Array {
  const here = new Uint8Array(sessions * states)
  for (let s = 0; s < states; s++)
    for (let r = 0; r < rollCalls; r++)
      if ((votes[s * rollCalls + r] ?? 0) > 0) here[(session[r] ?? 0) * states + s] = 1
  return here
}
