import type { CapabilityKind } from '#domain/capability'
import { bounds, compareDates } from '#domain/date'
import { type Estimate, pointers } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { RoleId } from '#domain/third-party-role'
import { absent } from './absent.ts'
import { firstRole, judgeRoles, type Situation } from './judge-roles.ts'
import type { GapLine, Input, Result, StepLine } from './model.ts'
import { withLevel } from './situation.ts'
import { words } from './words.data.ts'

/**
 * The plan (M11): the steps that are recorded, then one for each gap that none of them closes, due as late as its time allows.
 */
export function stepsOf(input: Input, gaps: readonly GapLine[]): readonly StepLine[] {
  const recorded = input.plans.flatMap((plan) =>
    plan.steps.map((step): StepLine => {
      const gap = gaps.find(({ kind }) => kind === step.closes)
      return {
        id: step.id,
        plan: plan.id,
        text: { en: step.text, vi: step.textVi ?? step.text },
        owner: { en: step.owner, vi: step.ownerVi ?? step.owner },
        due: step.due,
        usdMillions:
          step.usdMillions === undefined
            ? absent('not-collected', 'noPrice')
            : {
                value: step.usdMillions,
                interval: null,
                unit: 'millions of US dollars',
                uncertainty: 'as planned',
              },
        closes: step.closes ?? null,
        to: step.to ?? null,
        enough:
          gap === undefined || step.to === undefined
            ? absent('not-applicable', 'notRaised')
            : step.to >= gap.neededForAim,
        illustrative: step.illustrative === true,
        evidence: pointers('mediation-plan', { id: plan.id, restsOn: step.restsOn }),
      }
    }),
  )
  const closed = new Set(
    recorded.flatMap(({ closes, enough }) => (closes !== null && enough === true ? [closes] : [])),
  )
  const open = gaps.filter(
    ({ kind, gapForAim }) => !isMissing(gapForAim) && gapForAim > 0 && !closed.has(kind),
  )
  return [...recorded, ...open.map((gap) => stepFor(gap, input.request.asOf))].toSorted(byDue)
}

/** The earliest first; what has no date at the end. */
function byDue(a: StepLine, b: StepLine): number {
  if (isMissing(a.due)) return isMissing(b.due) ? 0 : 1
  return isMissing(b.due) ? -1 : compareDates(a.due, b.due)
}

function stepFor(gap: GapLine, asOf: string): StepLine {
  const { kind, title, held, neededForAim, months, usdMillions, owner, illustrative } = gap
  return {
    id: `raise-${kind}`,
    plan: null,
    text: { en: `${words.raise.en} ${title.en}`, vi: `${words.raise.vi} ${title.vi}` },
    owner,
    due: isMissing(months)
      ? absent('not-collected', 'noDate')
      : monthAfter(asOf, months.interval?.[1] ?? months.value),
    usdMillions,
    closes: kind,
    to: neededForAim,
    enough: true,
    illustrative,
    evidence: held.evidence,
  }
}

/**
 * The month that lies so many months after a date.
 *
 * @example
 * monthAfter('2020-11', 3) // => '2021-02'
 */
export function monthAfter(date: string, months: number): string {
  const day = new Date(bounds(date).latest)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + Math.ceil(months), 1))
    .toISOString()
    .slice(0, 7)
}

/** What the steps cost together, what there is for them, and which role comes first once they are done. */
export function budgetOf(input: Input, steps: readonly StepLine[], situation: Situation): Result['budget'] {
  const available = input.plans.flatMap(({ budgetUsdMillions }) => budgetUsdMillions ?? [])
  return {
    cost: costOf(steps),
    available:
      available.length === 0
        ? absent('not-collected', 'noBudget')
        : available.reduce((sum, one) => sum + one, 0),
    after: afterSteps(steps, situation),
  }
}

function costOf(steps: readonly StepLine[]): Estimate | Missing {
  let [value, low, high] = [0, 0, 0]
  let known = 0
  for (const { usdMillions: cost } of steps) {
    if (isMissing(cost)) continue
    known++
    value += cost.value
    low += cost.interval?.[0] ?? cost.value
    high += cost.interval?.[1] ?? cost.value
  }
  if (known === 0) return absent('not-collected', steps.length === 0 ? 'noGap' : 'noPrice')
  return { value, interval: [low, high], unit: 'millions of US dollars', uncertainty: 'range given' }
}

function afterSteps(steps: readonly StepLine[], situation: Situation): RoleId | null {
  const raised = steps.reduce((one, { closes, to }) => {
    if (closes === null || to === null) return one
    const now = one.capability.get(closes as CapabilityKind) ?? 0
    return withLevel(one, `capability/${closes}`, Math.max(now, to))
  }, situation)
  return firstRole(judgeRoles(raised))
}
