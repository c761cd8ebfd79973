/** The steps before weights: imputation, outliers, scales. Published stages are in the test of `method composite`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denominate } from './denominate.ts'
import { imputations, imputeTable } from './impute.ts'
import { type Normalization, normalizeColumn } from './normalize-column.ts'
import { shape, treatOutliers, usualLimits } from './treat-outliers.ts'

const gap = Number.NaN
const noGroups = (units: number) => new Int32Array(units).fill(-1)

describe('imputation', () => {
  const fill = (columns: number[][], how: (typeof imputations)[number], groups?: number[]) => {
    const units = columns[0]?.length ?? 0
    const from = Float64Array.from(columns.flat())
    const to = new Float64Array(from.length)
    imputeTable(
      from,
      to,
      units,
      how,
      groups ? Int32Array.from(groups) : noGroups(units),
      new Float64Array(units),
    )
    return [...to]
  }

  test('by the mean and the median of the column or of its group', () => {
    const column = [1, 2, 9, gap, gap]
    expect(fill([column], 'mean')).toEqual([1, 2, 9, 4, 4])
    expect(fill([column], 'median')).toEqual([1, 2, 9, 2, 2])
    expect(fill([column], 'group-mean', [0, 0, 1, 0, 1])).toEqual([1, 2, 9, 1.5, 9])
    expect(fill([[1, 5, 6, gap]], 'group-median', [0, 0, 0, 0])).toEqual([1, 5, 6, 5])
  })

  test('what nothing can fill stays missing: a group without values, a unit without a group, an empty column', () => {
    expect(fill([[1, gap, gap]], 'group-mean', [0, 1, -1])).toEqual([1, gap, gap])
    expect(fill([[gap, gap]], 'median')).toEqual([gap, gap])
  })

  test('regression follows the column that correlates most, and the next where that one is missing', () => {
    const y = [3, 5, 7, 9, gap, gap]
    const close = [1, 2, 3, 4, 5, gap]
    const loose = [2, 3, 7, 8, 1, 10]
    const filled = fill([y, close, loose], 'regression')
    expect(filled[4]).toBeCloseTo(11, 9) // y = 2 x + 1
    // least squares of y on loose: slope 22 / 26, through the means 6 and 5
    expect(filled[5]).toBeCloseTo(6 + (22 / 26) * (10 - 5), 9)
    expect(
      fill(
        [
          [1, 2, gap],
          [1, 1, 1],
        ],
        'regression',
      ),
    ).toEqual([1, 2, gap, 1, 1, 1])
  })

  test('what is known is never changed, whatever the way', () => {
    const column = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(gap)), {
      minLength: 6,
      maxLength: 6,
    })
    fc.assert(
      fc.property(column, column, fc.constantFrom(...imputations), (a, b, how) => {
        const filled = fill([a, b], how, [0, 1, 0, 1, 0, 1])
        for (const [at, value] of [...a, ...b].entries())
          if (!Number.isNaN(value)) expect(filled[at]).toBe(value)
      }),
    )
  })
})

describe('outliers', () => {
  const treat = (values: number[], how: 'winsorize' | 'winsorize-log' | 'log', limits = usualLimits) => {
    const changed = Float64Array.from(values)
    const became = treatOutliers(changed, 0, changed.length, how, limits)
    return { ...became, now: [...changed] }
  }

  test('the farthest value is set to the next; equals go together; the other end where the skew is there', () => {
    expect(treat([1, 2, 3, 4, 5, 6, 7, 90], 'winsorize')).toMatchObject({
      drawnIn: 1,
      now: [1, 2, 3, 4, 5, 6, 7, 7],
    })
    expect(treat([-1, -2, -3, -4, -5, -6, -7, -90], 'winsorize').now.at(-1)).toBe(-7)
    expect(treat([1, 2, 3, 4, 5, 6], 'winsorize')).toMatchObject({ drawnIn: 0, within: true })
  })

  test('no more are drawn in than allowed; a logarithm takes over where that is not enough', () => {
    const wild = Array.from({ length: 40 }, (_, at) => Math.exp(at / 3))
    const one = { ...usualLimits, points: 1 }
    expect(treat(wild, 'winsorize', one)).toMatchObject({ drawnIn: 1, logged: false, within: false })
    const logged = treat(wild, 'winsorize-log', one)
    expect(logged).toMatchObject({ drawnIn: 0, logged: true, within: true })
    // log(x − least + range / 100), as in COINr
    const [least, most] = [Math.min(...wild), Math.max(...wild)]
    expect(logged.now[7]).toBeCloseTo(Math.log((wild[7] ?? 0) - least + 0.01 * (most - least)), 12)
    expect(treat(wild, 'log').now).toEqual(logged.now)
  })

  test('order is kept on a logarithmic scale, on either side, and gaps stay gaps', () => {
    const wild = Array.from({ length: 30 }, (_, at) => Math.exp(at / 2))
    for (const values of [wild, wild.map((value) => -value).reverse()]) {
      const { now, logged } = treat([...values, gap], 'log')
      expect(logged).toBe(true)
      for (let at = 1; at < 30; at++) expect(now[at]).toBeGreaterThan(now[at - 1] ?? 0)
      expect(now[30]).toBeNaN()
    }
  })

  test('skewness and kurtosis are those of R', () => {
    // R 4.2.2: x <- c(2, 3, 5, 8, 21); n <- 5; d <- x - mean(x); g1 <- sqrt(n) * sum(d^3) / sum(d^2)^1.5;
    // g1 * sqrt(n * (n - 1)) / (n - 2); g2 <- n * sum(d^4) / sum(d^2)^2 - 3; ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))
    const { skewness, kurtosis } = shape(Float64Array.of(2, 3, 5, 8, 21), 0, 5)
    expect(skewness).toBeCloseTo(1.781577175873, 9)
    expect(kurtosis).toBeCloseTo(3.252358947165, 9)
  })
})

describe('scales', () => {
  const scaled = (
    values: readonly number[],
    how: Normalization,
    scale: Parameters<typeof normalizeColumn>[4] = { direction: 1 },
    floor = 0,
  ) => {
    const column = Float64Array.from(values)
    normalizeColumn(column, 0, column.length, how, scale, floor, new Float64Array(column.length))
    return [...column]
  }

  test.each([
    ['min-max', [0, 50, 100]],
    ['rank', [1, 2, 3]],
    ['percentile', [0, 50, 100]],
    ['z-score', [-1, 0, 1]],
  ] as const)('%s', (how, expected) => {
    expect(scaled([1, 2, 3], how)).toEqual(expected)
    expect(scaled([1, 2, 3], how, { direction: -1 })).toEqual(expected.toReversed().map((value) => value + 0))
  })

  test('goalposts and targets end the scale, in either direction', () => {
    expect(scaled([-5, 5, 15], 'goalposts', { direction: 1, lower: 0, upper: 10 })).toEqual([0, 50, 100])
    expect(scaled([-5, 2, 15], 'goalposts', { direction: -1, lower: 0, upper: 10 })).toEqual([100, 80, 0])
    expect(scaled([0, 5, 20], 'target', { direction: 1, target: 10 })).toEqual([0, 50, 100])
    expect(scaled([2, 6, 10], 'target', { direction: -1, target: 4 })).toEqual([100, 400 / 6, 0])
    expect(scaled([2, 6], 'target', { direction: 1, target: 1 })).toEqual([gap, gap])
    expect(scaled([7, 7], 'goalposts', { direction: 1, lower: 0, upper: 10 })).toEqual([70, 70])
  })

  test('a scale that begins at 1 has no 0, for geometric means', () => {
    expect(scaled([1, 2, 3], 'min-max', { direction: 1 }, 1)).toEqual([1, 50.5, 100])
  })

  test('a column that does not vary gives no number, and gaps stay gaps', () => {
    expect(scaled([2, 2, 2], 'min-max')).toEqual([gap, gap, gap])
    expect(scaled([1, gap, 3], 'rank')).toEqual([1, gap, 2])
  })

  test('a change of unit changes no normalized value, and of direction turns the ranks round', () => {
    const column = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(column, fc.constantFrom('min-max', 'z-score', 'rank', 'percentile'), (values, how) => {
        const plain = scaled(values, how)
        const other = scaled(
          values.map((value) => 3 * value + 7),
          how,
        )
        for (const [at, value] of plain.entries()) expect(other[at]).toBeCloseTo(value, 9)
        const ranks = scaled(plain, 'rank')
        const turned = scaled(scaled(values, how, { direction: -1 }), 'rank')
        for (const [at, rank] of ranks.entries()) expect(turned[at]).toBe(values.length + 1 - rank)
      }),
    )
  })
})

test('a value over nothing is missing; scales multiply first', () => {
  expect([...denominate(Float64Array.of(6, 1, 2), Float64Array.of(2, 0, gap), 10)]).toEqual([30, gap, gap])
})
