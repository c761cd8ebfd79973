import { expect, test } from 'vitest'
import { referencesOf } from './reference.ts'
import { Weighting, weighedCodes, weightingExample } from './weighting.ts'

const pairwise = {
  id: 'w',
  framework: 'f',
  method: 'pairwise',
  assessor: 'a',
  comparisons: [
    { more: 'x', less: 'y', times: 3 },
    { more: 'x', less: 'z', times: 5 },
    { more: 'y', less: 'z', times: 1 },
  ],
}
const messages = (given: unknown) =>
  Weighting.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

test('points must sum to 100', () => {
  const points = [
    { code: 'interests', points: 70 },
    { code: 'trust', points: 20 },
  ]
  expect(messages({ ...weightingExample, points })).toEqual([
    'points: the points must sum to 100, they sum to 90',
  ])
})

test('every pair is compared, and once', () => {
  expect(messages(pairwise)).toBeUndefined()
  expect(messages({ ...pairwise, comparisons: pairwise.comparisons.slice(0, 2) })).toEqual([
    'comparisons: each of the 3 pairs must be compared',
  ])
  const twice = [...pairwise.comparisons, { more: 'y', less: 'x', times: 2 }]
  expect(messages({ ...pairwise, comparisons: twice })).toContain('comparisons: a pair is compared once')
})

test('points and comparisons do not stand under one another’s method', () => {
  expect(messages({ ...weightingExample, method: 'pairwise' })).toHaveLength(2)
})

test('it names the criteria that it weighs, and points at framework and assessor', () => {
  expect(weighedCodes(Weighting.parse(pairwise))).toEqual(['x', 'y', 'z'])
  expect(referencesOf(Weighting, weightingExample).map(({ kind }) => kind)).toEqual(['framework', 'assessor'])
})
