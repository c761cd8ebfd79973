import { pointers } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { Observation, Series } from '#domain/series'
import { absent } from './absent.ts'
import type { Entwinement, Loss } from './beyond.ts'
import type { Dossier, Request } from './model.ts'
import { latestKnown } from './series-of.ts'

/** Losses from this share of income on count as binding. */
const bindingLoss = 0.01

/**
 * What each side loses if the relation is cut (D10). The loss of income is 1 − (1 − λ)^(1/ε) for a side that spends the share λ
 * on goods of the other and can buy others only by the elasticity of trade ε, wages held; λ is taken as half of
 * trade over output. Goods alone are counted: no capital, no labour, no rents. Output at purchasing power makes λ too small for states
 * where prices are low.
 *
 * @see Armington (1969), IMF Staff Papers 16(1); Arkolakis, Costinot & Rodríguez-Clare (2012), AER 102(1), eq. 1
 */
export function entwine(dossier: Dossier, year: number, request: Request): Entwinement {
  const [a, b] = dossier.relation.parties
  const losses = [lossOf(a, b), lossOf(b, a)]
  const [first, second] = losses.map(({ income }) => (isMissing(income) ? null : income.value))
  const asymmetry =
    first == null || second == null
      ? absent('not-collected', 'oneLossUnknown')
      : first + second === 0
        ? 0
        : (first - second) / (first + second)
  const bound = losses.map(({ income }) => (isMissing(income) ? null : income.value >= bindingLoss))
  const verdict = bound.includes(null)
    ? absent('not-collected', 'oneLossUnknown')
    : bound[0] && bound[1]
      ? 'both-bound'
      : bound[0] || bound[1]
        ? 'one-bound'
        : 'neither-bound'
  return { losses, asymmetry, verdict, boundSide: verdict === 'one-bound' ? (bound[0] ? a : b) : null }

  function lossOf(of: string, towards: string): Loss {
    const dependence = latest(dossier.series, 'trade-dependence', of, towards, year, request.carry)
    const exposure = latest(dossier.series, 'trade-to-gdp', of, towards, year, request.carry)
    const [low, high] = request.elasticities
    const lost = (share: number, elasticity: number) =>
      1 - (1 - Math.min(0.99, share / 2)) ** (1 / elasticity)
    return {
      of,
      towards,
      year: dependence?.year ?? year,
      dependence: dependence?.value ?? absent('not-collected', 'noDependence'),
      income:
        exposure === undefined || isMissing(exposure.value)
          ? (absentOf(exposure?.value) ?? absent('not-collected', 'noTradeToOutput'))
          : {
              value: lost(exposure.value, Math.sqrt(low * high)),
              interval: [
                lost(Math.max(0, exposure.value - reach(exposure)), high),
                lost(exposure.value + reach(exposure), low),
              ],
              unit: 'share of income',
              uncertainty: `elasticities of trade from ${low} to ${high}, and 90 % of the error of what is traded`,
            },
      evidence: [dependence, exposure].flatMap((one) =>
        one === undefined ? [] : pointers('series', one.series),
      ),
    }
  }
}

/** Half of the 90 % interval of a value; 0 where its error is not known. */
function reach({ se = 0 }: Observation): number {
  return 1.6449 * se
}

function absentOf(value: number | Missing | undefined): Missing | undefined {
  return isMissing(value) ? value : undefined
}

function latest(
  series: readonly Series[],
  measure: string,
  of: string,
  towards: string,
  year: number,
  carry: number,
): (Observation & { readonly series: Series }) | undefined {
  const one = series.find((s) => s.measure === measure && s.of === of && s.towards === towards)
  const found = one === undefined ? undefined : latestKnown(one, year, carry)
  return one === undefined || found === undefined ? undefined : { ...found, series: one }
}
