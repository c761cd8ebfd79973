/** What a case is described by: a number, a word, or true and false; null where it is not known. */
export type FeatureValue = number | string | boolean | null

/**
 * How a feature is compared: a quantity by its distance over the range; a quality by being the same; a presence likewise, but that
 * both lack it says nothing and is left out.
 */
export type FeatureKind = 'quantity' | 'quality' | 'presence'

/** A feature of cases, and how much it counts. */
export interface Feature {
  readonly kind: FeatureKind
  /** at least 0 */
  readonly weight: number
  /** of a quantity: greatest less least value among the cases; 0 if all are the same */
  readonly range?: number
}

/** How alike two cases are, and feature by feature. */
export interface Similarity {
  /** in [0, 1]; null if no feature could be compared */
  readonly value: number | null
  /** of each feature in [0, 1]; null where it was left out: not known of one of the two, or lacking in both */
  readonly parts: readonly (number | null)[]
  /** weight of the features compared, over that of all; in [0, 1] */
  readonly compared: number
}

/**
 * Gower's general coefficient of similarity: the weighted mean over features of how alike two cases are, where a feature that is
 * not known of either is left out. A quantity farther apart than the range counts as wholly unlike.
 *
 * @param a        values of one case, feature by feature
 * @param b        values of the other
 * @throws RangeError if the lengths differ, or a weight is below 0
 * @see Gower (1971), Biometrics 27(4), 857–871, pp. 858–861
 * @example
 * gowerSimilarity([10, 'talks'], [15, 'talks'], [{ kind: 'quantity', weight: 1, range: 20 }, { kind: 'quality', weight: 1 }]).value // => 0.875
 * gowerSimilarity([null], [3], [{ kind: 'quantity', weight: 1, range: 5 }]).value // => null
 */
export function gowerSimilarity(
  a: readonly FeatureValue[],
  b: readonly FeatureValue[],
  features: readonly Feature[],
): Similarity {
  if (a.length !== features.length || b.length !== features.length)
    throw new RangeError(
      `gowerSimilarity: a case must have ${features.length} values, got ${a.length} and ${b.length}`,
    )
  const parts = features.map((feature, at) => partOf(a[at] ?? null, b[at] ?? null, feature))
  let alike = 0
  let weight = 0
  let all = 0
  for (const [at, part] of parts.entries()) {
    const one = features[at]?.weight ?? 0
    if (!(one >= 0)) throw new RangeError(`gowerSimilarity: a weight must be at least 0, got ${one}`)
    all += one
    if (part === null) continue
    alike += one * part
    weight += one
  }
  return { value: weight > 0 ? alike / weight : null, parts, compared: all > 0 ? weight / all : 0 }
}

/**
 * The range of a quantity among cases: greatest less least, 0 if fewer than two are known.
 *
 * @see Gower (1971), Biometrics 27(4), p. 859
 * @example
 * rangeOf([3, null, 10]) // => 7
 */
export function rangeOf(values: readonly FeatureValue[]): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (typeof value !== 'number') continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most > least ? most - least : 0
}

function partOf(a: FeatureValue, b: FeatureValue, { kind, range = 0 }: Feature): number | null {
  if (a === null || b === null) return null
  if (kind === 'presence') return a === true || b === true ? (a === b ? 1 : 0) : null
  if (kind === 'quality' || typeof a !== 'number' || typeof b !== 'number') return a === b ? 1 : 0
  if (a === b) return 1
  return range > 0 ? Math.max(0, 1 - Math.abs(a - b) / range) : 0
}
