/** Borrowed variances: limits known by hand, a recovered prior, and laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moderatedVariances } from './moderated-variance.ts'
import { digamma, trigamma } from './polygamma.ts'
import { random } from './random.ts'
import { randomNormal } from './random-normal.ts'

test('two groups are pooled, as in an ordinary analysis of variance', () => {
  const [first, second] = moderatedVariances([
    { squares: 6, degrees: 3 },
    { squares: 2, degrees: 5 },
  ]) ?? [undefined, undefined]
  expect(first).toEqual({ variance: 1, degrees: 8 })
  expect(second).toEqual({ variance: 1, degrees: 8 })
})

test('nothing repeated tells nothing of noise', () => {
  expect(moderatedVariances([{ squares: 0, degrees: 0 }])).toBeUndefined()
})

test('groups of very different noise keep their own; groups of one noise are drawn together', () => {
  const normal = randomNormal(random(7))
  const group = (sd: number, degrees: number) => ({
    squares: Array.from({ length: degrees }, () => (sd * normal()) ** 2).reduce((a, b) => a + b, 0),
    degrees,
  })
  const unlike = Array.from({ length: 60 }, (_, at) => group(at % 2 === 0 ? 0.1 : 10, 8))
  const own = moderatedVariances(unlike) ?? []
  for (const [at, { variance }] of own.entries()) {
    const { squares, degrees } = unlike[at] ?? { squares: 0, degrees: 1 }
    expect(Math.abs(Math.log(variance / (squares / degrees)))).toBeLessThan(1) // by less than a factor e, where the noises differ by 10,000
  }
  const alike = Array.from({ length: 200 }, () => group(1, 3))
  const drawn = (moderatedVariances(alike) ?? []).map(({ variance }) => variance)
  expect(Math.max(...drawn) / Math.min(...drawn)).toBeLessThan(2) // raw ones differ by a factor above 100
})

test('scaling the data scales the variances and leaves the degrees of freedom', () => {
  const groups = fc.array(
    fc.record({
      squares: fc.double({ min: 0.01, max: 100, noNaN: true }),
      degrees: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(groups, fc.double({ min: 0.1, max: 10, noNaN: true }), (given, scale) => {
      const [a, b] = [given, given.map((one) => ({ ...one, squares: one.squares * scale }))].map(
        moderatedVariances,
      )
      for (const [at, one] of (a ?? []).entries()) {
        expect((b?.[at]?.variance ?? 0) / (one.variance * scale)).toBeCloseTo(1, 6)
        expect(b?.[at]?.degrees).toBeCloseTo(one.degrees, 4)
      }
    }),
  )
})

test('digamma and trigamma obey their recurrences', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (x) => {
      expect(digamma(x + 1) - digamma(x) - 1 / x).toBeCloseTo(0, 9)
      expect((trigamma(x) - trigamma(x + 1)) * x * x).toBeCloseTo(1, 7)
    }),
  )
})
