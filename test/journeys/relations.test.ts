/** How deep is this relation, in a real browser: partners, one dyad, weights that move, two clicks to a source. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { visit } = beginJourney()

  const open = (path: string, language: 'en' | 'vi' = 'en', width = 1280) => visit(path, { language, width })
  const fits = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

  test('partners stand in a table by depth, each with its interval, and lead to their pages', async () => {
    const page = await open('/relations')
    const table = page.getByRole('region', { name: 'Partners by depth' }).last()
    await table.getByRole('link').first().waitFor()
    expect(await table.getByText(/^0\.\d\d \[0\.\d\d, 0\.\d\d\]$/).count()).toBeGreaterThanOrEqual(5)
    await table.getByRole('link', { name: 'Vietnam and United States' }).click()
    await page.getByRole('heading', { level: 1, name: 'Vietnam and United States' }).waitFor()
    await page.close()
  })

  test('from the depth to a source in two clicks', async () => {
    const page = await open('/relations/vnm-usa')
    await page
      .getByRole('button', { name: /sources?$/ })
      .first()
      .click()
    await page
      .getByRole('link', { name: /dataset-/ })
      .first()
      .click()
    await page
      .getByText(/Dataset|dataset/)
      .first()
      .waitFor()
    await page.close()
  })

  test('a weight is moved by keyboard and all partners move with it; it can be put back', async () => {
    const page = await open('/relations')
    const region = page.getByRole('region', { name: 'What if the weights were others?' })
    const before = await region.innerText()
    const slider = region.getByRole('slider').first()
    await slider.focus()
    for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowRight')
    expect(await region.innerText()).not.toBe(before)
    await region.getByRole('button', { name: 'Back to the judgements as recorded' }).click()
    expect(await region.innerText()).toBe(before)
    await page.close()
  })

  test('a relation is judged anew in an earlier year', async () => {
    const page = await open('/relations/vnm-jpn')
    await page.getByText('Judge it anew, in another year or with other ratings').click()
    await page.getByRole('textbox', { name: 'Year' }).fill('2005')
    await page.getByRole('button', { name: 'Judge as recorded now' }).click()
    await page.getByText(/as of 2005/).waitFor()
    await page.close()
  })

  test('every tab of a relation opens, is usable without seeing it, and fits a telephone', async () => {
    for (const [width, language] of [
      [1280, 'en'],
      [390, 'vi'],
    ] as const) {
      const page = await open('/relations/vnm-usa', language, width)
      await page.getByRole('tab').first().waitFor()
      const tabs = await page.getByRole('tab').allTextContents()
      expect(tabs.length).toBeGreaterThanOrEqual(8)
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        await page.waitForLoadState('networkidle')
        if (width === 1280) expect(await barriers(page), tab).toEqual([])
        expect(await fits(page), `${tab} at ${width}`).toBeLessThanOrEqual(0)
      }
      await page.close()
    }
  })

  test('the page of partners is usable without seeing it, and fits a telephone', async () => {
    const wide = await open('/relations', 'vi')
    await wide.getByRole('slider').first().waitFor()
    expect(await barriers(wide)).toEqual([])
    await wide.close()
    const narrow = await open('/relations', 'en', 390)
    expect(await fits(narrow)).toBeLessThanOrEqual(0)
    await narrow.close()
  })
})
