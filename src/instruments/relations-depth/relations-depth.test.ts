/** Laws of the index, and what it must withstand. */
import { describe, expect, test } from 'vitest'
import type { Framework } from '#domain/framework'
import { isMissing } from '#domain/missing'
import type { Rating } from '#domain/rating'
import type { Relation } from '#domain/relation'
import type { Series } from '#domain/series'
import { literalReader, type Records } from '../../../test/literal-reader.ts'
import { relationsDepth, relationsDepthResult } from './instrument.ts'

const restsOn = [{ source: 's' }]
const scale = [1, 2, 3, 4, 5].map((level) => ({ level, en: `level ${level}` }))
const framework: Framework = {
  id: 'relations-depth',
  title: 'Test',
  edition: '1',
  criteria: [
    { code: 'interests', title: 'Interests', weight: 1 },
    {
      code: 'trade',
      parent: 'interests',
      title: 'Trade',
      weight: 1,
      measure: 'trade-dependence',
      goalposts: [0, 0.15],
    },
    {
      code: 'votes',
      parent: 'interests',
      title: 'Votes',
      weight: 1,
      measure: 'voting-agreement',
      goalposts: [-1, 1],
    },
    { code: 'identity', title: 'Identity', weight: 1 },
    { code: 'elite', parent: 'identity', title: 'Elite', weight: 1, scale },
  ],
  restsOn,
}
const relation = (id: string, partner: string): Relation => ({
  id,
  title: id,
  parties: ['AAA', partner],
  restsOn,
})
const series = (
  relationId: string,
  measure: string,
  of: string,
  towards: string,
  values: readonly number[],
): Series => ({
  id: `${measure}/${of}-${towards}`.toLowerCase(),
  measure,
  relation: relationId,
  of,
  towards,
  observations: values.map((value, at) => ({ year: 2000 + at, value })),
  restsOn,
})
const rating = (relationId: string, assessor: string, level: number, more: Partial<Rating> = {}): Rating => ({
  id: `${relationId}/${assessor}`,
  round: 'round',
  relation: relationId,
  leaf: 'elite',
  assessor,
  level,
  because: 'test',
  ...more,
})
const round = {
  id: 'round',
  title: 'Round',
  framework: 'relations-depth',
  year: 2002,
  relations: ['a-b'],
  leaves: ['elite'],
  assessors: ['x', 'y'],
  opened: '2002',
  closed: '2003',
}

const base: Records = {
  framework: [framework],
  relation: [relation('a-b', 'BBB'), relation('a-c', 'CCC')],
  series: [
    series('a-b', 'trade-dependence', 'AAA', 'BBB', [0.02, 0.04, 0.05]),
    series('a-b', 'trade-dependence', 'BBB', 'AAA', [0.05, 0.08, 0.1]),
    series('a-b', 'voting-agreement', 'AAA', 'BBB', [0.2, 0.3, 0.5]),
    series('a-c', 'trade-dependence', 'AAA', 'CCC', [0.01, 0.01, 0.01]),
    series('a-c', 'voting-agreement', 'AAA', 'CCC', [-0.5, -0.5, -0.5]),
  ],
  'rating-round': [round],
}
async function run(records: Records, request: object = {}) {
  const { result, findings } = await relationsDepth.analyse(
    { dyad: ['AAA', 'BBB'], draws: 200, ...request },
    literalReader(records),
  )
  const typed = relationsDepthResult(result)
  relationsDepth.exhibits(result, 'en')
  relationsDepth.exhibits(result, 'vi')
  for (const { statement, statementVi } of findings) {
    expect(statement).not.toMatch(/NaN|undefined|Infinity/)
    expect(statementVi).not.toMatch(/NaN|undefined|Infinity/)
  }
  return typed
}
const told = (estimate: Awaited<ReturnType<typeof run>>['depth']) => {
  if (isMissing(estimate)) throw new Error(estimate.because)
  return estimate
}

test('the worked example of the README', async () => {
  const only: Framework = {
    ...framework,
    criteria: framework.criteria.filter(({ code }) => code !== 'votes'),
  }
  const records = { ...base, framework: [only], rating: [rating('a-b', 'x', 4), rating('a-b', 'y', 5)] }
  expect(told((await run(records)).depth).value).toBeCloseTo((0.5 + 0.875) / 2, 12)
  const geometric = await run(records, { aggregate: 'geometric' })
  expect(told(geometric.depth).value).toBeCloseTo(Math.sqrt(0.5 * 0.875), 12)
})

