/** Measures from small files that we made, each against its formula by hand; what is zero, and what is missing and why. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureOf, measures } from '#domain/measure'
import { productGroups } from '#domain/product-groups.data'
import { measureSql } from '#storage/measure-sql'
import { freshWorkbench } from '../../test/database.ts'
import { addDataset } from './datasets.ts'
import { computeMeasures, type MeasuresRequest, writeMeasures } from './measures.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-measures-test-'))
let w: Workbench
const add = (dataset: string, name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return addDataset(w, { dataset, files: [{ path, name }], append: true })
}

/** Value or reason of one measure in one year, and its standard error. */
async function measured(id: string, of: string, towards: string, year: number) {
  const { series } = await computeMeasures(w, {
    state: of,
    partners: [towards],
    years: [year],
    measures: [id],
  })
  const found = series.find((one) => one.of === of && (one.towards === towards || one.towards === undefined))
  const observed = found?.observations[0]
  const value = observed?.value
  return {
    value: typeof value === 'number' ? value : null,
    se: observed?.se ?? null,
    why: typeof value === 'object' ? `${value.missing}: ${value.because}` : null,
  }
}

beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  await add('cow-trade', 'flows.csv', [
    'ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2',
    '816,710,2000,30,10,30,10',
    '710,816,2000,10,30,10,30',
    '816,2,2000,20,0,20,0',
    '2,816,2000,0,20,0,20',
    '816,812,2000,,5,,5',
    '812,816,2000,5,,5,',
    '260,265,1985,0,0,0,0',
    '265,260,1985,0,0,0,0',
    '840,710,2000,90,90,90,90',
    '710,840,2000,90,90,90,90',
  ])
  await add('cow-trade', 'totals.csv', [
    'ccode,year,imports,exports',
    '816,2000,100,100',
    '710,2000,500,300',
    '2,2000,1000,1000',
    '812,2000,10,10',
    '260,1985,5,5',
    '265,1985,5,5',
    '840,2000,50,50',
  ])
  await add('gdp', 'gdp.csv', [
    'ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp,pwtpop,sd_pwtpop',
    '816,2000,1,1,400,40,80,1',
    '710,2000,1,1,4000,100,1300,1',
  ])
  await add('cow-igo', 'igo.csv', [
    'ccode,year,state,un,asean,apec,au',
    '816,2000,vietnam,1,1,1,0',
    '710,2000,china,1,0,1,0',
    '2,2000,usa,1,2,1,0',
    '560,2000,safrica,1,0,0,1',
    '710,1950,china,1,-1,-1,0',
    '816,1955,vietnam,0,-1,-1,0',
    '710,1955,china,1,-1,-1,0',
  ])
  await add('cow-alliances', 'alliances.csv', [
    'version4id,ccode1,ccode2,dyad_st_year,dyad_end_year,defense,neutrality,nonaggression,entente',
    '1,365,816,1978,1991,0,0,1,1',
    '2,816,812,1977,,1,0,1,1',
    '3,365,265,1975,1990,1,0,0,1',
    '4,2,200,1949,2012,1,0,0,0',
  ])
  await add('dcad', 'dcad.csv', [
    'ccode1,ccode2,signYear,EIFYear,type,category1,category2,endYearEstimate,DCAid',
    '816,710,1999,-77,general,DCA,,2010,D1',
    '710,816,2001,2001,sector,TRAINING,,2010,D2',
    '2,200,1980,1980,general,DCA,,1990,D3',
    '2,200,2010,2010,general,DCA,,2020,D4',
  ])
  await add('diplomatic-exchange', 'missions.csv', [
    'ccode1,ccode2,year,DR_at_1,DR_at_2',
    '816,710,2000,2,3',
    '816,2,2000,0,9',
  ])
  await add('mids', 'mids.csv', [
    'dispnum,ccode1,ccode2,year,cowmidonset,sidea1,hostlev1,fatality1,maxdur',
    '1,816,710,1991,1,1,4,0,9',
    '1,710,816,1991,1,0,4,0,9',
    '2,816,710,1991,1,1,2,0,1',
    '2,710,816,1991,1,0,2,0,1',
    '3,816,710,1998,1,1,3,0,9',
    '3,710,816,1998,1,0,3,0,9',
    '4,2,200,1950,1,0,3,0,9',
    '5,2,200,2010,1,0,3,0,9',
  ])
  await add('sipri-arms', 'arms.csv', [
    'supplier,recipient,year,value',
    'Soviet Union,Viet Nam,1988,60',
    'Russia,Viet Nam,1992,20',
    'France,Viet Nam,1992,20',
    'United States,South Vietnam,1970,50',
    'United States,Japan,1966,1',
    'United States,Japan,2000,1',
  ])
  await add('military-exercises', 'exercises.csv', [
    'MMEID,Ex_Name,Series_Name,gwcode,country,year,Location,s.year,s.month,participant_count,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian',
    ...[
      ['m1', 'China', '2005'],
      ['m1', 'Japan', '2005'],
      ['m1', 'United States', '1995'],
      ['m1', 'Ukraine', '1995'],
      ['m2', 'China', '2006'],
      ['m2', 'United States', '2006'],
      ['m3', 'China', '2006'],
      ['m3', 'United States', '2006'],
      ['m4', 'France', '1990'],
      ['m5', 'France', '2010'],
    ].map(([id, state, year]) => `${id},x,,,${state},${year},sea,${year},1,2,0,0,0,1,0,0,0,0,0`),
  ])
  const voting = [
    ['yes', 'yes', 'yes'],
    ['yes', 'yes', 'no'],
    ['yes', 'abstain', 'no'],
    ['no', 'no', 'no'],
    ['yes', 'yes', 'no'],
  ]
  await add('un-votes', 'roll.csv', [
    'rcid,session,importantvote,date,unres,short,descr',
    ...voting.map((_, at) => `${at + 1},55,0,2000-11-0${at + 1},R,s,d`),
    '6,56,0,2001-11-01,R,s,d',
  ])
  await add('un-votes', 'votes.csv', [
    'rcid,country,country_code,vote',
    ...voting.flatMap((votes, at) =>
      votes.map((vote, who) => `${at + 1},${['Vietnam', 'China', 'United States'][who]},XX,${vote}`),
    ),
    '6,Vietnam,VN,yes',
    '6,China,CN,yes',
  ])
  await add('trade-products', 'baci.csv', [
    't,i,j,k,v,q',
    '2000,704,156,270900,40,1', // Vietnam sells crude to China
    '2000,704,842,610910,60,',
    '2000,156,704,271019,30,1',
    '2000,842,704,271019,10,1',
    '2000,156,704,854231,60,',
    '2000,699,156,100630,25,',
    '2000,490,156,854231,75,',
  ])
  await add('trade-products', 'plain.csv', [
    'year,reporter,partner,product,value',
    '2001,VNM,CHN,1006,50',
    '2001,THA,CHN,1006,150',
    '2001,CHN,THA,8542,10',
  ])
}, 120_000)
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every measure has SQL, says how sure it is, and what its products are', () => {
  expect(Object.keys(measureSql).toSorted()).toEqual(measures.map(({ id }) => id).toSorted())
  for (const { title, formula, uncertainty, caution, source } of measures)
    for (const words of [title.en, title.vi, formula, uncertainty, caution, source])
      expect(words.length).toBeGreaterThan(5)
  const codes = productGroups.flatMap(({ hs }) => hs)
  for (const [at, code] of codes.entries())
    expect(codes.filter((other, k) => k !== at && other.startsWith(code))).toEqual([])
})

