import { type Estimate, pointers } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { absent, nameOf } from './absent.ts'
import type { Entwinement, Upkeep } from './beyond.ts'
import type { Dossier } from './model.ts'

/**
 * What a side pays to keep the relation up against what it would lose if it broke (D9): the paper holds a relation to be the more stable
 * the more the loss exceeds the cost. Cost is what was recorded of the last year in which anything was; the loss is the share of income of
 * `entwine` times the side's output, a series `gdp` in US dollars.
 *
 * @see paper 004, on losses due to instability and the cost of maintaining stability
 */
export function upkeepOf(dossier: Dossier, entwinement: Entwinement, year: number): readonly Upkeep[] {
  return dossier.relation.parties.map((of) => {
    const entries = (dossier.relation.upkeep ?? []).filter((one) => one.of === of && one.year <= year)
    const last = Math.max(...entries.map((one) => one.year))
    const paid = entries.filter((one) => one.year === last)
    const cost =
      paid.length === 0
        ? absent('not-collected', 'noUpkeep', { state: nameOf(of) })
        : paid.reduce((sum, { usdMillions }) => sum + usdMillions, 0)
    const output = dossier.series
      .find((one) => one.measure === 'gdp' && one.of === of)
      ?.observations.findLast((one) => one.year <= year)?.value
    const loss = lossIn(entwinement, of, output)
    return {
      of,
      costUsdMillions: cost,
      lossUsdMillions: loss,
      lossOverCost: over(loss, cost),
      illustrative: paid.some((one) => one.illustrative === true),
      evidence: paid.flatMap(({ restsOn }) => pointers('relation', { id: dossier.relation.id, restsOn })),
    }
  })
}

function lossIn(
  { losses }: Entwinement,
  of: string,
  output: number | Missing | undefined,
): Estimate | Missing {
  const income = losses.find((loss) => loss.of === of)?.income
  if (income === undefined || isMissing(income)) return income ?? absent('not-collected', 'lossUnknown')
  if (output === undefined) return absent('not-collected', 'noOutput', { state: nameOf(of) })
  if (isMissing(output)) return output
  const millions = output / 1e6
  return {
    value: income.value * millions,
    interval:
      income.interval === null ? null : [income.interval[0] * millions, income.interval[1] * millions],
    unit: 'US dollars, millions a year',
    uncertainty: income.uncertainty,
  }
}

function over(loss: Estimate | Missing, cost: number | Missing): Estimate | Missing {
  if (isMissing(loss)) return loss
  if (isMissing(cost)) return cost
  if (cost === 0) return absent('not-applicable', 'freeUpkeep')
  return {
    value: loss.value / cost,
    interval: loss.interval === null ? null : [loss.interval[0] / cost, loss.interval[1] / cost],
    unit: 'loss over cost',
    uncertainty: loss.uncertainty,
  }
}
