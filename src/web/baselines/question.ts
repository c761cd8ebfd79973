import { watchedClasses } from '#domain/watch'

export const eventClasses: readonly EventClass[] = watchedClasses
export type EventClass = (typeof watchedClasses)[number]

/** A question to the baselines as the form holds it. */
export interface Question {
  readonly dataset: string
  readonly source: string | null
  readonly target: string | null
  readonly watched: EventClass
  readonly months: number
}
