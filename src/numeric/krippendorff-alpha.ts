import { quantile } from './quantile.ts'
import { random } from './random.ts'
import type { MeasurementLevel, Ratings } from './ratings.ts'
import { blocksOf, type SharedTask, sharedFloats, sharedIntegers } from './team.ts'

/** Agreement of coders beyond chance. */
export interface Alpha {
  /** at most 1; 0 where coders agree as if they drew values by lot; null where nothing varies or nothing can be paired */
  readonly alpha: number | null
  /** 95 % percentile interval of the bootstrap over units; null without one */
  readonly interval: readonly [number, number] | null
  /** values in units that two coders or more rated */
  readonly pairableValues: number
  /** units with two ratings or more */
  readonly pairableUnits: number
  /** draws of the bootstrap in which alpha was not defined, and which the interval leaves out */
  readonly undefinedDraws: number
}

/** What is asked: ratings, their level, how many draws, and the seed of the draws. */
export interface AlphaInput {
  readonly ratings: Ratings
  readonly level: MeasurementLevel
  readonly bootstrap: number
  readonly seed: number
}

/**
 * Units as sparse rows of the coincidence matrix: disagreeing pairs with their weights, and how often each value was
 * given where it can be paired.
 */
export interface AlphaShared {
  readonly level: MeasurementLevel
  readonly seed: number
  readonly values: Float64Array
  readonly units: number
  /** [units + 1] where the pairs of a unit begin */
  readonly pairStart: Int32Array
  readonly pairLow: Int32Array
  readonly pairHigh: Int32Array
  readonly pairWeight: Float64Array
  /** [units + 1] where the values of a unit begin */
  readonly valueStart: Int32Array
  readonly valueAt: Int32Array
  readonly valueCount: Float64Array
  /** [bootstrap] alpha of each draw, NaN where it is not defined; inside only */
  readonly draws: Float64Array<SharedArrayBuffer>
}

const drawsInBlock = 16

/**
 * Krippendorff's alpha for nominal, ordinal, interval or ratio data with missing ratings, and a bootstrap interval that
 * draws units with replacement. The variant is the canonical one, from coincidences; ordinal differences follow the
 * ranks of the values that are drawn.
 *
 * @throws RangeError if a rating names a unit or value that is not there
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A–E; bootstrap over units: Zapf, Castell,
 *   Morawietz & Karch (2016), BMC Medical Research Methodology 16:93
 */
export const krippendorffAlpha: SharedTask<AlphaInput, AlphaShared, Alpha> = {
  prepare({ ratings, level, bootstrap, seed }) {
    return {
      ...coincidences(ratings),
      level,
      seed,
      values: Float64Array.from(ratings.values),
      draws: sharedFloats(bootstrap),
    }
  },
  run(shared, team) {
    const { draws, units, seed } = shared
    const counter = disagreementCounter(shared)
    const multiplicity = new Int32Array(units)
    const blocks = Math.ceil(draws.length / drawsInBlock)
    const [from, to] = blocksOf(team, blocks)
    for (let block = from; block < to; block++) {
      for (
        let draw = block * drawsInBlock;
        draw < Math.min(draws.length, (block + 1) * drawsInBlock);
        draw++
      ) {
        drawUnits(multiplicity, seed, draw)
        draws[draw] = counter(multiplicity) ?? Number.NaN
      }
      team.progress(block - from + 1, to - from)
    }
    team.barrier()
    const alpha = counter(multiplicity.fill(1))
    const defined = draws.filter((value) => !Number.isNaN(value)).sort()
    const interval: readonly [number, number] | null =
      alpha === null || defined.length === 0 ? null : [quantile(defined, 0.025), quantile(defined, 0.975)]
    return {
      alpha,
      interval,
      pairableValues: shared.valueCount.reduce((sum, count) => sum + count, 0),
      pairableUnits: units,
      undefinedDraws: draws.length - defined.length,
    }
  },
}

/** How often each unit is drawn, one stream of numbers for each draw. */
function drawUnits(multiplicity: Int32Array, seed: number, draw: number): void {
  const next = random(seed, draw + 1)
  const { length } = multiplicity
  multiplicity.fill(0)
  for (let at = 0; at < length; at++) {
    const unit = (next() * length) | 0
    multiplicity[unit] = (multiplicity[unit] ?? 0) + 1
  }
}

