import { isMissing } from '#domain/missing'
import { normalCdf } from '#numeric/normal'
import { absent } from './absent.ts'
import type { Quadrant, Trust } from './beyond.ts'
import type { Standing, YearDepth } from './model.ts'

const half = 0.5

/**
 * Trust against cooperation (D8). High is above one half on either scale. Errors of the two are taken as independent.
 *
 * @see paper 004, table of confidence and cooperation
 */
export function quadrantOf(standing: Standing, trajectory: readonly YearDepth[], trust: Trust): Quadrant {
  const points = trajectory.flatMap(({ year, depth, trust: rate }) => {
    if (isMissing(depth) || isMissing(rate)) return []
    const spread = ({ interval }: { readonly interval: readonly [number, number] | null }) =>
      interval === null ? 0 : (interval[1] - interval[0]) / (2 * 1.6449)
    return [
      {
        relation: standing.relation,
        title: standing.title,
        year,
        trust: rate.value,
        cooperation: depth.value,
        trustSd: spread(rate),
        cooperationSd: spread(depth),
      },
    ]
  })
  const last = points.at(-1)
  if (last === undefined || isMissing(trust.hitRate)) {
    const unknown = absent('not-collected', 'trustUnknown')
    return { place: unknown, sure: unknown, points }
  }
  const [trusts, works] = [last.trust >= half, last.cooperation >= half]
  const place = trusts ? (works ? 'good-friend' : 'potential-friend') : works ? 'bad-friend' : 'bad-partner'
  const side = (value: number, sd: number) => normalCdf(Math.abs(value - half) / Math.max(sd, 1e-9))
  return { place, sure: side(last.trust, last.trustSd) * side(last.cooperation, last.cooperationSd), points }
}
