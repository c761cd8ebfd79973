import type { Activity, Participant } from '#domain/activity'
import type { Actor } from '#domain/actor'
import { standsFor } from '#domain/participant'
import { stateOf } from '#domain/state'
import type { Partner } from './model.ts'

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
