/** Defence diplomacy: how activities count, what is measured of them, and what is not known. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from '#domain/activity'
import { isMissing } from '#domain/missing'
import type { Kind, RecordTypes } from '#domain/record'
import { activity } from '../../../test/activity-evidence.ts'
import { literalReader } from '../../../test/literal-reader.ts'
import { defenceDiplomacy, defenceDiplomacyResult, heatByYear } from './instrument.ts'

type Records = { readonly [K in Kind]?: readonly RecordTypes[K][] }
async function run(records: Records, request: object = {}) {
  const analysis = await defenceDiplomacy.analyse(
    { state: 'VNM', draws: 100, ...request },
    literalReader(records),
  )
  for (const language of ['en', 'vi'] as const)
    for (const { id, rows, computedFrom = [], columns } of defenceDiplomacy.exhibits(
      analysis.result,
      language,
    ))
      for (const { cells, evidence } of rows) {
        expect(JSON.stringify(cells), id).not.toMatch(/NaN|undefined|Infinity|null,null/)
        expect(cells, id).toHaveLength(columns.length)
        expect(evidence.length > 0 || computedFrom.length > 0, id).toBe(true)
      }
  for (const { statement, statementVi } of analysis.findings)
    for (const said of [statement, statementVi]) expect(said).not.toMatch(/NaN|undefined|Infinity|null/)
  return { ...defenceDiplomacyResult(analysis.result), findings: analysis.findings }
}
const told = (value: { value: number } | { missing: string } | undefined) => {
  if (value === undefined || 'missing' in value) throw new Error(`absent: ${JSON.stringify(value)}`)
  return value.value
}
const overall = (result: Awaited<ReturnType<typeof run>>) => {
  const line = result.diversity.find(({ of }) => of === 'all')
  if (line === undefined) throw new Error('no line')
  return line
}
const many = (partner: string, count: number, rest: Partial<Activity> = {}) =>
  Array.from({ length: count }, (_, at) => activity(`${partner.toLowerCase()}-${at}`, [partner], rest))
const counts = (result: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(result.partners.map(({ id, count }) => [id, Math.round(count * 1e6) / 1e6]))
const worked = [...many('AAA', 6), ...many('BBB', 2), ...many('CCC', 2)]

test('the worked example of the README', async () => {
  const result = await run({ activity: worked }, { majorPowers: ['AAA', 'BBB', 'DDD'] })
  expect(told(overall(result).hhi)).toBeCloseTo(0.44, 12)
  expect(told(overall(result).effective)).toBeCloseTo(1 / 0.44, 12)
  const without = result.without.find(({ partner }) => partner === 'AAA')
  expect(without).toMatchObject({ share: 0.6, hhi: 0.5, effective: 2, kindsLost: [] })
  expect(result.balance.lines.map(({ partner, share }) => [partner, told(share)])).toEqual([
    ['AAA', 0.75],
    ['BBB', 0.25],
    ['DDD', 0],
  ])
  expect(told(result.balance.effective)).toBeCloseTo(1.6, 12)
  expect(told(result.balance.evenness)).toBeCloseTo(1.6 / 3, 12)
})

test('an exercise of thirty is one multilateral activity, or thirtieths, or one for each, as is asked', async () => {
  const thirty = Array.from(
    { length: 30 },
    (_, at) => `X${String.fromCharCode(65 + (at % 26))}${at < 26 ? 'A' : 'B'}`,
  )
  const records = { activity: [activity('large', thirty), ...many('AAA', 3)] }
  const apart = await run(records)
  expect(counts(apart)).toMatchObject({ AAA: 3, XAA: 0, XBB: 0 })
  expect(apart.cells.filter(({ partner }) => partner === null)).toMatchObject([{ count: 1, year: 2010 }])
  expect(apart.settings).toMatchObject([{ activities: 1 }])
  expect(apart.settings[0]?.members).toHaveLength(30)
  expect(told(overall(apart).hhi)).toBe(1)
  const fractional = await run(records, { sharing: 'fractional' })
  expect(overall(fractional).total).toBeCloseTo(4, 9)
  expect(counts(fractional)['XAA']).toBeCloseTo(1 / 30, 6)
  const full = await run(records, { sharing: 'full' })
  expect(overall(full).total).toBeCloseTo(33, 9)
  expect(full.warnings.map(({ en }) => en).join()).toContain('the total is larger')
})

test('a partner may be an organization; a ministry stands for its state; who looks on is none', async () => {
  const actors: RecordTypes['actor'][] = [
    { id: 'asean', name: 'ASEAN', type: 'organization' },
    { id: 'vietnam', name: 'Vietnam', type: 'state', codes: [{ scheme: 'iso3', code: 'VNM' }] },
    { id: 'vn-mod', name: 'Ministry', type: 'ministry', of: 'vietnam' },
    { id: 'india', name: 'India', type: 'state', codes: [{ scheme: 'iso3', code: 'IND' }] },
    { id: 'in-mod', name: 'Ministry of India', type: 'ministry', of: 'india' },
  ]
  const result = await run({
    actor: actors,
    activity: [
      activity('one', [], { participants: [{ state: 'VNM' }, { actor: 'asean' }] }),
      activity('two', [], { participants: [{ actor: 'vn-mod' }, { actor: 'in-mod' }] }),
      activity('three', [], {
        participants: [{ actor: 'vietnam' }, { state: 'IND' }, { state: 'LAO', role: 'observer' }],
      }),
      activity('four', [], { participants: [{ state: 'VNM' }] }),
    ],
  })
  expect(counts(result)).toEqual({ IND: 2, 'actor/asean': 1 })
  expect(result.partners.find(({ id }) => id === 'actor/asean')).toMatchObject({
    title: 'ASEAN',
    isState: false,
  })
  expect(result.warnings.map(({ en }) => en)).toContainEqual(
    expect.stringContaining('1 records name no partner'),
  )
})

test('known to the decade: in the totals and in no year, or a tenth in each; outside is told', async () => {
  const records = {
    activity: [...many('AAA', 2, { date: '2012-05' }), activity('decade', ['BBB'], { date: '201X' })],
  }
  const apart = await run(records)
  expect(counts(apart)).toEqual({ AAA: 2, BBB: 1 })
  expect([apart.from, apart.to]).toEqual([2012, 2012])
  expect(apart.cells.find(({ partner }) => partner === 'BBB')?.year).toBeNull()
  expect(apart.partners.find(({ id }) => id === 'BBB')).toMatchObject({
    lastYear: null,
    age: null,
    ageing: false,
  })
  const spread = await run(records, { undated: 'spread' })
  expect([spread.from, spread.to]).toEqual([2010, 2019])
  const years = spread.cells.filter(({ partner }) => partner === 'BBB')
  expect(years).toHaveLength(10)
  expect(years.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(1, 9)
  const cut = await run(records, { from: 2011, to: 2014 })
  expect(counts(cut)).toEqual({ AAA: 2 })
  expect(cut.warnings.map(({ en }) => en)).toContainEqual(
    expect.stringContaining('1 further activities may lie'),
  )
  expect(counts(await run(records, { from: 2011, to: 2014, undated: 'spread' }))['BBB']).toBeCloseTo(0.4, 9)
})

test('what recurs counts each time, is marked, and is drawn as one record', async () => {
  const recurring = activity('yearly', ['AAA'], { date: '2010/2014', everyMonths: 12 })
  const result = await run({ activity: [recurring, ...many('BBB', 2)] })
  expect(counts(result)).toEqual({ AAA: 5, BBB: 2 })
  expect(result.ledger.filter((one) => one.recurring).map(({ year }) => year)).toEqual([
    2010, 2011, 2012, 2013, 2014,
  ])
  expect(overall(result).activities).toBe(3)
  expect(overall(result).hhi).toMatchObject({ interval: null })
})

test('a record that repeats another does not count, and its source stands with the other', async () => {
  const result = await run({
    activity: [
      activity('first', ['AAA']),
      activity('again', ['AAA'], { duplicateOf: 'first', restsOn: [{ source: 'other' }] }),
    ],
  })
  expect(counts(result)).toEqual({ AAA: 1 })
  expect(result.ledger[0]?.evidence.map(({ id, source }) => `${id} ${source}`)).toEqual([
    'first s',
    'again other',
  ])
})

test('coercive acts are told by side and kept from diversification', async () => {
  const threat = (id: string, own: 'initiator' | 'target' | undefined) =>
    activity(id, [], {
      kind: 'threat',
      participants: [
        { state: 'VNM', ...(own === undefined ? {} : { role: own }) },
        {
          state: 'CHN',
          ...(own === undefined
            ? {}
            : { role: own === 'target' ? ('initiator' as const) : ('target' as const) }),
        },
      ],
    })
  const result = await run({
    activity: [threat('a', 'target'), threat('b', 'initiator'), threat('c', undefined), ...many('AAA', 3)],
  })
  expect(result.classes).toMatchObject({ cooperative: 3, coercive: 3 })
  expect(told(result.classes.coerciveShare)).toBe(0.5)
  expect(result.partners.find(({ id }) => id === 'CHN')).toMatchObject({
    count: 0,
    cooperative: 0,
    coerciveAgainst: 1,
    coerciveBy: 1,
    coerciveSideNotTold: 1,
  })
  expect(overall(result).partners).toBe(1)
})

test('suppliers by volume and by number; what is sold to others is no dependence, nor what names no supplier', async () => {
  const supply = (id: string, from: string, tiv: number | undefined, date: string) =>
    activity(id, [], {
      kind: 'equipment',
      date,
      participants: [
        { state: 'VNM', role: 'recipient' },
        { state: from, role: 'supplier' },
      ],
      ...(tiv === undefined ? {} : { quantities: [{ value: tiv, unit: 'tiv-millions' }] }),
    })
  const result = await run({
    activity: [
      supply('r1', 'RUS', 300, '2010'),
      supply('r2', 'RUS', 300, '2011'),
      supply('i1', 'ISR', 200, '2014'),
      supply('u1', 'UKR', undefined, '2014'),
      activity('sold', [], {
        kind: 'equipment',
        participants: [
          { state: 'VNM', role: 'supplier' },
          { state: 'LAO', role: 'recipient' },
        ],
      }),
      activity('unclear', ['FRA'], { kind: 'equipment' }),
    ],
  })
  const [volume, number] = result.suppliers
  expect(volume).toMatchObject({ by: 'tiv-millions', untold: 1 })
  expect(volume?.suppliers.map(({ partner, amount }) => [partner, amount])).toEqual([
    ['RUS', 600],
    ['ISR', 200],
  ])
  expect(told(volume?.whole.hhi)).toBeCloseTo(0.75 ** 2 + 0.25 ** 2, 12)
  expect(volume?.without[0]).toMatchObject({ partner: 'RUS', effective: 1 })
  expect(number?.suppliers.map(({ partner, amount }) => [partner, amount])).toEqual([
    ['RUS', 2],
    ['ISR', 1],
    ['UKR', 1],
  ])
  expect(result.suppliers.flatMap(({ suppliers }) => suppliers.map(({ partner }) => partner))).not.toContain(
    'LAO',
  )
})

test('money stands as it is told; without a year of prices it is neither added nor deflated', async () => {
  const result = await run({
    activity: [
      activity('a', ['USA'], { kind: 'aid', amount: { value: 18e6, currency: 'USD' } }),
      activity('b', ['JPN'], { kind: 'aid', amount: { value: 5e8, currency: 'JPY', year: 2012 } }),
    ],
  })
  expect(result.amounts.map(({ value, currency }) => `${value} ${currency}`)).toEqual([
    '18000000 USD',
    '500000000 JPY',
  ])
  expect(result.amounts.map(({ priceYear }) => isMissing(priceYear))).toEqual([true, false])
  expect(result.findings.find(({ id }) => id === 'amounts')?.statement).toContain('1 of 2 amounts')
})

test('no row is a zero only where a source lists all; elsewhere it is unknown', async () => {
  const source = { id: 's', type: 'dataset' as const, csl: { type: 'dataset', title: 'List' } }
  const activities = [activity('a', ['AAA'], { date: '2010' }), activity('b', ['BBB'], { date: '2012' })]
  const cellsOf = async (covers: RecordTypes['source']['covers']) => {
    const { result } = await defenceDiplomacy.analyse(
      { state: 'VNM', draws: 100 },
      literalReader({
        activity: activities,
        source: [{ ...source, ...(covers === undefined ? {} : { covers }) }],
      }),
    )
    const [first] = heatByYear(defenceDiplomacyResult(result), 'en').lines
    return [first?.name, ...(first?.cells ?? []).map((cell) => (isMissing(cell) ? 'unknown' : cell))]
  }
  expect(await cellsOf(undefined)).toEqual(['AAA', '1', 'unknown', 'unknown'])
  expect(await cellsOf([{ activities: ['exercise'], from: 2009, to: 2011 }])).toEqual([
    'AAA',
    '1',
    '0',
    'unknown',
  ])
  expect(await cellsOf([{ activities: ['exercise'], from: 2009, to: 2012, states: ['LAO'] }])).toEqual([
    'AAA',
    '1',
    'unknown',
    'unknown',
  ])
  expect(await cellsOf([{ activities: ['dialogue'], from: 2009, to: 2012 }])).toEqual([
    'AAA',
    '1',
    'unknown',
    'unknown',
  ])
})

test('an empty ledger says that nothing is known, and measures nothing', async () => {
  const result = await run({})
  expect(overall(result).hhi).toMatchObject({ missing: 'not-collected' })
  expect(result.findings).toHaveLength(1)
  expect(result.findings[0]?.statement).toContain('says nothing of whether there was any')
})

test('weights of kinds count; a request that asks for years the wrong way round is refused', async () => {
  const records = { activity: [...many('AAA', 2), activity('visit', ['BBB'], { kind: 'high-level-visit' })] }
  expect(counts(await run(records, { weights: { 'high-level-visit': 4 } }))).toEqual({ AAA: 2, BBB: 4 })
  expect(counts(await run(records, { activities: ['high-level-visit'] }))).toEqual({ BBB: 1 })
  await expect(run(records, { from: 2012, to: 2010 })).rejects.toMatchObject({ code: 'request-invalid' })
  await expect(run(records, { weights: { picnic: 4 } })).rejects.toMatchObject({ code: 'request-invalid' })
})

test('ties age unless one without a year may be later; through time windows without records are gaps', async () => {
  const result = await run(
    {
      activity: [
        ...many('AAA', 1, { date: '2000' }),
        ...many('BBB', 1, { date: '2010' }),
        activity('old', ['CCC'], { date: '2000' }),
        activity('maybe', ['CCC'], { date: '200X' }),
      ],
    },
    { window: 2 },
  )
  const ages = Object.fromEntries(result.partners.map(({ id, age, ageing }) => [id, [age, ageing]]))
  expect(ages).toEqual({ AAA: [10, true], BBB: [0, false], CCC: [null, false] })
  expect(result.trend).toHaveLength(11)
  expect(result.trend.find(({ to }) => to === 2005)?.effective).toMatchObject({ missing: 'not-collected' })
})

test('the order of records and the names of partners change nothing; the same seed gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
      fc.nat(50),
      async (of, seed) => {
        const made = (names: readonly string[]) => of.map((k, at) => activity(`a${at}`, [names[k] ?? '']))
        const names = ['AAA', 'BBB', 'CCC', 'DDD']
        const first = await run({ activity: made(names) }, { seed })
        const turned = await run({ activity: made(names).toReversed() }, { seed })
        expect(turned).toEqual(first)
        const renamed = await run({ activity: made(['WWW', 'XXX', 'YYY', 'ZZZ']) }, { seed })
        expect(told(overall(renamed).hhi)).toBeCloseTo(told(overall(first).hhi), 12)
      },
    ),
    { numRuns: 15 }, // each draws 100 times for every year and kind
  )
})

test('a change where a source ends is told as perhaps its own', async () => {
  const source = (covers: RecordTypes['source']['covers']): RecordTypes['source'] => ({
    id: 's',
    type: 'dataset',
    csl: { type: 'dataset', title: 'List' },
    ...(covers === undefined ? {} : { covers }),
  })
  const activities = [2000, 2001, 2002, 2003].map((year) =>
    activity(`a${year}`, ['AAA'], { date: `${year}` }),
  )
  const trendOf = async (to: number) => {
    const covers = [{ activities: ['exercise' as const], from: 2000, to }]
    const { findings } = await run(
      { activity: activities.slice(0, 4), source: [source(covers)] },
      { window: 1, to: 2004 },
    )
    return findings.find(({ id }) => id === 'trend')?.statement
  }
  expect(await trendOf(2002)).toContain('do not list the same years in full')
  expect(await trendOf(2004)).not.toContain('do not list the same years in full')
})
