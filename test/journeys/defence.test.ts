/** Defence diplomacy, the ledger and declared policies in the browser: numbers lead to records, a partner stops, a dataset is taken in, a pair decided, a flag settled and told at the command line. */
import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { files, workspace, visit } = beginJourney()
  beforeAll(async () => {
    const file = files.path('dcad.csv')
    writeFileSync(
      file,
      'ccode1,ccode2,signYear,EIFYear,type,category1,category2,endYearEstimate,DCAid\n2,816,2011,-77,general,DCA,,2020,DCADv1.0-0001\n',
    )
    expect((await soundings(['dataset', 'add', 'dcad', file, '--workspace', workspace])).status).toBe(0)
  })

  test('a number of the heat map opens its records, a partner stops, and a narrow page in Vietnamese fits', async () => {
    const page = await visit('/defence')
    await page.getByRole('heading', { level: 2, name: 'Vietnam' }).waitFor()
    await page.getByRole('tab', { name: 'Partners' }).click()
    const kinds = page.getByRole('region', { name: 'Partners and kinds of activity' }).first()
    const japan = kinds.getByRole('row', { name: /^Japan/ })
    expect(await japan.getByRole('cell', { name: 'not known' }).count()).toBeGreaterThan(5)
    await japan.getByRole('button').first().click()
    await page.getByRole('link', { name: 'defence/jpn-security-dialogues' }).waitFor()
    await page.keyboard.press('Escape')
    await usable(page, 1280)
    await page.getByRole('tab', { name: 'Diversification' }).click()
    const whatIf = page.getByRole('region', { name: 'If these partners stop' })
    await whatIf.getByText(/^(\d+) of \1 records are left/).waitFor()
    await whatIf.getByText('United States', { exact: true }).click()
    await whatIf.getByText(/No longer with anybody: .*port call/).waitFor()
    await page.close()
    const narrow = await visit('/defence', { language: 'vi', width: 390 })
    await narrow.getByRole('tab', { name: 'Đối tác' }).click()
    await narrow.getByRole('region', { name: 'Đối tác qua các năm' }).first().waitFor()
    await usable(narrow, 390)
    await narrow.close()
  })

  test('the network is walked by keyboard, sorted, and drawn on a map; narrow in Vietnamese it fits', async () => {
    const page = await visit('/defence/network')
    const vietnam = page.getByRole('button', { name: /^Vietnam: tied to \d+ others/ })
    await vietnam.focus()
    await page.keyboard.press('ArrowDown')
    await page
      .locator('g[role=button]:focus')
      .and(page.getByLabel(/^United States: tied to/))
      .waitFor()
    await usable(page, 1280)
    await page.getByRole('tab', { name: 'Centralities' }).click()
    await page.getByRole('button', { name: 'betweenness' }).click()
    expect(await page.getByRole('columnheader', { name: /betweenness/ }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    await page.getByText(/draws of whole activities/).waitFor()
    await page.getByRole('rowheader', { name: 'Vietnam' }).waitFor()
    await page.close()
    const narrow = await visit('/defence/network', { language: 'vi', width: 390 })
    await narrow.getByRole('tab', { name: 'Bản đồ' }).click()
    await narrow.getByRole('img', { name: /^Bản đồ quan hệ của Việt Nam/ }).waitFor()
    const hatched = narrow.locator('svg.marks path[fill="url(#not-covered-hatching)"]')
    await hatched.nth(50).waitFor({ state: 'attached' })
    await usable(narrow, 390)
    await narrow.close()
  })

  test('what a dataset tells is taken in, met again as a pair, and decided with a reason', async () => {
    const page = await visit('/ledger')
    await page.getByRole('tab', { name: 'Take in from a dataset' }).click()
    await page.getByRole('combobox', { name: 'Dataset' }).click()
    await page.getByRole('option', { name: 'dcad', exact: true }).click()
    await page.getByRole('button', { name: 'Take in', exact: true }).click()
    await page.getByText('1 added, 0 superseded, 0 unchanged').waitFor()
    await page.getByRole('tab', { name: 'What may stand twice' }).click()
    const pair = page.getByRole('article').filter({ hasText: 'dcad' }).first()
    await pair.getByRole('button', { name: 'Decide …' }).press('Enter')
    await pair
      .getByRole('radio', { name: /^The same; this one counts/ })
      .first()
      .check()
    await pair.getByLabel('Why').fill('one memorandum, told by both')
    await usable(page, 1280)
    await pair.getByRole('button', { name: 'Decide', exact: true }).press('Enter')
    await page.getByText(/, 1 decided\./).waitFor()
    await page.getByRole('tab', { name: 'Activities' }).click()
    await page.getByText(/; 1 repeat another/).waitFor()
    await page.close()
  })

  test('a flag marks its words, is settled with a reason on a narrow page in Vietnamese, and is told at the command line', async () => {
    const page = await visit('/constraints', { language: 'vi', width: 390 })
    const card = page.getByRole('article').filter({ hasText: 'Byrd' })
    await card.locator('mark').first().waitFor()
    expect(await card.locator('mark').allInnerTexts()).toContain('repaired in Cam Ranh Bay')
    await card.getByRole('button', { name: 'Quyết định …' }).press('Enter')
    await card.getByLabel('Vì sao').fill('cảng mở cho mọi hải quân')
    await usable(page, 390)
    await card.getByRole('button', { name: 'Quyết định', exact: true }).press('Enter')
    await page.getByText('1 đã quyết định', { exact: true }).click()
    await card.getByText('cảng mở cho mọi hải quân').waitFor()
    const told = await soundings(['constraints', 'check', '--json', '--workspace', workspace])
    const { flags } = JSON.parse(told.out) as {
      flags: { state: string; settlement: { because: string } | null }[]
    }
    expect(
      flags.filter(({ state }) => state === 'settled').map(({ settlement }) => settlement?.because),
    ).toEqual(['cảng mở cho mọi hải quân'])
    await page.close()
  })
})
