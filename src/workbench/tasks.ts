import { allSimilarities } from '#numeric/all-similarities'
import { compositeSensitivity } from '#numeric/composite-sensitivity'
import { compositeUncertainty } from '#numeric/composite-uncertainty'
import { idealPoints } from '#numeric/ideal-points'
import { idealPointsBootstrap } from '#numeric/ideal-points-bootstrap'
import { idealPointsBySession } from '#numeric/ideal-points-by-session'
import { krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { ordinalMeasurement } from '#numeric/ordinal-measurement'
import { networkSpread } from './network-spread.ts'

/**
 * Computations that run on worker threads, by name: a worker is sent the name, not the function. Each entry is a
 * `SharedTask` of the numeric library, in alphabetical order.
 */
export const tasks = {
  allSimilarities,
  compositeSensitivity,
  compositeUncertainty,
  idealPoints,
  idealPointsBootstrap,
  idealPointsBySession,
  krippendorffAlpha,
  networkSpread,
  ordinalMeasurement,
}

export type TaskName = keyof typeof tasks

type Task<Name extends TaskName> = (typeof tasks)[Name]

/** What a task is given. */
export type TaskInput<Name extends TaskName> =
  Task<Name> extends { prepare(input: infer Input): unknown } ? Input : never

/** What a task answers. */
export type TaskOutput<Name extends TaskName> =
  Task<Name> extends {
    run(shared: never, team: never): infer Output
  }
    ? Output
    : never
