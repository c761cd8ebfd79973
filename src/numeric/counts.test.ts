/** Forecasts of counts and the watch for changes: what the literature prints, and what must hold whatever the counts. */
import { describe, expect, test } from 'vitest'
import { alarmThreshold } from './alarm-threshold.ts'
import { countBackTest } from './count-back-test.ts'
import { countCalibration } from './count-calibration.ts'
import { changeEvidence } from './count-change.ts'
import { countCrps } from './count-crps.ts'
import { chanceOfAtLeast, countMean, countQuantile } from './count-distribution.ts'
import { countModels } from './count-models.ts'
import { cusum } from './cusum.ts'
import { cusumRunLength } from './cusum-run-length.ts'
import { empiricalCounts } from './empirical-counts.ts'
import { fitSmoothing, smooth } from './exponential-smoothing.ts'
import {
  type GammaPoissonPrior,
  gammaPoissonForecast,
  gammaPoissonPrior,
  rateBelief,
} from './gamma-poisson.ts'
import { drawCount, gammaPoissonTotal } from './gamma-poisson-total.ts'
import { logNegativeBinomial, negativeBinomial } from './negative-binomial.ts'
import { random } from './random.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { skillOverTime } from './skill-over-time.ts'
import { smoothingForecast } from './smoothing-forecast.ts'

const poisson = (mean: number, most = 60) => {
  const mass = [Math.exp(-mean)]
  for (let k = 1; k <= most; k++) mass.push(((mass[k - 1] ?? 0) * mean) / k)
  return mass
}
const draws = (n: number, mean: number, shape: number, seed: number) => {
  const chance = random(seed)
  return Array.from({ length: n }, () => drawCount(shape, mean, chance))
}

describe('the negative binomial', () => {
  test.each([
    [0.3, 2],
    [5, 40],
    [900, 2000],
    [0.5, 300],
    [2000, 3],
  ])('of shape %f and mean %f sums to 1, has that mean, and agrees with its logarithm', (shape, mean) => {
    const { cumulative } = negativeBinomial(shape, mean)
    expect(cumulative.at(-1)).toBe(1)
    expect(countMean({ cumulative }) / mean).toBeCloseTo(1, 4) // the tail beyond 1e-7 is cut off
    for (const k of [1, Math.round(mean)]) {
      const mass = (cumulative[k] ?? 0) - (cumulative[k - 1] ?? 0)
      expect(mass).toBeCloseTo(Math.exp(logNegativeBinomial(k, shape, mean)), 12)
    }
  })

  test('is drawn with its own frequencies', () => {
    const drawn = empiricalCounts(draws(20_000, 3, 1.5, 4))
    const told = negativeBinomial(1.5, 3)
    // 20,000 draws: the standard error of a share is at most 0.0035
    for (const k of [0, 2, 5, 9])
      expect(Math.abs((drawn.cumulative[k] ?? 1) - (told.cumulative[k] ?? 1))).toBeLessThan(0.014)
  })
})

