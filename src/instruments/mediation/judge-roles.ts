import type { CapabilityKind } from '#domain/capability'
import type { Stage } from '#domain/dispute'
import { demandsAt, type RoleId, roleIds, roleOf, rungOf } from '#domain/third-party-role'
import { greatestDifference, type SideLevels } from './difference.ts'
import type { Reason, Status } from './model.ts'

/** Half a level either way is not told apart: levels are steps. */
const slack = 0.5

/** Everything that the rule looks at, in numbers. Levels 0 to 4; null is not known. */
export interface Situation {
  readonly isParty: boolean
  readonly stage: Stage
  readonly tolerance: number
  /** levels added to all demands of capability */
  readonly demands: number
  /** keys of the parties on each side */
  readonly sides: ReadonlyMap<string, readonly string[]>
  readonly standing: ReadonlyMap<string, number | null>
  readonly capability: ReadonlyMap<CapabilityKind, number>
  readonly ripeness: ReadonlyMap<string, number | null>
  readonly stake: ReadonlyMap<string, number | null>
  /** principles that rule out or limit a role here and now */
  readonly principles: readonly {
    readonly id: string
    readonly effect: 'rules-out' | 'limits'
    readonly roles: readonly RoleId[]
  }[]
  /** who else acts in a role now */
  readonly others: readonly { readonly id: string; readonly role: RoleId }[]
}

/** What one test says of one role; nothing where it is passed. */
export type Verdict = Pick<Reason, 'test' | 'effect' | 'on' | 'has' | 'needs'>

export interface JudgedRole {
  readonly role: RoleId
  readonly status: Status
  readonly verdicts: readonly Verdict[]
  /** levels of capability that are lacking, added up */
  readonly shortfall: number
}

/**
 * The rule (M9): every role of the ladder against ten tests, then those that nothing rules out in order: first what nothing limits, then what is
 * limited by the fewest tests, then what is not known; among equals the smallest shortfall of capability, then the higher rung.
 *
 * @returns roles with their rank in this order, those that are ruled out at the end in the order of the ladder
 */
export function judgeRoles(situation: Situation): readonly JudgedRole[] {
  return roleIds.map((role) => judgeRole(role, situation)).toSorted(inOrder)
}

/** The role that comes first, or null where all are ruled out. */
export function firstRole(judged: readonly JudgedRole[]): RoleId | null {
  const [first] = judged
  return first === undefined || first.status === 'ruled-out' ? null : first.role
}

const statusOrder: readonly Status[] = ['free', 'limited', 'unknown', 'ruled-out']

function inOrder(a: JudgedRole, b: JudgedRole): number {
  const byStatus = statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)
  if (byStatus !== 0) return byStatus
  if (a.status === 'ruled-out') return rungOf(a.role) - rungOf(b.role)
  return (
    a.verdicts.length - b.verdicts.length ||
    Math.round(a.shortfall * 1e9) - Math.round(b.shortfall * 1e9) ||
    rungOf(b.role) - rungOf(a.role)
  )
}

function judgeRole(role: RoleId, situation: Situation): JudgedRole {
  if (situation.isParty) {
    const verdict: Verdict = { test: 'is-party', effect: 'rules-out', on: '', has: null, needs: null }
    return { role, status: 'ruled-out', verdicts: [verdict], shortfall: 0 } // the rest does not matter then
  }
  const gaps = gapsOf(role, situation)
  const verdicts = [
    ...aboutParties(role, situation),
    ...byPrinciple(role, situation),
    ...aboutTrust(role, situation),
    ...gaps.flatMap(({ kind, has, needs }) => aboutGap(kind, has, needs, situation.tolerance)),
    ...aboutRipeness(role, situation),
    ...aboutStake(role, situation),
    ...situation.others
      .filter((one) => one.role === role)
      .map(({ id }): Verdict => ({ test: 'crowded', effect: 'limits', on: id, has: null, needs: null })),
  ]
  return {
    role,
    status: statusOf(verdicts),
    verdicts,
    shortfall: gaps.reduce(
      (sum, { has, needs }) => sum + (has === null || needs - has <= slack ? 0 : needs - has),
      0,
    ),
  }
}

function statusOf(verdicts: readonly Verdict[]): Status {
  if (verdicts.some(({ effect }) => effect === 'rules-out')) return 'ruled-out'
  if (verdicts.some(({ effect }) => effect === 'unknown')) return 'unknown'
  return verdicts.length > 0 ? 'limited' : 'free'
}

function aboutParties(role: RoleId, { sides }: Situation): readonly Verdict[] {
  return sides.size < 2 && roleOf(role).demands.betweenSides
    ? [{ test: 'one-side', effect: 'rules-out', on: '', has: null, needs: null }]
    : []
}

function byPrinciple(role: RoleId, { principles }: Situation): readonly Verdict[] {
  return principles
    .filter(({ roles }) => roles.includes(role))
    .map(({ id, effect }) => ({ test: 'principle', effect, on: id, has: null, needs: null }))
}

