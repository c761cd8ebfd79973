/** The instrument reproduces published scores when its records hold the published forecasts. */
import { expect, test } from 'vitest'
import { isMissing } from '#domain/missing'
import { Question } from '#domain/question'
import { method } from './method.ts'
import { type Input, Request } from './model.ts'
import peers from './published/baseline-and-peer-scores.json' with { type: 'json' }
import decomposed from './published/brier-decomposition.json' with { type: 'json' }

const day = (n: number) => new Date(n * 86_400_000).toISOString()
const question = (id: string) =>
  Question.parse({
    id,
    title: id,
    kind: 'binary',
    criteria: 'given',
    resolver: 'source',
    opens: day(0),
    closes: day(10),
    resolves: day(10),
  })
const none = {
  assessors: [],
  questionSets: [],
  projections: [],
  recommendations: [],
  commitments: [],
  drivers: [],
  settlements: [],
}
const resolved = (id: string, yes: boolean) => ({
  id,
  question: id,
  state: 'resolved' as const,
  outcome: yes ? 'yes' : 'no',
  by: 'source',
  at: day(11),
  because: 'given',
})
const run = (input: Pick<Input, 'questions' | 'forecasts' | 'resolutions'>) =>
  method({ request: Request.parse({ draws: 100 }), ...none, ...input }, { progress: () => {} })

test('ten forecasts: Brier 0.13 = 0.0133 − 0.1333 + 0.25', () => {
  const { p, y, bs, reliability, resolution, uncertainty } = decomposed.ten
  const ids = p.map((_, at) => `q${at}`)
  const { decomposition: parts } = run({
    questions: ids.map(question),
    forecasts: ids.map((id, at) => ({
      id,
      question: id,
      assessor: 'one',
      at: day(0),
      probability: p[at] ?? 0,
    })),
    resolutions: ids.map((id, at) => resolved(id, y[at] === 1)),
  })
  if (isMissing(parts)) throw new Error(parts.because)
  expect(parts.brier).toBeCloseTo(bs, 12)
  expect(parts.reliability).toBeCloseTo(reliability, 12)
  expect(parts.murphyResolution).toBeCloseTo(resolution, 12)
  expect(parts.uncertainty).toBeCloseTo(uncertainty, 12)
})

test('peer scores of Metaculus, with one who joins half-way', () => {
  const of = (assessor: string, at: number, probability: number) => ({
    id: assessor,
    question: 'q',
    assessor,
    at: day(at),
    probability,
  })
  const { scores } = run({
    questions: [question('q')],
    forecasts: [of('a', 0, 0.1), of('b', 0, 0.5), of('c', 5, 0.9)],
    resolutions: [resolved('q', true)],
  })
  const score = (id: string) => {
    const peer = scores.find((one) => one.by === 'person' && one.id === id)?.peer
    return peer === undefined || isMissing(peer) ? undefined : peer.value
  }
  expect(score('a')).toBeCloseTo(peers.peer_late.A, 9)
  expect(score('b')).toBeCloseTo(peers.peer_late.B, 9)
  expect(score('c')).toBeCloseTo(peers.peer_late.C.score, 9)
})
