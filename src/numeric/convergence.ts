import { type SegmentedRegression, segmentedRegression } from './segmented-regression.ts'
import { type PlaceboTest, placeboTest } from './synthetic-control.ts'

/** Whether a series moved after a date, by two designs that share nothing but the data. */
export interface Convergence {
  /** against the mixture of donors that followed it best before */
  readonly control: PlaceboTest
  /** the series less the mean of the donors, broken at the date */
  readonly interrupted: SegmentedRegression
}

/**
 * Convergence of a state to a group after it joined: a synthetic control with placebo tests, and a comparative
 * interrupted time series.
 *
 * @param treated [periods] similarity of the state to the group
 * @param donors  [donors × periods] the same of states that did not join, row by row
 * @param before  number of periods before it joined; three or more must lie on each side
 * @throws RangeError if the sizes do not fit or fewer than two donors are given
 * @see Abadie, Diamond & Hainmueller (2010), JASA 105(490); comparative series: St.Clair, Cook & Hallberg (2014), American
 *   Journal of Evaluation 35(3)
 * @example
 * convergence(Float64Array.of(0, 0, 0, 1, 1, 1), Float64Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1), 3).control.effect // => 1
 */
export function convergence(treated: Float64Array, donors: Float64Array, before: number): Convergence {
  const n = donors.length / treated.length
  const apart = treated.map((value, t) => {
    let mean = 0
    for (let j = 0; j < n; j++) mean += (donors[j * treated.length + t] ?? 0) / n
    return value - mean
  })
  return { control: placeboTest(treated, donors, before), interrupted: segmentedRegression(apart, before) }
}
