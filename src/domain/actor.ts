import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

export const actorTypes = [
  'state',
  'organization',
  'bloc',
  'ministry',
  'party',
  'delegation',
  'person',
  'group',
  'other',
] as const

/** A code of an actor in a scheme, with the dates for which it holds. */
export const ActorCode = z.strictObject({
  scheme: z.enum(['iso3', 'iso2', 'cow', 'gw', 'vdem', 'un-m49']).describe('the scheme of codes'),
  code: z.string().min(1).describe('the code, as text'),
  from: FieldDate.optional(),
  to: FieldDate.optional(),
})

/** Who acts: a state, organization, bloc, ministry, delegation, or a person in a role. */
export const Actor = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('the name in English'),
  nameVi: z.string().min(1).optional().describe('the name in Vietnamese'),
  aliases: z.array(z.string().min(1)).optional().describe('other names and spellings'),
  type: z.enum(actorTypes).describe(`one of ${actorTypes.join(', ')}`),
  codes: z.array(ActorCode).optional().describe('codes in ISO 3166, COW, Gleditsch-Ward'),
  of: refTo('actor').optional().describe('the actor it belongs to or speaks for'),
  members: z.array(refTo('actor')).optional().describe('the members of a bloc or group'),
  role: z.string().min(1).optional().describe('its role in what is studied'),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Actor = z.infer<typeof Actor>

export const actorExample: Actor = {
  id: 'arland',
  name: 'Arland',
  type: 'state',
  role: 'the state whose position changed',
}
