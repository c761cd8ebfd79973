/** Where a value stands among others: how many are above it, plus one, and how many are equal to it. */
export interface CompetitionRank {
  readonly rank: number
  /** others with the same value */
  readonly tied: number
  readonly of: number
}

/**
 * Rank of a value among values of which it is one, the greatest first; equals share the best of their ranks, and are counted.
 *
 * @param values of all, itself among them
 * @throws RangeError if the value is not among them
 * @see Kendall (1945), Biometrika 33(3), on ties
 * @example
 * competitionRank(7, [9, 7, 7, 1]) // => { rank: 2, tied: 1, of: 4 }
 */
export function competitionRank(value: number, values: readonly number[]): CompetitionRank {
  const same = values.filter((one) => one === value).length
  if (same === 0) throw new RangeError(`competitionRank: value must be among values, got ${value}`)
  return { rank: values.filter((one) => one > value).length + 1, tied: same - 1, of: values.length }
}
