/** Contributions to peacekeeping: means of years with lacking months, monthly reports by type, recorded series, and the real file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { isMissing } from '#domain/missing'
import { freshWorkbench } from '../../test/database.ts'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { addDataset } from './datasets.ts'
import { importParsed } from './import.ts'
import { type PeacekeepingRequest, peacekeeping } from './peacekeeping.ts'
import { peacekeepingFile } from './peacekeeping-series.ts'
import { parseRecords } from './record-file.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-peace-'))
let w: Workbench
const fresh = (name: string) => freshWorkbench(undefined, undefined, join(folder, name))
const add = (name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return addDataset(w, { dataset: 'un-peacekeeping', files: [{ path, name }] })
}
const ask = (request: Partial<PeacekeepingRequest> = {}) =>
  peacekeeping(w, { state: 'VNM', peers: ['IDN', 'LAO'], ...request })
const yearOf = (answer: Awaited<ReturnType<typeof ask>>, state: string, year: number) => {
  const found = answer.states.find((one) => one.state === state)?.years.find((one) => one.year === year)
  if (found === undefined) throw new Error(`${state} has no ${year}`)
  return found
}
beforeAll(async () => {
  w = await fresh('kept')
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Made by us: three whole years, and one in which most months lack. */
const yearly = [
  'Year,Country,Mission,Female,Male,Total',
  '2017,Viet Nam,UNMISS,0,4,4',
  '2017,Indonesia,UNIFIL,50,950,1000',
  '2018,Viet Nam,UNMISS,2,8,10',
  '2018,Viet Nam,MINUSCA,0,0,0',
  '2018,Indonesia,UNIFIL,60,940,1000',
  '2018,Fiji,UNDOF,1,9,10',
  '2019,Indonesia,UNIFIL,70,930,1000',
  '2019,Viet Nam,MINUSCA,1,4,5',
  '2020,Indonesia,UNIFIL,6,80,86',
  '2020,Viet Nam,MINUSCA,0,1,1',
]

test('before a dataset is here, it is said how to bring one', async () => {
  const cause = await ask().catch((error: unknown) => error)
  expect(cause).toBeInstanceOf(SoundingsError)
  expect(cause).toMatchObject({ code: 'dataset-absent' })
})

describe('yearly means', () => {
  test('a covered year without a row is zero, one that holds a part only or is not covered is missing with the reason', async () => {
    await add('yearly.csv', yearly)
    const found = await ask({ from: 2016, to: 2020 })
    expect(found.basis).toBe('years')
    expect(yearOf(found, 'LAO', 2018)).toMatchObject({
      total: 0,
      women: 0,
      share: { missing: 'not-applicable' },
    })
    expect(yearOf(found, 'VNM', 2016).total).toMatchObject({ missing: 'outside-coverage' })
    const part = yearOf(found, 'VNM', 2020).total
    expect(part).toMatchObject({ missing: 'not-collected' })
    expect(isMissing(part) && part.because).toContain('87 there')
    expect(isMissing(part) && part.becauseVi).toContain('87')
    expect(found.missions.map(({ year, key, total }) => [year, key, total])).toEqual([
      [2017, 'UNMISS', 4],
      [2018, 'UNMISS', 10],
      [2019, 'MINUSCA', 5],
    ])
  })

  test('shares have Wilson’s interval, and ranks tell ties', async () => {
    const found = await ask()
    const there = yearOf(found, 'VNM', 2018)
    expect(there).toMatchObject({ total: 10, women: 2, rank: { rank: 2, tied: 1, of: 3 } })
    expect(there.rankAmongPeers).toEqual({ rank: 2, tied: 0, of: 2 })
    const share = there.share
    if ('missing' in share) throw new Error('the share is known')
    expect(share.value).toBeCloseTo(0.2, 12)
    expect(share.interval[0]).toBeCloseTo(0.0567, 4) // Wilson for 2 of 10, as in Newcombe (1998)
    expect(share.interval[1]).toBeCloseTo(0.5098, 4)
    expect(found.targets.every(({ verdict }) => verdict === 'not-told')).toBe(true)
  })

  test('series of it, imported into a workspace without the dataset, tell the same years', async () => {
    const found = await ask()
    const text = peacekeepingFile(found)
    const bare = await fresh('bare')
    try {
      await importParsed(bare.database, [parseRecords(text, 'series.yaml')], bare.author('test'), false)
      const again = await peacekeeping(bare, { state: 'VNM', peers: ['IDN', 'LAO'] })
      expect(again).toMatchObject({ basis: 'recorded', version: found.version })
      expect(again.missions).toEqual(found.missions)
      for (const { state, years } of found.states)
        for (const one of years)
          expect(yearOf(again, state, one.year)).toMatchObject({
            total: one.total,
            women: one.women,
            share: one.share,
          })
      expect(yearOf(again, 'VNM', 2018).rank).toMatchObject({ missing: 'not-collected' })
      const stranger = await peacekeeping(bare, { state: 'FJI', peers: ['VNM'] })
      expect(stranger.states[0]?.years[0]?.total).toMatchObject({ missing: 'not-collected' })
    } finally {
      await bare.close()
    }
  })

  test('years turned round and states that nobody knows are refused', async () => {
    await expect(ask({ from: 2020, to: 2018 })).rejects.toMatchObject({ code: 'call-invalid' })
    await expect(ask({ state: 'Narnia' })).rejects.toMatchObject({ code: 'call-invalid' })
  })
})

