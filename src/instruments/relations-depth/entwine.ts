import { pointers } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { Series } from '#domain/series'
import { absent } from './absent.ts'
import type { Entwinement, Loss } from './beyond.ts'
import type { Dossier, Request } from './model.ts'

/** Losses from this share of income on count as binding. */
const bindingLoss = 0.01

/**
 * What each side loses if the relation is cut (D10). The loss of income is 1 − (1 − λ)^(1/ε) for a side that spends the share λ
 * on goods of the other and can buy others only by the elasticity of trade ε, wages held; λ is taken as half of
 * trade over output. Goods alone are counted: no capital, no labour, no rents.
 *
 * @see Armington (1969), IMF Staff Papers 16(1); Arkolakis, Costinot & Rodríguez-Clare (2012), AER 102(1), eq. 1
 */
export function entwine(dossier: Dossier, year: number, request: Request): Entwinement {
  const [a, b] = dossier.relation.parties
  const losses = [lossOf(a, b), lossOf(b, a)]
  const [first, second] = losses.map(({ dependence }) => dependence)
  const asymmetry =
    first === undefined || second === undefined || isMissing(first) || isMissing(second)
      ? absent('not-collected', 'oneDependenceUnknown')
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
              interval: [lost(exposure.value, high), lost(exposure.value, low)],
              unit: 'share of income',
              uncertainty: `elasticities of trade from ${low} to ${high}`,
            },
      evidence: [dependence, exposure].flatMap((one) =>
        one === undefined ? [] : pointers('series', one.series),
      ),
    }
  }
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
): { readonly value: number | Missing; readonly year: number; readonly series: Series } | undefined {
  const one = series.find((s) => s.measure === measure && s.of === of && s.towards === towards)
  const found = one?.observations.findLast((o) => o.year <= year && o.year >= year - carry)
  return one === undefined || found === undefined
    ? undefined
    : { value: found.value, year: found.year, series: one }
}
