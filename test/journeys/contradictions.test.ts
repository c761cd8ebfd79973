/** Contradictions before the minister sees them, in a real browser: the board, a settlement, scenarios that follow the keys, drivers. */
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'
import { soundings } from './soundings.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { workspace, address, visit } = beginJourney()

  const open = (path: string, language: 'en' | 'vi' = 'en', width = 1280) => visit(path, { language, width })

  test('the gravest stands first; one kind or one agency can be picked; numbers stand beside the picture', async () => {
    const page = await open('/contradictions')
    const cards = page.getByRole('article')
    await cards.first().waitFor()
    const all = await cards.count()
    expect(all).toBeGreaterThanOrEqual(8)
    const grave = (await cards.locator('.severity b').allInnerTexts()).map(Number)
    expect(grave).toEqual(grave.toSorted((a, b) => b - a))
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'between agencies' }).click()
    expect(await cards.count()).toBeLessThan(all)
    const first = cards.first()
    await first.getByText(/The odds of Ministry of Foreign Affairs are [\d.]+ times those of/).waitFor()
    expect(await first.getByText(/^\d+ % \[\d+ %, \d+ %\]$/).count()).toBe(4)
    await first.getByText(/12 records that contradict/).click()
    await first
      .getByRole('link', { name: /forecast board\/asean-statement/ })
      .first()
      .click()
    await page.waitForURL(/records\/forecast\/board/)
    await page.close()
  })

  test('a contradiction is settled with its reason by keyboard, is told by the command line, and reopens when advice changes', async () => {
    const page = await open('/contradictions')
    const card = page.getByRole('article', { name: 'Advice on sign-work-plan' })
    await card.getByRole('button', { name: 'Settle …' }).focus()
    await page.keyboard.press('Enter')
    await card.getByRole('radio', { name: 'Both stand, and both are told' }).check()
    expect(await card.getByRole('button', { name: 'Settle', exact: true }).isDisabled()).toBe(true)
    await card.getByLabel('Why').fill('the review ends in March; both are put to the minister')
    expect(await barriers(page)).toEqual([])
    await card.getByRole('button', { name: 'Settle', exact: true }).press('Enter')
    await page.getByText('1 settled', { exact: true }).click()
    await card.getByText('the review ends in March').waitFor()
    const told = await soundings(['contradictions', '--workspace', workspace, '--json'])
    const found = (JSON.parse(told.out) as { contradictions: { id: string; state: string }[] }).contradictions
    const id = 'advice/sign-work-plan/board/partnership-work-plan'
    expect(found.find((one) => one.id === id)?.state).toBe('settled')
    const refused = ['--settle', id, '--decision', 'perhaps', '--why', 'x']
    expect((await soundings(['contradictions', '--workspace', workspace, ...refused])).status).toBe(2)
    const moved = await page.request.get(address('/api/records/recommendation/board%2Fmps%2Fwork-plan'))
    const { body } = (await moved.json()) as { body: Record<string, unknown> }
    const changed = { record: { ...body, stance: 'do-not' }, why: 'the review found a fault' }
    const saved = await page.request.put(address('/api/records/recommendation/board%2Fmps%2Fwork-plan'), {
      data: changed,
    })
    expect(saved.status()).toBe(200)
    await page.reload({ waitUntil: 'networkidle' })
    await card.getByText('reopened: something changed').waitFor()
    await card.getByText(/agencies advise the opposite/).waitFor()
    await page.close()
  })

  test('a scenario follows the keys at once, says when judgements cannot all be true, and is saved', async () => {
    const page = await open('/scenarios')
    await page.getByText('The judgements can all be true.').waitFor()
    const outcomes = page.getByRole('region', { name: 'Joint outcomes' })
    const before = await outcomes.innerText()
    const cell = page.getByLabel('a grave incident in the East Sea, if rivalry between')
    await cell.fill('90')
    await page.getByText('The judgements cannot all be true. The least they must move:').waitFor()
    expect(await outcomes.innerText()).not.toBe(before)
    await cell.fill('40')
    await page.getByText('The judgements can all be true.').waitFor()
    const slider = page.getByRole('slider').first()
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    expect(
      await page
        .getByLabel(/^Probability of rivalry/)
        .first()
        .inputValue(),
    ).toBe('61 %')
    const save = page.getByRole('region', { name: 'Save the scenario' })
    await save.getByRole('textbox', { name: 'Id', exact: true }).fill('own-scenario')
    await save.getByRole('textbox', { name: 'Title', exact: true }).fill('Own scenario')
    await save.getByLabel('Why').fill('to compare')
    await save.getByRole('button', { name: 'Save the scenario' }).click()
    await page.waitForURL(/id=own-scenario/)
    await page.getByRole('combobox', { name: 'Scenario' }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Scenario' }).inputValue()).toBe('Own scenario')
    await page.close()
  })

  test('drivers show which way, how strongly, their trend and their source; one is added', async () => {
    const page = await open('/drivers?question=board%2Fasean-statement')
    const panel = page.getByRole('region', { name: 'Drivers' })
    expect(await panel.getByRole('listitem').count()).toBe(11)
    await panel.getByRole('button', { name: '1 source' }).first().click()
    await page.getByRole('link', { name: 'asean-security-paper, line 17' }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Add a driver').first().click()
    await page.getByLabel('Condition').fill('a new secretary-general takes office')
    await page.getByRole('textbox', { name: 'Id', exact: true }).fill('new-secretary')
    await page.getByRole('combobox', { name: 'Source' }).fill('asean-security')
    await page.getByRole('option', { name: /asean-security-paper/ }).click()
    await page.getByRole('button', { name: 'Add a driver' }).click()
    await panel.getByText('a new secretary-general takes office').waitFor()
    await page.close()
  })

  test.each([
    ['/contradictions', 'vi'],
    ['/contradictions', 'en'],
    ['/scenarios', 'vi'],
    ['/scenarios?id=new', 'en'],
    ['/drivers', 'vi'],
  ] as const)('%s is usable without seeing it, and fits a telephone (%s)', async (path, language) => {
    for (const width of [1280, 390]) {
      const page = await open(path, language, width)
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const fold of await page.locator('main details > summary').all()) await fold.click()
      if (width === 1280) expect(await barriers(page)).toEqual([])
      const overflow = 'document.documentElement.scrollWidth - window.innerWidth'
      expect(await page.evaluate<number>(overflow), `at ${width}`).toBeLessThanOrEqual(0)
      await page.close()
    }
  })
})
