/** The web app in a real browser: what a person sees, in both languages, with keyboard and screen reader in mind. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { files, address, visit } = beginJourney()

  const open = (path: string, language: 'en' | 'vi' = 'en', width = 1280) => visit(path, { language, width })

  test('the home page shows three cases with verdict and interval, in both languages', async () => {
    const page = await open('/')
    expect(await page.getByText('agrees with the author of the study').count()).toBe(3)
    const cases = (name: string) => page.getByRole('region', { name, exact: true })
    expect(
      await cases('Why did this position change?')
        .getByText(/0\.\d\d \[0\.\d\d, 0\.\d\d\]/)
        .count(),
    ).toBe(3)
    await page.getByText('VI', { exact: true }).click()
    await page.getByText('Vì sao lập trường này thay đổi?').waitFor()
    expect(
      await cases('Vì sao lập trường này thay đổi?')
        .getByText(/0,\d\d \[0,\d\d; 0,\d\d\]/)
        .count(),
    ).toBe(3)
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    await page.close()
  })

  test.each([
    ['/', 'en'],
    ['/cases/asean-hrb', 'vi'],
    ['/search?q=human', 'en'],
    ['/records/evidence/asean-hrb%2Fe57', 'en'],
    ['/instruments/socialization', 'vi'],
    ['/analyses', 'en'],
    ['/measures', 'vi'],
  ] as const)('%s is usable without seeing it (%s)', async (path, language) => {
    const page = await open(path, language)
    expect(await barriers(page)).toEqual([])
    await page.close()
  })

  test('every tab of a case page opens, is usable without seeing it, and fits a telephone', async () => {
    for (const width of [1280, 390]) {
      const page = await open('/cases/unsc-rtop', 'en', width)
      await page.getByRole('tab').first().waitFor()
      const tabs = await page.getByRole('tab').allTextContents()
      expect(tabs).toHaveLength(7)
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab }).click()
        await page.waitForLoadState('networkidle')
        if (width === 1280) expect(await barriers(page), tab).toEqual([])
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - window.innerWidth',
        )
        expect(overflow, `${tab} at ${width}`).toBeLessThanOrEqual(0)
      }
      await page.close()
    }
  })

  test('from a number to the passage in two clicks', async () => {
    const page = await open('/cases/asean-hrb')
    await page
      .getByRole('button', { name: /sources?$/ })
      .first()
      .click()
    await page
      .getByRole('link', { name: /socialization-thesis, line/ })
      .first()
      .click()
    await page.getByText(/Look at: line/).waitFor()
    await page.close()
  })

  test('dragging a weight moves the posterior at once, and it can be put back', async () => {
    const page = await open('/cases/unsc-rtop')
    await page.getByRole('tab', { name: /what-if/ }).click()
    const bars = page.getByRole('region', { name: 'Hypotheses' })
    const before = await bars.innerText()
    const slider = page.getByRole('slider').nth(1)
    await slider.focus()
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft')
    const after = await bars.innerText()
    expect(after).not.toBe(before)
    expect(after).toMatch(/0\.\d\d ← 0\.\d\d \[/)
    await page.getByRole('button', { name: 'Back to the judgements as recorded' }).click()
    expect(await bars.innerText()).toBe(before)
    await page.close()
  })

  test('search finds Vietnamese words typed without marks', async () => {
    const page = await open('/search?kind=institution')
    await page.getByLabel('Words, with or without diacritics').fill('hoi dong bao an')
    await page.getByRole('link', { name: 'United Nations Security Council' }).waitFor()
    await page.close()
  })

  test('an instrument is run from the form made of its request', async () => {
    const page = await open('/instruments/socialization')
    await page.getByLabel('case').first().click()
    await page.getByRole('option', { name: /human rights body/ }).click()
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('button', { name: 'Run again from the pinned inputs' }).click()
    await page.getByText('The same bytes.').waitFor()
    await page.close()
  })

  test('a record is edited with a reason, and undone', async () => {
    const page = await open('/records/actor/laos')
    await page.getByRole('button', { name: 'Edit' }).click()
    const editor = page.getByLabel('The record (JSON)')
    await editor.fill((await editor.inputValue()).replace('"Laos"', '"Lao PDR"'))
    await page.getByLabel('Why').fill('the official name')
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByRole('heading', { name: 'Lao PDR' }).waitFor()
    await page.getByRole('button', { name: 'Undo the last version' }).click()
    await page.getByRole('heading', { name: 'Laos', exact: true }).waitFor()
    await page.close()
  })

  test('a document is imported, read, and a passage marked; a file that is no PDF is told so', async () => {
    const page = await open('/search')
    writeFileSync(
      files.path('minutes.txt'),
      'First line.\nThe delegate said that Arland would not stand alone.\nLast line.\n',
    )
    await page.locator('input[type=file]').setInputFiles(files.path('minutes.txt'))
    await page.getByRole('link', { name: 'minutes/text' }).click()
    await page.getByText('would not stand alone').waitFor()
    await page.evaluate(`{
      const text = document.querySelector('.paper').firstChild
      window.getSelection().setBaseAndExtent(text, 12, text, 40)
    }`)
    await page.getByRole('button', { name: 'Mark as a passage' }).click()
    await page.locator('mark', { hasText: 'The delegate said that Arlan' }).waitFor()
    await page.goto(address('/search'))
    writeFileSync(files.path('fake.pdf'), 'not a pdf')
    await page.locator('input[type=file]').setInputFiles(files.path('fake.pdf'))
    expect(await page.getByRole('alert').innerText()).toMatch(/The file is not what its name says/)
    await page.close()
  })

  test('an address that leads nowhere says so', async () => {
    const page = await open('/records/actor/nobody-at-all')
    expect(await page.getByRole('alert').innerText()).toMatch(/There is no such record/)
    await page.close()
  })
})
