/** A dispute in the browser: which role comes first, on which record that rests, and what another judgement would make of it. */
import { describe, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { visit } = beginJourney()
  const open = (path: string, language: string, width: number) => visit(path, { language, width })

  test('from the list to a role, and from what speaks against another to its record', async () => {
    const page = await open('/mediation', 'en', 1280)
    await page.getByRole('link', { name: 'The Korean peninsula' }).click()
    await page.getByRole('heading', { name: 'Good offices' }).waitFor()
    await usable(page, 1280)
    const manipulation = page.getByRole('listitem').filter({ hasText: 'Mediation by manipulation' })
    await manipulation.getByRole('button', { name: '1 source' }).first().click()
    await page.getByRole('link', { name: 'vnm/non-interference' }).click()
    await page.waitForURL(/records\/principle\/vnm\/non-interference/)
  })

  test('with more envoys another role comes first', async () => {
    const page = await open('/mediation/disputes/korean-peninsula', 'en', 1280)
    await page.getByText('Ask anew').click()
    await page.getByRole('combobox', { name: 'Quantity' }).click()
    await page.getByRole('option', { name: 'envoys' }).click()
    await page.getByRole('button', { name: 'Assume', exact: true }).click()
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByRole('heading', { name: 'Shuttle diplomacy' }).waitFor()
  })

  test('who is a party has no role, on a telephone in Vietnamese', async () => {
    const page = await open('/mediation/disputes/mekong-water', 'vi', 390)
    await page.getByRole('heading', { name: 'Không có vai trò bên thứ ba' }).waitFor()
    await usable(page, 390)
  })
})
