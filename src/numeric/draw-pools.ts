import type { StatedQuantiles } from './normal-scores.ts'
import { type DistributionRule, distributionMethods, distributionPool } from './pool-distributions.ts'
import { type PoolingRule, poolProbabilities } from './pool-probabilities.ts'
import type { Random } from './random.ts'
import { recencyWeights } from './recency-weights.ts'
import { ascending, weightedMedian } from './weighted-median.ts'

/**
 * Pools at one share with the forecasters drawn anew, as many of them as there are and with replacement: how far the pool hangs on who
 * was asked. Who is drawn twice counts twice; ranks in time are those among the drawn.
 *
 * @param forecasts at least one, the oldest first
 * @param share     at which the pool is wanted, in (0, 1)
 * @param weights   above 0, one each; not used by `…-recency`; equal if left out
 * @param draws     how many, at least 0
 * @param next      random numbers, one for each forecaster and draw
 * @returns value of each draw, in the unit of the forecasts
 * @throws RangeError if quantiles are out of order, lengths differ, or a weight is below 0
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 6
 * @example
 * [...drawPools([{ shares: [0.25, 0.75], values: [10, 20] }], 0.25, 'linear', undefined, 2, () => 0.5)] // => [10, 10]
 */
export function drawPools(
  forecasts: readonly StatedQuantiles[],
  share: number,
  rule: DistributionRule,
  weights: ArrayLike<number> | undefined,
  draws: number,
  next: Random,
): Float64Array {
  const n = forecasts.length
  const pool = distributionPool(forecasts, [share])
  const method = distributionMethods.find((one) => rule.startsWith(one)) ?? 'mean'
  const ranked = rule.endsWith('-recency') ? recencyWeights(n) : undefined
  const [times, drawn] = [new Uint32Array(n), new Float64Array(n)]
  return Float64Array.from({ length: draws }, () => {
    drawTimes(times, next)
    weigh(times, weights, ranked, drawn)
    return pool(method, drawn)[0] ?? 0
  })
}

/**
 * As `drawPools`, of probabilities of one event.
 *
 * @param probabilities each in [0, 1], at least one, the oldest first
 * @param more          weights above 0 and the power, as `poolProbabilities` takes them
 * @returns probability of each draw
 * @throws RangeError if there is no probability, or lengths differ
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 6
 * @example
 * [...drawProbabilityPools([0.2, 0.4], 'median', {}, 1, () => 0.5)] // => [0.4]
 */
export function drawProbabilityPools(
  probabilities: ArrayLike<number>,
  rule: PoolingRule,
  more: NonNullable<Parameters<typeof poolProbabilities>[2]>,
  draws: number,
  next: Random,
): Float64Array {
  const n = probabilities.length
  const [times, drawn, own] = [new Uint32Array(n), new Float64Array(n), new Float64Array(n)]
  if (rule === 'median' || rule === 'recency') {
    const ranked = rule === 'recency' ? recencyWeights(n) : undefined
    const order = ascending(probabilities)
    return Float64Array.from({ length: draws }, () => {
      drawTimes(times, next)
      weigh(times, more.weights, ranked, drawn)
      return weightedMedian(probabilities, drawn, order)
    })
  }
  const given = more.weights
  const how = given === undefined ? more : { ...more, weights: own }
  return Float64Array.from({ length: draws }, () => {
    drawTimes(times, next)
    let place = 0
    for (let at = 0; at < n; at++)
      for (let one = times[at] ?? 0; one > 0; one--) {
        drawn[place] = probabilities[at] ?? 0
        own[place++] = given?.[at] ?? 1
      }
    return poolProbabilities(drawn, rule, how)
  })
}

/** How many times each is drawn, in as many draws as there are. */
function drawTimes(times: Uint32Array, next: Random): void {
  times.fill(0)
  for (let pick = 0; pick < times.length; pick++) {
    const at = Math.floor(next() * times.length)
    times[at] = (times[at] ?? 0) + 1
  }
}

/** Weight of each for the times that it was drawn: its own, or that of its ranks among the drawn. */
function weigh(
  times: Uint32Array,
  weights: ArrayLike<number> | undefined,
  ranked: Float64Array | undefined,
  into: Float64Array,
): void {
  let rank = 0
  for (let at = 0; at < times.length; at++) {
    const count = times[at] ?? 0
    let weight = 0
    if (ranked === undefined) weight = count * (weights?.[at] ?? 1)
    else for (let one = 0; one < count; one++) weight += ranked[rank++] ?? 0
    into[at] = weight
  }
}
