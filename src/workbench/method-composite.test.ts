/** `method composite` and `method durability` on files: what they give, and what they refuse. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { methodFile } from './method-file.ts'
import { methodOf } from './methods.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-methods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let written = 0
const file = (text: string) => {
  const path = join(folder, `${written++}.csv`)
  writeFileSync(path, text)
  return methodFile(path)
}
const notices: string[] = []
const watch = { notice: (message: string) => notices.push(message), progress: () => {} }
const usual = Object.fromEntries(
  methodOf('composite').options.flatMap(({ flags, default: value }) => {
    const name = /^--([a-z-]+)/.exec(flags)?.[1]?.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
    return name === undefined || value === undefined ? [] : [[name, value]]
  }),
)
interface Answer {
  scores: { unit: string; code: string; value: number | null }[]
  sensitivity?: { input: string; first: number; total: number }[]
  ranks: {
    unit: string
    rank: number | null
    interval?: readonly [number, number] | null
    median?: number | null
    scoreInterval?: readonly [number, number] | null
  }[]
  weights: {
    code: string
    weight: number
    shareOfAll: number
    consistencyRatio?: number
    explained?: number
  }[]
  stages?: {
    stage: string
    rows: { unit: string | null; code: string; value: number | null; why?: string }[]
  }[]
  warnings: { code: string; message: string; unit?: string; at?: string }[]
  steps: Record<string, unknown>
}
const composite = (frame: string, data: string, more: object = {}, weights?: string) =>
  methodOf('composite').run(
    [frame, data, ...(weights === undefined ? [] : [weights])].map(file),
    { ...usual, ...more },
    watch,
  ) as Promise<Answer>
const frame = 'code,parent,weight,direction\nall,,1,1\na,all,1,1\nb,all,3,-1\n'
const data = 'unit,a,b\nx,0,10\ny,5,0\nz,10,5\n'
const refusal = async (work: Promise<unknown>) => {
  const cause = await work.catch((error: unknown) => error)
  if (!(cause instanceof SoundingsError)) throw new Error('it was not refused')
  return cause
}

test('scores follow weights and directions, and ranks follow scores', async () => {
  const { scores, ranks } = await composite(frame, data, { uncertainty: '200' })
  expect(scores.filter(({ code }) => code === 'all').map(({ value }) => value)).toEqual([0, 87.5, 62.5])
  expect(ranks.map(({ rank }) => rank)).toEqual([3, 1, 2])
  expect(ranks[0]?.interval).toEqual([3, 3])
})

test('the weights that move ranks are told apart by their share', async () => {
  const close = 'unit,a,b\nx,0,10\ny,6,4\nz,10,0\nw,5,5.2\nv,2,8.1\n'
  const turned = frame.replace('b,all,3,-1', 'b,all,1,1')
  const { sensitivity = [] } = await composite(turned, close, { sobol: '512' })
  expect(sensitivity.map(({ input }) => input)).toEqual(['weight of a', 'weight of b'])
  for (const { total } of sensitivity) expect(total).toBeGreaterThan(0.2)
})

test('what is missing is told before it is used, and gives no score unless it is filled', async () => {
  const holes = data.replace('y,5,0', 'y,,0')
  const { scores } = await composite(frame, holes)
  expect(scores.find(({ unit, code }) => unit === 'y' && code === 'all')?.value).toBeNull()
  expect(notices).toContain('1 of 3 values of a are missing.')
  const filled = await composite(frame, holes, { impute: 'mean' })
  expect(filled.scores.find(({ unit, code }) => unit === 'y' && code === 'all')?.value).toBe(87.5)
})

test.each([
  [
    'weights that sum to 0',
    frame.replace('a,all,1', 'a,all,0').replace('b,all,3', 'b,all,0'),
    data,
    /sum to 0/,
  ],
  ['a negative weight', frame.replace('b,all,3', 'b,all,-3'), data, /at least 0/],
  ['an unknown parent', frame.replace('a,all', 'a,none'), data, /there is no node none/],
  ['a leaf without its column', `${frame}c,all,1,1\n`, data, /column c is not there/],
  ['a word where a number should be', frame, data.replace('z,10', 'z,ten'), /no number/],
  ['a unit that stands twice', frame, data.replace('z,', 'x,'), /a second time/],
  ['a circle', 'code,parent\nall,\na,b\nb,a\n', data, /circle/],
])('%s is refused', async (_, wrong, rows, message) => {
  expect((await refusal(composite(wrong, rows))).message).toMatch(message)
})

const codes = ({ warnings }: Answer) => warnings.map(({ code }) => code)
const wholeOf = ({ scores }: Answer) => scores.filter(({ code }) => code === 'all').map(({ value }) => value)
const stage = ({ stages }: Answer, name: string) => stages?.find((one) => one.stage === name)?.rows ?? []

test('each step is a table that says what was done to a value, and why there is none', async () => {
  const framed =
    'code,parent,weight,direction,denominator,scale\nall,,1,1,,\na,all,1,1,size,10\nb,all,3,-1,,\n'
  const table = 'unit,region,size,a,b\nx,N,2,4,10\ny,N,1,,0\nz,S,0,10,5\nw,S,5,10,\n'
  const answer = await composite(framed, table, {
    denominate: true,
    group: 'region',
    impute: 'group-mean',
    stage: 'all',
  })
  expect(answer.stages?.map((one) => one.stage)).toEqual([
    'coverage',
    'raw',
    'denominated',
    'imputed',
    'treated',
    'normalized',
    'aggregated',
  ])
  const find = (name: string, unit: string | null, code: string) =>
    stage(answer, name).find((row) => row.unit === unit && row.code === code)
  expect(find('coverage', null, 'a')).toMatchObject({ value: 0.5 })
  expect(find('coverage', 'y', 'all')).toMatchObject({ value: 0.5 })
  expect(find('raw', 'y', 'a')).toMatchObject({ value: null, why: 'missing in the data' })
  expect(find('denominated', 'x', 'a')).toMatchObject({ value: 20, why: 'divided by size' })
  expect(find('denominated', 'z', 'a')).toMatchObject({ value: null, why: 'size is missing or 0' })
  expect(find('imputed', 'y', 'a')).toMatchObject({ value: 20, why: 'filled by the mean of N' })
  expect(find('imputed', 'w', 'b')).toMatchObject({ value: 5, why: 'filled by the mean of S' })
  expect(codes(answer)).toEqual(
    expect.arrayContaining(['denominator', 'missing', 'constant', 'few-data', 'no-score']),
  )
  expect(answer.warnings.find(({ code }) => code === 'few-data')).toMatchObject({ unit: 'y' })
})

test('one step alone is the table of --output csv', async () => {
  const entry = methodOf('composite')
  const one = await composite(frame, data, { stage: 'normalized' })
  expect(entry.table?.(one as never)?.[0]).toEqual({ unit: 'x', code: 'a', value: 0, why: undefined })
  expect(entry.table?.((await composite(frame, data)) as never)).toHaveLength(9)
})

test('denominators that are not used are told', async () => {
  const framed = 'code,parent,denominator\nall,,\na,all,b\n'
  expect(codes(await composite(framed, 'unit,a,b\nx,1,2\ny,2,1\n'))).toContain('denominator')
})

test('weights may be equal, from budgets, from comparisons, or from the first component', async () => {
  expect(wholeOf(await composite(frame, data, { weights: 'equal' }))).toEqual([0, 75, 75])
  const budget = await composite(
    frame,
    data,
    { weights: 'budget' },
    'assessor,code,points\np,a,50\np,b,50\nq,a,1\nq,b,9\n',
  )
  expect(budget.weights).toMatchObject([
    { code: 'a', weight: 0.3, assessors: 2 },
    { code: 'b', weight: 0.7 },
  ])
  const pairs = await composite(
    frame,
    data,
    { weights: 'pairwise' },
    'assessor,parent,a,b,ratio\np,all,b,a,3\n',
  )
  expect(pairs.weights[0]?.weight).toBeCloseTo(0.25, 12)
  expect(pairs.weights[0]?.consistencyRatio).toBe(0)
  const components = await composite(frame, data, { weights: 'principal-components' })
  expect(components.weights[0]?.weight).toBeCloseTo(0.5, 9) // two columns always load alike
})

test('a circle of comparisons is told with its ratio', async () => {
  const three = `${frame}c,all,1,1\n`
  const rows = 'unit,a,b,c\nx,0,10,1\ny,5,0,2\nz,10,5,3\n'
  const circle = 'assessor,parent,a,b,ratio\np,all,a,b,5\np,all,b,c,5\np,all,c,a,5\n'
  const answer = await composite(three, rows, { weights: 'pairwise' }, circle)
  expect(answer.warnings.find(({ code }) => code === 'inconsistent')).toMatchObject({ at: 'all' })
  expect(answer.weights[0]?.consistencyRatio).toBeGreaterThan(0.1)
})

test('a geometric mean gets scales from 1 to 100, and is told of it; z-scores it has no place for are told by unit and column', async () => {
  const answer = await composite(frame, data, { aggregate: 'geometric' })
  expect(wholeOf(answer)[0]).toBeCloseTo(1, 12)
  expect(codes(answer)).toContain('scale-begins-at-1')
  const bad = await composite(frame, data, { aggregate: 'geometric', normalize: 'z-score' })
  expect(bad.warnings.filter(({ code }) => code === 'not-positive').map(({ at }) => at)).toEqual(['a', 'b'])
  expect(wholeOf(bad)).toEqual([null, null, null])
})

test('rankings by preferences have scores for the whole alone', async () => {
  const copeland = await composite(frame, data, { aggregate: 'copeland' })
  expect(wholeOf(copeland)).toEqual([-2, 2, 0])
  const ordered = await composite(frame, data, { aggregate: 'non-compensatory' })
  expect(ordered.ranks.map(({ rank }) => rank)).toEqual([3, 1, 2])
  const tied = await composite(frame, 'unit,a,b\nx,1,1\ny,1,1\nz,2,0\n', { aggregate: 'non-compensatory' })
  expect(codes(tied)).toContain('order')
})

test('all choices are drawn together; the index as published stays the first', async () => {
  const rows = 'unit,a,b\nx,0,10\ny,6,4\nz,10,0\nw,5,5.2\nv,2,8.1\n'
  const ways = { normalize: 'min-max,rank', aggregate: 'arithmetic,copeland', uncertainty: '200' }
  const answer = await composite(frame.replace('b,all,3,-1', 'b,all,1,1'), rows, ways)
  const plain = await composite(frame.replace('b,all,3,-1', 'b,all,1,1'), rows)
  expect(answer.scores).toEqual(plain.scores)
  expect(codes(answer)).toContain('draws')
  for (const { median, interval } of answer.ranks) {
    expect(median).toBeGreaterThanOrEqual(interval?.[0] ?? 9)
    expect(median).toBeLessThanOrEqual(interval?.[1] ?? 0)
  }
  const { sensitivity = [] } = await composite(frame.replace('b,all,3,-1', 'b,all,1,1'), rows, {
    ...ways,
    sobol: '64',
    weightSpread: '0',
  })
  expect(sensitivity.map(({ input }) => input)).toEqual(['normalization', 'aggregation'])
  const together = await composite(frame.replace('b,all,3,-1', 'b,all,1,1'), rows, {
    sobol: '64',
    sobolWeights: 'together',
  })
  expect(together.sensitivity?.map(({ input }) => input)).toEqual(['weights'])
  expect(together.sensitivity?.[0]?.total).toBeGreaterThan(0.5) // all there is
})

test.each([
  [
    'two ways at once that cannot be had together',
    { normalize: 'z-score', aggregate: 'geometric', uncertainty: '10' },
    undefined,
    /geometric mean/,
  ],
  ['goalposts that nobody gave', { normalize: 'goalposts' }, undefined, /no goalposts/],
  ['imputation by a group that was not named', { impute: 'group-mean' }, undefined, /--group/],
  [
    'a column of groups that is not there',
    { impute: 'group-mean', group: 'region' },
    undefined,
    /column region is not there/,
  ],
  ['a way that is none', { treat: 'winsorize,shake' }, undefined, /--treat must be one of/],
  ['budgets without a file', { weights: 'budget' }, undefined, /third file/],
  ['a file that nobody asked for', {}, 'assessor,code,points\n', /takes no third file/],
  ['a budget with a part left out', { weights: 'budget' }, 'assessor,code,points\np,a,5\n', /none for b/],
  [
    'a comparison with itself',
    { weights: 'pairwise' },
    'assessor,parent,a,b,ratio\np,all,a,a,5\n',
    /with itself/,
  ],
  ['a ratio of 0', { weights: 'pairwise' }, 'assessor,parent,a,b,ratio\np,all,a,b,0\n', /above 0/],
  [
    'a pair given twice',
    { weights: 'pairwise' },
    'assessor,parent,a,b,ratio\np,all,a,b,2\np,all,b,a,2\n',
    /before/,
  ],
])('%s is refused', async (_, options, weights, message) => {
  expect((await refusal(composite(frame, data, options, weights))).message).toMatch(message)
})

test('durability tells survival and median, and asks until when the open spells were seen', async () => {
  const spells = 'relation,start,end\na,1990,1992\nb,1990,1994\nc,1990,\n'
  const durability = (options: Record<string, unknown>) =>
    methodOf('durability').run([file(spells)], options, watch) as Promise<{
      median: number
      survival: unknown[]
    }>
  const { median, survival } = await durability({ until: '2000' })
  expect(median).toBeCloseTo(4, 1)
  expect(survival).toHaveLength(2)
  expect((await refusal(durability({}))).message).toMatch(/--until/)
})