/** measure, of, towards, year, value, standard error. */
const byHand: readonly (readonly [string, string, string, number, number, number | null])[] = [
  ['trade-dependence', 'VNM', 'CHN', 2000, (30 + 10) / 200, null],
  ['trade-dependence', 'CHN', 'VNM', 2000, 40 / 800, null],
  ['trade-dependence', 'DDR', 'DEU', 1985, 0, null],
  ['trade-balance', 'VNM', 'CHN', 2000, (0.2 - 0.05) / 0.25, null],
  ['trade-to-gdp', 'VNM', 'CHN', 2000, 40 / 400, (40 / 400) * (40 / 400)],
  // partners of Vietnam: China 40, United States 20, Laos 5 (what Laos bought; the other way nobody reported)
  ['trade-concentration', 'VNM', 'CHN', 2000, (40 ** 2 + 20 ** 2 + 5 ** 2) / 65 ** 2, null],
  ['trade-concentration', 'CHN', 'VNM', 2000, (40 ** 2 + 180 ** 2) / 220 ** 2, null],
  // headings: China buys 2709 (40), 1006 (25), 8542 (75) of 140; Vietnam sells 2709 (40) and 6109 (60) of 100
  [
    'complementarity',
    'CHN',
    'VNM',
    2000,
    100 * (1 - (40 / 100 - 40 / 140 + 25 / 140 + 75 / 140 + 60 / 100) / 2),
    null,
  ],
  // Vietnam buys 2710 (40) and 8542 (60) of 100; China sells 2710 (30) and 8542 (60) of 90
  ['complementarity', 'VNM', 'CHN', 2000, 100 * (30 / 90 + 60 / 100), null],
  ['complementarity', 'CHN', 'VNM', 2001, 100, null],
  ['product-dependence/fuels', 'VNM', 'CHN', 2000, 30 / 40, null],
  ['product-dependence/semiconductors', 'VNM', 'CHN', 2000, 1, null],
  ['product-dependence/semiconductors', 'CHN', 'VNM', 2000, 0, null],
  ['product-dependence/cereals', 'CHN', 'IND', 2000, 1, null],
  ['product-dependence/cereals', 'CHN', 'VNM', 2001, 50 / 200, null],
  ['product-dependence', 'VNM', 'CHN', 2000, 90 / 100, null],
  ['shared-igos', 'VNM', 'CHN', 2000, 2, null],
  ['shared-igos', 'VNM', 'USA', 2000, 2, null],
  ['shared-igos', 'VNM', 'CHN', 1955, 0, null],
  // N = 4 organizations, m = 3 and 2: expected 1.5, variance 3·2·1·2 / (16·3)
  ['shared-igos-excess', 'VNM', 'CHN', 2000, (2 - 1.5) / Math.sqrt(12 / 48), null],
  // |difference| of votes: 0, 0, 1, 0, 0
  ['voting-agreement', 'VNM', 'CHN', 2000, 1 - 1 / 5, Math.sqrt((4 * 0.2 ** 2 + 0.8 ** 2) / (5 * 4))],
  // observed distance 0.1; expected: yes–yes 0, yes–abstain 0.8·0.2/2, yes–no 0.8·0.2, no–yes 0.2·0.6, no–abstain 0.2·0.2/2
  ['voting-kappa', 'VNM', 'CHN', 2000, 1 - 0.1 / (0.08 + 0.16 + 0.12 + 0.02), null],
  ['voting-agreement', 'VNM', 'CHN', 2001, 1, null],
  ['alliance', 'VNM', 'RUS', 1985, 2, null],
  ['alliance', 'VNM', 'RUS', 1992, 0, null],
  ['alliance', 'VNM', 'LAO', 2000, 3, null],
  ['alliance', 'DDR', 'RUS', 1989, 3, null],
  ['defence-agreements', 'VNM', 'CHN', 1998, 0, null],
  ['defence-agreements', 'VNM', 'CHN', 2000, 1, null],
  ['defence-agreements', 'VNM', 'CHN', 2005, 2, null],
  ['diplomatic-level', 'VNM', 'CHN', 2000, 1, null],
  ['diplomatic-level', 'CHN', 'VNM', 2000, 0.667, null],
  ['diplomatic-level', 'USA', 'VNM', 2000, 0, null],
  ['dispute-years', 'VNM', 'CHN', 2000, 2, null],
  ['dispute-years', 'VNM', 'CHN', 2001, 1, null],
  ['dispute-years', 'VNM', 'USA', 2001, 0, null],
  ['arms-share', 'VNM', 'RUS', 1992, 80 / 100, null],
  ['arms-share', 'VNM', 'RUS', 1993, 20 / 40, null],
  ['arms-share', 'VNM', 'USA', 1992, 0, null],
  ['arms-share', 'RVN', 'USA', 1970, 1, null],
  ['joint-exercises', 'CHN', 'USA', 2006, 2, null],
  ['joint-exercises', 'CHN', 'USA', 2005, 0, null],
  ['joint-exercises', 'CHN', 'JPN', 2009, 1, null],
]

