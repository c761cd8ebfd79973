/** What stands on one side: the levels of its parties; null where one is not known. */
export type SideLevels = ReadonlyMap<string, readonly (number | null)[]>

/**
 * Greatest difference of standing between two sides, each at the mean of its parties (M4): impartiality is its absence.
 *
 * @returns null where fewer than two sides are known
 * @example
 * greatestDifference(new Map([['north', [3, 1]], ['south', [3]]])) // => { value: 1, nearer: 'south' }
 */
export function greatestDifference(
  sides: SideLevels,
): { readonly value: number; readonly nearer: string } | null {
  const means: { side: string; mean: number }[] = []
  for (const [side, levels] of sides) {
    let sum = 0
    for (const level of levels) {
      if (level === null) return null
      sum += level
    }
    means.push({ side, mean: sum / levels.length })
  }
  if (means.length < 2) return null
  means.sort((a, b) => b.mean - a.mean || (a.side < b.side ? -1 : 1))
  const [first, last] = [means[0], means.at(-1)]
  return first === undefined || last === undefined
    ? null
    : { value: first.mean - last.mean, nearer: first.side }
}
