/** Centralities and communities: published values, and laws that hold of every network. */
import fc from 'fast-check'
import { MultiUndirectedGraph } from 'graphology'
import parseGraphml from 'graphology-graphml'
import { expect, test } from 'vitest'
import { alone } from '#numeric/team'
import { centralities, graphOf } from './network-graph.ts'
import { graphmlOf } from './network-graphml.ts'
import { communitiesOf, layoutOf } from './network-layout.ts'
import { networkSpread, ranksOf } from './network-spread.ts'
import karate from './published/karate-club.json' with { type: 'json' }
import kite from './published/krackhardt-kite.json' with { type: 'json' }

function network(ties: readonly (readonly (string | number)[])[]) {
  const names = [...new Set(ties.flat().map(String))].toSorted()
  const place = (name: string | number | undefined) => names.indexOf(String(name))
  return {
    names,
    ties: {
      a: ties.map(([a]) => place(a)),
      b: ties.map(([, b]) => place(b)),
      weight: ties.map(() => 1),
    },
  }
}

test('Krackhardt’s kite has its published degree, betweenness and closeness', () => {
  const { names, ties } = network(kite.ties)
  const found = centralities(graphOf(names.length, ties, false), 'steps')
  // printed with three digits
  for (const measure of ['degree', 'betweenness', 'closeness'] as const)
    for (const [name, value] of Object.entries(kite[measure]))
      expect(
        Math.abs((found[measure]?.[names.indexOf(name)] ?? Number.NaN) - value),
        `${measure} of ${name}`,
      ).toBeLessThan(0.0006)
})

test('Zachary’s karate club has its published degree and betweenness, and its two leaders part', () => {
  const { names, ties } = network(karate.ties)
  expect([names.length, ties.a.length]).toEqual([34, 78])
  const graph = graphOf(names.length, ties, false)
  const found = centralities(graph, 'steps')
  // printed with four digits
  for (const measure of ['degree', 'betweenness'] as const)
    for (const [name, value] of Object.entries(karate[measure]))
      expect(
        Math.abs((found[measure]?.[names.indexOf(name)] ?? Number.NaN) - value),
        `${measure} of ${name}`,
      ).toBeLessThan(0.00006)
  const groups = communitiesOf(graph, 1)
  expect(groups.of[names.indexOf('1')]).not.toBe(groups.of[names.indexOf('34')])
  expect(groups.modularity).toBeGreaterThan(0.4)
  expect(groups.modularity).toBeLessThan(karate.largestModularity + 0.0001)
  expect(communitiesOf(graph, 1)).toEqual(groups)
})

test('the eigenvector is one: each node has λ times the sum over those it is tied to', () => {
  const { names, ties } = network(kite.ties)
  const { eigenvector: x = new Float64Array() } = centralities(graphOf(names.length, ties, false), 'steps')
  const sums = names.map((_, node) =>
    ties.a.reduce((sum, a, at) => {
      const b = ties.b[at] ?? -1
      return sum + (a === node ? (x[b] ?? 0) : b === node ? (x[a] ?? 0) : 0)
    }, 0),
  )
  const [largest = 0] = sums.map((sum, node) => sum / (x[node] ?? 1))
  // the iteration ends when it moves less than 1e-9 a node
  for (const [node, sum] of sums.entries()) expect(sum / largest).toBeCloseTo(x[node] ?? 0, 6)
})

test('ways by strength go round by strong ties; by steps they do not', () => {
  // a–c directly but weakly; a–b–c strongly
  const graph = graphOf(3, { a: [0, 0, 1], b: [2, 1, 2], weight: [0.1, 10, 10] }, false)
  expect([...(centralities(graph, 'steps').betweenness ?? [])]).toEqual([0, 0, 0])
  expect([...(centralities(graph, 'strength').betweenness ?? [])]).toEqual([0, 1, 0])
})

test('ties with a direction count in and out apart', () => {
  const graph = graphOf(3, { a: [0, 0, 0], b: [1, 2, 2], weight: [1, 2, 3] }, true)
  const found = centralities(graph, 'steps')
  expect([...(found.outStrength ?? [])]).toEqual([6, 0, 0])
  expect([...(found.inStrength ?? [])]).toEqual([0, 1, 5])
  expect([...(found.outDegree ?? [])]).toEqual([2, 0, 0])
  expect([...(found.strength ?? [])]).toEqual([6, 1, 5])
})

test('a star, which sways for ever under a bare power iteration, settles', () => {
  const graph = graphOf(4, { a: [0, 0, 0], b: [1, 2, 3], weight: [1, 1, 1] }, false)
  const { eigenvector } = centralities(graph, 'steps')
  expect(eigenvector?.[0]).toBeCloseTo(Math.SQRT1_2, 4) // stops within 1e-9 of itself, by steps of less than a tenth
  expect(eigenvector?.[1]).toBeCloseTo(1 / Math.sqrt(6), 4)
})

const anyNetwork = fc.integer({ min: 2, max: 9 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    rows: fc.array(
      fc
        .tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 }))
        .filter(([a, b]) => a !== b),
      { minLength: 1, maxLength: 20 },
    ),
  }),
)
const tiesOf = (rows: readonly (readonly [number, number, number])[]) => ({
  a: rows.map(([a]) => a),
  b: rows.map(([, b]) => b),
  weight: rows.map(([, , weight]) => weight),
})

