/** The pools of one question: what counts, and for which questions there are any. */
import { expect, test } from 'vitest'
import type { Forecast } from '#domain/forecast'
import { Question } from '#domain/question'
import { poolsOfQuestion } from './pool-question.ts'

const question = Question.parse({
  id: 'q',
  title: 'How many?',
  kind: 'numeric',
  range: [0, 100],
  criteria: 'as the Gazette says',
  resolver: 'judge',
  opens: '2027-01-01T00:00:00Z',
  closes: '2027-06-01T00:00:00Z',
  resolves: '2027-07-01T00:00:00Z',
})
const forecast = (assessor: string, month: number, middle: number): Forecast => ({
  id: `${assessor}/${month}`,
  question: 'q',
  assessor,
  at: `2027-0${month}-01T00:00:00Z`,
  quantiles: [
    { share: 0.25, value: middle - 5 },
    { share: 0.75, value: middle + 5 },
  ],
})
const middle = (forecasts: readonly Forecast[], resolution?: Parameters<typeof poolsOfQuestion>[1]) =>
  poolsOfQuestion(question, resolution, forecasts).find(({ rule }) => rule === 'mean')?.lines[0]?.values[2]

test('the last forecast of each counts, and one that was withdrawn no longer', () => {
  const given = [forecast('a', 1, 10), forecast('b', 2, 30), forecast('a', 3, 50)]
  expect(middle(given)).toBeCloseTo(40, 9)
  const { quantiles: _, ...bare } = forecast('b', 4, 0)
  expect(middle([...given, { ...bare, withdrawn: true }])).toBeCloseTo(50, 9)
})

test('what was forecast after the answer was known does not count', () => {
  const known = {
    id: 'q',
    question: 'q',
    state: 'resolved' as const,
    outcome: 20,
    by: 'judge',
    at: '2027-07-02T00:00:00Z',
    knownSince: '2027-02-15T00:00:00Z',
    because: 'the Gazette',
  }
  expect(middle([forecast('a', 2, 20), forecast('b', 3, 90)], known)).toBeCloseTo(20, 9)
})

test('rules by recency weigh the newest most; a question of yes or no has no such pool', () => {
  const given = [1, 2, 3, 4].map((month) => forecast(`f${month}`, month, month === 4 ? 80 : 20))
  const pools = poolsOfQuestion(question, undefined, given)
  const of = (wanted: string) => pools.find(({ rule }) => rule === wanted)?.lines[0]?.values[2] ?? 0
  expect(of('mean')).toBeCloseTo(35, 9)
  expect(of('mean-recency')).toBeGreaterThan(40)
  const { range: _, ...rest } = question
  expect(poolsOfQuestion({ ...rest, kind: 'binary' }, undefined, given)).toEqual([])
  expect(poolsOfQuestion(question, undefined, [])).toEqual([])
})
