import type { Activity, Participant } from '#domain/activity'
import type { Actor } from '#domain/actor'
import { stateOf } from '#domain/state'
import type { Partner } from './model.ts'

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

/** The other participants, each once, with their roles; who only looks on is left out. */
export function othersOf(
  activity: Activity,
  state: string,
  actors: ReadonlyMap<string, Actor>,
): readonly { readonly id: string; readonly role: Participant['role'] }[] {
  const others = activity.participants
    .filter(({ role }) => role !== 'observer')
    .map((one) => ({ id: standsFor(one, actors), role: one.role }))
    .filter(({ id }) => id !== state)
  return [...new Map(others.map((one) => [one.id, one])).values()]
}

/** A partner by its id, with its name in both languages. */
export function partnerOf(
  id: string,
  actors: ReadonlyMap<string, Actor>,
  majorPowers: readonly string[],
): Partner {
  const actor = id.startsWith('actor/') ? actors.get(id.slice('actor/'.length)) : undefined
  const state = stateOf(id)
  const title = actor?.name ?? state?.name ?? id
  return {
    id,
    title,
    titleVi: actor?.nameVi ?? state?.nameVi ?? title,
    isState: !id.startsWith('actor/'),
    major: majorPowers.includes(id),
  }
}