test('strengths add up to twice the weights, and everything else lies in [0, 1]', () => {
  fc.assert(
    fc.property(anyNetwork, ({ nodes, rows }) => {
      const { strength, betweenness, closeness } = centralities(graphOf(nodes, tiesOf(rows), false), 'steps')
      const total = rows.reduce((sum, [, , weight]) => sum + weight, 0)
      expect(strength?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2 * total, 9)
      for (const one of [...(betweenness ?? []), ...(closeness ?? [])]) {
        expect(one).toBeGreaterThanOrEqual(0)
        expect(one).toBeLessThanOrEqual(1 + 1e-12) // rounding
      }
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('the order of the rows and twice all weights change no rank', () => {
  fc.assert(
    fc.property(anyNetwork, ({ nodes, rows }) => {
      const one = centralities(graphOf(nodes, tiesOf(rows), false), 'steps')
      const other = centralities(
        graphOf(nodes, tiesOf(rows.toReversed().map(([a, b, weight]) => [b, a, 2 * weight] as const)), false),
        'steps',
      )
      for (const measure of ['degree', 'strength', 'betweenness', 'closeness'] as const)
        expect(ranksOf(one[measure] ?? new Float64Array())).toEqual(
          ranksOf(other[measure] ?? new Float64Array()),
        )
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('intervals hold the value, are the same for the same seed, and are wider where one activity makes it all', () => {
  const { names, ties } = network(karate.ties)
  const input = {
    nodes: names.length,
    directed: false,
    paths: 'steps',
    units: ties.a.length,
    unit: Int32Array.from(ties.a.keys()),
    a: Int32Array.from(ties.a),
    b: Int32Array.from(ties.b),
    weight: Float64Array.from(ties.weight),
    draws: 60,
    seed: 3,
  } as const
  const spread = networkSpread.run(input, alone)
  expect(networkSpread.run(input, alone)).toEqual(spread)
  for (const { values, intervals, ranks, rankIntervals } of Object.values(spread))
    for (const [at, value] of values.entries()) {
      const [low, high] = intervals?.[at] ?? [1, 0]
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      const [first, last] = rankIntervals?.[at] ?? [1, 0]
      expect(first).toBeLessThanOrEqual(ranks[at] ?? 0)
      expect(last).toBeGreaterThanOrEqual(ranks[at] ?? 99)
    }
  const width = (of: typeof spread) => {
    const at = names.indexOf('34')
    const [low, high] = of.strength?.intervals?.[at] ?? [0, 0]
    return high - low
  }
  // the seventeen ties of 34 drawn as one activity instead of seventeen
  const lumped = input.unit.map((unit, row) =>
    ties.a[row] === names.indexOf('34') || ties.b[row] === names.indexOf('34') ? 0 : unit + 1,
  )
  expect(width(networkSpread.run({ ...input, unit: lumped, units: 79 }, alone))).toBeGreaterThan(
    width(spread),
  )
})

test('four activities are too few to be drawn anew', () => {
  const four = { unit: Int32Array.of(0, 1, 2, 3), a: Int32Array.of(0, 0, 1, 0), b: Int32Array.of(1, 2, 2, 1) }
  const spread = networkSpread.run(
    {
      ...four,
      weight: Float64Array.of(1, 1, 1, 1),
      nodes: 3,
      directed: false,
      paths: 'steps',
      units: 4,
      draws: 50,
      seed: 1,
    },
    alone,
  )
  expect(spread.degree?.intervals).toBeNull()
})

test('the drawing is the same for the same network, and no two nodes lie upon one another', () => {
  const { names, ties } = network(karate.ties)
  const draw = () => {
    const graph = graphOf(names.length, ties, false)
    return [...layoutOf([...names.keys()], graph, communitiesOf(graph, 1).of).values()]
  }
  const points = draw()
  expect(draw()).toEqual(points)
  const gaps = points.flatMap(([x, y], at) => points.slice(at + 1).map(([u, v]) => Math.hypot(x - u, y - v)))
  expect(Math.min(...gaps)).toBeGreaterThan(0.01)
})

test('GraphML comes back as it went out, whatever signs a name holds', () => {
  const file = graphmlOf({
    directed: false,
    nodes: [
      { id: 'VNM', values: { label: 'Việt Nam <“&”>', community: 1 } },
      { id: 'actor/a', values: { label: 'A "b"', community: null } },
    ],
    edges: [{ source: 'VNM', target: 'actor/a', values: { weight: 1 / 3 } }],
  })
  const read = parseGraphml.parse(MultiUndirectedGraph, file)
  expect(read.getNodeAttributes('VNM')).toMatchObject({ label: 'Việt Nam <“&”>', community: 1 })
  expect(read.getNodeAttributes('actor/a')).not.toHaveProperty('community')
  expect(read.mapEdges((_edge, values, a, b) => [a, b, values['weight']])).toEqual([
    ['VNM', 'actor/a', 1 / 3],
  ])
})
