import type { Watch } from '#domain/instrument'
import { stateOf } from '#domain/state'
import { amountLines } from './amounts.ts'
import { balanceOf } from './balance.ts'
import { classify } from './classify.ts'
import { coverageOf } from './coverage.ts'
import { diversityLines, measure, trendOf, withoutLines } from './diversify.ts'
import type { Input, Result } from './model.ts'
import { policyLines } from './policies.ts'
import { settingLines } from './settings.ts'
import { sharesOf } from './shares.ts'
import { supplierParts } from './suppliers.ts'
import { cellsOf, classesOf, partnerLines } from './tally.ts'
import { warningsOf } from './warnings.ts'

/** Classify, tally, diversify, weigh the major powers and suppliers against one another, and tell what is not known. */
export function method(input: Input, watch: Watch): Result {
  const { request } = input
  const { state, sharing, undated, window, stale, weights, draws, seed } = request
  const actors = new Map(input.actors.map((actor) => [actor.id, actor]))
  const classified = classify(input)
  const { ledger, from, to } = classified
  const years = from === null || to === null ? null : ([from, to] as const)
  const drawing = { ledger, request }
  const shares = sharesOf(ledger, sharing)
  const cooperative = shares.filter(({ entry }) => ledger[entry]?.class === 'cooperative')
  watch.progress(0, 4, 'draws')
  const whole = measure('all', cooperative, drawing, 0)
  const partners = partnerLines(classified, whole, request, actors)
  watch.progress(1, 4, 'draws')
  const trend = years === null ? [] : trendOf(cooperative, years, window, drawing, 10_000)
  watch.progress(2, 4, 'draws')
  const suppliers = supplierParts(drawing, years, window)
  watch.progress(3, 4, 'draws')
  const coverage = coverageOf(ledger, input.sources, state, years)
  const named = stateOf(state)
  return {
    state,
    title: named?.name ?? state,
    titleVi: named?.nameVi ?? state,
    ...{ from, to, sharing, undated, window, stale, weights, draws, seed },
    partners,
    cells: cellsOf(ledger, shares),
    diversity: diversityLines(cooperative, drawing),
    trend,
    without: withoutLines(cooperative, whole, ledger),
    balance: balanceOf(cooperative, request.majorPowers, drawing),
    classes: classesOf(ledger),
    suppliers,
    amounts: amountLines(ledger, input.activities),
    settings: settingLines(ledger, input.institutions, partners),
    coverage,
    policies: policyLines(input),
    ledger,
    warnings: warningsOf(classified, coverage, request),
  }
}
