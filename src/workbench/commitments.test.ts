/** Commitments: two coders blind, what is late where, a question in one step, a calendar. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { isMissing } from '#domain/missing'
import { freshWorkbench } from '../../test/database.ts'
import { actingAs } from './acting-assessor.ts'
import { askOfCommitment } from './commitment-question.ts'
import { seeCommitments } from './commitments.ts'
import { calendarOf } from './commitments-calendar.ts'
import { type Coded, codeCompliance, seeCodings } from './compliance.ts'
import { toYaml } from './export.ts'
import { importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, removeRecord, saveRecord, undoRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const restsOn = [{ source: 'harbour-history', locator: 'p. 70' }]
const commitment = (id: string, more: object) => ({
  id,
  text: `open ${id}, the "register"; at once`,
  owner: 'arland',
  status: 'open',
  restsOn,
  ...more,
})
const records = {
  assessors: ['coder-1', 'coder-2', 'coder-3'].map((id) => ({ id, name: `Coder ${id}` })),
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  actors: [
    { id: 'arland', name: 'Arland', nameVi: 'A-lan', type: 'state' },
    { id: 'harbour-office', name: 'Harbour Office', type: 'ministry' },
  ],
  commitments: [
    commitment('first', { due: '2025-12-31', ministry: 'harbour-office' }),
    commitment('second', { due: '2026-02' }),
    commitment('third', { due: '2026', handling: 'restricted' }),
    commitment('fourth', {}),
    commitment('fifth', { due: '2024', status: 'done' }),
    commitment('sixth', { due: '2020/..' }),
  ],
}
const found = (score: Coded['score'], because = 'as the history tells'): Coded => ({
  score,
  upTo: '2025-12-31',
  because,
})
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return `${cause.code}: ${cause.message}`
}

let w: Workbench // its clock stands at the first instant of 2026 in UTC
let as: Readonly<Record<'one' | 'two' | 'three', Workbench>>
beforeAll(async () => {
  w = await freshWorkbench()
  await importParsed(w.database, [parseRecords(toYaml(records), 'harbour.yaml')], w.author('test'), false)
  as = {
    one: await actingAs(w, 'coder-1'),
    two: await actingAs(w, 'coder-2'),
    three: await actingAs(w, 'coder-3'),
  }
})
afterAll(() => w.close())

describe('what is due', () => {
  const standings = async (timeZone?: string) =>
    (await seeCommitments(w, { timeZone })).commitments.map((one) => [one.commitment.id, one.standing])

  test('stands in the order in which it is due, what has no end last', async () => {
    expect(await standings()).toEqual([
      ['fifth', 'done'],
      ['first', 'late'],
      ['second', 'due'],
      ['third', 'due'],
      ['fourth', 'undated'],
      ['sixth', 'undated'],
    ])
  })
  test('is not late where the day still goes on', async () => {
    expect((await standings('America/New_York'))[1]).toEqual(['first', 'due'])
    expect((await standings('Asia/Ho_Chi_Minh'))[1]).toEqual(['first', 'late'])
  })
  test('is told by quarter, and what is late alone', async () => {
    const ids = async (asked: object) =>
      (await seeCommitments(w, asked)).commitments.map((one) => one.commitment.id)
    expect(await ids({ due: '2026-Q1' })).toEqual(['second'])
    expect(await ids({ due: '2026-Q4' })).toEqual(['third'])
    expect(await ids({ late: true })).toEqual(['first'])
    expect(await ids({ of: 'harbour-office' })).toEqual(['first'])
    expect(await ids({ of: 'arland', due: '2026-Q1' })).toEqual(['second'])
  })
  test('a quarter or a zone that is none is refused', async () => {
    expect(await refusal(seeCommitments(w, { due: 'soon' }))).toMatch(/^call-invalid: a quarter/)
    expect(await refusal(seeCommitments(w, { timeZone: 'Mars/Base' }))).toMatch(/^call-invalid: a time zone/)
  })
})

describe('compliance', () => {
  test('nobody codes without a name, nor what is not there', async () => {
    expect(await refusal(codeCompliance(w, 'first', found(1)))).toMatch(/^not-allowed: nobody is named/)
    expect(await refusal(codeCompliance(as.one, 'tenth', found(1)))).toMatch(/^record-unknown/)
  })
  test('one who has coded sees his own, another sees that there is one and not what', async () => {
    await codeCompliance(as.one, 'first', found(1, 'agate'))
    expect((await seeCodings(as.one)).seen.map(({ because }) => because)).toEqual(['agate'])
    for (const other of [as.two, w]) {
      const { seen, coders } = await seeCodings(other)
      expect([seen, coders.get('first')]).toEqual([[], 1])
      expect(JSON.stringify(await seeCommitments(other))).not.toContain('agate')
    }
  })
  test('while it is blind a coder may change his own, and nobody codes in his name', async () => {
    expect(await codeCompliance(as.one, 'first', found(0, 'basalt'))).toMatchObject({ coders: 1 })
    const forged = { id: 'first/coder-2', commitment: 'first', coder: 'coder-2', at: '2026-01-01T00:00:00Z' }
    const body = { ...forged, ...found(1) }
    expect(await refusal(saveRecord(as.one.database, 'compliance', body, as.one.author('x')))).toMatch(
      /^not-allowed: only coder-2 gives this coding; you are coder-1/,
    )
    const other = { ...body, id: 'first/again', coder: 'coder-1' }
    expect(await refusal(saveRecord(as.one.database, 'compliance', other, as.one.author('x')))).toMatch(
      /^record-invalid: this coding has the id first\/coder-1/,
    )
  })
  test('once two have coded, all see both, and both stand', async () => {
    await codeCompliance(as.two, 'first', found(-1, 'chalk'))
    for (const one of [as.one, as.two, as.three, w])
      expect((await seeCodings(one)).seen.map(({ because }) => because).toSorted()).toEqual([
        'basalt',
        'chalk',
      ])
    for (const one of [as.one, as.two, as.three])
      expect(await refusal(codeCompliance(one, 'first', found(1)))).toMatch(
        /^not-allowed: two have coded first/,
      )
    const { database, author } = as.one
    expect(await refusal(removeRecord(database, 'compliance', 'first/coder-1', author('x')))).toMatch(
      /^not-allowed: two have coded/,
    )
    expect(await refusal(undoRecord(database, 'compliance', 'first/coder-1', author('x')))).toMatch(
      /^not-allowed: two have coded/,
    )
  })
  test('only one of two who come third at the same moment as the second is in time', async () => {
    await codeCompliance(as.one, 'second', found(1))
    const ends = await Promise.allSettled([
      codeCompliance(as.two, 'second', found(1)),
      codeCompliance(as.three, 'second', found(0)),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await seeCodings(w)).seen.filter((one) => one.commitment === 'second')).toHaveLength(2)
  })
  test('the mean is told over what two have coded, and by owner', async () => {
    const { score, groups } = await seeCommitments(w)
    expect(score.commitments).toBe(2)
    expect(isMissing(score.mean) ? undefined : score.mean.interval).toBeTruthy()
    expect(groups.map(({ by, id, commitments }) => [by, id, commitments])).toEqual([
      ['owner', 'arland', 2],
      ['ministry', 'harbour-office', 1],
    ])
  })
})

describe('a question of a commitment', () => {
  test('has criteria, a resolver and times, closing when the day ends where one is', async () => {
    const asked = await askOfCommitment(as.one, 'second', { timeZone: 'Asia/Ho_Chi_Minh' })
    expect(asked).toEqual({ id: 'second/kept', isNew: true })
    const { body } = await recordInContext(w.database, 'question', 'second/kept')
    expect(body).toMatchObject({
      kind: 'binary',
      commitment: 'second',
      resolver: 'coder-1',
      opens: '2026-01-01T00:00:00.000Z',
      closes: '2026-02-28T17:00:00.000Z',
      resolves: '2026-03-30T17:00:00.000Z',
    })
    const entry = (await seeCommitments(w)).commitments.find((one) => one.commitment.id === 'second')
    expect(entry?.question).toBe('second/kept')
  })
  test('is asked once', async () => {
    expect(await askOfCommitment(as.two, 'second')).toEqual({ id: 'second/kept', isNew: false })
  })
  test('keeps the handling of its commitment', async () => {
    await askOfCommitment(as.one, 'third')
    expect((await recordInContext(w.database, 'question', 'third/kept')).handling).toBe('restricted')
  })
  test('is not asked of what has no date, is past or is done, nor by nobody', async () => {
    expect(await refusal(askOfCommitment(as.one, 'fourth'))).toMatch(/^record-invalid: .* no date/)
    expect(await refusal(askOfCommitment(as.one, 'sixth'))).toMatch(/^record-invalid: .* no date/)
    expect(await refusal(askOfCommitment(as.one, 'first'))).toMatch(
      /^record-invalid: .* was due on 2025-12-31/,
    )
    expect(await refusal(askOfCommitment(as.one, 'fifth'))).toMatch(/^record-invalid: .* is done already/)
    expect(await refusal(askOfCommitment(w, 'first'))).toMatch(/^not-allowed: nobody is named who decides/)
  })
})

describe('the calendar', () => {
  test('has whole days, folded and escaped lines, and leaves out with a notice what has no end', async () => {
    const { text, events, notices } = calendarOf(await seeCommitments(w), '2026-01-01T00:00:00Z')
    expect([events, notices.length]).toEqual([4, 2])
    expect(text).toContain('DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n')
    expect(text).toContain('DTSTART;VALUE=DATE:20260201\r\nDTEND;VALUE=DATE:20260301\r\n')
    expect(text).toContain('DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101\r\n')
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain('SUMMARY:Arland: open first\\, the "register"\\; at once\r\n')
    expect(unfolded.match(/^CLASS:(\w+)/gm)?.toSorted()).toEqual([
      'CLASS:PRIVATE',
      'CLASS:PUBLIC',
      'CLASS:PUBLIC',
      'CLASS:PUBLIC',
    ])
    expect(unfolded.match(/^UID:/gm)).toHaveLength(4)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
  test('is the same on a machine in another time zone', async () => {
    const zone = process.env['TZ']
    const here = await seeCommitments(w)
    const texts = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'].map((one) => {
      process.env['TZ'] = one
      return calendarOf(here, '2026-01-01T00:00:00Z').text
    })
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(new Set(texts).size).toBe(1)
  })
})