describe('the gamma-Poisson model', () => {
  /** The same prior for a first month, all of its width between the series. */
  const still = (prior: GammaPoissonPrior): GammaPoissonPrior => {
    const { shape, rate } = rateBelief([], { ...prior, longMemory: 1, discount: 1 })
    return { shape, rate, longMemory: 1, spread: Number.POSITIVE_INFINITY, discount: 1 }
  }

  test('reproduces the insurance claims of Efron and Hastie (2016), table 6.1, last row', () => {
    const claims = [7840, 1317, 239, 42, 14, 4, 4, 1]
    const series = claims.flatMap((holders, x) => Array.from({ length: holders }, () => [x]))
    // of one month each, what moves from month to month cannot be told from what differs between holders: all is the latter
    const prior = still(gammaPoissonPrior(series))
    expect(prior.shape).toBeCloseTo(0.7, 2) // printed: 0.70, scale 0.31
    expect(1 / prior.rate).toBeCloseTo(0.31, 2)
    const expected = [0.164, 0.398, 0.632, 0.866, 1.1, 1.334, 1.568] // printed .164 .398 .633 .87 1.10 1.34 1.57
    for (const [x, value] of expected.entries()) {
      const { shape, rate } = rateBelief([x], prior)
      expect(Math.abs(shape / rate - value), `${x} claims`).toBeLessThan(0.006) // printed to two digits
    }
  })

  test('forgets nothing at a discount of 1: the textbook posterior', () => {
    const { shape, rate } = rateBelief([4, 2, null, 0], {
      ...{ shape: 3, rate: 2, longMemory: 1 },
      ...{ spread: Number.POSITIVE_INFINITY, discount: 1 },
    })
    expect([shape, rate]).toEqual([9, 5])
  })

  test('fades to the prior in a long silence', () => {
    const prior = { shape: 2, rate: 4, longMemory: 0.8, spread: 3, discount: 0.7 }
    const { shape, rate } = rateBelief([90, 80, ...new Array(200).fill(null)], prior)
    expect(shape).toBeCloseTo(1, 10) // 2 · 3 / (2 + 3 + 1)
    expect(shape / rate).toBeCloseTo(0.5, 10)
  })

  test('fades to what the series itself was like where that is remembered', () => {
    const prior = { shape: 1, rate: 1, longMemory: 1, spread: 2, discount: 0.5 }
    const counts = [...new Array(100).fill(30), 200, ...new Array(30).fill(null)]
    const { shape, rate } = rateBelief(counts, prior)
    expect(shape / rate).toBeCloseTo((1 + 3000 + 200) / 102, 3)
  })

  test('finds back the prior from which a group was made', () => {
    const chance = random(3)
    const group = Array.from({ length: 150 }, () => {
      const rate = drawCount(4, 400, chance) / 100 // near gamma with shape 4 and mean 4
      return Array.from({ length: 40 }, () => drawCount(1000, Math.max(rate, 0.01), chance))
    })
    const prior = gammaPoissonPrior(group)
    // 150 series: the mean has a standard error of 2/√150 = 0.16, the shape of about a tenth
    expect(Math.abs(prior.shape / prior.rate - 4)).toBeLessThan(0.5)
    const { shape } = still(prior)
    expect(shape).toBeGreaterThan(2.8)
    expect(shape).toBeLessThan(5.6)
  })

  test('the total of one month is that month’s forecast', () => {
    const prior = { shape: 1.5, rate: 0.5, longMemory: 0.98, spread: 2, discount: 0.8 }
    const total = gammaPoissonTotal([3, 6, 2], prior, 1, 20_000, random(9))
    const [month = empiricalCounts([0])] = gammaPoissonForecast([3, 6, 2], prior, 1)
    for (const k of [1, 3, 6])
      expect(Math.abs(chanceOfAtLeast(total, k) - chanceOfAtLeast(month, k))).toBeLessThan(0.014)
  })
})

describe('exponential smoothing', () => {
  // oil production of Saudi Arabia, million tonnes, 1996–2013: Hyndman & Athanasopoulos (2018), 2nd ed., table 7.1
  const oil = [
    445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87,
    456.72, 473.82, 525.95, 549.83, 542.34,
  ]
  test('reproduces the printed fit of oil production: alpha 0.83, first level 446.6, forecast 542.68', () => {
    const fit = fitSmoothing(oil, 'none')
    expect(fit.alpha).toBeCloseTo(0.83, 2)
    expect(fit.level).toBeCloseTo(446.6, 0)
    expect(smooth(oil, fit).level).toBeCloseTo(542.68, 1)
  })

  test('finds a season where there is one, and none where there is none', () => {
    const chance = random(5)
    const seasonal = Array.from(
      { length: 96 },
      (_, at) => 20 + (at % 12 === 6 ? 15 : 0) + Math.round(2 * chance()),
    )
    expect(fitSmoothing(seasonal).season).toBe('additive')
    expect(fitSmoothing(draws(96, 20, 50, 6)).season).toBe('none')
  })

  test('forecasts the season of the month that comes', () => {
    const counts = Array.from({ length: 90 }, (_, at) => 20 + (at % 12 === 6 ? 15 : 0))
    const next = smoothingForecast(counts, fitSmoothing(counts, 'additive'), 3, 50, random(1))
    expect(next.map((one) => countQuantile(one, 0.5))).toEqual([35, 20, 20]) // month 90 is month 6 of its year
  })

  test('a missing month changes nothing', () => {
    const fit = fitSmoothing(oil, 'none')
    expect(smooth([...oil, null], fit).level).toBe(smooth(oil, fit).level)
  })
})