describe('monthly reports (made by us in the layout of the portal)', () => {
  const head =
    'isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date'
  const lines = [
    head,
    'VNM,Viet Nam,UNMISS,Troops,10,50,2021-01-31',
    'VNM,Viet Nam,UNMISS,Staff Officer,1,3,2021-01-31',
    'VNM,Viet Nam,UNMISS,Troops,0,40,2021-02-28',
    'IDN,Indonesia,UNIFIL,Formed Police Units,30,70,2021-01-31',
    'IDN,Indonesia,UNIFIL,Formed Police Units,30,70,2021-02-28',
    'IDN,Indonesia,UNIFIL,Formed Police Units,30,70,2022-03-31',
  ]
  test('a year is the mean of the months reported; types and months are told', async () => {
    await add('monthly.csv', lines)
    const found = await ask()
    expect(found.basis).toBe('months')
    expect(found.years.map(({ year, months }) => [year, months])).toEqual([
      [2021, 2],
      [2022, 1],
    ])
    expect(yearOf(found, 'VNM', 2021)).toMatchObject({ total: 52, women: 5.5 })
    expect(yearOf(found, 'VNM', 2022)).toMatchObject({ total: 0 })
    expect(found.types.map(({ key, total, women }) => [key, total, women])).toEqual([
      ['staff-officers', 2, 0.5],
      ['troops', 50, 5],
    ])
    expect(found.months.map(({ key, mission, total }) => [key, mission, total])).toEqual([
      ['2021-01', 'UNMISS', 64],
      ['2021-02', 'UNMISS', 40],
    ])
  })

  test('a target is checked for its own types, and a wide interval decides nothing', async () => {
    const own = (await ask()).targets.find(({ types, year }) => types.includes('troops') && year === 2028)
    expect(own).toMatchObject({ share: 0.15, compared: 2021, verdict: 'across' })
    const other = await ask({ state: 'IDN', peers: [] })
    const police = other.targets.filter(({ types }) => types.includes('formed-police'))
    expect(police.map(({ year, compared, verdict }) => [year, compared, verdict])).toEqual([
      [2022, 2022, 'above'],
      [2028, 2022, 'above'],
    ])
    expect(other.targets.find(({ types }) => types.includes('troops'))).toMatchObject({
      verdict: 'not-told',
      reached: { missing: 'not-applicable' },
    })
  })
})

test.runIf(sharedIsHere)(
  'the real file: Vietnam in 2020, counted by hand, and the years that lack months',
  async () => {
    const name = 'un_pk_country_mission_year_gender.csv'
    const real = await fresh('real')
    try {
      const files = [{ name, path: shared(`data/peacekeeping/${name}`) }]
      await addDataset(real, { dataset: 'un-peacekeeping', files })
      const found = await peacekeeping(real, { state: 'VNM' })
      expect(found.peers).toEqual(['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA'])
      expect(yearOf(found, 'VNM', 2020)).toMatchObject({ total: 74, women: 12 })
      expect(yearOf(found, 'VNM', 2013)).toMatchObject({ total: 0 })
      const part = found.years.filter(({ partOf }) => partOf !== null).map(({ year }) => year)
      expect(part).toEqual([2010, 2012, 2017, 2021])
      expect(yearOf(found, 'IDN', 2020).rank).toMatchObject({ rank: 8, of: 122 })
    } finally {
      await real.close()
    }
  },
)
