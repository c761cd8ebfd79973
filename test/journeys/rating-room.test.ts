/** A round in the browser and at the command line: two rate blind, then see one another, discuss, and one revises. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

const { workspace, address, visit } = beginJourney()

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const room = '/ratings/elites-of-2013'
  let desks: { readonly a: Page; readonly b: Page }
  beforeAll(async () => {
    desks = { a: await open('/ratings'), b: await open('/ratings', 'vi', 390) }
  })

  const open = (path: string, language = 'en', width = 1200) => visit(path, { language, width })
  async function choose(page: Page, label: string, ...options: string[]): Promise<void> {
    const box = page.getByRole('combobox', { name: label })
    for (const option of options) {
      await box.fill(option)
      await page.getByRole('option', { name: option }).click()
    }
    await page.keyboard.press('Escape')
  }
  async function rate(page: Page, level: number, because: string, vi = false): Promise<void> {
    await page.getByRole('radio', { name: new RegExp(`^${level}:`) }).check()
    await page.getByRole('textbox', { name: vi ? 'Lý do' : 'Reason' }).fill(because)
    await page.getByRole('button', { name: vi ? 'Chấm điểm này' : 'Give this rating' }).click()
  }

  test('a coordinator opens a round', async () => {
    const { a } = desks
    await a.getByRole('textbox', { name: 'Title' }).fill('Elites of 2013')
    await a.getByRole('textbox', { name: 'Year judged' }).fill('2013')
    await choose(a, 'Relations', 'Vietnam and China', 'Vietnam and Japan')
    await a.getByRole('checkbox', { name: 'Awareness among the elites' }).check()
    await choose(a, 'Who is asked', 'Assessor of Desk A', 'Assessor of Desk B')
    await a.getByRole('button', { name: 'Open it' }).click()
    await a.getByRole('heading', { name: 'Elites of 2013' }).waitFor()
    await a.getByText('Choose who you are').waitFor()
    expect(new URL(a.url()).pathname).toBe(room)
  })

  test('two rate blind, with range and evidence, and neither sees the other', async () => {
    const { a, b } = desks
    await choose(a, 'Who are you?', 'Assessor of Desk A')
    await a.getByText('1 of 2').first().waitFor()
    await a.getByRole('radio', { name: /^4:/ }).check()
    await a.getByLabel('Lowest you think possible').selectOption('3')
    await choose(a, 'Evidence: source', 'Statement of Vietnam, General')
    await a.getByRole('textbox', { name: 'Place in it' }).fill('p. 12')
    await rate(a, 4, 'amethyst <b>one</b>')
    await a.getByRole('heading', { name: 'Vietnam and Japan: Awareness among the elites' }).waitFor()
    await rate(a, 2, 'amethyst two')
    await a.getByText('2 of 2').first().waitFor()

    await b.goto(address(room))
    await choose(b, 'Bạn là ai?', 'Assessor of Desk B')
    await b.getByRole('heading', { name: 'Điểm của bạn' }).waitFor()
    expect(await b.content()).not.toContain('amethyst')
    await usable(b, 390)
    await rate(b, 2, 'basalt one', true)
    await b.getByRole('heading', { name: /Nhật Bản/ }).waitFor()
    await rate(b, 3, 'basalt two', true)
    await b.getByText('2 trên 2').nth(1).waitFor()

    await a.reload({ waitUntil: 'networkidle' })
    await a.getByRole('button', { name: 'Change this rating' }).waitFor()
    expect(await a.content()).toContain('amethyst')
    expect(await a.content()).not.toContain('basalt')
    await usable(a, 1200)
  })

  test('nothing of one person is left on the page when another takes the chair', async () => {
    const { a } = desks
    await choose(a, 'Who are you?', 'Assessor of Desk C')
    await a.getByText('This round does not ask you').waitFor()
    expect(await a.content()).not.toContain('amethyst')
    await a.getByRole('link', { name: 'Depth of relations' }).click()
    await a.getByText('illustrative-c').waitFor()
    await a.getByRole('button', { name: 'Leave' }).click()
    await a.goBack()
    await a.getByText('Choose who you are').waitFor()
    await choose(a, 'Who are you?', 'Assessor of Desk A')
    await a.getByRole('button', { name: 'Change this rating' }).waitFor()
  })

  test('once it is closed both see both, with agreement; they discuss, and one revises', async () => {
    const { a, b } = desks
    await a.getByRole('checkbox', { name: /All have answered/ }).check()
    await a.getByRole('button', { name: 'Close the round' }).click()
    const cell = a.getByRole('region', { name: 'Vietnam and China' })
    await cell.getByText('4 (3–4)').waitFor()
    await cell.getByText('Reasons and evidence').click()
    await cell.getByText('basalt one').waitFor()
    await cell.getByText('amethyst <b>one</b>').waitFor()
    const agreement = a.getByRole('region', { name: 'Agreement' })
    expect(await agreement.locator('tbody tr').innerText()).toMatch(/-?\d\.\d\d \[-?\d\.\d\d, -?\d\.\d\d\]/)

    await cell.getByText('Remarks (0)').click()
    await cell.getByRole('textbox', { name: 'Your remark' }).fill('The visit of May was for show.')
    await cell.getByRole('button', { name: 'Add', exact: true }).click()
    await cell.getByText('The visit of May was for show.').last().waitFor()

    await cell.getByRole('button', { name: 'Revise your rating' }).click()
    await cell.getByRole('radio', { name: /^3:/ }).check()
    await cell.getByRole('textbox', { name: 'Reason for the revision' }).fill('the visit counted too much')
    await cell.getByRole('button', { name: 'Revise', exact: true }).click()
    await cell.getByText('was 4').waitFor()
    expect(await cell.getByRole('button', { name: 'Revise your rating' }).count()).toBe(0)
    expect((await agreement.locator('tbody tr').innerText()).match(/\[/g)).toHaveLength(2)
    await usable(a, 1200)

    await b.reload({ waitUntil: 'networkidle' })
    const seen = b.getByRole('region', { name: 'Việt Nam và Trung Quốc' })
    await seen.getByText('trước là 4').waitFor()
    await seen.getByText('The visit of May was for show.').waitFor()
    await usable(b, 390)
  })

  test.each([
    ['/ratings', 'vi', 390],
    ['/ratings', 'en', 1200],
    ['/ratings/illustrative-2014', 'vi', 390],
    ['/ratings/illustrative-2014', 'en', 1200],
  ] as const)('%s is usable without seeing it (%s), and fits %d pixels', async (path, language, width) => {
    const page = await open(path, language, width)
    await page.getByText('Assessor of Desk C').first().waitFor()
    if (path !== '/ratings')
      await page
        .getByText(language === 'en' ? 'illustrative' : 'minh họa')
        .first()
        .waitFor()
    await usable(page, width)
  })
})

describe('at the command line', () => {
  const secret = 'corundum'
  const as = async (assessor: string | undefined, ...args: string[]) => {
    if (assessor === undefined) delete process.env['SOUNDINGS_ASSESSOR']
    else process.env['SOUNDINGS_ASSESSOR'] = assessor
    const ran = await soundings([...args, '--workspace', workspace])
    delete process.env['SOUNDINGS_ASSESSOR']
    return ran
  }
  const [a, b] = ['illustrative-a', 'illustrative-b']
  const round = 'public-of-2012'
  const theirs = `${round}/vnm-usa/public/${b}`

  test('a round is opened and rated', async () => {
    const asked = ['--relations', 'vnm-usa,vnm-chn', '--criteria', 'public', '--assessors', `${a},${b}`]
    const opened = await as(
      undefined,
      'round',
      'open',
      '--title',
      'Public of 2012',
      '--year',
      '2012',
      ...asked,
    )
    expect(opened).toMatchObject({ status: 0, out: `${round}\n` })
    for (const [who, level] of [
      [a, '2'],
      [b, '4'],
    ] as const)
      for (const relation of ['vnm-usa', 'vnm-chn'])
        expect(
          (
            await as(
              who,
              'rate',
              round,
              relation,
              'public',
              level,
              '--because',
              `${who === b ? secret : 'mine'} says so`,
            )
          ).status,
        ).toBe(0)
    const nobody = await as(undefined, 'rate', round, 'vnm-usa', 'public', '1', '--because', 'x')
    expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('nobody is named who rates')])
  })
  test('while it is open no command tells another’s rating', async () => {
    const commands = [
      ['round', 'show', round],
      ['round', 'list'],
      ['search', secret],
      ['show', 'relation', 'vnm-usa'],
      ['show', 'rating', theirs],
      ['undo', 'rating', theirs],
      ['export', '-o', '-'],
      ['export', '--as', 'rating', '-o', '-'],
      ['doctor'],
    ]
    for (const command of commands) {
      const { out, err } = await as(a, ...command)
      const told = `${out}${err}`.replaceAll(`there is no rating ${theirs}, got "${theirs}"`, '')
      expect([command.join(' '), told.includes(secret), told.includes(theirs)]).toEqual([
        command.join(' '),
        false,
        false,
      ])
    }
    expect((await as(b, 'round', 'show', round)).out).toContain(secret)
  })
  test('once it is closed the same commands tell it, with agreement', async () => {
    expect((await as(undefined, 'round', 'close', round)).status).toBe(0)
    const { out } = await as(a, 'round', 'show', round)
    expect(out).toContain(secret)
    expect(out).toContain('alpha, blind')
    expect((await as(a, 'rate', round, 'vnm-usa', 'public', '3', '--because', 'persuaded')).out).toContain(
      '/revised: 3',
    )
    const again = await as(a, 'rate', round, 'vnm-usa', 'public', '2', '--because', 'x')
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('revised once')])
    expect((await as(undefined, 'round', 'end', round)).status).toBe(0)
  })
})
