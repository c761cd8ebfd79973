import { expect, test } from 'vitest'
import { poissonInterval } from './poisson-interval.ts'

test('the bounds are where the score test just does not reject', () => {
  const z = 1.959964
  for (const count of [0, 1, 4, 17, 400])
    for (const bound of poissonInterval(count, z))
      if (bound > 0) expect(Math.abs(count - bound) / Math.sqrt(bound)).toBeCloseTo(z, 6) // the test statistic itself
})

test('a count of nothing begins at 0 and still has an upper bound', () => {
  const [low, high] = poissonInterval(0)
  expect(low).toBe(0)
  expect(high).toBeCloseTo(1.959964 ** 2, 9) // z² for a count of 0
})

test('a negative count is refused', () => {
  expect(() => poissonInterval(-1)).toThrow(RangeError)
})
