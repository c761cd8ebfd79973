/** Mechanisms and commitments in the browser, at the API and at the command line: two code blind, one asks, all see a calendar. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

const { files, workspace, address, visit } = beginJourney()

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const open = (path: string, language = 'en', width = 1200) =>
    visit(path, { language, width, timezoneId: 'Asia/Ho_Chi_Minh' })
  async function beAt(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).fill(option)
    await page.getByRole('option', { name: option }).click()
    await page.keyboard.press('Escape')
  }

  test('the matrix of a year says who sits where, in words, and names the double duty', async () => {
    const page = await open('/mechanisms?at=2020')
    const row = page.getByRole('row', { name: /^Vietnam/ }).first()
    await row.getByRole('cell', { name: 'chair, member' }).waitFor()
    await row.getByRole('cell', { name: 'elected member' }).waitFor()
    await page.getByText('chair, Association of Southeast Asian Nations; elected member').waitFor()
    await page.getByRole('img', { name: 'Calendar of chairs' }).locator('svg').waitFor()
    await page.getByRole('button', { name: 'Show the data' }).first().click()
    await page
      .getByRole('button', { name: /^\d+ more$/ })
      .first()
      .click()
    await page.getByRole('cell', { name: 'projected by rotation (illustrative)' }).first().waitFor()
    await usable(page, 1200)
  })

  test('another date is asked by keyboard, and what the dates do not tell is said', async () => {
    const page = await open('/mechanisms?at=2020')
    await page.getByRole('textbox', { name: 'At which date' }).fill('1997')
    await page.keyboard.press('Enter')
    await page.getByText('17 mechanisms, at 1997').waitFor()
    await page
      .getByRole('row', { name: /^Laos/ })
      .first()
      .getByRole('cell', { name: 'member, perhaps: the dates do not tell' })
      .first()
      .waitFor()
    await page.getByRole('textbox', { name: 'At which date' }).fill('soon')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('a date is written in EDTF').waitFor()
  })

  test('two code one commitment and neither sees the other until both have', async () => {
    const a = await open('/commitments')
    const b = await open('/commitments', 'vi', 390)
    await beAt(a, 'Who are you?', 'Assessor of Desk A')
    await beAt(b, 'Bạn là ai?', 'Assessor of Desk B')
    const [mine, theirs] = [
      a.getByRole('region', { name: /^chair ASEAN in 2020/ }),
      b.getByRole('region', { name: /^đảm nhiệm vai trò Chủ tịch ASEAN/ }),
    ]
    await mine.getByRole('button', { name: 'Code it' }).click()
    await mine.getByRole('radio', { name: /^\+1/ }).check()
    await mine.getByRole('textbox', { name: 'Reason' }).fill('amethyst <b>one</b>')
    await mine.getByRole('button', { name: 'Save my coding' }).click()
    await mine.getByText('amethyst <b>one</b>').waitFor()
    await mine.getByText('Coded by 1 of 2').waitFor()

    await b.reload({ waitUntil: 'networkidle' })
    await theirs.getByText('1 trên 2 người đã mã hóa').waitFor()
    expect(await b.content()).not.toContain('amethyst')
    await usable(b, 390)
    await theirs.getByRole('button', { name: 'Mã hóa' }).click()
    await theirs.getByRole('radio', { name: /^0/ }).check()
    await theirs.getByRole('textbox', { name: 'Lý do' }).fill('basalt')
    await usable(b, 390)
    await theirs.getByRole('button', { name: 'Lưu kết quả của tôi' }).click()
    await theirs.getByText('amethyst <b>one</b>').waitFor()
    await theirs.getByText('Đã có hai người mã hóa').waitFor()

    await a.reload({ waitUntil: 'networkidle' })
    await mine.getByText('basalt').waitFor()
    expect(await mine.getByRole('button', { name: 'Change your coding' }).count()).toBe(0)
    await a
      .getByRole('row', { name: /^all commitments/ })
      .getByText('0.50 (no interval)')
      .waitFor()
    await usable(a, 1200)
  })

  test('a question is asked in one click, and the click leads to it', async () => {
    const page = await open('/commitments')
    await beAt(page, 'Who are you?', 'Assessor of Desk A')
    const card = page.getByRole('region', { name: 'host APEC in 2027' })
    await card.getByRole('button', { name: 'Ask whether it will be kept' }).click()
    await card.getByRole('link', { name: 'The question whether it will be kept' }).click()
    await page
      .getByText(/Yes if, by the end of 2027-12-31/)
      .first()
      .waitFor()
    await page.getByText('2027-12-31T17:00:00.000Z').first().waitFor()
  })

  test('the calendar is downloaded', async () => {
    const page = await open('/commitments')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Calendar file (iCal)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('commitments.ics')
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4)
  })

  test.each([
    ['/mechanisms', 'vi', 390],
    ['/mechanisms?at=2002', 'vi', 1200],
    ['/commitments', 'en', 1200],
    ['/commitments', 'vi', 390],
  ] as const)('%s is usable without seeing it (%s), and fits %d pixels', async (path, language, width) => {
    const page = await open(path, language, width)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await usable(page, width)
  })
})

test('a calendar subscribes to the API', async () => {
  const answer = await fetch(address('/api/commitments.ics?zone=Asia/Ho_Chi_Minh'))
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/)
  expect(await answer.text()).toContain('SUMMARY:Vietnam: host APEC in 2027')
})

describe('at the command line', () => {
  const run = (...words: readonly string[]) => soundings([...words, '--workspace', workspace])

  test('mechanisms are told at a date', async () => {
    const { status, out } = await run('mechanisms', '--at', '2020')
    expect(status).toBe(0)
    expect(out).toContain('2020: Vietnam at once chair of Association of Southeast Asian Nations')
    expect((await run('mechanisms', '--at', 'soon')).status).toBe(2)
  })
  test('commitments are told by quarter, and written as a calendar with a notice of what was left out', async () => {
    const { out } = await run('commitments', '--due', '2027-Q4', '--zone', 'Asia/Ho_Chi_Minh')
    expect(out).toContain('host APEC in 2027')
    expect(out).not.toContain('chair ASEAN in 2020')
    const file = files.path('commitments.ics')
    const { status, err } = await run('commitments', '--ics', file)
    expect(status).toBe(0)
    expect(err).toContain('left out: asean/human-rights-body: no due date')
    expect(readFileSync(file, 'utf8').endsWith('END:VCALENDAR\r\n')).toBe(true)
    const json = JSON.parse((await run('commitments', '--json', '--late')).out) as { commitments: unknown[] }
    expect(json.commitments).toEqual([])
  })
})
