import type { Capability, CapabilityKind } from '#domain/capability'
import { capabilityKinds } from '#domain/capability-kinds.data'
import type { Stage } from '#domain/dispute'
import type { Estimate } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { demandsAt, type RoleId, rungOf } from '#domain/third-party-role'
import { absent } from './absent.ts'
import type { JudgedRole } from './judge-roles.ts'
import type { GapLine, Quantity, Request } from './model.ts'
import { nameIn } from './situation.ts'

/** The role that capability alone would open next: above the recommended, kept back by nothing else, with the smallest shortfall. */
export function aimOf(
  judged: readonly JudgedRole[],
  recommended: RoleId | null,
  asked: RoleId | undefined,
): RoleId | null {
  if (asked !== undefined) return asked
  if (recommended === null) return null
  const reachable = judged.filter(
    ({ role, verdicts }) =>
      rungOf(role) > rungOf(recommended) &&
      verdicts.length > 0 &&
      verdicts.every(({ test }) => test === 'capability'),
  )
  const [next] = reachable.toSorted((a, b) => a.shortfall - b.shortfall || rungOf(a.role) - rungOf(b.role))
  return next?.role ?? null
}

/** Capability held against what the recommended role and the one aimed at need (M3), with cost and time to close the gap. */
export function gapsOf(
  held: readonly Quantity[],
  records: readonly Capability[],
  {
    recommended,
    aim,
    stage,
    request,
  }: {
    readonly recommended: RoleId | null
    readonly aim: RoleId | null
    readonly stage: Stage
    readonly request: Request
  },
): readonly GapLine[] {
  const needs = (role: RoleId | null, kind: CapabilityKind) => {
    const level = role === null ? 0 : (demandsAt(role, stage)[kind] ?? 0)
    return level === 0 ? 0 : Math.min(4, Math.max(0, level + request.demands))
  }
  return held.map((quantity) => {
    const kind = nameIn(quantity) as CapabilityKind // named by its kind
    const neededForAim = Math.max(needs(aim, kind), needs(recommended, kind))
    const gapForAim = gapOf(quantity, neededForAim)
    const priced = records.find((one) => one.kind === kind && one.perLevel !== undefined)
    const owner = records.find((one) => one.kind === kind && one.owner !== undefined)
    return {
      kind,
      title: capabilityKinds[kind],
      held: quantity,
      needed: needs(recommended, kind),
      neededForAim,
      gap: gapOf(quantity, needs(recommended, kind)),
      gapForAim,
      usdMillions: spanOf(gapForAim, priced?.perLevel?.usdMillions, 'millions of US dollars'),
      months: spanOf(gapForAim, priced?.perLevel?.months, 'months'),
      owner:
        owner?.owner === undefined
          ? absent('not-collected', 'noOwner')
          : { en: owner.owner, vi: owner.ownerVi ?? owner.owner },
      illustrative: quantity.illustrative || priced?.perLevel?.illustrative === true,
    }
  })
}

function gapOf({ level }: Quantity, needed: number): number | Missing {
  if (needed === 0) return 0
  return isMissing(level) ? level : Math.max(0, needed - level.value)
}

function spanOf(
  gap: number | Missing,
  perLevel: readonly [number, number] | undefined,
  unit: string,
): Estimate | Missing {
  if (isMissing(gap)) return gap
  if (gap === 0) return absent('not-applicable', 'noGap')
  if (perLevel === undefined) return absent('not-collected', 'noPrice')
  const [low, high] = [gap * perLevel[0], gap * perLevel[1]]
  return { value: (low + high) / 2, interval: [low, high], unit, uncertainty: 'range given' }
}
