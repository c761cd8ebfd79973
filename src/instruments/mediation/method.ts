import { type Estimate, pointers } from '#domain/finding'
import type { Bilingual, Watch } from '#domain/instrument'
import { isMissing, type Missing } from '#domain/missing'
import { roleOf, rungOf } from '#domain/third-party-role'
import { absent } from './absent.ts'
import { greatestDifference } from './difference.ts'
import { aimOf, gapsOf } from './gaps-of.ts'
import { firstRole, judgeRoles, levelsOf, ripenessOf, type Situation } from './judge-roles.ts'
import type { Input, PartyStanding, Result } from './model.ts'
import { type Named, reasonOf } from './reason-words.ts'
import { type Draws, drawn, swingsOf } from './sensitivity.ts'
import {
  capabilityQuantities,
  othersOf,
  principlesOf,
  ripenessQuantities,
  situationOf,
  stageAt,
} from './situation.ts'
import { exposureOf, stakesOf } from './stakes-of.ts'
import { standingsOf } from './standing-of.ts'
import { budgetOf, stepsOf } from './steps-of.ts'
import { warningsOf } from './warnings.ts'
import { joined, stateName } from './words.ts'

/** May this state mediate here, in which role, and what does it lack? */
export function method(input: Input, watch: Watch): Result {
  const { request, dispute } = input
  const exposure = exposureOf(input)
  const quantities = {
    standings: standingsOf(input),
    stakes: stakesOf(input, exposure),
    ripeness: ripenessQuantities(input),
    capabilities: capabilityQuantities(input),
  }
  const stage = stageAt(input)
  const isParty = input.parties.some(({ state }) => state === request.mediator)
  const others = othersOf(input)
  const principles = principlesOf(input, request.setting)
  const situation = situationOf(input, quantities, { isParty, others, principles, stage: stage.stage })
  const judged = judgeRoles(situation)
  const recommended = firstRole(judged)
  const all = [
    ...quantities.standings.map(({ standing }) => standing),
    ...quantities.stakes,
    ...quantities.ripeness,
    ...quantities.capabilities,
  ]
  watch.progress(1, 3, 'draws')
  const draws = drawn(situation, all, request)
  watch.progress(2, 3, 'draws')
  const named: Named = {
    quantities: new Map(all.map((one) => [one.id, one])),
    principles,
    others,
    sides: sideNames(quantities.standings),
    mediator: stateName(request.mediator),
    ground: pointers('dispute', dispute),
  }
  const aim = aimOf(judged, recommended, request.aim)
  const gaps = gapsOf(quantities.capabilities, input.capabilities, {
    recommended,
    aim,
    stage: stage.stage,
    request,
  })
  const steps = isParty ? [] : stepsOf(input, gaps)
  const setting = request.setting === 'bilateral' ? 'multilateral' : 'bilateral'
  const elsewhere = { isParty, others, principles: principlesOf(input, setting), stage: stage.stage }
  const title = { en: dispute.title, vi: dispute.titleVi ?? dispute.title }
  return {
    title: `${named.mediator.en}: ${title.en}`,
    titleVi: `${named.mediator.vi}: ${title.vi}`,
    dispute: dispute.id,
    mediator: request.mediator,
    mediatorName: named.mediator,
    asOf: request.asOf,
    setting: request.setting,
    stage,
    isParty,
    sides: [...situation.sides.keys()],
    standings: quantities.standings,
    ...differences(quantities.standings, situation, draws),
    stakes: quantities.stakes,
    exposure,
    ripeness: quantities.ripeness,
    ripe: ripeOf(quantities.ripeness, situation),
    ...(input.comparisons.length === 0 ? {} : { comparisons: input.comparisons }),
    others,
    principles,
    roles: judged.map(({ role, status, verdicts, shortfall }, at) => ({
      role,
      title: roleOf(role).title,
      rung: rungOf(role),
      status,
      rank: status === 'ruled-out' ? null : at + 1,
      reasons: verdicts.map((verdict) => reasonOf(verdict, role, named)),
      shortfall,
      first: shareIn(draws.first, role),
      open: shareIn(draws.open, role),
    })),
    recommended,
    aim,
    otherSetting: { setting, role: firstRole(judgeRoles(situationOf(input, quantities, elsewhere))) },
    gaps,
    swings: swingsOf(situation, all),
    steps,
    budget: budgetOf(input, steps, situation),
    warnings: warningsOf(input, quantities, isParty, situation.sides.size),
  }
}

