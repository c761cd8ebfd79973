import { countTogether } from '#numeric/vote-bits'
import { type SimilarityMeasure, votingSimilarity } from '#numeric/voting-similarity'
import { stateId } from './datasets.ts'
import { loadVotes, voter, yearOfSession } from './votes.ts'
import type { Workbench } from './workbench.ts'

/** How alike one state voted with others, by session; a value that is not there says why. */
export interface PairSimilarity {
  readonly other: string
  readonly session: number
  readonly year: number
  readonly n: number
  readonly value: number | null
  readonly se: number | null
  readonly because?: string
}

/**
 * Similarity of one state's votes to others', by session of the General Assembly.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid`
 */
export async function seeSimilarity(
  workbench: Workbench,
  asked: {
    readonly version?: string | undefined
    readonly state: string
    readonly others: readonly string[]
    readonly measure: SimilarityMeasure
  },
) {
  const votes = await loadVotes(workbench, asked.version)
  const state = stateId(asked.state)
  const a = voter(votes, state)
  const counts = new Int32Array(9)
  const pairs: PairSimilarity[] = []
  for (const text of asked.others) {
    const other = stateId(text)
    if (other === state) continue
    const b = voter(votes, other)
    for (const [at, session] of votes.sessions.entries()) {
      const n = countTogether(votes.bits, a, b, at, counts)
      const found = votingSimilarity(counts, asked.measure)
      const why =
        n === 0
          ? 'they voted together in no roll call'
          : 'each always voted the same: nothing can be told from chance'
      pairs.push({
        other,
        session,
        year: yearOfSession(session),
        n,
        value: found?.value ?? null,
        se: found?.se ?? null,
        ...(found === null ? { because: why } : {}),
      })
    }
  }
  const { dataset, version, citation } = votes
  return { dataset, version, citation, measure: asked.measure, state, pairs }
}
