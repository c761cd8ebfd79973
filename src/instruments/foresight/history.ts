import type { Estimate } from '#domain/finding'
import type { Missing } from '#domain/missing'
import { drawProbabilityPools } from '#numeric/draw-pools'
import type { PoolingRule } from '#numeric/pool-probabilities'
import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'
import { absent } from './absent.ts'
import type { HistoryPoint, Request } from './model.ts'
import type { PastScores } from './past-scores.ts'
import { pooledBelief } from './pool.ts'
import { type Stand, standingAt, type Timeline } from './standing.ts'

const mostPoints = 60

/** The pool each time a forecast changed, at most sixty of them evenly chosen, with the middle half of what was said. */
export function historyOf(
  timeline: Timeline,
  rule: PoolingRule,
  past: PastScores,
  request: Request,
): readonly HistoryPoint[] {
  if (timeline.question.kind !== 'binary') return []
  const changes = [...new Set(timeline.stands.flatMap(({ from, until }) => [from, until]))]
    .filter((at) => at < timeline.until)
    .toSorted((a, b) => a - b)
  const step = Math.max(1, changes.length / mostPoints)
  const chosen = Array.from(
    { length: Math.min(changes.length, mostPoints) },
    (_, at) => changes[Math.floor(at * step)] ?? timeline.from,
  )
  const ends = chosen.length === 0 ? [] : [...chosen, timeline.until - 1]
  return [...new Set(ends)].flatMap((at): HistoryPoint[] => {
    const standing = standingAt(timeline, at)
    const belief = pooledBelief(standing, rule, past.weightsAt(standing, at), request.a)
    if (belief?.kind !== 'binary') return []
    const said = yesOf(standing).toSorted((a, b) => a - b)
    return [
      {
        question: timeline.question.id,
        at,
        pooled: belief.yes,
        low: quantile(said, 0.25),
        high: quantile(said, 0.75),
        n: said.length,
      },
    ]
  })
}

/**
 * The pool as it stands last, with an interval that draws the forecasters: how far it hangs on who was asked.
 *
 * @param drawing whether the interval is wanted
 */
export function pooledNow(
  timeline: Timeline,
  rule: PoolingRule,
  past: PastScores,
  request: Request,
  drawing: boolean,
): Estimate | Missing {
  const at = timeline.until - 1
  const standing = standingAt(timeline, at)
  if (standing.length === 0) return absent('not-applicable', 'nobodyStands')
  const weights = past.weightsAt(standing, at)
  const belief = pooledBelief(standing, rule, weights, request.a)
  if (belief?.kind !== 'binary') return absent('not-applicable', 'notPooled')
  const unit = 'probability'
  if (standing.length < 2)
    return { value: belief.yes, interval: null, unit, uncertainty: 'one forecaster: none can be told' }
  if (!drawing) return { value: belief.yes, interval: null, unit, uncertainty: 'not drawn: no longer open' }
  const drawn = drawProbabilityPools(
    yesOf(standing),
    rule,
    rule === 'performance' ? { weights, a: request.a } : { a: request.a },
    Math.min(request.draws, 1000),
    random(request.seed),
  ).sort()
  return {
    value: belief.yes,
    interval: [quantile(drawn, 0.05), quantile(drawn, 0.95)],
    unit,
    uncertainty: '90 % interval, drawing forecasters',
  }
}

function yesOf(standing: readonly Stand[]): readonly number[] {
  return standing.flatMap(({ belief }) => (belief.kind === 'binary' ? [belief.yes] : []))
}
