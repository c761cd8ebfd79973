import { millisecondsOf } from '#domain/instant'
import { performanceWeights } from '#numeric/performance-weights'
import type { Stand, Timeline } from './standing.ts'
import type { Tally } from './tally.ts'

/** Who did how well on questions whose answer was known at an instant. */
export interface PastScores {
  /** weights of those who stand, in their order */
  weightsAt(standing: readonly Pick<Stand, 'assessor'>[], at: number): readonly number[]
}

/**
 * Past scores of all assessors, against the others at the same moments, question by question in the order in which answers became known.
 *
 * @param timelines questions; one counts from when its resolution was written
 */
export function pastScores(timelines: readonly Timeline[], tallies: readonly Tally[]): PastScores {
  const known = new Map(
    timelines.flatMap(({ question, resolution }) =>
      resolution === null ? [] : [[question.id, millisecondsOf(resolution.at)] as const],
    ),
  )
  const excess = new Map<string, Map<string, number>>()
  for (const { assessor, question, excess: own } of tallies) {
    const its = excess.get(assessor) ?? new Map<string, number>()
    its.set(question, (its.get(question) ?? 0) + own)
    excess.set(assessor, its)
  }
  const records = new Map(
    [...excess].map(([assessor, its]) => [
      assessor,
      [...its]
        .map(([question, own]) => ({ at: known.get(question) ?? Number.POSITIVE_INFINITY, own }))
        .toSorted((a, b) => a.at - b.at),
    ]),
  )
  return {
    weightsAt(standing, at) {
      const means: number[] = []
      const counts: number[] = []
      for (const { assessor } of standing) {
        let [sum, n] = [0, 0]
        for (const record of records.get(assessor) ?? []) {
          if (record.at > at) break
          sum += record.own
          n++
        }
        means.push(n === 0 ? 0 : sum / n)
        counts.push(n)
      }
      return [...performanceWeights(means, counts)]
    },
  }
}
