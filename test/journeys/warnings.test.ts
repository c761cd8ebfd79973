/** Warnings and baselines in the browser: a watch on positions runs at once, one on events says what to bring. */
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

const { workspace, visit } = beginJourney()

test('the command line runs a watch', async () => {
  const { status, out } = await soundings([
    'watch',
    'run',
    'case-positions',
    '--json',
    '--workspace',
    workspace,
  ])
  expect(status).toBe(0)
  const found = JSON.parse(out) as { positions: { issue: string; changes: unknown[] }[] } // as the page on it says
  expect(found.positions.map(({ changes }) => changes.length > 0)).toEqual([true, true, true])
  expect((await soundings(['baseline', '--workspace', workspace])).status).toBe(2)
})

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const open = (path: string, language: string, width: number) => visit(path, { language, width })

  test('changes of positions lead to their records', async () => {
    const page = await open('/warnings', 'en', 1200)
    await page.getByRole('button', { name: 'Run the watch' }).click()
    await page.getByRole('link', { name: 'fence-sitter → supportive' }).waitFor()
    await usable(page, 1200)
    await page.getByRole('link', { name: 'fence-sitter → supportive' }).click()
    await page.waitForURL(/records\/position\/unsc-rtop/)
  })

  test('a watch whose dataset was not imported says so, in Vietnamese and on a telephone', async () => {
    const page = await open('/warnings', 'vi', 390)
    await page.getByRole('combobox', { name: 'Danh sách theo dõi' }).click()
    await page.getByRole('option', { name: 'Sức ép ở Biển Đông' }).click()
    await page.getByRole('button', { name: 'Chạy theo dõi' }).click()
    await page.getByText('Chưa nhập bộ dữ liệu icews').waitFor()
    await usable(page, 390)
  })

  test('baselines say that events must be brought', async () => {
    const page = await open('/baselines', 'vi', 390)
    await page.getByText('Chưa nhập bộ dữ liệu sự kiện nào').waitFor()
    await usable(page, 390)
  })
})