describe('laws', () => {
  test('depth lies in [0, 1], so does its interval, and ranks are 1 to n', async () => {
    for (const one of (await run(base)).standings) {
      const { value, interval } = told(one.depth)
      for (const x of [value, ...(interval ?? [])]) expect(x >= 0 && x <= 1).toBe(true)
      expect(told(one.rank).value).toBeLessThanOrEqual(2)
    }
  })
  test('more trade never makes a relation shallower', async () => {
    const depths: number[] = []
    for (const last of [0, 0.02, 0.05, 0.1, 0.3]) {
      const moved = (base.series ?? []).map((one) =>
        one.of === 'AAA' && one.towards === 'BBB' && one.measure === 'trade-dependence'
          ? series('a-b', 'trade-dependence', 'AAA', 'BBB', [0, 0, last])
          : one,
      )
      depths.push(told((await run({ ...base, series: moved })).depth).value)
    }
    expect(depths).toEqual(depths.toSorted((a, b) => a - b))
  })
  test('what is missing widens the interval and does not move the value', async () => {
    const width = (e: { interval: [number, number] | null }) =>
      (e.interval?.[1] ?? 0) - (e.interval?.[0] ?? 0)
    const missing = told((await run(base, { alternatives: ['arithmetic'] })).depth)
    const certain = told((await run(base, { alternatives: ['arithmetic'], missingError: 0 })).depth)
    expect(missing.value).toBe(certain.value)
    expect(width(missing)).toBeGreaterThan(width(certain))
  })
  test('the same seed gives the same draws, another seed others', async () => {
    const [a, b, c] = [await run(base), await run(base), await run(base, { seed: 2 })]
    expect(b).toEqual(a)
    expect(told(c.depth).interval).not.toEqual(told(a.depth).interval)
  })
  test('only proportions of weights count', async () => {
    const a = await run(base, { weights: { trade: 1, votes: 3 } })
    const b = await run(base, { weights: { trade: 2, votes: 6 } })
    expect(told(b.depth).value).toBeCloseTo(told(a.depth).value, 12)
  })
})

describe('it withstands', () => {
  test('a dyad with no data: no depth, with the reason', async () => {
    const { depth, standings } = await run({ ...base, series: [] })
    expect(isMissing(depth) && depth.because).toMatch(/0 % of the weight is known/)
    expect(standings.every((one) => isMissing(one.rank))).toBe(true)
  })
  test('one rater alone: said, and less sure than two who agree', async () => {
    const one = await run({ ...base, rating: [rating('a-b', 'x', 4)] })
    const two = await run({ ...base, rating: [rating('a-b', 'x', 4), rating('a-b', 'y', 4)] })
    const sd = (result: typeof one) =>
      result.standings[0]?.leaves.find(({ code }) => code === 'elite')?.sd ?? 0
    expect(one.warnings.some(({ en }) => en.includes('One rater alone'))).toBe(true)
    expect(sd(one)).toBeGreaterThan(sd(two))
    expect(isMissing(one.raters[0]?.alpha)).toBe(true)
  })
  test('all ratings equal: agreement is not defined, and it says so', async () => {
    const all = ['a-b', 'a-c'].flatMap((id) => [rating(id, 'x', 3), rating(id, 'y', 3)])
    const alpha = (await run({ ...base, rating: all })).raters[0]?.alpha
    expect(isMissing(alpha) && alpha.because).toMatch(/all ratings are equal/)
  })
  test('a leaf removed from a framework in use: its ratings are named and not counted', async () => {
    const left: Framework = { ...framework, criteria: framework.criteria.slice(0, 3) }
    const { warnings } = await run({ ...base, framework: [left], rating: [rating('a-b', 'x', 4)] })
    expect(warnings.some(({ en }) => en.includes('ratings of elite'))).toBe(true)
  })
  test('weights that sum to 0: said, and no number from them', async () => {
    const { warnings, standings } = await run(base, { weights: { trade: 0, votes: 0 } })
    expect(warnings.some(({ en }) => en.includes('weights below interests sum to 0'))).toBe(true)
    expect(isMissing(standings[0]?.depth)).toBe(true)
  })
  test('a negative value under a geometric mean counts as the floor, not as an error', async () => {
    const low = (base.series ?? []).map((one) => ({
      ...one,
      observations: one.observations.map((o) => ({ ...o, value: -5 })),
    }))
    const { depth } = await run({ ...base, series: low }, { aggregate: 'geometric' })
    expect(told(depth).value).toBeCloseTo(0.01, 9)
  })
  test('a state that ceased to exist: what is older than the carry is missing', async () => {
    const { depth } = await run(base, { year: 2030 })
    expect(isMissing(depth)).toBe(true)
  })
  test('ratings of an open round, and illustrative ones, do not count', async () => {
    const open = {
      ...base,
      'rating-round': [{ ...round, closed: undefined }],
      rating: [rating('a-b', 'x', 5)],
    }
    expect((await run(open)).standings[0]?.byBasis.ratings).toBe(0)
    const made = { ...base, rating: [rating('a-b', 'x', 5, { illustrative: true })] }
    expect((await run(made)).standings[0]?.byBasis.ratings).toBe(0)
    expect((await run(made, { ratings: 'all' })).standings[0]?.byBasis.ratings).toBe(0.5)
    expect(isMissing((await run(made)).depthWithIllustrative)).toBe(false)
  })
  test('a revised rating stands in place of the blind one', async () => {
    const blind = rating('a-b', 'x', 1)
    const revised = rating('a-b', 'x', 5, { id: 'a-b/x/revised', revises: blind.id })
    const { standings } = await run({ ...base, rating: [blind, revised] })
    expect(standings[0]?.leaves.find(({ code }) => code === 'elite')?.raw).toBe(5)
  })
})

