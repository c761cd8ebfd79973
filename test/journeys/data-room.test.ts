/** Bringing a dataset through the page, asking it, and being told what is wrong with a file. */
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { random } from '#numeric/random'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { files, visit } = beginJourney()
  const file = (name: string, text: string) => {
    writeFileSync(files.path(name), text)
    return files.path(name)
  }

  const open = (path: string, language = 'en', width = 1200) => visit(path, { language, width })
  async function bring(page: Page, ...paths: string[]): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(paths)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
  }

  test('a wrong file is told what is wrong with it, and nothing is imported', async () => {
    const page = await open('/data/keds')
    await bring(page, file('semicolons.csv', 'date;source;target;code\n2000-01-01;ISR;EGY;042\n'))
    await page.getByRole('alert').getByText('cells are separated by semicolons').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'What to beware of' }).waitFor()
    expect(await page.getByRole('heading', { name: 'In this workspace' }).count()).toBe(0)
  })

  test('a file is imported with a report, and the dataset answers, with missing told apart from zero', async () => {
    const page = await open('/data/keds')
    const rows = [
      'date,source,target,code',
      '2000-01-01,ISR,EGY,042',
      '2002-01-01,ISR,EGY,042',
      'soon,ISR,EGY,042',
      '2002-01-02,EGY,XYZ,042',
    ]
    await bring(page, file('events.csv', `${rows.join('\n')}\n`))
    const panel = page.getByRole('region', { name: 'Bring files' })
    await panel.getByText('the date is no day (YYYY-MM-DD)').waitFor()
    await panel.getByText('kept 3').waitFor()
    await panel.getByText('XYZ', { exact: true }).waitFor()
    await page.getByRole('heading', { name: 'In this workspace' }).waitFor()
    const query = page.getByRole('region', { name: 'Ask this dataset' })
    await query.getByRole('combobox', { name: 'State' }).fill('Israel')
    await page.getByRole('option', { name: 'Israel' }).click()
    await query.getByRole('combobox', { name: 'Other side' }).fill('Egypt')
    await page.getByRole('option', { name: 'Egypt' }).click()
    await query.getByLabel('From').fill('1999')
    await query.getByRole('button', { name: 'Ask', exact: true }).click()
    await query.getByText('zero: no such event was reported').first().waitFor()
    await query.getByText('missing: outside the years covered, 2000–2002').first().waitFor()
    expect(await query.getByText('soundings dataset query keds').count()).toBe(1)
  })

  test('positions say what they need, and show it once the votes are there', async () => {
    const empty = await open('/positions')
    await empty.getByText('The votes are not in this workspace').waitFor()
    const page = await open('/data/un-votes')
    const next = random(2)
    const states = ['Viet Nam', 'Indonesia', 'Thailand', 'China', 'United States', 'Russia', 'India', 'Cuba']
    const votes = ['rcid,country,country_code,vote']
    const rolls = ['rcid,session,importantvote,date,unres,amend,para,short,descr']
    for (let rcid = 1; rcid <= 240; rcid++) {
      const session = 40 + Math.floor(rcid / 30)
      rolls.push(`${rcid},${session},0,${1945 + session}-11-01,,,,s,d`)
      for (const state of states)
        votes.push(`${rcid},${state},,${['yes', 'abstain', 'no'][Math.floor(next() * 3)]}`)
    }
    await bring(page, file('votes.csv', `${votes.join('\n')}\n`), file('rolls.csv', `${rolls.join('\n')}\n`))
    const panel = page.getByRole('region', { name: 'Bring files' })
    await panel.getByText(`kept ${(240 * 8).toLocaleString('en')}`).waitFor()
    await page.getByRole('link', { name: 'Positions' }).first().click()
    const similarity = page.getByRole('region', { name: 'Similarity of votes' })
    await similarity.locator('.chart svg').waitFor()
    const points = page.getByRole('region', { name: 'Ideal points' })
    await points.getByRole('button', { name: 'Estimate' }).click()
    await points.locator('.chart svg').waitFor()
    await points.getByText('converged').waitFor()
  })

  test.each([
    ['/data', 'en', 1200],
    ['/data/keds', 'vi', 390],
    ['/positions', 'vi', 1200],
    ['/positions', 'en', 390],
  ] as const)('%s is usable without seeing it (%s), and fits %d pixels', async (path, language, width) => {
    const page = await open(path, language, width)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(500)
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})