function shareIn(shares: Draws['first'], role: Parameters<Draws['first']['get']>[0]): Estimate {
  const share = shares.get(role)
  if (share === undefined) throw new RangeError(`shareIn: role must have been drawn, got ${role}`)
  return share
}

/** The parties of each side by their names. */
function sideNames(standings: readonly PartyStanding[]): ReadonlyMap<string, Bilingual> {
  return new Map(
    [...Map.groupBy(standings, ({ party }) => party.side)].map(([side, its]) => [
      side,
      joined(
        its.map(({ party }) => party.name),
        ', ',
      ),
    ]),
  )
}

function differences(
  standings: readonly PartyStanding[],
  situation: Situation,
  draws: Draws,
): Pick<Result, 'difference' | 'nearer' | 'closenessDifference'> {
  const found = greatestDifference(levelsOf(situation.sides, situation.standing))
  const closeness = new Map(
    standings.map(({ party, closeness: one }) => [party.key, isMissing(one) ? null : one.value]),
  )
  const nearness = greatestDifference(levelsOf(situation.sides, closeness))
  return {
    difference:
      found === null
        ? whyNone(situation, standings, 'standing')
        : {
            value: found.value,
            interval: draws.difference,
            unit: 'level of 5',
            uncertainty: 'simulation, 90 %',
          },
    nearer: found === null || found.value === 0 ? null : found.nearer,
    closenessDifference:
      nearness === null
        ? whyNone(situation, standings, 'closeness')
        : {
            value: nearness.value,
            interval: nearnessInterval(standings, situation),
            unit: 'depth, 0 to 1',
            uncertainty: 'ends of the intervals',
          },
  }
}

function whyNone(
  { sides, isParty }: Situation,
  standings: readonly PartyStanding[],
  what: 'standing' | 'closeness',
): Missing {
  if (isParty) return absent('not-applicable', 'isParty')
  if (sides.size < 2) return absent('not-applicable', 'oneSide')
  const unknown = standings.find((one) => isMissing(what === 'standing' ? one.standing.level : one.closeness))
  const party = unknown?.party.name ?? ''
  return absent('not-collected', what === 'standing' ? 'standingUnknown' : 'closenessUnknown', { party })
}

/** Least and greatest difference of closeness that the ends of the intervals allow between any two sides. */
function nearnessInterval(
  standings: readonly PartyStanding[],
  { sides }: Situation,
): [number, number] | null {
  const ends = [...sides.values()].map((parties) => {
    const its = standings
      .filter(({ party }) => parties.includes(party.key))
      .map(({ closeness: one }) =>
        isMissing(one) ? ([0, 1] as const) : (one.interval ?? ([one.value, one.value] as const)),
      )
    const mean = (at: 0 | 1) => its.reduce((sum, end) => sum + end[at], 0) / its.length
    return [mean(0), mean(1)] as const
  })
  const lows = ends.map(([low]) => low)
  const highs = ends.map(([, high]) => high)
  return [Math.max(0, Math.max(...lows) - Math.min(...highs)), Math.max(...highs) - Math.min(...lows)]
}

function ripeOf(elements: Result['ripeness'], { ripeness }: Situation): Estimate | Missing {
  const { least, unknown } = ripenessOf(ripeness)
  if (least === null || unknown.length > 0) return absent('not-collected', 'notJudged')
  const ends = elements.flatMap(({ level }) =>
    isMissing(level) ? [] : [level.interval ?? ([level.value, level.value] as const)],
  )
  return {
    value: least,
    interval: [Math.min(...ends.map(([low]) => low)), Math.min(...ends.map(([, high]) => high))],
    unit: 'level of 5',
    uncertainty: 'judgement',
  }
}