test('losses: nothing to lose without trade, more with more trade, the interval follows the elasticities', async () => {
  const gdp = (x: number) => series('a-b', 'trade-to-gdp', 'AAA', 'BBB', [x])
  const other = series('a-b', 'trade-to-gdp', 'BBB', 'AAA', [0])
  const loss = async (x: number) => {
    const { entwinement } = await run({ ...base, series: [...(base.series ?? []), gdp(x), other] })
    return told(entwinement.losses[0]?.income ?? { missing: 'not-collected', because: '' })
  }
  expect((await loss(0)).value).toBe(0)
  const [small, large] = [await loss(0.1), await loss(0.2)]
  expect(large.value).toBeGreaterThan(small.value)
  expect(small.interval?.[0]).toBeCloseTo(1 - 0.95 ** (1 / 8), 12)
  expect(small.interval?.[1]).toBeCloseTo(1 - 0.95 ** (1 / 3), 12)
})

test('trust: degrees follow the share of words kept and what binds', async () => {
  const pair = (id: string, followed: 'kept' | 'broken') => ({
    id,
    relation: 'a-b',
    by: 'BBB',
    field: 'defence',
    word: { date: '2000', text: id, restsOn },
    followed,
    because: 'test',
  })
  const treaty = {
    id: 't',
    relation: 'a-b',
    title: 'Treaty',
    parties: ['a'],
    field: 'defence',
    bindingness: 'treaty' as const,
    signed: '2000',
    restsOn,
  }
  const kept = [pair('1', 'kept'), pair('2', 'kept'), pair('3', 'kept')]
  const degree = async (records: Records) => (await run({ ...base, ...records })).trust.degree
  expect(await degree({ 'follow-through': kept, agreement: [treaty] })).toBe(1)
  expect(await degree({ 'follow-through': kept })).toBe(2)
  expect(await degree({ 'follow-through': [pair('1', 'broken'), pair('2', 'broken')] })).toBe(4)
  expect(await degree({ 'follow-through': [pair('1', 'broken')], agreement: [treaty] })).toBe(3)
})

test('trust is read from the words of the partner; one’s own words are told apart', async () => {
  const pair = (id: string, by: string, followed: 'kept' | 'broken') => ({
    id,
    relation: 'a-b',
    by,
    field: 'defence',
    word: { date: '2000', text: id, restsOn },
    followed,
    because: 'test',
  })
  const mixed = [pair('1', 'AAA', 'kept'), pair('2', 'BBB', 'broken')]
  const { trust } = await run({ ...base, 'follow-through': mixed })
  expect(told(trust.hitRate).value).toBe(0)
  expect(told(trust.ownHitRate).value).toBe(1)
  const own = await run({ ...base, 'follow-through': [pair('1', 'AAA', 'kept')] })
  expect(isMissing(own.trust.degree) && own.trust.degree.because).toMatch(/no word of BBB/)
})

