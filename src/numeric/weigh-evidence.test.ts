/** Laws of weighing: what must hold for any clues, any dependence, any priors. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { posterior } from './posterior.ts'
import { type ClueTable, type Dependence, Weigher, weighEvidence } from './weigh-evidence.ts'

const k = 3
const dB = fc.double({ min: -30, max: 30, noNaN: true })
const row = fc.tuple(dB, dB, dB)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const clue = fc.record({ row, cluster: fc.integer({ min: 0, max: 3 }) })
const clues = fc.array(clue, { minLength: 1, maxLength: 12 })
const dependence = fc.record({ cluster: share, channel: share })
const prior = fc
  .tuple(
    ...([0, 1, 2].map(() => fc.double({ min: 0.01, max: 1, noNaN: true })) as [
      typeof share,
      typeof share,
      typeof share,
    ]),
  )
  .map((p) => p.map((x) => x / (p[0] + p[1] + p[2])))

interface Clue {
  readonly row: readonly number[]
  readonly cluster: number
  readonly telling?: number
}

function table(list: readonly Clue[]): ClueTable {
  const tellings = [...new Map(list.map((c, at) => [c.telling ?? at, c.cluster])).entries()]
  return {
    hypotheses: k,
    weightDb: Float64Array.from(list.flatMap((c) => [...c.row])),
    telling: Int32Array.from(list, (c, at) => tellings.findIndex(([t]) => t === (c.telling ?? at))),
    cluster: Int32Array.from(tellings, ([, cluster]) => cluster),
    channel: Int32Array.of(0, 0, 0, 0, 0),
  }
}

const near = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  for (let j = 0; j < k; j++) expect(a[j]).toBeCloseTo(b[j] ?? Number.NaN, 8) // sums of doubles in another order
}
const weigh = (list: readonly Clue[], p: readonly number[], d: Dependence) => weighEvidence(table(list), p, d)

test('posteriors sum to one', () => {
  fc.assert(
    fc.property(clues, prior, dependence, (list, p, d) => {
      expect(weigh(list, p, d).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
    }),
  )
})

test('the order of clues does not matter', () => {
  fc.assert(
    fc.property(clues, prior, dependence, (list, p, d) => {
      near(weigh(list, p, d), weigh(list.toReversed(), p, d))
    }),
  )
})

test('an irrelevant clue changes nothing', () => {
  fc.assert(
    fc.property(clues, prior, dependence, dB, fc.integer({ min: 0, max: 4 }), (list, p, d, same, cluster) => {
      near(weigh(list, p, d), weigh([...list, { row: [same, same, same], cluster }], p, d))
    }),
  )
})

test('splitting a clue into two tellings of it changes nothing', () => {
  fc.assert(
    fc.property(clues, prior, dependence, fc.nat(), (list, p, d, pick) => {
      const at = pick % list.length
      const one = list.map((c, i) => ({ ...c, telling: i }))
      near(weigh(one, p, d), weigh([...one, ...one.slice(at, at + 1)], p, d))
    }),
  )
})

test('two perfectly dependent clues alone in a cluster count once', () => {
  fc.assert(
    fc.property(clues, row, prior, share, (list, twin, p, channel) => {
      const d = { cluster: 1, channel }
      const once = [...list, { row: twin, cluster: 4 }]
      near(weigh(once, p, d), weigh([...once, { row: twin, cluster: 4 }], p, d))
    }),
  )
})

test('independent clues add in decibels', () => {
  const list = [1, 2].map((cluster) => ({ row: [10, 0, 0], cluster }))
  near(
    weigh(list, [1 / 3, 1 / 3, 1 / 3], { cluster: 1, channel: 0 }),
    posterior([1 / 3, 1 / 3, 1 / 3], [20, 0, 0]),
  )
})

test('perfectly dependent clues of unequal strength count as the stronger', () => {
  const list = [12, 4].map((weight) => ({ row: [weight, 0, 0], cluster: 0 }))
  near(
    weigh(list, [1 / 3, 1 / 3, 1 / 3], { cluster: 1, channel: 0 }),
    posterior([1 / 3, 1 / 3, 1 / 3], [12, 0, 0]),
  )
})

test('sixty equal clues through one channel never weigh more than one of them divided by the dependence', () => {
  const list = Array.from({ length: 60 }, (_, at) => ({ row: [8, 0, 0], cluster: at }))
  const wide = { ...table(list), channel: new Int32Array(60) }
  expect(new Weigher(wide, { cluster: 1, channel: 0.4 }).total[0]).toBeLessThan(8 / 0.4)
})

test('leaving a clue out and restoring it gives what weighing without it gives', () => {
  fc.assert(
    fc.property(clues, prior, dependence, fc.nat(), (list, p, d, pick) => {
      const at = pick % list.length
      const weigher = new Weigher(table(list), d)
      const before = posterior(p, weigher.total)
      const without = list.map((c, i) => (i === at ? { ...c, row: [0, 0, 0] } : c))
      near(posterior(p, weigher.leaveOut(at)), weigh(without, p, d))
      near(posterior(p, weigher.restore(at)), before)
    }),
  )
})

test('a clue impossible under a hypothesis excludes it, and under all is refused', () => {
  const no = Number.NEGATIVE_INFINITY
  const list = [
    { row: [0, no, -3], cluster: 0 },
    { row: [0, no, -3], cluster: 0 },
  ]
  const result = weigh(list, [1 / 3, 1 / 3, 1 / 3], { cluster: 1, channel: 0 })
  expect(result[1]).toBe(0)
  expect(result[0]).toBeCloseTo(1 / (1 + 10 ** -0.3), 12)
  expect(() =>
    weigh([{ row: [no, no, no], cluster: 0 }], [1 / 3, 1 / 3, 1 / 3], { cluster: 1, channel: 0 }),
  ).toThrow(/must be possible/)
})
