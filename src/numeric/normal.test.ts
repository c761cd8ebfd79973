import { describe, expect, test } from 'vitest'
import { fastLogCdf, fastMills } from './mills-ratio.ts'
import { densityOverCdf, logNormalCdf, normalCdf, normalDensity } from './normal.ts'

/** z, log Φ(z) and φ(z)/Φ(z), the doubles nearest to values of 40 digits. */
const exact = [
  [-300, -45006.62273211866, 300.0033332592634],
  [-40, -804.6084420137538, 40.02496884720726],
  [-12.5, -81.57596787074388, 12.579007304406977],
  [-11.9961, -75.36355992054386, 12.078340199216225],
  [-8, -35.01343715991455, 8.121368112236112],
  [-5.003, -15.080562258804846, 5.189405926515046],
  [-2.0001, -3.7834216596639285, 2.3733041052095722],
  [-1.99, -3.7594964544896894, 2.36436129820252],
  [-1, -1.8410216450092636, 1.525135276160981],
  [-0.3, -0.9621028181688507, 0.9981659688584833],
  [0, -Math.LN2, 0.7978845608028654],
  [0.7, -0.27702394227713123, 0.41192475041929066],
  [1.999, -0.02306821399640862, 0.05536150295939387],
  [2.001, -0.0229577182095857, 0.05513440679339849],
  [3.3, -0.0004835410295067197, 0.0017234020732229103],
  [5, -2.866516129637636e-7, 1.4867199409049056e-6],
  [7.9, -1.3945171466592693e-15, 1.1187956214351852e-14],
  [9, -1.1285884059538405e-19, 1.0279773571668915e-18],
  [11, -1.9106595744986297e-28, 2.1188192535093534e-27],
] as const

const relative = (value: number, right: number) => Math.abs(value / right - 1)

describe('the normal distribution', () => {
  test.each(exact)(
    'at %d has sixteen digits less what the logarithm of a number near 1 costs',
    (z, log, ratio) => {
      expect(relative(logNormalCdf(z), log)).toBeLessThan(3e-14)
      expect(relative(densityOverCdf(z), ratio)).toBeLessThan(1e-14)
    },
  )

  test('its two tails make 1, and its slope is its density', () => {
    for (let z = -6; z <= 6; z += 0.17) {
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15)
      expect((normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(z), 9)
    }
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0)
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1)
  })

  test('what is no number is refused', () => {
    expect(() => logNormalCdf(Number.NaN)).toThrow(/z must be a number/)
  })
})

describe('the table of the normal distribution', () => {
  test.each(exact)('at %d is close to the exact values', (z, log, ratio) => {
    expect(relative(fastLogCdf(z), log)).toBeLessThan(1e-11) // the series ends at degree five
    expect(Math.abs(fastMills(z) - ratio)).toBeLessThan(1e-14 + 2e-11 * ratio)
  })

  test('has no steps between its cells', () => {
    for (let k = -1500; k < 1000; k++) {
      const edge = k / 128
      expect(Math.abs(fastLogCdf(edge) - fastLogCdf(edge - 1e-13))).toBeLessThan(
        1e-12 * Math.max(1, edge * edge), // the slope is at most 12, and doubles near 72 are 1e-14 apart
      )
    }
  })
})