describe('the same month of last year', () => {
  test('is told with the errors that the rule made', () => {
    const counts = Array.from({ length: 36 }, (_, at) => (at % 12) + (at >= 24 ? 1 : 0))
    const forecast = seasonalNaive(counts, 1)
    // twelve times no error, twelve times one more
    expect(forecast?.cumulative.slice(0, 3)).toEqual(Float64Array.of(0, 0.5, 1))
  })

  test('is not told from less than two years', () => {
    expect(seasonalNaive(new Array(23).fill(1), 1)).toBe(null)
  })
})

describe('the score of a count', () => {
  test('agrees with the closed form for Poisson counts (Wei and Held 2014)', () => {
    const bessel = (order: 0 | 1, x: number) => {
      let [term, sum] = [order === 0 ? 1 : x / 2, 0]
      for (let k = 1; k < 200; k++) {
        sum += term
        term *= (x * x) / 4 / (k * (k + order))
      }
      return sum
    }
    for (const [mean, y] of [
      [0.4, 0],
      [3, 5],
      [7, 2],
    ] as const) {
      const mass = poisson(mean)
      const cumulative = Float64Array.from(
        mass.map((_, k) => mass.slice(0, k + 1).reduce((a, b) => a + b, 0)),
      )
      const exact =
        (y - mean) * (2 * (cumulative[y] ?? 1) - 1) +
        2 * mean * (mass[y] ?? 0) -
        mean * Math.exp(-2 * mean) * (bessel(0, 2 * mean) + bessel(1, 2 * mean))
      expect(countCrps({ cumulative }, y)).toBeCloseTo(exact, 10)
    }
  })

  test('is the absolute error of a certain forecast, and proper: the truth scores best', () => {
    expect(countCrps(empiricalCounts([4]), 9)).toBe(5)
    const came = draws(4000, 6, 2, 8)
    const score = (shape: number, mean: number) => {
      const forecast = negativeBinomial(shape, mean)
      return came.reduce((sum, y) => sum + countCrps(forecast, y), 0) / came.length
    }
    for (const [shape, mean] of [
      [2, 9],
      [2, 3.5],
      [200, 6],
      [0.4, 6],
    ] as const)
      expect(score(2, 6)).toBeLessThan(score(shape, mean))
  })
})

