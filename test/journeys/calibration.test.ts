/** Forecasts are imported, scored on the calibration page, told in a report, and come out the same again. */
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'
import { soundings } from './soundings.ts'

const { visit } = beginJourney(async (workspace) => {
  const imported = await soundings(['import', 'test/fixtures/foresight.yaml', '--workspace', workspace])
  expect(imported.status, imported.err).toBe(0)
})

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const open = (language: string, width: number) => visit('/calibration', { language, width })

  test('a button scores what is recorded, and the page tells it with intervals', async () => {
    const page = await open('en', 1200)
    await page.getByText('No foresight analysis is stored yet').waitFor()
    await page.getByRole('button', { name: 'Score the forecasts' }).click()
    await page
      .getByText(/0\.19 \[0\.12, 0\.26\]/)
      .first()
      .waitFor({ timeout: 20_000 })
    await page.getByRole('region', { name: 'Scores by forecaster' }).waitFor()
    await page.getByText('Agency', { exact: true }).click()
    await page.getByRole('region', { name: 'Scores by agency' }).waitFor()
    expect(await barriers(page)).toEqual([])
  }, 60_000)

  test('in Vietnamese on a narrow screen nothing sticks out', async () => {
    const page = await open('vi', 390)
    await page.getByRole('heading', { name: 'Các dự báo tốt đến đâu?' }).waitFor()
    await page.getByRole('heading', { name: /^Độ chuẩn/ }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
  }, 60_000)
})