/** Trust of each party, and the difference between sides where a partial third party will not do. */
function aboutTrust(role: RoleId, { standing, sides }: Situation): readonly Verdict[] {
  const { trust, trustOf, difference } = roleOf(role).demands
  const found: Verdict[] = []
  const suffices = (has: number | null) => has !== null && has >= trust - slack
  if (trustOf === 'one' && [...standing.values()].some(suffices)) return found
  for (const [party, has] of standing)
    if (has === null) found.push({ test: 'trust', effect: 'unknown', on: party, has, needs: trust })
    else if (has < trust - slack)
      found.push({ test: 'trust', effect: 'rules-out', on: party, has, needs: trust })
  if (trustOf === 'one' && found.some(({ effect }) => effect === 'unknown'))
    return found.filter(({ effect }) => effect === 'unknown')
  if (difference === null || sides.size < 2) return found
  const greatest = greatestDifference(levelsOf(sides, standing))
  if (greatest !== null && greatest.value > difference + slack)
    found.push({
      test: 'difference',
      effect: 'rules-out',
      on: greatest.nearer,
      has: greatest.value,
      needs: difference,
    })
  return found // where a standing is not known, its own test has said so
}

/** Levels by side. */
export function levelsOf(sides: Situation['sides'], levels: ReadonlyMap<string, number | null>): SideLevels {
  return new Map(
    [...sides].map(([side, parties]) => [side, parties.map((party) => levels.get(party) ?? null)]),
  )
}

interface Gap {
  readonly kind: CapabilityKind
  readonly has: number | null
  readonly needs: number
}

/** What a role needs at the stage, against what is held. */
function gapsOf(role: RoleId, { stage, capability, demands }: Situation): readonly Gap[] {
  const needed = Object.entries(demandsAt(role, stage)) as [CapabilityKind, number][] // the keys of demands are kinds
  return needed
    .filter(([, level]) => level > 0)
    .map(([kind, level]) => ({
      kind,
      has: capability.get(kind) ?? null,
      needs: Math.min(4, Math.max(0, level + demands)),
    }))
}

function aboutGap(
  kind: CapabilityKind,
  has: number | null,
  needs: number,
  tolerance: number,
): readonly Verdict[] {
  if (has === null) return [{ test: 'capability', effect: 'unknown', on: kind, has, needs }]
  const short = needs - has
  if (short <= slack) return []
  return [
    { test: 'capability', effect: short > tolerance + slack ? 'rules-out' : 'limits', on: kind, has, needs },
  ]
}

/** A dispute is as ripe as the weakest of its elements, since each is necessary (Zartman 2000). */
export function ripenessOf(elements: ReadonlyMap<string, number | null>): {
  readonly least: number | null
  readonly on: string
  readonly unknown: readonly string[]
} {
  const known = [...elements].flatMap(([on, has]) => (has === null ? [] : [{ on, has }]))
  const least = known.toSorted((a, b) => a.has - b.has || (a.on < b.on ? -1 : 1))[0]
  const unknown = [...elements].flatMap(([on, has]) => (has === null ? [on] : []))
  return { least: least?.has ?? null, on: least?.on ?? '', unknown }
}

function aboutRipeness(role: RoleId, { ripeness }: Situation): readonly Verdict[] {
  const needs = roleOf(role).demands.ripeness
  if (needs === 0) return []
  const { least, on, unknown } = ripenessOf(ripeness)
  if (least !== null && least < needs - slack)
    return [{ test: 'ripeness', effect: 'rules-out', on, has: least, needs }]
  return unknown.map((element) => ({ test: 'ripeness', effect: 'unknown', on: element, has: null, needs }))
}

/** Too little at stake to stay with it limits a role; too much in security or economy rules out judging in one’s own cause. */
function aboutStake(role: RoleId, { stake }: Situation): readonly Verdict[] {
  const { stake: needs, materialStake } = roleOf(role).demands
  const found: Verdict[] = []
  const known = [...stake].flatMap(([on, has]) => (has === null ? [] : [{ on, has }]))
  const most = known.toSorted((a, b) => b.has - a.has || (a.on < b.on ? -1 : 1))[0]
  if (needs > 0 && (most === undefined || most.has < needs - slack))
    found.push(
      known.length < stake.size || stake.size === 0
        ? { test: 'stake', effect: 'unknown', on: most?.on ?? '', has: most?.has ?? null, needs }
        : { test: 'stake', effect: 'limits', on: most?.on ?? '', has: most?.has ?? null, needs },
    )
  if (materialStake !== null)
    for (const on of ['security', 'economy']) {
      const has = stake.get(on) ?? null
      if (has === null) found.push({ test: 'own-cause', effect: 'unknown', on, has, needs: materialStake })
      else if (has > materialStake + slack)
        found.push({ test: 'own-cause', effect: 'rules-out', on, has, needs: materialStake })
    }
  return found
}
