/** The framework editor and the plan in a real browser: a tree is read, edited and saved; a plan shows what it gains. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { barriers, chromiumPath } from './chromium.ts'

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const { files, visit } = beginJourney()

  const open = (path: string, language: 'en' | 'vi' = 'en', width = 1280) => visit(path, { language, width })
  const editor = '/frameworks/relations-depth'
  const choose = (page: Page, name: RegExp) => page.getByRole('treeitem', { name }).click()
  const saveWith = async (page: Page, why: string) => {
    await page.getByLabel('Why').fill(why)
    await page.getByRole('button', { name: 'Save as a new version' }).click()
  }

  test('the tree is walked by keyboard, and a leaf says what it means and where it stands in the source', async () => {
    const page = await open(editor)
    await page.getByRole('treeitem').first().focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    const sheet = page.getByRole('region', { name: /Shared threats/ })
    await sheet.getByText('Whether the two see the same threats').waitFor()
    expect(
      await sheet.getByText('một bên coi bên kia, hoặc hành vi của bên kia, là mối đe dọa').count(),
    ).toBe(1)
    expect(await sheet.getByRole('link', { name: 'deepening-relations, line 61' }).count()).toBe(1)
    await page.getByRole('treeitem', { name: /Political and security/ }).focus()
    const before = await page.getByRole('treeitem').count()
    await choose(page, /Political and security/)
    await page.getByRole('treeitem', { name: /Political and security/ }).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await page.getByRole('treeitem').count()).toBe(before - 10)
    await page.close()
  })

  test('a weight and an anchor are edited and saved, and the versions say what changed', async () => {
    const page = await open(editor)
    await choose(page, /Shared threats/)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Weight', { exact: true }).fill('3')
    await page.getByLabel('Level 1 in English').fill('each names the other as a threat')
    await saveWith(page, 'asked for by the desk')
    await page.getByText('v. 2').waitFor()
    await page.getByRole('tab', { name: 'Versions' }).click()
    const between = page.getByRole('region', { name: 'What changed between two versions' })
    expect(await between.getByRole('listitem').allInnerTexts()).toEqual([
      'Reweighted: Shared threats and challenges, from 1 to 3.',
      expect.stringMatching(
        /^Changed: Shared threats and challenges, level 1, from “one names the other.+“each names /,
      ),
    ])
    await page.getByRole('cell', { name: 'asked for by the desk' }).waitFor()
    await page.close()
  })

  test('what is wrong is told at the field, in the language of the page, and cannot be saved', async () => {
    const page = await open(editor, 'vi')
    await choose(page, /Phụ thuộc lẫn nhau/)
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    await page.getByLabel('Giá trị tính là 1').fill('0')
    const fault = 'hai mốc phải khác nhau'
    expect(
      await page
        .getByRole('region', { name: /Phụ thuộc lẫn nhau/ })
        .getByText(fault)
        .count(),
    ).toBe(1)
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('')
    await page.getByText('tên: không được để trống').waitFor()
    expect(await page.getByRole('treeitem', { name: /Phụ thuộc lẫn nhau.*2 lỗi/ }).count()).toBe(1)
    await page.getByLabel('Vì sao').fill('thử')
    expect(await page.getByRole('button', { name: 'Lưu phiên bản mới' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Bỏ bản thảo' }).click()
    expect(await page.getByText(fault).count()).toBe(0)
    await page.close()
  })

  test('an edit that was overtaken is refused, says by whom, and the draft is not lost', async () => {
    const [mine, theirs] = [await open(editor), await open(editor)]
    for (const [page, weight] of [
      [mine, '4'],
      [theirs, '5'],
    ] as const) {
      await choose(page, /Legal adjustment/)
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByLabel('Weight', { exact: true }).fill(weight)
    }
    await saveWith(theirs, 'theirs')
    await theirs.getByText('v. 3').waitFor()
    await saveWith(mine, 'mine')
    const alert = mine.getByRole('alert').filter({ hasText: 'Somebody saved another version' })
    await alert.getByText('Reweighted: Legal adjustment, from 1 to 5.').waitFor()
    expect(await mine.getByLabel('Weight', { exact: true }).inputValue()).toBe('4')
    await alert.getByRole('button', { name: /take version 3/ }).click()
    expect(await mine.getByLabel('Weight', { exact: true }).inputValue()).toBe('5')
    for (const page of [mine, theirs]) await page.close()
  })

  test('a leaf is added, moved, and another taken out after being told what speaks of it', async () => {
    const page = await open(editor)
    await page.getByRole('button', { name: 'Edit' }).click()
    await choose(page, /Identity and values/)
    await page.getByRole('button', { name: 'Add a part' }).click()
    await page.getByRole('dialog').getByLabel('Title').fill('Exchange of students')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Added: Exchange of students, a part of Identity and values.').waitFor()
    await page.getByRole('button', { name: 'Move up' }).click()
    await page.getByText('Added: Exchange of students').waitFor()
    await choose(page, /Shared threats/)
    await page.getByRole('button', { name: 'Take out…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/[1-9]\d* ratings that you may see judge it/).waitFor()
    await dialog.getByText(/earlier analyses keep the version/).waitFor()
    await dialog.getByRole('button', { name: 'Take it out of the draft' }).click()
    await page.getByText('Taken out: Shared threats and challenges').waitFor()
    await page.close()
  })

  test('a framework goes out as YAML and comes back in; what is not one is told', async () => {
    const page = await open(editor)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as YAML' }).click(),
    ])
    const path = files.path('framework.yaml')
    await download.saveAs(path)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('title: Legal adjustment', 'title: Adjustment of laws'))
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText(/Changed: Adjustment of laws, title, from “Legal adjustment”/).waitFor()
    writeFileSync(path, text.replace('id: relations-depth', 'id: another'))
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('It holds another, and this page edits relations-depth.').waitFor()
    writeFileSync(path, 'frameworks: [')
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText('It is not YAML').waitFor()
    await page.close()
  })

  test('a framework is duplicated under another id, and not under one that is taken', async () => {
    const page = await open(editor)
    await page.getByRole('button', { name: 'Duplicate' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Id of the copy').fill('relations-depth')
    await dialog.getByText('there is a framework of this id').waitFor()
    await dialog.getByLabel('Id of the copy').fill('depth-of-the-desk')
    await dialog.getByLabel('Why').fill('the desk weighs otherwise')
    await dialog.getByRole('button', { name: 'Duplicate' }).click()
    await page.waitForURL(/frameworks\/depth-of-the-desk/)
    await page.getByRole('link', { name: 'depth-of-the-desk' }).waitFor()
    await page.close()
  })

  test('weights are elicited from a person by points and by pairs, kept, and put into the draft', async () => {
    const page = await open(editor)
    await page.getByRole('tab', { name: 'Weights' }).click()
    await page.getByRole('combobox', { name: 'Who' }).click()
    await page.getByRole('option', { name: 'Author of the thesis' }).click()
    await page.getByLabel('Shared and entwined interests').fill('50')
    await page.getByLabel('Sustainable institutions').fill('30')
    await page.getByText('20 points left to give').waitFor()
    expect(await page.getByRole('button', { name: 'Record what was said' }).isDisabled()).toBe(true)
    await page.getByLabel('Identity and values').fill('20')
    await page.getByRole('button', { name: 'Record what was said' }).click()
    await page.getByRole('cell', { name: '0.50', exact: true }).waitFor()
    await page.getByText('Pairs compared', { exact: true }).first().click()
    await page.getByRole('combobox', { name: 'Who' }).click()
    await page.getByRole('option', { name: 'Author of the thesis' }).click()
    const press = async (at: number, key: string, times: number) => {
      await page.getByRole('slider').nth(at).focus()
      for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key)
    }
    await press(0, 'ArrowLeft', 4)
    await press(1, 'ArrowRight', 4)
    await press(2, 'ArrowLeft', 4)
    await page.getByText(/The comparisons contradict one another/).waitFor()
    await page.getByRole('button', { name: 'Record what was said' }).click()
    await page.getByText(/ask again before using them/).waitFor()
    await page.getByRole('button', { name: 'Use points' }).click()
    await page.getByText('Reweighted: Shared and entwined interests, from 1 to 0.50.').waitFor()
    await page.getByRole('link', { name: 'thesis-author' }).first().click()
    await page.waitForURL(/records\/weighting/)
    await page.close()
  })

  test('a plan shows what it gains at once, is saved beside the baseline, and an analysis is run with it', async () => {
    const page = await open('/relations/vnm-usa')
    await page.getByRole('tab', { name: 'What would deepen it' }).click()
    await page.getByRole('link', { name: 'Make a plan' }).click()
    const changed = page.getByText('This analysis used version 1 of the framework, which is now version 3.')
    await changed.waitFor() // the journeys before saved versions 2 and 3
    await page.getByRole('button', { name: 'Judge again' }).click()
    await changed.waitFor({ state: 'detached' })
    const planned = page.getByRole('region', { name: 'Depth if every target is reached' })
    const before = await planned.innerText()
    const slider = page.getByRole('slider', { name: 'Target for Interdependence in trade' })
    await slider.focus()
    for (let pressed = 0; pressed < 6; pressed++) await page.keyboard.press('ArrowRight')
    await planned.getByText(/gain 0\.0\d/).waitFor()
    expect(await planned.innerText()).not.toBe(before)
    const ranking = page.getByRole('region', { name: 'What raises depth most for its effort' })
    await ranking.getByText(/^0\.0\d+ \[/).waitFor()
    const gain = await ranking.getByRole('listitem').innerText()
    await page.getByLabel('Effort for Interdependence in trade').fill('4')
    await page.getByLabel('Owner of Interdependence in trade').fill('Trade ministry')
    expect(await ranking.getByRole('listitem').innerText()).not.toBe(gain)
    expect(await barriers(page)).toEqual([])
    await page.getByLabel('Title of the plan').fill('More trade')
    await page.getByLabel('Why').fill('a first scenario')
    await page.getByRole('button', { name: 'Save the scenario' }).click()
    await page.getByRole('heading', { name: 'More trade' }).waitFor()
    const scenarios = page.getByRole('region', { name: 'Scenarios beside the baseline' })
    const saved = await scenarios.getByRole('row', { name: /^More trade/ }).innerText()
    const depth = /\d\.\d\d \[\d\.\d\d, \d\.\d\d\]/.exec(saved)?.[0]
    await page.getByRole('button', { name: 'Run the analysis with this plan' }).click()
    await page.waitForURL(/\/analyses\/relations-depth-/)
    const [value, low, high] = depth?.match(/\d\.\d\d/g) ?? []
    await page
      .getByText(`If what is known of the targets of More trade is reached`)
      .and(page.getByText(`depth is ${value} (${low}–${high})`))
      .first()
      .waitFor()
    await page.close()
  })

  test.each([
    ['/frameworks', 'en'],
    [editor, 'vi'],
    ['/plans?relation=vnm-usa', 'vi'],
    ['/plans/illustrative-usa-2019', 'en'],
  ] as const)('%s is usable without seeing it, and fits a telephone (%s)', async (path, language) => {
    for (const width of [1280, 390]) {
      const page = await open(path, language, width)
      const tabs = await page.getByRole('tab').all()
      for (const tab of tabs.length === 0 ? [undefined] : tabs) {
        await tab?.click()
        await page.waitForLoadState('networkidle')
        if (width === 1280) expect(await barriers(page)).toEqual([])
        const overflow = 'document.documentElement.scrollWidth - window.innerWidth'
        expect(await page.evaluate<number>(overflow), `at ${width}`).toBeLessThanOrEqual(0)
      }
      await page.close()
    }
  })
})
