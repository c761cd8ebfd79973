import type { Estimate } from '#domain/finding'
import type { Question } from '#domain/question'
import { drawPools } from '#numeric/draw-pools'
import { type DistributionRule, distributionRules } from '#numeric/pool-distributions'
import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'
import { statedShares } from '#numeric/stated-shares'
import { momentsOf } from './back-test.ts'
import { type Choice, chooseRule, type Trial } from './choose-rule.ts'
import { lossOf, outcomeAsNumber } from './loss.ts'
import type { PooledDistribution, Request } from './model.ts'
import { type PastScores, pastScores } from './past-scores.ts'
import {
  type HeldQuantiles,
  pooledLines,
  poolsOf,
  quantilesIn,
  toldShares,
  withinPossible,
} from './pooled-lines.ts'
import { standingAt, type Timeline } from './standing.ts'
import { type Tally, tally } from './tally.ts'

/** Whether a question is answered with a distribution: a number or a date. */
export function isOfDistribution({ kind }: Pick<Question, 'kind'>): boolean {
  return kind === 'numeric' || kind === 'date'
}

/** How the rule was chosen that pools numbers and dates, and what was known of the forecasters. */
export interface DistributionTest extends Choice<DistributionRule> {
  readonly past: PastScores
}

/**
 * Tries every rule of pooling distributions on the resolved questions of a number or a date, at evenly spaced moments, on what stood
 * then, at all shares that were stated: the continuous ranked score as a share of the range. Weights by performance rest on such
 * questions whose answer was known at the moment.
 */
export function testDistributions(timelines: readonly Timeline[], request: Request): DistributionTest {
  const resolved = timelines.filter(
    ({ question, state }) => state === 'resolved' && isOfDistribution(question),
  )
  const past = pastScores(
    resolved,
    resolved.flatMap((line) => relative(tally(line, null, undefined))),
    relativeSharpness,
  )
  const trials = resolved.flatMap((timeline) => tried(timeline, past, request))
  const choice = chooseRule(
    distributionRules,
    trials,
    request.distributionPooling,
    'median',
    'CRPS as a share of the range',
    request,
  )
  const lines = trials.length === 0 ? [] : choice.lines.toSorted((a, b) => a.score.value - b.score.value)
  return { ...choice, lines, past }
}

/** Weight by performance per mean score of a question: a Brier score of about 0.2 is usual, for which it is 10 per unit. */
const relativeSharpness = 2

/** Own score against the others as a share of the mean score on the question: ranges differ in how much of them is in doubt. */
function relative(tallies: readonly Tally[]): readonly Tally[] {
  const sum = (of: (one: Tally) => number) => tallies.reduce((total, one) => total + of(one), 0)
  const mean = sum(({ loss }) => loss) / sum(({ weight }) => weight)
  return tallies.map((one) => ({ ...one, excess: mean > 0 ? one.excess / mean : 0 }))
}

function tried(timeline: Timeline, past: PastScores, request: Request): readonly Trial[] {
  const { question, resolution } = timeline
  const sums = distributionRules.map(() => 0)
  let moments = 0
  for (const at of momentsOf(timeline, request.moments)) {
    const standing = quantilesIn(standingAt(timeline, at))
    if (standing.length === 0 || resolution === null) continue
    const weights = past.weightsAt(standing, at)
    const shares = statedShares(standing.map(({ belief }) => belief))
    const pool = poolsOf(question, standing, shares)
    const losses = distributionRules.map((rule) => {
      const values = pool(rule, weights)
      return lossOf(question, resolution, { kind: 'quantiles', shares, values })?.loss
    })
    if (losses.some((loss) => loss === undefined)) continue
    moments++
    for (const [place, loss] of losses.entries()) sums[place] = (sums[place] ?? 0) + (loss ?? 0)
  }
  return moments === 0 ? [] : [{ question: question.id, loss: sums.map((sum) => sum / moments) }]
}

/**
 * What is forecast on a question of a number or a date as it stands last: the pool, agencies, forecasters.
 *
 * @param drawing whether the interval of the middle is wanted
 * @returns null where nothing stands
 */
export function distributionNow(
  timeline: Timeline,
  { rule, past }: Pick<DistributionTest, 'rule' | 'past'>,
  request: Request,
  drawing: boolean,
): PooledDistribution | null {
  const { question, resolution, state } = timeline
  const at = timeline.until - 1
  const standing = quantilesIn(standingAt(timeline, at))
  if (!isOfDistribution(question) || standing.length === 0) return null
  const weights = past.weightsAt(standing, at)
  const lines = pooledLines(question, standing, rule, weights)
  return {
    question: question.id,
    unit: question.unit ?? null,
    outcome: state === 'resolved' ? outcomeAsNumber(resolution?.outcome) : null,
    middle: middleOf(question, standing, rule, weights, drawing ? request : undefined),
    lines,
  }
}

function middleOf(
  question: Question,
  held: readonly HeldQuantiles[],
  rule: DistributionRule,
  weights: readonly number[],
  request: Request | undefined,
): Estimate {
  const share = toldShares[2]
  const unit = question.kind === 'date' ? 'days since 1970' : (question.unit ?? '')
  const value = poolsOf(question, held, [share])(rule, weights)[0] ?? 0
  if (held.length < 2) return { value, interval: null, unit, uncertainty: 'one forecaster: none can be told' }
  if (request === undefined) return { value, interval: null, unit, uncertainty: 'not drawn: no longer open' }
  const drawn = drawPools(
    held.map(({ belief }) => belief),
    share,
    rule,
    rule.endsWith('-performance') ? weights : undefined,
    Math.min(request.draws, mostDraws),
    random(request.seed),
  )
    .map(withinPossible(question, held))
    .sort()
  return {
    value,
    interval: [quantile(drawn, 0.05), quantile(drawn, 0.95)],
    unit,
    uncertainty: '90 % interval, drawing forecasters',
  }
}

/** Draws of forecasters: the interval tells how far the middle hangs on who was asked, and needs no more. */
const mostDraws = 500
