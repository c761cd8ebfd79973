import type { CapabilityKind } from '#domain/capability'
import { capabilityKinds } from '#domain/capability-kinds.data'
import { bounds } from '#domain/date'
import { partyName, type Stage } from '#domain/dispute'
import { pointers } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { isMissing } from '#domain/missing'
import type { Setting } from '#domain/principle'
import { ripenessElements } from '#domain/ripeness'
import { absent } from './absent.ts'
import type { Situation } from './judge-roles.ts'
import type { Input, PartyStanding, Quantity, Result } from './model.ts'
import { assumed, quantityOf } from './quantity.ts'
import { words } from './words.data.ts'
import { stateName } from './words.ts'

/** All that the rule turns on, each with its name `kind/what`. */
export interface Quantities {
  readonly standings: readonly PartyStanding[]
  readonly stakes: readonly Quantity[]
  readonly ripeness: readonly Quantity[]
  readonly capabilities: readonly Quantity[]
}

/** The elements of ripeness, judged (M7). */
export function ripenessQuantities({ ripeness, request }: Input): readonly Quantity[] {
  return ripenessElements.map((element) =>
    assumed(
      quantityOf(
        'ripeness',
        element,
        words[element],
        'ripeness',
        ripeness.filter((one) => one.element === element),
        absent('not-collected', 'notJudged'),
      ),
      request.judgements,
    ),
  )
}

/** What is held of each kind of capability (M3). Where several records tell of one kind, the best of them counts: one good house is enough. */
export function capabilityQuantities({ capabilities, request }: Input): readonly Quantity[] {
  return (Object.keys(capabilityKinds) as CapabilityKind[]).map((kind) => {
    const held = capabilities.filter((one) => one.kind === kind)
    const titles = new Map(Map.groupBy(held, ({ title }) => title))
    const each = [...titles.values()].map((records) =>
      quantityOf(
        'capability',
        kind,
        capabilityKinds[kind],
        'capability',
        records,
        absent('not-collected', 'capabilityUnknown'),
      ),
    )
    const best = each.toSorted((a, b) => levelOf(b) - levelOf(a))[0]
    return assumed(
      best ??
        quantityOf(
          'capability',
          kind,
          capabilityKinds[kind],
          'capability',
          [],
          absent('not-collected', 'capabilityUnknown'),
        ),
      request.judgements,
    )
  })
}

function levelOf({ level }: Quantity): number {
  return isMissing(level) ? -1 : level.value
}

/** The stage of the dispute on the day: of the phase that holds then, else of the last that began before. */
export function stageAt({ dispute, request }: Input): Result['stage'] {
  const day = bounds(request.asOf)
  const begun = dispute.phases.filter(({ from }) => bounds(from).earliest <= day.latest)
  const holding = begun.findLast(({ to }) => to === undefined || bounds(to).latest >= day.earliest)
  const phase = holding ?? begun.at(-1) ?? dispute.phases[0]
  return {
    stage: request.stage ?? phase?.stage ?? 'during',
    phase: phase === undefined ? null : { en: phase.label, vi: phase.labelVi ?? phase.label },
    evidence: phase === undefined ? [] : pointers('dispute', { id: dispute.id, restsOn: phase.restsOn }),
  }
}

/** Who else acted in the dispute by the day, and who still does. */
export function othersOf({ dispute, request, names }: Input): Result['others'] {
  const day = bounds(request.asOf)
  return (dispute.thirdParties ?? [])
    .filter((one) => one.state !== request.mediator && bounds(one.from).earliest <= day.latest)
    .filter((one) => request.illustrative === 'include' || one.illustrative !== true)
    .map((one) => ({
      who: nameOf(one, names),
      role: one.role,
      what: { en: one.what, vi: one.whatVi ?? one.what },
      from: one.from,
      to: one.to ?? null,
      active: one.to === undefined || bounds(one.to).latest >= day.earliest,
      illustrative: one.illustrative === true,
      evidence: pointers('dispute', { id: dispute.id, restsOn: one.restsOn }),
    }))
}

function nameOf(
  one: { readonly state?: string | undefined; readonly actor?: string | undefined },
  names: Input['names'],
): Bilingual {
  return one.state === undefined
    ? (names[one.actor ?? ''] ?? { en: partyName(one), vi: partyName(one) })
    : stateName(one.state)
}

/** The principles of the mediator, with those of their rules that apply to this dispute in a setting (M6). */
export function principlesOf({ principles, dispute }: Input, setting: Setting): Result['principles'] {
  return principles.map((one) => ({
    id: one.id,
    title: { en: one.title, vi: one.titleVi ?? one.title },
    text: { en: one.text, vi: one.textVi ?? one.text },
    applies: one.rules
      .filter(({ natures }) => natures?.includes(dispute.nature) ?? true)
      .filter(({ settings }) => settings?.includes(setting) ?? true)
      .map(({ effect, roles, because, becauseVi, illustrative }) => ({
        effect,
        roles,
        because: { en: because, vi: becauseVi ?? because },
        illustrative: illustrative === true,
      })),
    evidence: pointers('principle', one),
  }))
}

/** What the rule looks at, at the middle of every quantity. */
export function situationOf(
  input: Input,
  quantities: Quantities,
  more: Pick<Result, 'isParty' | 'others' | 'principles'> & { readonly stage: Stage },
): Situation {
  const { request } = input
  const sides = new Map<string, string[]>()
  for (const { party } of quantities.standings)
    sides.set(party.side, [...(sides.get(party.side) ?? []), party.key])
  return {
    isParty: more.isParty,
    stage: more.stage,
    tolerance: request.tolerance,
    demands: request.demands,
    sides,
    standing: new Map(quantities.standings.map(({ party, standing }) => [party.key, middle(standing)])),
    capability: new Map(
      quantities.capabilities.flatMap((one) => {
        const level = middle(one)
        return level === null ? [] : [[nameIn(one) as CapabilityKind, level] as const] // named by its kind
      }),
    ),
    ripeness: new Map(quantities.ripeness.map((one) => [nameIn(one), middle(one)])),
    stake: new Map(quantities.stakes.map((one) => [nameIn(one), middle(one)])),
    principles: more.principles.flatMap(({ id, applies }) =>
      applies.map(({ effect, roles }) => ({ id, effect, roles })),
    ),
    others: more.others.filter(({ active }) => active).map(({ who, role }) => ({ id: who.en, role })),
  }
}

function middle({ level }: Quantity): number | null {
  return isMissing(level) ? null : level.value
}

/** What stands after the first slash of a quantity’s id. */
export function nameIn({ id }: Pick<Quantity, 'id'>): string {
  return id.slice(id.indexOf('/') + 1)
}

/** The situation with one quantity at another level. */
export function withLevel(situation: Situation, id: string, level: number): Situation {
  const [kind] = id.split('/')
  const name = nameIn({ id })
  switch (kind) {
    case 'standing':
      return { ...situation, standing: new Map(situation.standing).set(name, level) }
    case 'capability':
      return { ...situation, capability: new Map(situation.capability).set(name as CapabilityKind, level) } // named by its kind
    case 'ripeness':
      return { ...situation, ripeness: new Map(situation.ripeness).set(name, level) }
    default:
      return { ...situation, stake: new Map(situation.stake).set(name, level) }
  }
}
