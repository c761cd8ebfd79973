/** Agreement of coders and what lies behind their ratings: published tables, laws, recovery of a known truth. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { chainDiagnostics } from './chain-diagnostics.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { dawidSkene } from './dawid-skene.ts'
import { fQuantile } from './f-distribution.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { intraclassCorrelations } from './intraclass-correlation.ts'
import { type AlphaInput, krippendorffAlpha } from './krippendorff-alpha.ts'
import { logGamma } from './log-gamma.ts'
import { normalQuantile } from './normal-quantile.ts'
import { logInterval } from './ordered-probit.ts'
import { ordinalMeasurement } from './ordinal-measurement.ts'
import { random } from './random.ts'
import { randomNormal } from './random-normal.ts'
import { connectedUnits, type MeasurementLevel, measurementLevels, type Ratings } from './ratings.ts'
import { studentTQuantile } from './student-t.ts'
import { runAlone } from './team.ts'

const published = JSON.parse(
  readFileSync(new URL('./published/rater-agreement.json', import.meta.url), 'utf8'),
) as {
  krippendorff: { coders: (number | null)[][]; alpha: Record<MeasurementLevel, number> }
  shroutFleiss: { table: number[]; correlations: Record<string, number> }
  fleiss: { counts: number[]; kappa: number; z: number; byCategory: number[] }
  cohen: { table: number[]; kappa: number }
}

function ratingsOf(coders: readonly (readonly (number | null)[])[]): Ratings {
  const rows = coders.flatMap((row, coder) =>
    row.flatMap((value, unit) => (value === null ? [] : [{ coder, unit, value }])),
  )
  const values = [...new Set(rows.map(({ value }) => value))].sort((a, b) => a - b)
  return {
    units: coders[0]?.length ?? 0,
    coders: coders.length,
    unit: Int32Array.from(rows, ({ unit }) => unit),
    coder: Int32Array.from(rows, ({ coder }) => coder),
    value: Int32Array.from(rows, ({ value }) => values.indexOf(value)),
    values: Float64Array.from(values),
  }
}
const alphaOf = (ratings: Ratings, level: MeasurementLevel, more: Partial<AlphaInput> = {}) =>
  runAlone(krippendorffAlpha, { ratings, level, bootstrap: 0, seed: 1, ...more })

describe('Krippendorff’s alpha', () => {
  const example = ratingsOf(published.krippendorff.coders)

  test.each(measurementLevels)('of the published example, %s', (level) => {
    expect(alphaOf(example, level).alpha).toBeCloseTo(published.krippendorff.alpha[level], 6) // printed with six digits
  })

  test('is 1 for coders who always agree, and not defined where nothing varies or nothing can be paired', () => {
    for (const level of measurementLevels)
      expect(
        alphaOf(
          ratingsOf([
            [1, 2, 3],
            [1, 2, 3],
          ]),
          level,
        ).alpha,
      ).toBe(1)
    expect(
      alphaOf(
        ratingsOf([
          [2, 2],
          [2, 2],
        ]),
        'nominal',
      ).alpha,
    ).toBeNull()
    expect(
      alphaOf(
        ratingsOf([
          [1, null],
          [null, 2],
        ]),
        'nominal',
      ),
    ).toMatchObject({ alpha: null, pairableUnits: 0 })
  })

  test('its interval holds it, narrows as units are added, and is the same for any number of threads', () => {
    const many = ratingsOf(
      published.krippendorff.coders.map((row) => Array.from({ length: 8 }, () => row).flat()),
    )
    const few = alphaOf(example, 'interval', { bootstrap: 400 })
    const wide = few.interval ?? [0, 0]
    const narrow = alphaOf(many, 'interval', { bootstrap: 400 }).interval ?? [0, 0]
    expect(wide[0]).toBeLessThan(few.alpha ?? 0)
    expect(wide[1]).toBeGreaterThan(few.alpha ?? 1)
    expect(narrow[1] - narrow[0]).toBeLessThan((wide[1] - wide[0]) * 0.6) // eight times the units: about 0.35
    const input = { ratings: example, level: 'ordinal', bootstrap: 100, seed: 3 } as const
    const shared = krippendorffAlpha.prepare(input)
    krippendorffAlpha.run(shared, { rank: 0, size: 2, barrier() {}, progress() {} })
    const two = krippendorffAlpha.run(shared, { rank: 1, size: 2, barrier() {}, progress() {} })
    expect(two).toEqual(runAlone(krippendorffAlpha, input))
  })

  const someRatings = fc
    .array(
      fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), { minLength: 6, maxLength: 6 }),
      {
        minLength: 2,
        maxLength: 4,
      },
    )
    .filter((coders) => coders.flat().some((value) => value !== null))

  test('the order of coders and of units does not matter', () => {
    fc.assert(
      fc.property(someRatings, fc.constantFrom(...measurementLevels), (coders, level) => {
        const turned = coders.map((row) => row.toReversed()).toReversed()
        const [a, b] = [alphaOf(ratingsOf(coders), level).alpha, alphaOf(ratingsOf(turned), level).alpha]
        if (a === null || b === null) expect(a).toBe(b)
        else expect(b).toBeCloseTo(a, 12) // sums run in another order
      }),
    )
  })

  test('nominal: names do not matter; ordinal: only order; interval: scale and origin are free; ratio: scale is', () => {
    const renamed: Record<MeasurementLevel, (value: number) => number> = {
      nominal: (value) => [9, 3, 7, 5][value - 1] ?? 0,
      ordinal: (value) => value ** 3,
      interval: (value) => 40 - 2.5 * value,
      ratio: (value) => 8 * value,
    }
    fc.assert(
      fc.property(someRatings, fc.constantFrom(...measurementLevels), (coders, level) => {
        const other = coders.map((row) => row.map((value) => (value === null ? null : renamed[level](value))))
        const [a, b] = [alphaOf(ratingsOf(coders), level).alpha, alphaOf(ratingsOf(other), level).alpha]
        if (a === null || b === null) expect(a).toBe(b)
        else expect(b).toBeCloseTo(a, 10) // rescaled values are rounded
      }),
    )
  })
})

describe('other coefficients', () => {
  test('Cohen’s kappa of his table', () => {
    expect(cohenKappa(published.cohen.table)?.kappa).toBeCloseTo(published.cohen.kappa, 3) // printed with three digits
  })

  test('its standard error is that of resampled tables', () => {
    const table = [40, 8, 2, 6, 30, 9, 1, 7, 27]
    const n = table.reduce((a, b) => a + b, 0)
    for (const weights of ['none', 'quadratic'] as const) {
      const next = random(7)
      const kappas = Array.from({ length: 2000 }, () => {
        const drawn = new Float64Array(9)
        for (let k = 0; k < n; k++) {
          let left = next() * n
          let cell = 0
          while (left >= (table[cell] ?? 0)) left -= table[cell++] ?? 0
          drawn[cell] = (drawn[cell] ?? 0) + 1
        }
        return cohenKappa(drawn, weights)?.kappa ?? 0
      })
      const mean = kappas.reduce((a, b) => a + b, 0) / kappas.length
      const sd = Math.sqrt(kappas.reduce((sum, k) => sum + (k - mean) ** 2, 0) / kappas.length)
      expect((cohenKappa(table, weights)?.se ?? 0) / sd).toBeCloseTo(1, 1) // 2,000 draws and a first-order formula
    }
  })

  test('Fleiss’ kappa of the diagnoses', () => {
    const found = fleissKappa(published.fleiss.counts, 5)
    expect(found?.kappa).toBeCloseTo(published.fleiss.kappa, 2) // printed with two digits
    expect((found?.kappa ?? 0) / (found?.seOfChance ?? 1)).toBeCloseTo(published.fleiss.z, 1)
    for (const [at, kappa] of published.fleiss.byCategory.entries())
      expect(found?.byCategory[at]).toBeCloseTo(kappa, 3)
  })

  test('intraclass correlations of Shrout and Fleiss', () => {
    const found = intraclassCorrelations(published.shroutFleiss.table, 4)
    for (const [form, value] of Object.entries(published.shroutFleiss.correlations))
      expect(found?.[form as '1,1'].value, form).toBeCloseTo(value, 2) // printed with two digits
    for (const { value, interval } of Object.values(found ?? {})) {
      expect(interval[0]).toBeLessThan(value)
      expect(interval[1]).toBeGreaterThan(value)
    }
  })

  test.runIf(sharedIsHere)('Dawid and Skene’s anaesthetists', () => {
    const expected = JSON.parse(
      readFileSync(shared('reference/raters/dawid_skene_anesthesia_expected.json'), 'utf8'),
    ) as { prevalence: number[]; theta: number[][][]; map_class: number[] }
    const lines = readFileSync(shared('reference/raters/dawid_skene_anesthesia.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const rows = lines.map((line) => line.split(',').map(Number))
    const found = dawidSkene({
      units: 45,
      coders: 5,
      unit: Int32Array.from(rows, ([unit = 1]) => unit - 1),
      coder: Int32Array.from(rows, ([, coder = 1]) => coder - 1),
      value: Int32Array.from(rows, ([, , value = 1]) => value - 1),
      values: Float64Array.of(1, 2, 3, 4),
    })
    for (const [at, share] of expected.prevalence.entries())
      expect(found.prevalence[at]).toBeCloseTo(share, 6)
    for (const [j, rowsOf] of expected.theta.entries())
      for (const [c, row] of rowsOf.entries())
        for (const [v, p] of row.entries()) expect(found.confusion[(j * 4 + c) * 4 + v]).toBeCloseTo(p, 4) // both stop at 1e-10 of the likelihood
    for (const [unit, of] of expected.map_class.entries()) {
      const row = [...found.posterior.subarray(unit * 4, unit * 4 + 4)]
      expect(row.indexOf(Math.max(...row)) + 1).toBe(of)
    }
  })
})

test('distributions agree with tables', () => {
  expect(studentTQuantile(0.975, 1)).toBeCloseTo(12.7062047361747, 8)
  expect(studentTQuantile(0.975, 30)).toBeCloseTo(2.04227245630124, 9)
  expect(fQuantile(0.975, 3, 12)).toBeCloseTo(4.474185, 5)
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.36134090240406, 8)
  expect(logGamma(100.5)).toBeCloseTo(361.4355404678156, 8)
  expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 9) // 1 − Σ of six binomial terms
  expect(logInterval(8, 9)).toBeCloseTo(Math.log(6.22096e-16 - 1.12859e-19), 5)
})

test('chains that tell the same are worth about their draws; chains apart are found out', () => {
  const normal = randomNormal(random(5))
  const same = Float64Array.from({ length: 4000 }, () => normal())
  const good = chainDiagnostics(same, 4)
  expect(good.rhat).toBeLessThan(1.01)
  expect(good.ess / 4000).toBeCloseTo(1, 0) // its own sampling error is some percent
  const apart = same.map((x, at) => x + (at < 1000 ? 1 : 0))
  expect(chainDiagnostics(apart, 4).rhat).toBeGreaterThan(1.05)
  let last = 0
  const slow = Float64Array.from({ length: 4000 }, () => {
    last = 0.9 * last + Math.sqrt(1 - 0.81) * normal()
    return last
  })
  expect(chainDiagnostics(slow, 4).ess / 4000).toBeCloseTo((1 - 0.9) / (1 + 0.9), 1) // of an autoregression
})

describe('ordinal measurement', () => {
  function simulated(seed: number, units: number, coders: number, share: number) {
    const next = random(seed, 9)
    const normal = randomNormal(next)
    const z = Array.from({ length: units }, () => normal())
    const rows: { unit: number; coder: number; value: number }[] = []
    for (let coder = 0; coder < coders; coder++) {
      const beta = Math.abs(1 + 0.4 * normal()) + 0.1
      const cuts = [-1, 0, 1].map((cut) => cut + 0.3 * normal()).sort((a, b) => a - b)
      for (const [unit, level] of z.entries()) {
        if (next() > share) continue
        const seen = beta * level + normal()
        rows.push({ unit, coder, value: cuts.filter((cut) => seen > cut).length })
      }
    }
    const ratings: Ratings = {
      units,
      coders,
      unit: Int32Array.from(rows, ({ unit }) => unit),
      coder: Int32Array.from(rows, ({ coder }) => coder),
      value: Int32Array.from(rows, ({ value }) => value),
      values: Float64Array.of(0, 1, 2, 3),
    }
    return { z, ratings }
  }
  const measured = (ratings: Ratings, draws = 300) =>
    runAlone(ordinalMeasurement, { ratings, chains: 2, draws, warmUp: 250, seed: 1 })

  test.each([
    ['every coder rates all', 1],
    ['each rates a third', 0.33],
  ] as const)('intervals hold the true levels as often as they say: %s', (_, share) => {
    const { z, ratings } = simulated(4, 150, 12, share)
    const { units, rhatMax } = measured(ratings)
    const held = units.filter(
      ({ interval: [low, high] }, unit) => low <= (z[unit] ?? 0) && (z[unit] ?? 0) <= high,
    )
    expect(held.length / 150).toBeGreaterThan(0.88) // 95 % less three standard errors of 150 and what two chains add
    expect(rhatMax).toBeLessThan(1.1)
  })

  test('the order of coders does not change the levels but for the draws', () => {
    const { ratings } = simulated(6, 80, 10, 1)
    const turned = { ...ratings, coder: ratings.coder.map((coder) => 9 - coder) }
    const [a, b] = [measured(ratings).units, measured(turned).units]
    const apart = a.map((unit, at) => Math.abs(unit.mean - (b[at]?.mean ?? 0)))
    expect(Math.max(...apart)).toBeLessThan(0.25) // a twentieth or so of sd 0.3 by simulation error, at worst of 80
  })

  test('units that share no coder are told', () => {
    expect([
      ...connectedUnits(
        ratingsOf([
          [1, 2, null, null],
          [null, 1, null, null],
          [null, null, 3, 4],
        ]),
      ),
    ]).toEqual([0, 0, 1, 1])
  })
})
