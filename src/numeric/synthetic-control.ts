import { nearestInHull } from './nearest-in-hull.ts'

/** One unit compared with a mixture of others that resembled it before. */
export interface SyntheticControl {
  /** [donors] shares, summing to 1 */
  readonly weights: Float64Array
  /** [periods] the mixture */
  readonly synthetic: Float64Array
  /** [periods] the unit less the mixture */
  readonly gap: Float64Array
  /** root mean squared gap before */
  readonly before: number
  /** root mean squared gap after */
  readonly after: number
  /** mean gap after */
  readonly effect: number
}

/** A synthetic control with what the same method gives for units to which nothing happened. */
export interface PlaceboTest extends SyntheticControl {
  /** [donors] the same for each donor, with the other donors as its donors */
  readonly placebos: readonly SyntheticControl[]
  /** share of all units, this one included, whose gap grew at least as much: a permutation p-value in (0, 1] */
  readonly p: number
  /** mean effects, if constant, that the test does not reject at 1 − level; null if it rejects or accepts all */
  readonly interval: readonly [number, number] | null
  /** the level that so few donors allow: 1 − (at most 1 − the level asked for) */
  readonly level: number
}

/**
 * Synthetic control: the mixture of donors that followed a unit most closely before something happened to it, as an
 * estimate of what would have been without it. Variant: outcomes of all periods before are the only predictors, all
 * with the same weight, no intercept.
 *
 * @param unit   [periods] its outcomes
 * @param donors [donors × periods] outcomes of units to which it did not happen, row by row
 * @param before number of periods before, in [1, periods)
 * @throws RangeError if sizes do not fit or nothing lies before or after
 * @see Abadie, Diamond & Hainmueller (2010), JASA 105(490), section 2.3
 * @example
 * syntheticControl(Float64Array.of(1, 2, 9), Float64Array.of(0, 1, 4, 2, 3, 6), 2).effect // => 4
 */
export function syntheticControl(unit: Float64Array, donors: Float64Array, before: number): SyntheticControl {
  const periods = unit.length
  const n = donors.length / periods
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`syntheticControl: donors must be [n × ${periods}], got ${donors.length} values`)
  if (!(before >= 1 && before < periods))
    throw new RangeError(`syntheticControl: before must lie in [1, ${periods}), got ${before}`)
  const past = new Float64Array(n * before)
  for (let j = 0; j < n; j++) past.set(donors.subarray(j * periods, j * periods + before), j * before)
  const { weights } = nearestInHull(past, unit.slice(0, before))
  const synthetic = new Float64Array(periods)
  for (let j = 0; j < n; j++)
    for (let t = 0; t < periods; t++)
      synthetic[t] = (synthetic[t] ?? 0) + (weights[j] ?? 0) * (donors[j * periods + t] ?? 0)
  const gap = unit.map((value, t) => value - (synthetic[t] ?? 0))
  return {
    weights,
    synthetic,
    gap,
    before: rootMeanSquare(gap.subarray(0, before)),
    after: rootMeanSquare(gap.subarray(before)),
    effect: mean(gap.subarray(before)),
  }
}

/**
 * A synthetic control with placebo tests in space: the same for every donor, as if it had happened to it. How unusual
 * the unit is, is judged by how much its gap grew (root mean squared gap after over before).
 *
 * @param level coverage asked of the interval; with n donors at least 1/(1 − level) − 1 of them are needed
 * @see Abadie, Diamond & Hainmueller (2010), section 3.4; interval by inverting the test: Firpo & Possebom (2018),
 *   Journal of Causal Inference 6(2), eq. 8, constant effect
 * @throws RangeError as syntheticControl, and if there are fewer than two donors
 * @example
 * placeboTest(Float64Array.of(1, 2, 9), Float64Array.of(0, 1, 4, 2, 3, 6), 2).placebos.length // => 2
 */
export function placeboTest(
  unit: Float64Array,
  donors: Float64Array,
  before: number,
  level = 0.9,
): PlaceboTest {
  const own = syntheticControl(unit, donors, before)
  const periods = unit.length
  const n = donors.length / periods
  if (n < 2) throw new RangeError(`placeboTest: donors must be at least 2, got ${n}`)
  const placebos = Array.from({ length: n }, (_, j) => {
    const others = new Float64Array((n - 1) * periods)
    others.set(donors.subarray(0, j * periods))
    others.set(donors.subarray((j + 1) * periods), j * periods)
    return syntheticControl(donors.slice(j * periods, (j + 1) * periods), others, before)
  })
  const grown = placebos.map(growth)
  const ownGrowth = growth(own)
  const atLeast = grown.filter((value) => value >= ownGrowth).length
  return {
    ...own,
    placebos,
    p: (1 + atLeast) / (n + 1),
    ...notRejected(own, grown, before, level),
  }
}

/** Constant effects whose removal leaves the unit no more unusual than the placebos allow. */
function notRejected(own: SyntheticControl, grown: readonly number[], before: number, level: number) {
  const units = grown.length + 1
  // an effect is rejected if p ≤ 1 − level: if fewer than `needed` placebos grew at least as much
  const needed = Math.floor((1 - level) * units + 1e-9)
  const reached = { level: needed === 0 ? 1 : 1 - needed / units }
  if (needed === 0 || own.before === 0) return { interval: null, ...reached }
  const limit = [...grown].sort((a, b) => b - a)[needed - 1] ?? Number.POSITIVE_INFINITY
  // mean((gap − c)²) ≤ (limit × before)², a parabola in c
  const gaps = own.gap.subarray(before)
  const spread = (limit * own.before) ** 2 - (own.after ** 2 - own.effect ** 2)
  if (!(spread > 0) || !Number.isFinite(spread) || gaps.length === 0) return { interval: null, ...reached }
  const half = Math.sqrt(spread)
  return { interval: [own.effect - half, own.effect + half] as const, ...reached }
}

/** How much the gap grew; a unit that fitted perfectly before and not after grew beyond all bounds. */
function growth({ before, after }: SyntheticControl): number {
  return before === 0 ? (after === 0 ? 0 : Number.POSITIVE_INFINITY) : after / before
}

function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
