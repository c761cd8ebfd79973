import type { CrossImpact } from '#domain/cross-impact'
import { type JointDistribution, crossImpact as jointDistribution } from '#numeric/cross-impact'

/** An event of a scenario, as the page shows it. */
export type ScenarioEvent = CrossImpact['events'][number]

/** The joint distribution of the events of a scenario; undefined if a judgement names an event that is not there. */
export function jointOf({
  events,
  given,
}: Pick<CrossImpact, 'events' | 'given'>): JointDistribution | undefined {
  const at = (id: string) => events.findIndex((one) => one.id === id)
  const judged = given.map((one) => ({ of: at(one.event), given: at(one.if), probability: one.probability }))
  if (judged.some((one) => one.of < 0 || one.given < 0 || one.of === one.given)) return undefined
  return jointDistribution(
    events.map(({ probability }) => probability),
    judged,
  )
}

/** An outcome of all events together. */
export interface Outcome {
  readonly index: number
  readonly probability: number
  readonly happens: readonly ScenarioEvent[]
}

/** The most probable outcomes, and how probable all others are together. */
export function mostProbable(
  events: readonly ScenarioEvent[],
  joint: JointDistribution,
  most: number,
): { readonly outcomes: readonly Outcome[]; readonly rest: number } {
  const ranked = joint.outcomes
    .map((probability, index) => ({
      index,
      probability,
      happens: events.filter((_, at) => ((index >> at) & 1) === 1),
    }))
    .toSorted((a, b) => b.probability - a.probability)
  return {
    outcomes: ranked.slice(0, most),
    rest: ranked.slice(most).reduce((sum, one) => sum + one.probability, 0),
  }
}

/** A judgement that had to be moved so that all can be true. */
export interface Moved {
  readonly event: ScenarioEvent
  readonly given: ScenarioEvent | null
  readonly from: number
  readonly to: number
}

const noticeable = 0.005 // half a percent: what nobody states

/** The judgements that were moved noticeably, the most first. */
export function movedJudgements(
  scenario: Pick<CrossImpact, 'events' | 'given'>,
  joint: JointDistribution,
): readonly Moved[] {
  const byId = new Map(scenario.events.map((one) => [one.id, one]))
  const all: readonly (Moved | undefined)[] = [
    ...scenario.events.map((event, at) => ({
      event,
      given: null,
      from: event.probability,
      to: joint.events[at] ?? event.probability,
    })),
    ...scenario.given.map((one, at) => {
      const [event, given] = [byId.get(one.event), byId.get(one.if)]
      const to = joint.conditionals[at]
      return event === undefined || given === undefined || to === undefined
        ? undefined
        : { event, given, from: one.probability, to }
    }),
  ]
  return all
    .filter((one) => one !== undefined)
    .filter(({ from, to }) => Math.abs(from - to) > noticeable)
    .toSorted((a, b) => Math.abs(b.from - b.to) - Math.abs(a.from - a.to))
}
