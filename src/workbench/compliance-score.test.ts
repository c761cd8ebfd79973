import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Compliance } from '#domain/compliance'
import { isMissing } from '#domain/missing'
import { complianceScore } from './compliance-score.ts'

const coding = (commitment: string, coder: string, score: -1 | 0 | 1): Compliance => ({
  id: `${commitment}/${coder}`,
  commitment,
  coder,
  score,
  upTo: '2026',
  at: '2026-01-01T00:00:00Z',
  because: 'x',
})
const pairs = (...scores: readonly (readonly [-1 | 0 | 1, -1 | 0 | 1])[]) =>
  scores.flatMap(([a, b], at) => [coding(`c${at}`, 'one', a), coding(`c${at}`, 'two', b)])
const value = (told: ReturnType<typeof complianceScore>['mean']) => {
  if (isMissing(told)) throw new Error(told.because)
  return told
}

test('the mean of four commitments by hand, with the interval of Student', () => {
  // means 1, 1, 0, -0.5: mean 0.375, standard deviation 0.75, t(3) = 3.182446
  const { mean, share } = complianceScore(pairs([1, 1], [1, 1], [0, 0], [-1, 0]))
  expect(value(mean).value).toBeCloseTo(0.375, 12)
  expect(value(mean).interval?.[0]).toBeCloseTo(0.375 - (3.182446 * 0.75) / 2, 5) // t to six digits
  expect(value(mean).interval?.[1]).toBe(1)
  expect(value(share).value).toBeCloseTo(0.6875, 12)
})

test('a commitment that one has coded does not count', () => {
  const { commitments, mean } = complianceScore([coding('c', 'one', 1)])
  expect(commitments).toBe(0)
  expect(isMissing(mean)).toBe(true)
})

test('who codes first does not matter', () => {
  const score = fc.constantFrom(-1 as const, 0 as const, 1 as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 12 }), (scores) => {
      const there = complianceScore(pairs(...scores))
      const back = complianceScore(pairs(...scores.map(([a, b]) => [b, a] as const)))
      expect(back.mean).toEqual(there.mean)
      const [x, y] = [there.alpha, back.alpha]
      expect(isMissing(x)).toBe(isMissing(y))
      if (!isMissing(x) && !isMissing(y)) expect(y.value).toBeCloseTo(x.value, 10)
    }),
    { numRuns: 40 }, // each bootstraps twice
  )
})

test('full agreement on what differs is 1; equal codings throughout have no agreement beyond chance', () => {
  const full = complianceScore(pairs([1, 1], [0, 0], [-1, -1], [1, 1]))
  expect([value(full.alpha).value, value(full.kappa).value]).toEqual([1, 1])
  const flat = complianceScore(pairs([1, 1], [1, 1]))
  expect([isMissing(flat.alpha), isMissing(flat.kappa)]).toEqual([true, true])
})

test('weighted kappa is not told where other coders coded', () => {
  const mixed = [...pairs([1, 1], [0, 1]), coding('d', 'one', 1), coding('d', 'three', 0)]
  expect(complianceScore(mixed).kappa).toMatchObject({ missing: 'not-applicable' })
})