test('intervals of true forecasts hold what they promise, and their transform is flat', () => {
  const forecast = negativeBinomial(4, 30)
  const { coverage50, coverage90, pit } = countCalibration(
    draws(4000, 30, 4, 2).map((y) => [forecast, y] as const),
  )
  // discrete intervals hold a little more; 4,000 outcomes have a standard error of 0.008
  expect(coverage50).toBeGreaterThan(0.475)
  expect(coverage50).toBeLessThan(0.56)
  expect(coverage90).toBeGreaterThan(0.885)
  expect(coverage90).toBeLessThan(0.935)
  for (const height of pit) expect(Math.abs(height - 0.1)).toBeLessThan(0.02)
  expect(pit.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
})

describe('the average run length', () => {
  test('reproduces Lucas (1985), tables 2 and 3: 438, with head start 333', () => {
    const chart = { reference: 0.25, threshold: 10, parts: 4 }
    expect(Math.round(cusumRunLength(poisson(0.25), chart))).toBe(438)
    expect(Math.round(cusumRunLength(poisson(0.25), { ...chart, head: 5 }))).toBe(333)
  })

  test('is the mean wait for the first count where one count is enough', () => {
    expect(cusumRunLength(poisson(0.1), { reference: 0, threshold: 1, parts: 1 })).toBeCloseTo(
      1 / (1 - Math.exp(-0.1)),
      10,
    )
  })

  test('is what a long simulation finds', () => {
    const mass = negativeBinomial(2, 3).cumulative.map((at, k, all) => at - (all[k - 1] ?? 0))
    const exact = cusumRunLength(mass, { reference: 4, threshold: 12, parts: 1 })
    const steps = draws(200_000, 3, 2, 12).map((count) => count - 4)
    const found = steps.length / cusum(steps, 12).alarms.length
    expect(Math.abs(found / exact - 1)).toBeLessThan(0.05) // some thousand alarms: two or three per cent
  })

  test('grows with the threshold', () => {
    const at = (threshold: number) => cusumRunLength(poisson(4), { reference: 5, threshold, parts: 1 })
    for (let h = 2; h < 12; h++) expect(at(h)).toBeGreaterThan(at(h - 1))
  })
})

describe('the watch for a change', () => {
  test('gives in quiet series about as many false alarms as one bears', () => {
    for (const [mean, shape, perYear] of [
      [20, 5, 1],
      [4, 1, 0.5],
      [60, 3, 2],
    ] as const) {
      const { observed } = alarmThreshold({ mean, shape }, 'rise', perYear, 7)
      expect(observed.perYear / perYear).toBeGreaterThan(0.85)
      expect(observed.perYear / perYear).toBeLessThan(1.15) // 1,500 false alarms and more: three per cent, twice
    }
  })

  test('of counts too rare for the rate never gives more', () => {
    const { observed } = alarmThreshold({ mean: 0.03, shape: 1 }, 'rise', 3, 2)
    expect(observed.perYear).toBeLessThanOrEqual(3)
  })

  test('a higher bearable rate never raises the threshold', () => {
    const at = (perYear: number) => alarmThreshold({ mean: 5, shape: 2 }, 'fall', perYear, 3).threshold
    const thresholds = [0.2, 0.5, 1, 3, 6].map(at)
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => b - a))
  })

  test('finds a doubling within half a year, and dates its beginning', () => {
    const counts = [...draws(90, 10, 8, 21), ...draws(12, 22, 8, 22)]
    const { threshold } = alarmThreshold({ mean: 10, shape: 8 }, 'rise', 0.5, 1)
    const alarm = cusum(changeEvidence(counts, 'rise'), threshold).alarms.find(({ at }) => at >= 90)
    expect(alarm?.at).toBeLessThan(96)
    expect(Math.abs((alarm?.since ?? 0) - 90)).toBeLessThanOrEqual(3)
  })

  test('says nothing of months whose past is not known', () => {
    expect(changeEvidence(draws(30, 3, 1, 1), 'fall').slice(0, 24)).toEqual(new Array(24).fill(null))
  })
})

describe('a back-test', () => {
  const group = Array.from({ length: 12 }, (_, at) => draws(110, 2 + 3 * at, 4, 50 + at))
  const tracks = countBackTest(group[3] ?? [], countModels(group, 1), { first: 60, ahead: 3, refit: 12 })

  test('scores all models on the same months', () => {
    expect(tracks.map(({ id }) => id)).toEqual(['gamma-poisson', 'smoothing', 'seasonal-naive'])
    expect(new Set(tracks.map(({ n }) => n)).size).toBe(1)
    expect(tracks[0]?.n).toBe(50 + 49 + 48)
  })

  test('finds that counts which keep their level are better told by a level than by one month of last year', () => {
    const [level, , naive] = tracks
    const skill = skillOverTime(level?.crps ?? [], naive?.crps ?? [], { block: 12, seed: 1 })
    expect(skill?.value).toBeGreaterThan(0.1)
    expect(skill?.low).toBeGreaterThan(0)
  })

  test('looks at nothing that came later', () => {
    const changed = group.map((counts) => counts.map((count, at) => (at < 80 ? count : count + 50)))
    const again = countBackTest(changed[3] ?? [], countModels(changed, 1), { first: 60, ahead: 3, refit: 12 })
    for (const [at, track] of tracks.entries())
      expect(again[at]?.crps.slice(0, 17)).toEqual(track.crps.slice(0, 17))
  })

  test('a model has no skill against itself', () => {
    expect(skillOverTime([1, 2, 3], [1, 2, 3], { block: 2, seed: 1 })).toEqual({ value: 0, low: 0, high: 0 })
  })
})
