/** `method diversification`: published numbers through a file, keys, and mistakes with line and column. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diversificationFile } from './method-diversification.ts'
import { methodFile } from './method-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-diversification-'))
afterAll(() => rmSync(folder, { recursive: true }))
const notices: string[] = []
const run = (text: string, options: object = {}) => {
  const path = join(folder, 'table.csv')
  writeFileSync(path, text)
  notices.length = 0
  const watch = { notice: (said: string) => void notices.push(said), progress: () => {} }
  return diversificationFile.run([methodFile(path)], { bootstrap: '200', seed: '1', ...options }, watch)
}

test('four partners of 30, 30, 20 and 20 are 2,600, under the keys that others script against', async () => {
  const found = await run('partner,amount\nRussia,30\nIndia,30\nJapan,20\nFrance,20\n', { bootstrap: '0' })
  expect(found).toMatchObject({
    hhi: expect.closeTo(0.26, 12),
    shannon: expect.closeTo(1.3661588, 7),
    effectivePartners: expect.closeTo(3.846153846153846, 12),
    normalizedHhi: expect.closeTo(0.013333333333333334, 12),
    top: expect.arrayContaining([{ partner: 'Japan', amount: 20, share: expect.closeTo(0.2, 12) }]),
    without: expect.arrayContaining([
      { partner: 'Russia', hhi: expect.closeTo((9 + 4 + 4) / 49, 12), effectivePartners: expect.any(Number) },
    ]),
  })
  expect(found).not.toHaveProperty('interval')
})

test('rows of one partner are added, and drawn one by one; the same seed gives the same interval', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `${['USA', 'RUS', 'JPN'][at % 3]},1,${2010 + (at % 4)},visit`,
  )
  const text = `partner,amount,year,activity\n${rows.join('\n')}\n`
  const found = (await run(text)) as { hhi: number; interval: [number, number]; years: object[] }
  expect(found.hhi).toBeCloseTo(1 / 3, 12)
  expect(found.interval[0]).toBeLessThanOrEqual(found.hhi)
  expect(found.interval[1]).toBeGreaterThan(found.hhi)
  expect(found.years).toHaveLength(4)
  expect(found).toMatchObject({ activities: [{ activity: 'visit', rows: 12, largest: 'JPN' }] })
  expect(await run(text)).toEqual(found)
  expect(await run(text, { seed: '2' })).not.toEqual(found)
})

test('an empty amount is missing and no zero, and is told', async () => {
  const found = await run('partner,amount\nA,2\nB,\nC,2\n')
  expect(found).toMatchObject({ rows: 2, partners: 2, hhi: 0.5, noInterval: expect.stringContaining('five') })
  expect(notices).toEqual(['1 rows without an amount are left out: what is missing is no zero.'])
})

test('mistakes are refused with line and column', async () => {
  const wrong = (text: string, message: string, place: object) =>
    expect(run(text)).rejects.toMatchObject({ message: expect.stringContaining(message), place })
  await wrong('partner,amount\nA,1\nB,-2\n', 'an amount must be a number from 0 on', {
    line: 3,
    field: 'amount',
  })
  await wrong('partner,amount\nA,many\n', 'an amount must be', { line: 2, field: 'amount', value: 'many' })
  await wrong('partner,amount\n,3\n', 'a row must name its partner', { line: 2, field: 'partner' })
  await wrong('partner,amount,year\nA,3,2010.5\n', 'a year must be a whole number', {
    line: 2,
    field: 'year',
  })
  await wrong('partner,amount\nA,0\n', 'no row has an amount above 0', {})
  await wrong('partner,money\nA,0\n', 'amount', {})
})
