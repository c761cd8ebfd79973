/** A question in the browser and at the command line: forecast blind, then seen, resolved, appealed. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beginJourney } from './begin.ts'
import { chromiumPath, usable } from './chromium.ts'
import { soundings } from './soundings.ts'

const { files, workspace, address, visit } = beginJourney()

describe.skipIf(chromiumPath === undefined)('in Chromium (skipped where there is none)', () => {
  const open = (path: string, language = 'en', width = 1200, who?: string) =>
    visit(path, { language, width, timezoneId: 'Europe/London', who })

  test('an ambiguous question is told what is ambiguous, and opens once that is mended', async () => {
    const page = await open('/questions', 'en', 1200, 'forecaster-mofa')
    await page.getByRole('button', { name: 'Ask a question' }).click()
    await page
      .getByRole('textbox', { name: 'Question, in one sentence' })
      .fill('Will the corridor soon open?')
    await page
      .getByRole('textbox', { name: /^Criteria:/ })
      .fill('Yes if it opens by 31 December 2031. No otherwise.')
    const resolver = page.getByRole('combobox', { name: 'Resolver' })
    await resolver.fill('makers of Soundings')
    await page.getByRole('option', { name: /makers of Soundings/ }).click()
    await page.getByLabel('Closes').fill('2031-11-30T17:00')
    await page.getByLabel('Answer known').fill('2032-01-15T09:00')
    const checklist = page.getByRole('region', { name: 'Checklist of ambiguity' })
    await checklist.getByText('(soon)').waitFor()
    expect(await page.getByRole('button', { name: 'Open it' }).isDisabled()).toBe(true)
    await usable(page, 1200)
    await page
      .getByRole('textbox', { name: 'Question, in one sentence' })
      .fill('Will the corridor open before the end of 2031?')
    await page
      .getByRole('textbox', { name: 'Publication or authority that decides' })
      .fill('the harbour office')
    await page.getByText('It asks whether events come to a number').click()
    for (const [label, state] of [
      ['Who acts', 'Israel'],
      ['Towards whom', 'Lebanon'],
    ] as const) {
      await page.getByRole('combobox', { name: label }).fill(state)
      await page.getByRole('option', { name: state, exact: true }).click()
    }
    await usable(page, 1200)
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByRole('heading', { name: 'Will the corridor open before the end of 2031?' }).waitFor()
    await page.getByText('closes 30 Nov 2031, 17:00 GMT').waitFor()
    const rate = page.getByRole('region', { name: 'Base rate from events' })
    await rate.getByText('Israel towards Lebanon, material conflict: at least 10 within 6 months.').waitFor()
    await rate.getByText(/No dataset of events was imported/).waitFor()
  })

  test('a draft is mended on its page with a reason, and opens there', async () => {
    const page = await open('/questions', 'en', 1200, 'forecaster-mofa')
    const drafted = {
      title: 'Will the ferry soon sail?',
      kind: 'binary',
      criteria: 'Yes if it sails. No otherwise.',
    }
    const times = { closes: '2031-11-30T17:00:00+07:00', resolves: '2032-01-15T09:00:00+07:00' }
    const made = await page.request.post(address('/api/questions'), {
      data: { ...drafted, ...times, resolver: 'soundings', draft: true },
    })
    expect(made.status()).toBe(200)
    await page.goto(address('/questions/will-the-ferry-soon-sail'))
    await page.getByRole('button', { name: 'Edit the draft' }).press('Enter')
    const edit = page.getByRole('region', { name: 'Edit', exact: true })
    await edit.getByText('(soon)').waitFor()
    await edit.getByLabel('Why').fill('named its deadline')
    expect(await edit.getByRole('button', { name: 'Save and open it' }).isDisabled()).toBe(true)
    await edit.getByLabel('Question, in one sentence').fill('Will the ferry sail before the end of 2031?')
    await edit.getByLabel('Question in Vietnamese').fill('Phà có chạy trước khi hết năm 2031 không?')
    await edit.getByLabel('Publication or authority that decides').fill('the harbour office')
    await usable(page, 1200)
    await edit.getByRole('button', { name: 'Save and open it' }).click()
    await page.getByRole('heading', { name: 'Will the ferry sail before the end of 2031?' }).waitFor()
    await page.getByRole('button', { name: 'Edit this question' }).waitFor()
    const vi = await open('/questions/will-the-ferry-soon-sail', 'vi', 390, 'forecaster-mofa')
    await vi.getByRole('heading', { name: 'Phà có chạy trước khi hết năm 2031 không?' }).waitFor()
    await vi.getByText('(chưa có bản tiếng Việt)').waitFor()
    await usable(vi, 390)
  })

  const path = '/questions/will-the-corridor-open-before-the-end-of-2031'
  test('one forecasts by keyboard; another sees nothing of it until his own is in', async () => {
    const a = await open(path, 'en', 1200, 'forecaster-mofa')
    const slider = a.getByRole('slider', { name: 'Probability of yes' })
    await slider.focus()
    for (let press = 0; press < 12; press++) await a.keyboard.press('ArrowRight')
    await a.getByText('62%').waitFor()
    await a.getByRole('textbox', { name: 'Rationale' }).fill('amethyst <b>one</b>')
    await a.getByRole('textbox', { name: 'A new argument' }).fill('beryl: the money is there')
    await a.getByRole('button', { name: 'Add', exact: true }).click()
    await a.getByRole('link', { name: 'beryl: the money is there' }).waitFor()
    await a.getByRole('textbox', { name: 'Rationale' }).fill('amethyst <b>one</b>')
    await slider.focus()
    await a.getByRole('button', { name: 'Give this forecast' }).click()
    await a.getByText('Yours:').waitFor()
    await a.getByText('forecasts in words').or(a.getByText('forecast in words')).click()
    await a.getByText('amethyst <b>one</b>').waitFor()
    await usable(a, 1200)

    const b = await open(path, 'vi', 390, 'forecaster-mod')
    await b.getByText('Được giấu kín: bạn sẽ thấy').waitFor()
    await b.getByText('1 dự báo của 1 người').waitFor()
    for (const word of ['amethyst', 'beryl', '62%', '/forecaster-mofa'])
      expect(await b.content()).not.toContain(word)
    await usable(b, 390)
    await b.getByRole('button', { name: 'Đưa ra dự báo này' }).click()
    await b.getByRole('link', { name: 'beryl: the money is there' }).waitFor()
    await b.getByText('Tất cả 2 dự báo bằng lời').click()
    await b.getByText('amethyst <b>one</b>').waitFor()
    await usable(b, 390)
  })

  test('sliders of several options sum to one; quantiles of a number are given with a picture', async () => {
    const several = await open('/questions/chair-year-next', 'en', 1200, 'soundings')
    const sliders = several.getByRole('slider')
    await sliders.nth(1).focus()
    await several.keyboard.press('End')
    await several.keyboard.press('ArrowLeft')
    const values = await sliders.evaluateAll((all) =>
      all.map((one) => Number(one.getAttribute('aria-valuenow'))),
    )
    expect(values[1]).toBe(99)
    expect(Math.abs(values.reduce((x, y) => x + y, 0) - 100)).toBeLessThanOrEqual(2) // each is shown rounded to a percent
    await several.getByRole('button', { name: 'Give this forecast' }).click()
    await several.getByText('Yours:').waitFor()

    const page = await open('/questions/arf-participants-2029', 'en', 390, 'soundings')
    for (const [
      share,
      value,
    ] of [['5%', '26'], ['25%', '27'], ['50%', '28'], ['75%', '29'], ['95%', '31']] as const) // biome-ignore format: a table
      await page.getByRole('textbox', { name: `${share} below`, exact: true }).fill(value)
    await page.getByRole('img', { name: 'Picture of the density' }).waitFor()
    await page.getByRole('button', { name: 'Give this forecast' }).click()
    await page.getByText('28 participants (26 – 31)').first().waitFor()
    const pools = page.getByRole('region', { name: 'Values of the pool, of agencies and of forecasters' })
    await pools.getByRole('row', { name: /^All, pooled 5 26.2 27.2 28 28.7 29.6/ }).waitFor()
    await page.getByRole('combobox', { name: 'Pool by' }).selectOption('linear')
    await pools.getByRole('row', { name: /^All, pooled 5 26/ }).waitFor()
    await page.getByRole('img', { name: /^Distributions below each other/ }).waitFor()
    await usable(page, 390)
  })

  test('the resolver resolves, a forecaster appeals, and the resolver upholds it', async () => {
    const resolver = await open(path, 'en', 1200, 'soundings')
    const panel = resolver.getByRole('region', { name: 'Resolution and appeal' })
    await panel.getByRole('combobox', { name: 'Outcome' }).selectOption('yes')
    await panel.getByRole('textbox', { name: 'Reason' }).fill('it opened in May')
    await panel.getByRole('button', { name: 'Do it' }).click()
    await panel.getByText('it opened in May').waitFor()
    const b = await open(path, 'en', 1200, 'forecaster-mod')
    const theirs = b.getByRole('region', { name: 'Resolution and appeal' })
    await theirs.getByRole('textbox', { name: 'Reason' }).fill('that was a trial')
    await theirs.getByRole('button', { name: 'Do it' }).click()
    await theirs.getByText('waits for its answer').waitFor()
    await resolver.reload({ waitUntil: 'networkidle' })
    await panel.getByRole('combobox', { name: 'Step' }).selectOption('upheld')
    await panel.getByRole('textbox', { name: 'Reason' }).fill('so it was')
    await panel.getByRole('button', { name: 'Do it' }).click()
    await panel.getByText('Upheld: so it was').waitFor()
    await resolver.getByRole('region', { name: 'What is asked' }).getByText('open', { exact: true }).waitFor()
    await usable(resolver, 1200)
  })

  test.each([
    ['/questions', 'vi', 390],
    ['/questions', 'en', 1200],
    ['/questions/dual-role-2020', 'vi', 390],
    ['/questions/asean-community-date', 'en', 1200],
    ['/questions/eas-outside-asean-2020', 'vi', 1200],
  ] as const)('%s is usable without seeing it (%s), and fits %d pixels', async (at, language, width) => {
    const page = await open(at, language, width)
    const badge = page.locator('#content .mantine-Badge-root')
    await badge
      .filter({ hasText: language === 'en' ? 'illustrative' : 'minh họa' })
      .first()
      .waitFor()
    await usable(page, width)
  })
})

describe('at the command line', () => {
  const as = async (assessor: string | undefined, ...args: string[]) => {
    if (assessor === undefined) delete process.env['SOUNDINGS_ASSESSOR']
    else process.env['SOUNDINGS_ASSESSOR'] = assessor
    const ran = await soundings([...args, '--workspace', workspace])
    delete process.env['SOUNDINGS_ASSESSOR']
    return ran
  }
  const [a, b] = ['forecaster-moit', 'forecaster-mps']
  const id = 'gallium'

  test('a question is opened from a file, and forecast', async () => {
    const file = files.path('question.yaml')
    const opens = new Date(Date.now() - 60_000).toISOString()
    writeFileSync(
      file,
      `questions:\n  - id: ${id}\n    title: Will it rain in Hanoi before the end of 2031?\n    kind: binary\n    criteria: Yes if it rains by 31 December 2031. No otherwise.\n    decidedBy: the weather office\n    resolver: soundings\n    opens: ${opens}\n    closes: 2031-12-01T00:00:00+07:00\n    resolves: 2032-01-15T00:00:00+07:00\n`,
    )
    expect(await as(a, 'question', 'open', file)).toMatchObject({ status: 0, out: `${id}\n` })
    const given = await as(a, 'forecast', id, '--probability', '0.7321', '--because', 'selenium')
    expect([given.status, given.out]).toEqual([0, expect.stringContaining(`${id}/${a}/1`)])
    const nobody = await as(undefined, 'forecast', id, '--probability', '0.5')
    expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('nobody is named who forecasts')])
    const twice = await as(a, 'forecast', id, '--probabilities', 'x=1')
    expect([twice.status, twice.err]).toEqual([
      2,
      expect.stringContaining('the question has the options (none)'),
    ])
  })
  test('no command tells another’s forecast before one’s own is in', async () => {
    const theirs = `${id}/${a}/1`
    const commands = [
      ['question', 'show', id],
      ['question', 'show', id, '--json'],
      ['question', 'list', '--text', 'Hanoi'],
      ['question', 'list', '--agency', 'Ministry of Industry and Trade (illustrative)', '--text', 'Hanoi'],
      ['search', 'selenium'],
      ['show', 'question', id],
      ['show', 'assessor', a],
      ['show', 'forecast', theirs],
      ['undo', 'forecast', theirs],
      ['export', '-o', '-'],
      ['export', '--as', 'forecast', '-o', '-'],
      ['doctor'],
    ]
    for (const command of commands) {
      const { out, err } = await as(b, ...command)
      const told = `${out}${err}`.replaceAll(`there is no forecast ${theirs}, got "${theirs}"`, '')
      const found = ['selenium', '0.7321', theirs].filter((word) => told.includes(word))
      expect([command.join(' '), found]).toEqual([command.join(' '), []])
    }
    await as(b, 'forecast', id, '--probability', '0.2')
    expect((await as(b, 'question', 'show', id)).out).toContain('selenium')
  }, 90_000)
  test('it is resolved and reopened by its resolver alone', async () => {
    const because = ['--because', 'a wet day']
    expect((await as(b, 'question', 'resolve', id, '--outcome', 'yes', ...because)).status).toBe(2)
    const done = await as('soundings', 'question', 'resolve', id, '--outcome', 'yes', ...because)
    expect([done.status, done.out]).toEqual([0, expect.stringContaining(`${id}: resolved yes, a wet day`)])
    expect((await as(b, 'question', 'appeal', id, '--because', 'fog')).out).toContain('waits')
    expect((await as('soundings', 'question', 'answer', id, 'rejected', ...because)).out).toContain(
      'rejected',
    )
    expect((await as('soundings', 'question', 'reopen', id, ...because)).out).toContain('reopened')
  })
  test('the example is loaded a second time although part of it is blind', async () => {
    const again = await as(undefined, 'import', 'examples/vietnam/questions.yaml')
    expect([again.status, again.err + again.out]).toEqual([0, expect.stringContaining('blind to you')])
  })
})
