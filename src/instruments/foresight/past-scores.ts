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
 * @param sharpness how fast weight grows with skill, per unit of score
 */
export function pastScores(
  timelines: readonly Timeline[],
  tallies: readonly Tally[],
  sharpness = 10,
): PastScores {
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
  const records = new Map([...excess].map(([assessor, its]) => [assessor, inOrder(its, known)]))
  return {
    weightsAt(standing, at) {
      const means: number[] = []
      const counts: number[] = []
      for (const { assessor } of standing) {
        const record = records.get(assessor)
        const n = record === undefined ? 0 : countUntil(record.at, at)
        means.push(n === 0 ? 0 : (record?.sum[n - 1] ?? 0) / n)
        counts.push(n)
      }
      return [...performanceWeights(means, counts, priorQuestions, sharpness)]
    },
  }
}

/** So many questions count as average, so that little known is not much believed. */
const priorQuestions = 5

/** When each answer became known, ascending, and the sum of own scores against the others until then. */
function inOrder(own: ReadonlyMap<string, number>, known: ReadonlyMap<string, number>) {
  const ordered = [...own]
    .map(([question, excess]) => ({ at: known.get(question) ?? Number.POSITIVE_INFINITY, excess }))
    .toSorted((a, b) => a.at - b.at)
  let total = 0
  return {
    at: Float64Array.from(ordered, ({ at }) => at),
    sum: Float64Array.from(ordered, ({ excess }) => {
      total += excess
      return total
    }),
  }
}

function countUntil(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
