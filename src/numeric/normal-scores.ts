import { normalQuantile } from './normal-quantile.ts'

/** A distribution as people state it: values below which the answer lies with some shares. */
export interface StatedQuantiles {
  /** ascending, each in (0, 1), at least two */
  readonly shares: ArrayLike<number>
  /** one for each share, not falling, in the unit of what is forecast */
  readonly values: ArrayLike<number>
}

/**
 * Normal scores of the shares at which quantiles are stated, which are held to be in order: a normal law lies on a straight line over
 * them.
 *
 * @returns Φ⁻¹ of each share, ascending
 * @throws RangeError if there are fewer than two quantiles, shares do not ascend in (0, 1), or values are not finite or fall
 * @see van der Waerden (1952), Indagationes Mathematicae 14
 * @example
 * normalScores({ shares: [0.5, 0.975], values: [0, 1] })[1]?.toFixed(6) // => '1.959964'
 */
export function normalScores({ shares, values }: StatedQuantiles): Float64Array {
  const n = shares.length
  if (n < 2 || values.length !== n)
    throw new RangeError(
      `normalScores: values must be one for each of two shares or more, got ${values.length} for ${n}`,
    )
  for (let at = 0; at < n; at++) {
    const [share, value] = [shares[at] ?? 0, values[at] ?? 0]
    if (!(share > (shares[at - 1] ?? 0) && share < 1))
      throw new RangeError(`normalScores: shares must ascend in (0, 1), got ${share}`)
    if (!Number.isFinite(value) || (at > 0 && value < (values[at - 1] ?? 0)))
      throw new RangeError(`normalScores: values must be finite and not fall, got ${value}`)
  }
  return Float64Array.from(shares, normalQuantile)
}