/** Only units with two ratings count. */
function coincidences(ratings: Ratings): Omit<AlphaShared, 'level' | 'seed' | 'values' | 'draws'> {
  const byUnit: Map<number, number>[] = Array.from({ length: ratings.units }, () => new Map())
  for (const [at, unit] of ratings.unit.entries()) {
    const counts = byUnit[unit]
    const value = ratings.value[at] ?? -1
    if (counts === undefined || value < 0 || value >= ratings.values.length)
      throw new RangeError(`krippendorffAlpha: rating ${at} names a unit or value that is not there`)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const pairable = byUnit
    .map((counts) => [...counts].sort(([a], [b]) => a - b))
    .filter((counts) => counts.reduce((sum, [, count]) => sum + count, 0) >= 2)
  const pairs = pairable.map((counts) => {
    const m = counts.reduce((sum, [, count]) => sum + count, 0)
    return counts.flatMap(([low, n], at) =>
      counts.slice(at + 1).map(([high, k]) => ({ low, high, weight: (n * k) / (m - 1) })),
    )
  })
  return {
    units: pairable.length,
    pairStart: starts(pairs),
    pairLow: integers(pairs.flat().map(({ low }) => low)),
    pairHigh: integers(pairs.flat().map(({ high }) => high)),
    pairWeight: floats(pairs.flat().map(({ weight }) => weight)),
    valueStart: starts(pairable),
    valueAt: integers(pairable.flat().map(([value]) => value)),
    valueCount: floats(pairable.flat().map(([, count]) => count)),
  }
}

function starts(rows: readonly (readonly unknown[])[]): Int32Array {
  const begin = sharedIntegers(rows.length + 1)
  for (const [at, row] of rows.entries()) begin[at + 1] = (begin[at] ?? 0) + row.length
  return begin
}

function integers(list: readonly number[]): Int32Array {
  const shared = sharedIntegers(list.length)
  shared.set(list)
  return shared
}

function floats(list: readonly number[]): Float64Array {
  const shared = sharedFloats(list.length)
  shared.set(list)
  return shared
}

/** A function from how often each unit counts to alpha; it allocates nothing more. */
function disagreementCounter(shared: AlphaShared): (multiplicity: Int32Array) => number | null {
  const { level, values, units } = shared
  const { pairStart, pairLow, pairHigh, pairWeight, valueStart, valueAt, valueCount } = shared
  const size = values.length
  const given = new Float64Array(size)
  const below = new Float64Array(size + 1)
  // differences that do not depend on the draw are squared once
  const fixed =
    level === 'ordinal'
      ? null
      : pairWeight.map(
          (weight, at) =>
            weight * squared(level, values[pairLow[at] ?? 0] ?? 0, values[pairHigh[at] ?? 0] ?? 0),
        )
  const perUnit =
    fixed &&
    Float64Array.from({ length: units }, (_, unit) =>
      fixed.subarray(pairStart[unit], pairStart[unit + 1]).reduce((sum, part) => sum + part, 0),
    )
  return (multiplicity) => {
    given.fill(0)
    for (let unit = 0; unit < units; unit++) {
      const times = multiplicity[unit] as number // inside the array
      if (times === 0) continue
      const end = valueStart[unit + 1] as number
      for (let at = valueStart[unit] as number; at < end; at++)
        given[valueAt[at] as number] =
          (given[valueAt[at] as number] as number) + times * (valueCount[at] as number)
    }
    let total = 0
    for (let value = 0; value < size; value++) {
      total += given[value] as number
      below[value + 1] = total
    }
    let observed = 0
    for (let unit = 0; unit < units; unit++) {
      const times = multiplicity[unit] as number
      if (times === 0) continue
      if (perUnit !== null) {
        observed += times * (perUnit[unit] as number)
        continue
      }
      const end = pairStart[unit + 1] as number
      for (let at = pairStart[unit] as number; at < end; at++) {
        const low = pairLow[at] as number
        const high = pairHigh[at] as number
        const apart =
          (below[high + 1] as number) -
          (below[low] as number) -
          ((given[low] as number) + (given[high] as number)) / 2
        observed += times * (pairWeight[at] as number) * apart * apart
      }
    }
    const expected = expectedDisagreement(level, values, given, below)
    return expected > 0 ? 1 - ((total - 1) * observed) / expected : null
  }
}

/** Σ over pairs of values of how often both were given, times their squared difference. */
function expectedDisagreement(
  level: MeasurementLevel,
  values: Float64Array,
  given: Float64Array,
  below: Float64Array,
): number {
  let sum = 0
  for (let low = 0; low < values.length; low++) {
    const n = given[low] as number
    if (n === 0) continue
    for (let high = low + 1; high < values.length; high++) {
      const k = given[high] as number
      const apart = (below[high + 1] as number) - (below[low] as number) - (n + k) / 2
      sum +=
        n *
        k *
        (level === 'ordinal' ? apart * apart : squared(level, values[low] as number, values[high] as number))
    }
  }
  return sum
}

function squared(level: MeasurementLevel, low: number, high: number): number {
  if (level === 'nominal') return 1
  if (level === 'interval') return (high - low) ** 2
  return high + low === 0 ? 0 : ((high - low) / (high + low)) ** 2
}
