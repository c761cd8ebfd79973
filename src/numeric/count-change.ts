import type { MonthlyCounts } from './gamma-poisson.ts'
import { logNegativeBinomial } from './negative-binomial.ts'

/** Which change is watched for: to the double of what was usual and half an event more, or to the half of it. */
export type ChangeSide = 'rise' | 'fall'

/** Months before, of which what is usual is estimated, and how many of them must be known. */
export const usualMonths = 60
const fewestMonths = 24
/** Events a month below which nobody can tell that there are fewer. */
export const fewestToFall = 1

/**
 * What each month says for a change, and how much: the logarithm of the chance of its count after the change over that
 * before, under negative binomial counts whose mean and shape are those of the months before it. null where the month is
 * missing, too few months before it are known, or a fall is asked of less than one event a month.
 *
 * @returns [month] natural logarithms
 * @see Höhle & Paul (2008), Computational Statistics & Data Analysis 52(9), eq. 4 (likelihood-ratio cumulative sum of counts);
 *   shape by moments: Anscombe (1950), Biometrika 37(3/4)
 * @example
 * changeEvidence([1, null], 'rise') // => [null, null]
 */
export function changeEvidence(counts: MonthlyCounts, side: ChangeSide): readonly (number | null)[] {
  return usualBefore(counts).map((usual, at) => {
    const count = counts[at] ?? null
    if (usual === null || count === null) return null
    const { mean, shape } = usual
    if (side === 'fall' && mean < fewestToFall) return null
    const changed = side === 'rise' ? 2 * mean + 0.5 : mean / 2
    return logNegativeBinomial(count, shape, changed) - logNegativeBinomial(count, shape, mean)
  })
}

/** What is usual: mean and shape of negative binomial counts. */
export interface UsualCounts {
  readonly mean: number
  readonly shape: number
}

/**
 * What is usual in each month, from the months before it; null where too few are known.
 *
 * @see Anscombe (1950), Biometrika 37(3/4), 358–382
 * @example
 * usualBefore([2, 2]) // => [null, null]
 */
export function usualBefore(counts: MonthlyCounts): readonly (UsualCounts | null)[] {
  let [n, sum, squares] = [0, 0, 0]
  const add = (count: number | null, sign: 1 | -1) => {
    if (count === null) return
    n += sign
    sum += sign * count
    squares += sign * count * count
  }
  return counts.map((count, at) => {
    const usual = n < fewestMonths ? null : usualOf(n, sum, squares)
    add(count, 1)
    if (at >= usualMonths) add(counts[at - usualMonths] ?? null, -1)
    return usual
  })
}

/**
 * Mean and shape by moments. Half an event in one month more keeps the mean above 0; a variance no larger than the mean
 * is taken for almost Poisson.
 *
 * @param n       months
 * @param sum     of the counts
 * @param squares sum of their squares
 * @see Anscombe (1950), Biometrika 37(3/4), 358–382
 * @example
 * usualOf(10, 20, 80).mean.toFixed(3) // => '1.864'
 */
export function usualOf(n: number, sum: number, squares: number): UsualCounts {
  const mean = (sum + 0.5) / (n + 1)
  const variance = n > 1 ? Math.max(0, squares - (sum * sum) / n) / (n - 1) : mean
  const shape = variance > mean ? (mean * mean) / (variance - mean) : Number.POSITIVE_INFINITY
  return { mean, shape: Math.min(100, Math.max(0.05, shape)) }
}
