import { quantileLoss } from './quantile-loss.ts'

/**
 * Continuous ranked probability score of a forecast given as quantiles: twice the quantile loss, averaged over the shares, each weighing
 * the stretch of probability nearest to it. It nears the exact score as quantiles become many; with few it is an approximation, and
 * compares only forecasts that give the same shares.
 *
 * @param shares  ascending, each in (0, 1), at least one
 * @param values  forecast quantile of each share, not falling
 * @param outcome what happened, in the unit of the values
 * @returns score in that unit, at least 0; lower is better
 * @throws RangeError if lengths differ, or shares do not ascend
 * @see Gneiting & Ranjan (2011), Journal of Business & Economic Statistics 29(3), eq. 8
 * @example
 * crpsOfQuantiles([0.5], [10], 14) // => 4
 */
export function crpsOfQuantiles(
  shares: ArrayLike<number>,
  values: ArrayLike<number>,
  outcome: number,
): number {
  const n = shares.length
  if (n === 0 || values.length !== n)
    throw new RangeError(`crpsOfQuantiles: values must be one for each share, got ${values.length} for ${n}`)
  let score = 0
  let from = 0
  for (let at = 0; at < n; at++) {
    const share = shares[at] ?? 0
    const next = at + 1 < n ? (shares[at + 1] ?? 0) : 2 - share
    if (!(next > share)) throw new RangeError('crpsOfQuantiles: shares must ascend')
    const until = (share + next) / 2
    score += 2 * (until - from) * quantileLoss(values[at] ?? 0, share, outcome)
    from = until
  }
  return score
}
