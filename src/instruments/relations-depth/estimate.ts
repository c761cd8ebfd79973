import type { Estimate } from '#domain/finding'
import { quantile } from '#numeric/quantile'

/** A number with the 90 % interval of its draws; without one where no draw gave a number. */
export function estimate(
  value: number,
  draws: ArrayLike<number>,
  unit: string,
  uncertainty: string,
): Estimate {
  const known = Float64Array.from(Array.from(draws).filter((draw) => !Number.isNaN(draw))).sort()
  return {
    value,
    interval: known.length === 0 ? null : [quantile(known, 0.05), quantile(known, 0.95)],
    unit,
    uncertainty,
  }
}
