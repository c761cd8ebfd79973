/** Mediation and peacekeeping in the browser: recorded series tell without a dataset, and a record of attempts is compared once it is there. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

const { files, workspace, visit } = beginJourney()

const own = `case,process,year,dispute,nature,issue,region,intensity,duration,attempts_before,power_ratio,mediator,mediator_type,role,outcome,source,notes
Harbour talks,harbour,2009,Fees,interstate,resources,north,0,7,0,1.4,Norway,state,facilitation,partial,Book,They met twice
Harbour talks II,harbour,2010,Fees,interstate,resources,north,0,19,1,1.4,Norway,state,facilitation,none,,
Hill talks,hills,2010,Hills,internal,territory,south,900,90,,,Elders,non-state,conciliation,full,,
`

test('the command line brings a record, compares, and tells peacekeeping from recorded series', async () => {
  writeFileSync(files.path('own.csv'), own)
  const at = ['--workspace', workspace]
  expect((await soundings(['dataset', 'add', 'mediation', files.path('own.csv'), ...at])).status).toBe(0)
  const cases = await soundings(['mediation', 'cases', '--target', 'nature=interstate', '--k', '2', ...at])
  expect(cases).toMatchObject({ status: 0 })
  expect(cases.out).toContain('2 attempts most alike: 0.50')
  const sent = await soundings(['peacekeeping', 'VNM', ...at])
  expect(sent).toMatchObject({ status: 0 })
  expect(sent.out).toMatch(/2020 +74 +12 +16\.2 % \[9\.5, 26\.2\]/)
  expect(sent.err).toContain('Recorded series')
  const refused = await soundings(['peacekeeping', 'VNM', '-o', files.path('out.yaml'), ...at])
  expect(refused.status).toBe(2)
})

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  test('peacekeeping is told with its interval, and a year that is missing is not zero', async () => {
    const page = await visit('/peacekeeping', { width: 1200 })
    await page.getByText('16.2 % [9.5, 26.2] of them were women').waitFor()
    await page.getByRole('listitem').filter({ hasText: '2017: the file holds a part' }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Table as CSV: Persons by mission' }).click()
    expect((await download).suggestedFilename()).toBe('peacekeeping-missions.csv')
    await usable(page, 1200)
  })

  test('attempts most alike show what matches and their notes, in Vietnamese and on a telephone', async () => {
    const page = await visit('/mediation/cases', { language: 'vi', width: 390 })
    await page.getByRole('heading', { name: 'Các nỗ lực giống nhất' }).waitFor()
    await page.getByText('Ghi chú và nguồn').nth(1).click() // the newer of two equals stands first
    await page.getByText('They met twice').waitFor()
    await usable(page, 390)
  })
})
