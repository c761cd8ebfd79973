/** An alarm of a cumulative sum. */
export interface CusumAlarm {
  /** place of the value that set it off */
  readonly at: number
  /** place of the first value since the sum last stood at 0: the estimate of when the change began */
  readonly since: number
  /** the sum, at or above the threshold */
  readonly sum: number
}

/**
 * Cumulative sum that never falls below 0; where it reaches the threshold it gives an alarm and begins anew.
 *
 * @param steps     what each value adds, such as a logarithm of a likelihood ratio or a count less its reference value; null is
 *   a value that is missing and adds nothing
 * @param threshold above 0
 * @returns sums, before an alarm sets them back, and the alarms
 * @throws RangeError if the threshold is not above 0
 * @see Page (1954), Biometrika 41(1/2), 2; Hawkins & Olwell (1998), Cumulative Sum Charts, 1.9
 * @example
 * cusum([1, 1, -3, 2], 2).alarms // => [{ at: 1, since: 0, sum: 2 }, { at: 3, since: 3, sum: 2 }]
 */
export function cusum(
  steps: ArrayLike<number | null>,
  threshold: number,
): { readonly sums: readonly number[]; readonly alarms: readonly CusumAlarm[] } {
  if (!(threshold > 0)) throw new RangeError(`cusum: threshold must be above 0, got ${threshold}`)
  const sums: number[] = []
  const alarms: CusumAlarm[] = []
  let sum = 0
  let since = 0
  for (let at = 0; at < steps.length; at++) {
    const before = sum
    sum = Math.max(0, sum + (steps[at] ?? 0))
    if (before === 0 && sum > 0) since = at
    sums.push(sum)
    if (sum < threshold) continue
    alarms.push({ at, since, sum })
    sum = 0
  }
  return { sums, alarms }
}