test.each(byHand)('%s of %s towards %s in %i is %f', async (id, of, towards, year, value, se) => {
  const found = await measured(id, of, towards, year)
  expect(found.why).toBeNull()
  expect(found.value).toBeCloseTo(Number(value.toPrecision(4)), 10) // four digits are kept
  if (se !== null) expect(found.se).toBeCloseTo(Number(se.toPrecision(4)), 10)
})

/** measure, of, towards, year, reason. */
const notThere: readonly (readonly [string, string, string, number, RegExp])[] = [
  ['trade-dependence', 'VNM', 'LAO', 2000, /^not-collected: .*not in the file/],
  ['trade-dependence', 'PHL', 'CHN', 2000, /^not-collected: .*more trade with each other than the first/],
  ['trade-dependence', 'VNM', 'CHN', 2014, /^outside-coverage: the dataset covers 1985 to 2000/],
  [
    'trade-dependence',
    'VNM',
    'DDR',
    2000,
    /^outside-coverage: DDR was no member of the state system in 2000/,
  ],
  ['trade-balance', 'DDR', 'DEU', 1985, /^not-collected: the two did not trade/],
  ['trade-to-gdp', 'USA', 'VNM', 2000, /^not-collected: .*output of the first/],
  ['complementarity', 'USA', 'IND', 2001, /^not-collected: no imports of the first/],
  ['complementarity', 'CHN', 'USA', 2001, /^not-collected: no exports of the second/],
  [
    'product-dependence/medicines',
    'VNM',
    'CHN',
    2000,
    /^not-collected: the first imported none of the goods/,
  ],
  ['shared-igos', 'VNM', 'JPN', 2000, /^not-collected: the memberships of one/],
  ['shared-igos-excess', 'VNM', 'CHN', 1955, /^not-collected: .*member of no organization/],
  ['voting-kappa', 'VNM', 'CHN', 2001, /^not-collected: each always voted the same/],
  ['voting-kappa', 'VNM', 'USA', 2001, /^not-collected: the two cast no votes/],
  ['voting-kappa', 'VNM', 'RVN', 2000, /^outside-coverage: RVN was no member of the United Nations/],
  ['alliance', 'VNM', 'RUS', 2013, /^outside-coverage: the dataset covers 1949 to 2012/],
  ['defence-agreements', 'VNM', 'CHN', 2011, /^outside-coverage/],
  ['diplomatic-level', 'VNM', 'USA', 2000, /^not-collected: the rank of the mission is not known/],
  ['diplomatic-level', 'VNM', 'JPN', 2000, /^not-collected: the dyad was not observed/],
  [
    'dispute-years',
    'VNM',
    'CHN',
    1955,
    /^outside-coverage: .*1950 to 2010, and a value looks back on 10 years/,
  ],
  ['arms-share', 'CHN', 'RUS', 1992, /^not-collected: no major arms/],
  ['arms-share', 'VNM', 'RUS', 1969, /^outside-coverage: .*looks back on 5 years/],
  ['joint-exercises', 'CHN', 'USA', 1993, /^outside-coverage/],
]

