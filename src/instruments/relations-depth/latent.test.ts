/** Levels behind the ratings of a panel. */
import { describe, expect, test } from 'vitest'
import { isMissing } from '#domain/missing'
import { random } from '#numeric/random'
import { type CellRating, type Latent, latentLevels } from './latent.ts'

const truth = Array.from({ length: 24 }, (_, at) => 1 + (at % 5))
/** Assessor `b` is a level harsher than `a`, and `c` follows nothing. */
function panel(seed: number): readonly CellRating[] {
  const next = random(seed)
  const give = (level: number) => Math.min(5, Math.max(1, Math.round(level)))
  return truth.flatMap((level, at) =>
    [
      ['a', give(level + (next() < 0.2 ? 1 : 0))],
      ['b', give(level - 1)],
      ['c', give(1 + 4 * next())],
    ].map(([assessor, given]) => ({
      cell: `cell-${String(at).padStart(2, '0')}`,
      rating: {
        id: `${at}/${assessor}`,
        round: 'r',
        relation: 'x',
        leaf: 'y',
        assessor: String(assessor),
        level: Number(given),
        because: 'test',
      },
    })),
  )
}
function known(latent: ReturnType<typeof latentLevels>): Latent {
  if (isMissing(latent)) throw new Error(latent.because)
  return latent
}

describe('the measurement model', () => {
  const fitted = known(latentLevels(panel(1), 5, 1))
  test('orders cells as the truth does, on the scale from 0 to 1', () => {
    const mean = (level: number) => {
      const its = truth.flatMap((of, at) =>
        of === level ? [fitted.cells.get(`cell-${String(at).padStart(2, '0')}`)?.share ?? Number.NaN] : [],
      )
      return its.reduce((a, b) => a + b, 0) / its.length
    }
    const means = [1, 2, 3, 4, 5].map(mean)
    expect(means).toEqual(means.toSorted((a, b) => a - b))
    for (const { share, sd } of fitted.cells.values()) {
      expect(share >= 0 && share <= 1).toBe(true)
      expect(sd).toBeGreaterThan(0)
    }
  })
  test('finds the assessor who follows nothing the least reliable', () => {
    const by = new Map(fitted.assessors.map(({ assessor, reliability }) => [assessor, reliability.value]))
    expect(by.get('c')).toBeLessThan(by.get('a') ?? 0)
    expect(by.get('c')).toBeLessThan(by.get('b') ?? 0)
  })
  test('does not mind in which order ratings are given', () => {
    expect(known(latentLevels(panel(1).toReversed(), 5, 1))).toEqual(fitted)
  })
})

describe('it refuses, with the reason', () => {
  const because = (entries: readonly CellRating[]) => {
    const latent = latentLevels(entries, 5, 1)
    return isMissing(latent) ? latent.because : ''
  }
  test('one rater', () => {
    expect(because(panel(1).filter(({ rating }) => rating.assessor === 'a'))).toMatch(/two or more/)
  })
  test('few cells', () => {
    expect(because(panel(1).slice(0, 9))).toMatch(/3 cells were judged by two or more/)
  })
  test('all ratings equal', () => {
    expect(because(panel(1).map((one) => ({ ...one, rating: { ...one.rating, level: 3 } })))).toBe(
      'all ratings are equal',
    )
  })
})
