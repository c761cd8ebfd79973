/** Measures of how alike two states vote. */
export const similarityMeasures = ['agreement', 's', 'kappa', 'pi'] as const
export type SimilarityMeasure = (typeof similarityMeasures)[number]

/** How far apart two votes are: one step between yes, abstain and no; steps squared; or the same or not. */
export const voteDistances = ['absolute', 'squared', 'nominal'] as const
export type VoteDistance = (typeof voteDistances)[number]

/** A similarity with its standard error; null if the votes do not define it. */
export interface Similarity {
  readonly value: number
  /** asymptotic standard error over roll calls taken as a random sample */
  readonly se: number
}

const steps: Readonly<Record<VoteDistance, Float64Array>> = {
  absolute: Float64Array.of(0, 0.5, 1, 0.5, 0, 0.5, 1, 0.5, 0),
  squared: Float64Array.of(0, 0.25, 1, 0.25, 0, 0.25, 1, 0.25, 0),
  nominal: Float64Array.of(0, 1, 1, 1, 0, 1, 1, 1, 0),
}

/**
 * How alike two states vote, from the table of their votes together.
 *
 * - `agreement`: share of roll calls in which both cast the same vote (`distance` plays no part).
 * - `s`: Signorino and Ritter's S, unweighted: 1 − 2 × the mean distance. It is not corrected for chance: two states
 *   that nearly always vote yes are close to 1 whatever they think of each other.
 * - `kappa`: 1 − observed over expected distance, expected from the margins of each state (Cohen).
 * - `pi`: the same with the margins of both pooled (Scott).
 *
 * @param counts   [9] roll calls by vote of the first (row) and second (column): yes, abstain, no
 * @param measure  see above; kappa where nothing speaks for another
 * @param distance between votes; absolute as in Signorino and Ritter, squared, or nominal
 * @returns value at most 1 (S, kappa and pi reach down to −1 and 0 is what S gives at half the distance, kappa and pi
 *   at chance); agreement in [0, 1]; null without a common roll call, and for kappa and pi if no distance is expected
 * @see Signorino & Ritter (1999), International Studies Quarterly 43(1), eq. 4; Häge (2011), Political Analysis 19(3),
 *   eq. 2–5; Cohen (1968), Psychological Bulletin 70(4); Scott (1955), Public Opinion Quarterly 19(3); standard error
 *   by the delta method, as in Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5)
 * @example
 * votingSimilarity(Int32Array.of(8, 0, 0, 0, 0, 0, 0, 0, 2), 'kappa').value // => 1
 * votingSimilarity(Int32Array.of(8, 0, 2, 0, 0, 0, 0, 0, 0), 's').value // => 0.6
 * votingSimilarity(new Int32Array(9), 's') // => null
 */
export function votingSimilarity(
  counts: ArrayLike<number>,
  measure: SimilarityMeasure,
  distance: VoteDistance = 'absolute',
): Similarity | null {
  let n = 0
  for (let cell = 0; cell < 9; cell++) n += counts[cell] ?? 0
  if (n === 0) return null
  if (measure === 'agreement') {
    const same = ((counts[0] ?? 0) + (counts[4] ?? 0) + (counts[8] ?? 0)) / n
    return { value: same, se: Math.sqrt((same * (1 - same)) / n) }
  }
  const d = steps[distance]
  let observed = 0
  let squares = 0
  for (let cell = 0; cell < 9; cell++) {
    const step = d[cell] ?? 0
    const share = (counts[cell] ?? 0) / n
    observed += share * step
    squares += share * step * step
  }
  if (measure === 's')
    return { value: 1 - 2 * observed, se: 2 * Math.sqrt(Math.max(0, squares - observed * observed) / n) }
  return corrected(counts, n, observed, d, measure)
}

/** Kappa or pi: how much less distance than chance gives, with its standard error. */
function corrected(
  counts: ArrayLike<number>,
  n: number,
  observed: number,
  d: Float64Array,
  measure: 'kappa' | 'pi',
): Similarity | null {
  const { first, second } = margins(counts, n, measure === 'pi')
  let expected = 0
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) expected += (d[3 * i + j] ?? 0) * (first[i] ?? 0) * (second[j] ?? 0)
  if (expected === 0) return null
  let mean = 0
  let squares = 0
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      // how the expected distance moves with the share of this cell
      let slope = 0
      for (let k = 0; k < 3; k++) {
        slope += (d[3 * i + k] ?? 0) * (second[k] ?? 0)
        slope += (d[3 * k + j] ?? 0) * (first[k] ?? 0)
      }
      const gradient = (-(d[3 * i + j] ?? 0) + (observed / expected) * slope) / expected
      const share = (counts[3 * i + j] ?? 0) / n
      mean += share * gradient
      squares += share * gradient * gradient
    }
  return { value: 1 - observed / expected, se: Math.sqrt(Math.max(0, squares - mean * mean) / n) }
}

/** Shares of yes, abstain and no of each state, or of both together. */
function margins(counts: ArrayLike<number>, n: number, pooled: boolean) {
  const first = [0, 0, 0]
  const second = [0, 0, 0]
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      const share = (counts[3 * i + j] ?? 0) / n
      first[i] = (first[i] ?? 0) + share
      second[j] = (second[j] ?? 0) + share
    }
  if (!pooled) return { first, second }
  const both = first.map((share, k) => (share + (second[k] ?? 0)) / 2)
  return { first: both, second: both }
}