test.each(notThere)('%s of %s towards %s in %i is missing', async (id, of, towards, year, why) => {
  const found = await measured(id, of, towards, year)
  expect(found.value).toBeNull()
  expect(found.se).toBeNull()
  expect(found.why).toMatch(why)
})

test('the distance of ideal points has the error of two points', async () => {
  const { value, se } = await measured('ideal-point-distance', 'VNM', 'USA', 2000)
  expect(value).toBeGreaterThan(0)
  expect(se).toBeGreaterThan(0)
})

describe('visits and meetings', () => {
  test('are counted by days, whoever reports them, in years of which every month is there', async () => {
    const month = (year: number, m: number) => `${year}-${String(m).padStart(2, '0')}-15`
    const filler = [2000, 2001].flatMap((year) =>
      Array.from({ length: year === 2000 ? 12 : 7 }, (_, at) => `${month(year, at + 1)},IGOUNO,ISR,010`),
    )
    await add('keds', 'keds.csv', [
      'date,source,target,code',
      ...filler,
      '2000-03-01,ISRGOV,EGYGOV,042',
      '2000-03-01,EGYGOV,ISRGOV,043',
      '2000-03-02,ISRGOV,EGYGOV,0441',
      '2000-03-03,ISRGOV,EGYGOV,040',
      '2000-03-04,ISRGOV,EGYGOV,190',
      '2000-03-05,JOR,ISR,190',
      '2000-03-06,USA,FRA,042',
    ])
    expect(await measured('high-level-contacts', 'EGY', 'ISR', 2000)).toMatchObject({ value: 2, se: null })
    expect(await measured('high-level-contacts', 'ISR', 'JOR', 2000)).toMatchObject({ value: 0 })
    const why = async (a: string, b: string, year: number) =>
      (await measured('high-level-contacts', a, b, year)).why
    expect(await why('EGY', 'ISR', 2001)).toMatch(/^outside-coverage: .*7 of the twelve months/)
    expect(await why('EGY', 'ISR', 1990)).toMatch(/^outside-coverage/)
    expect(await why('ISR', 'CHN', 2000)).toMatch(/^not-collected: the files report nothing of the two/)
    expect(await why('USA', 'FRA', 2000)).toMatch(/^outside-coverage: .*another part of the world/)
  })

  test('are consultations by visit where events are in PLOVER, and the dataset that covers the year is taken', async () => {
    await add('polecat', 'polecat.csv', [
      'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Actor Name,Actor Country,Recipient Name,Recipient Country',
      ...Array.from(
        { length: 12 },
        (_, at) => `${at},2019-${String(at + 1).padStart(2, '0')}-01,ACCUSE,,1,q,a,FRA,b,DEU`,
      ),
      'x,2019-05-05,CONSULT,visit,4,q,a,VNM,b,CHN',
      'y,2019-05-05,CONSULT,phone,4,q,a,CHN,b,VNM',
      'z,2019-06-05,consult,phone,4,q,a,CHN,b,VNM',
    ])
    expect(await measured('high-level-contacts', 'VNM', 'CHN', 2019)).toMatchObject({ value: 1 })
    expect(await measured('high-level-contacts', 'EGY', 'ISR', 2000)).toMatchObject({ value: 2 })
  })
})

