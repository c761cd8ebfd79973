import type { Participant } from './activity.ts'
import type { Actor } from './actor.ts'

/** The state that an actor is, by the ISO code that its record gives; undefined if it is none. */
export function isoCodeOf(actor: Actor): string | undefined {
  return actor.type === 'state' ? actor.codes?.find(({ scheme }) => scheme === 'iso3')?.code : undefined
}

/** Who a participant stands for: a state by its code, else `actor/ID`. A ministry of a state stands for its state. */
export function standsFor({ state, actor }: Participant, actors: ReadonlyMap<string, Actor>): string {
  if (state !== undefined) return state
  const found = actors.get(actor ?? '')
  const above = found?.of === undefined ? undefined : actors.get(found.of)
  const code =
    (found === undefined ? undefined : isoCodeOf(found)) ??
    (above === undefined ? undefined : isoCodeOf(above))
  return code ?? `actor/${actor}`
}
