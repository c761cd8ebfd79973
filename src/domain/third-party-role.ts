import type { CapabilityKind } from './capability.ts'
import type { Stage } from './dispute.ts'
import type { Bilingual } from './instrument.ts'
import { thirdPartyRoles } from './third-party-roles.data.ts'

/** The ladder of third-party roles, from the least engaged to the one whose word binds (UN Charter, art. 33; Touval and Zartman 1985). */
export const roleIds = [
  'capacity-building',
  'good-offices',
  'facilitation',
  'shuttle-diplomacy',
  'communication',
  'formulation',
  'manipulation',
  'inquiry',
  'conciliation',
  'arbitration',
] as const
export type RoleId = (typeof roleIds)[number]

/** Roles as records of attempts tell them: the ladder, and mediation whose strategy is not told, below the strategies. */
export const recordedRoles: readonly (RoleId | 'mediation')[] = roleIds.flatMap<RoleId | 'mediation'>(
  (role) => (role === 'communication' ? ['mediation', role] : [role]),
)

/** What a role asks of whoever takes it. Levels lie on the scale of `judgedLevel`, 0 to 4; they are coded by this workbench. */
export interface RoleDemands {
  /** capabilities that it needs during a dispute, by kind */
  readonly during: Readonly<Partial<Record<CapabilityKind, number>>>
  /** where more or less is needed before violence and after it */
  readonly before: Readonly<Partial<Record<CapabilityKind, number>>>
  readonly after: Readonly<Partial<Record<CapabilityKind, number>>>
  /** trust that it needs */
  readonly trust: number
  /** whose: that of every party, or of one that it works with */
  readonly trustOf: 'all' | 'one'
  /** difference of standing between sides that it bears; null where a partial third party may serve */
  readonly difference: number | null
  /** ripeness without which it is too early; 0 where it may prepare the ground */
  readonly ripeness: number
  /** interest of its own without which a third party will not stay with it */
  readonly stake: number
  /** interest in security or economy above which it would judge in its own cause; null where that is no bar */
  readonly materialStake: number | null
  /** whether it goes between two sides, so that a dispute with one recorded party has no room for it */
  readonly betweenSides: boolean
}

/** One role of the ladder. */
export interface ThirdPartyRole {
  readonly id: RoleId
  readonly title: Bilingual
  readonly definition: Bilingual
  /** how far it enters the substance of the dispute: 1 hardly, 5 wholly */
  readonly intrusiveness: 1 | 2 | 3 | 4 | 5
  /** whether its outcome binds the parties */
  readonly outcome: 'none' | 'report' | 'proposal' | 'award'
  readonly demands: RoleDemands
  readonly why: Bilingual
  readonly examples: readonly (Bilingual & { readonly source: string })[]
  /** where it is described; what was not opened for this table says so */
  readonly sources: readonly string[]
}

/**
 * A role of the ladder.
 *
 * @example
 * roleOf('arbitration').outcome // => 'award'
 */
export function roleOf(id: RoleId): ThirdPartyRole {
  return thirdPartyRoles[id]
}

/**
 * Where a role stands on the ladder: 1 for the least engaged.
 *
 * @example
 * rungOf('good-offices') // => 2
 */
export function rungOf(id: RoleId): number {
  return roleIds.indexOf(id) + 1
}

/**
 * What a role needs at a stage of a dispute, by kind of capability; kinds that are not named are not needed.
 *
 * @example
 * demandsAt('good-offices', 'during').hosting // => 2
 */
export function demandsAt(id: RoleId, stage: Stage): Readonly<Partial<Record<CapabilityKind, number>>> {
  const { during, before, after } = thirdPartyRoles[id].demands
  return { ...during, ...{ before, during: {}, after }[stage] }
}