test('a state that is gone: nothing of it is carried over, and it is said', async () => {
  const gone = relation('v-d', 'DDR')
  const old: Records = {
    framework: [framework],
    relation: [{ ...gone, parties: ['VNM', 'DDR'] }],
    series: [
      {
        ...series('v-d', 'voting-agreement', 'VNM', 'DDR', [0.9]),
        observations: [{ year: 1988, value: 0.9 }],
      },
    ],
  }
  const asked = { dyad: ['VNM', 'DDR'], draws: 100, leastCoverage: 0 }
  const before = relationsDepthResult(
    (await relationsDepth.analyse({ ...asked, year: 1989 }, literalReader(old))).result,
  )
  expect(told(before.depth).value).toBeCloseTo(0.95, 12)
  const after = relationsDepthResult(
    (await relationsDepth.analyse({ ...asked, year: 1995 }, literalReader(old))).result,
  )
  expect(isMissing(after.depth)).toBe(true)
  expect(after.warnings.some(({ en }) => en.includes('DDR no longer existed in 1995'))).toBe(true)
  expect(after.standings[0]?.leaves[0]?.share).toMatchObject({ missing: 'not-applicable' })
})

test('every way of putting together is told for every partner, and harmonic ≤ geometric ≤ arithmetic', async () => {
  const { ways } = await run(base)
  expect(ways.map(({ relation: id }) => id)).toEqual(['a-b', 'a-c'])
  for (const { by } of ways) {
    const depths = by.flatMap(({ depth }) => (isMissing(depth) ? [] : [depth]))
    expect(depths).toHaveLength(3)
    expect(by.at(-1)).toMatchObject({ way: 'non-compensatory', rank: expect.any(Number) })
    expect(depths).toEqual(depths.toSorted((a, b) => b - a))
  }
})

test('upkeep against loss: the ratio is loss over cost, and what was not recorded is missing', async () => {
  const costly = {
    ...relation('a-b', 'BBB'),
    upkeep: [{ of: 'AAA', what: 'missions', year: 2001, usdMillions: 10, restsOn }],
  }
  const gdp = { ...series('a-b', 'gdp', 'AAA', 'BBB', [1e9]), id: 'gdp/aaa' }
  const { towards: _, ...output } = gdp
  const trade = series('a-b', 'trade-to-gdp', 'AAA', 'BBB', [0.2])
  const { upkeep, entwinement } = await run({
    ...base,
    relation: [costly],
    series: [...(base.series ?? []), output, trade],
  })
  const income = told(entwinement.losses[0]?.income ?? { missing: 'not-collected', because: '' })
  expect(told(upkeep[0]?.lossOverCost ?? { missing: 'not-collected', because: '' }).value).toBeCloseTo(
    (income.value * 1000) / 10,
    9,
  )
  expect(isMissing(upkeep[1]?.costUsdMillions)).toBe(true)
})

test('weights are those of the framework, all equal, or what people said; the rest is named', async () => {
  const heavy: Framework = {
    ...framework,
    criteria: framework.criteria.map((one) => (one.code === 'trade' ? { ...one, weight: 3 } : one)),
  }
  const points = (assessor: string, trade: number) => ({
    id: `w/${assessor}`,
    framework: 'relations-depth',
    parent: 'interests',
    method: 'budget' as const,
    assessor,
    points: [
      { code: 'trade', points: trade },
      { code: 'votes', points: 100 - trade },
    ],
  })
  const records: Records = { ...base, framework: [heavy], weighting: [points('x', 80), points('y', 40)] }
  const [trade, votes] = [0.5, 0.75]
  const depth = async (weighting: string) => told((await run(records, { weighting })).depth).value
  expect(await depth('given')).toBeCloseTo(0.75 * trade + 0.25 * votes, 12)
  expect(await depth('equal')).toBeCloseTo(0.5 * trade + 0.5 * votes, 12)
  expect(await depth('budget')).toBeCloseTo(0.6 * trade + 0.4 * votes, 12)
  const { warnings } = await run(records, { weighting: 'pairwise' })
  expect(warnings.some(({ en }) => en.includes('Nobody was asked for the weights'))).toBe(true)
})
