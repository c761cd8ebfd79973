/** Measures from small files that we made, each against its formula by hand; what is zero, and what is missing and why. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureOf, measures } from '#domain/measure'
import { productGroups } from '#domain/product-groups.data'
import { measureSql } from '#storage/measure-sql'
import { freshWorkbench } from '../../test/database.ts'
import { byHand, madeFiles, notThere } from '../../test/fixtures/measures-by-hand.data.ts'
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
  for (const [dataset, name, lines] of madeFiles) await add(dataset, name, lines)
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

test.each(byHand)('%s of %s towards %s in %i is %f', async (id, of, towards, year, value, se) => {
  const found = await measured(id, of, towards, year)
  expect(found.why).toBeNull()
  expect(found.value).toBeCloseTo(Number(value.toPrecision(4)), 10) // four digits are kept
  if (se !== null) expect(found.se).toBeCloseTo(Number(se.toPrecision(4)), 10)
})

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
      'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Recipient Name,Recipient Country',
      ...Array.from(
        { length: 12 },
        (_, at) => `${at},2019-${String(at + 1).padStart(2, '0')}-01,ACCUSE,,1,q,None,a,FRA,b,DEU`,
      ),
      'x,2019-05-05,CONSULT,visit,4,q,None,a,VNM,b,CHN',
      'y,2019-05-05,CONSULT,phone,4,q,None,a,CHN,b,VNM',
      'z,2019-06-05,consult,phone,4,q,None,a,CHN,b,VNM',
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