describe('many states', () => {
  const request: MeasuresRequest = {
    states: 'all',
    years: [1985, 2000],
    measures: ['trade-dependence', 'voting-kappa', 'alliance'],
  }

  test('go into a table, states only in the years in which they existed', async () => {
    const file = join(folder, 'all.csv')
    const { rows } = await writeMeasures(w, request, file)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines[0]).toBe('measure,of,towards,year,value,se,because')
    expect(lines.length).toBe(rows + 1)
    expect(lines).toContain('trade-dependence,VNM,CHN,2000,0.2,,')
    expect(lines).toContain('trade-dependence,DDR,DEU,1985,0.0,,')
    expect(lines.some((line) => /^alliance,.*DDR.*2000/.test(line))).toBe(false)
    const kappa = lines.find((line) => line.startsWith('voting-kappa,CHN,VNM,2000'))?.split(',')
    expect(Number(kappa?.[4])).toBeCloseTo(1 - 0.1 / 0.38, 12)
    expect(Number(kappa?.[5])).toBeGreaterThan(0)
  })

  test('are nowhere once the work is cancelled', async () => {
    const stop = new AbortController()
    const file = join(folder, 'cancelled.parquet')
    const work = writeMeasures(w, request, file, {
      signal: stop.signal,
      progress: (_, __, what) => {
        if (what.startsWith('alliance')) stop.abort()
      },
    })
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('part-'))).toEqual([])
  })

  test('give the same figures as one dyad does', async () => {
    const { series } = await computeMeasures(w, { states: ['VNM', 'CHN', 'USA'], years: [2000] })
    const one = await computeMeasures(w, { state: 'VNM', partners: ['CHN'], years: [2000] })
    expect(one.series.length).toBeGreaterThan(20)
    for (const { id, observations } of one.series)
      expect(series.find((other) => other.id === id)?.observations, id).toEqual(observations)
  })
})

test('a measure whose files are not there is left out, and a notice says so', async () => {
  const empty = await freshWorkbench(undefined, undefined, join(folder, 'empty'))
  try {
    const { series, notices } = await computeMeasures(empty, {
      state: 'VNM',
      partners: ['CHN'],
      years: [2000],
      measures: ['alliance', 'high-level-contacts'],
    })
    expect(series).toEqual([])
    expect(notices).toEqual([
      'Not computed: alliance. What they need was not imported: cow-alliances/alliances.',
      'Not computed: high-level-contacts. What they need was not imported: icews or polecat or gdelt or keds.',
    ])
  } finally {
    await empty.close()
  }
})

test.each([
  [{ state: 'VNM', partners: ['VNM'], years: [2000] }, /no partner of itself/],
  [{ state: 'VNM', partners: [], years: [2000] }, /at least one partner/],
  [{ state: 'VNM', partners: ['CHN'], years: [] }, /at least one year/],
  [{ state: 'VNM', partners: ['Chinaa'], years: [2000] }, /no such state/],
  [{ state: 'VNM', partners: ['CHN'], years: [2000], measures: ['depth'] }, /no such measure/],
  [{ states: 'all', years: [2000] }, /too many for series/],
  [{ states: ['VNM'], years: [2000] }, /at least two states/],
] as const)('%o is refused', async (request, message) => {
  await expect(computeMeasures(w, request)).rejects.toThrow(message)
})

test('a share lies in its range, and what is directed is told both ways', async () => {
  const { series } = await computeMeasures(w, { states: ['VNM', 'CHN', 'USA', 'PHL', 'LAO'], years: [2000] })
  for (const { measure, observations } of series) {
    const [low, high] = measureOf(measure)?.range ?? [null, null]
    for (const { value } of observations)
      if (typeof value === 'number') {
        expect(value, measure).toBeGreaterThanOrEqual(low ?? -Infinity)
        expect(value, measure).toBeLessThanOrEqual(high ?? Infinity)
      }
  }
  const dyads = (id: string) => series.filter(({ measure }) => measure === id).length
  expect(dyads('trade-dependence')).toBe(20)
  expect(dyads('alliance')).toBe(10)
  expect(dyads('trade-concentration')).toBe(5)
})
