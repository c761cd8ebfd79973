/** A round from opening to its end: what each may do, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { frameworkExample } from '#domain/framework'
import { isMissing } from '#domain/missing'
import type { Rating } from '#domain/rating'
import { relationExample } from '#domain/relation'
import { random } from '#numeric/random'
import { writeRecords } from '#storage/write-records'
import { freshWorkbench, freshWorkspace, guestOf } from '../../test/database.ts'
import { actingAs, actingNow } from './acting-assessor.ts'
import { toYaml } from './export.ts'
import { importParsed } from './import.ts'
import { agreementOn, roundAgreement } from './rating-agreement.ts'
import { enterRoom, type Judgement, rate, remark, reviseRating } from './rating-room.ts'
import { closeRound, endRound, openRound, seeRound } from './rating-rounds.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, removeRecord, saveRecord, undoRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const second = { ...relationExample, id: 'arland-corland', parties: ['ARL', 'COR'] as const }
const records = {
  assessors: ['coder-1', 'coder-2', 'coder-3', 'outsider'].map((id) => ({ id, name: `Coder ${id}` })),
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  frameworks: [frameworkExample],
  relations: [relationExample, second],
}
const question = {
  title: 'Trust of harbours, 2005',
  framework: 'harbour-depth',
  year: 2005,
  relations: ['arland-borland', 'arland-corland'],
  leaves: ['trust'],
  assessors: ['coder-1', 'coder-2', 'coder-3'],
}
const judged = (relation: string, level: number): Judgement => ({
  relation,
  leaf: 'trust',
  level,
  low: 1,
  high: 2,
  because: 'as the history tells',
  restsOn: [{ source: 'harbour-history', locator: 'p. 7' }],
})
const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

async function harbour() {
  const workspace = await freshWorkspace()
  const workbench = await freshWorkbench(workspace)
  const file = parseRecords(toYaml(records), 'harbour.yaml')
  await importParsed(workbench.database, [file], workbench.author('test'), false)
  return { workspace, workbench, as: (assessor: string) => actingAs(workbench, assessor) }
}

describe('a round', () => {
  let w: Workbench
  let as: (assessor: string) => Promise<Workbench>
  let id: string
  beforeAll(async () => {
    ;({ workbench: w, as } = await harbour())
    id = await openRound(w, question)
  })
  afterAll(() => w.close())

  test('is opened under an id made of its title, and again under another', async () => {
    expect(id).toBe('trust-of-harbours-2005')
    expect(await openRound(w, question)).toBe(`${id}-2`)
    expect((await seeRound(w, id)).state).toBe('open')
  })
  test('is not opened on a criterion without a scale', async () => {
    const error = await refusal(openRound(w, { ...question, leaves: ['trade'] }))
    expect(error.message).toMatch(/no criterion .* with a scale/)
  })
  test('takes ratings of all at once, and loses none', async () => {
    const all = question.assessors.flatMap((who) =>
      question.relations.map((relation) => [who, relation] as const),
    )
    await Promise.all(
      all.map(async ([who, relation], at) => rate(await as(who), id, judged(relation, 1 + (at % 2)), 0)),
    )
    expect((await seeRound(w, id)).progress.map(({ answered, of }) => [answered, of])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ])
    expect((await enterRoom(await as('coder-1'), id)).ratings).toHaveLength(2)
    expect((await enterRoom(w, id)).ratings).toEqual([])
  })
  test('lets one change one’s own rating; what was seen must be the newest', async () => {
    const me = await as('coder-1')
    await rate(me, id, { ...judged('arland-borland', 1), because: 'on second thoughts' }, 1)
    expect((await refusal(rate(me, id, judged('arland-borland', 2), 1))).code).toBe('record-changed')
    const { history } = await recordInContext(me.database, 'rating', `${id}/arland-borland/trust/coder-1`)
    expect(history.map(({ version, by, why }) => [version, by, why])).toEqual([
      [2, 'coder-1 (tester)', 'rating given'],
      [1, 'coder-1 (tester)', 'rating given'],
    ])
  })
  test('refuses who was not asked, what is off the scale, and who does not say who he is', async () => {
    const stranger = await refusal(rate(await as('outsider'), id, judged('arland-borland', 1)))
    expect(stranger.message).toMatch(/does not ask for this assessor/)
    const high = await refusal(rate(await as('coder-1'), id, { ...judged('arland-borland', 3), high: 3 }))
    expect(high.message).toMatch(/has 2 levels/)
    expect((await refusal(rate(w, id, judged('arland-borland', 1)))).code).toBe('not-allowed')
  })
  test('refuses a rating in the name of another, also past the room', async () => {
    const mine = await as('coder-1')
    const forged = {
      ...judged('arland-borland', 1),
      id: `${id}/arland-borland/trust/coder-2`,
      round: id,
      assessor: 'coder-2',
    }
    expect((await refusal(saveRecord(mine.database, 'rating', forged, mine.author('x')))).code).toBe(
      'not-allowed',
    )
    const under = { ...forged, assessor: 'coder-1' }
    const error = await refusal(saveRecord(mine.database, 'rating', under, mine.author('x')))
    expect(error.message).toMatch(/has the id .*coder-1/)
  })
  test('asks for more while it is open, never for less', async () => {
    const { round } = await seeRound(w, id)
    const less = { ...round, assessors: ['coder-1'] }
    expect((await refusal(saveRecord(w.database, 'rating-round', less, w.author('x')))).message).toMatch(
      /asked already/,
    )
  })
  test('tells neither agreement nor remarks while it is open, and is not revised', async () => {
    expect((await refusal(roundAgreement(w, id))).code).toBe('not-allowed')
    const early = remark(await as('coder-1'), id, { relation: 'arland-borland', leaf: 'trust' }, 'So?')
    expect((await refusal(early)).message).toMatch(/still open/)
    const revised = reviseRating(await as('coder-1'), id, judged('arland-borland', 1))
    expect((await refusal(revised)).message).toMatch(/still open/)
  })
  test('is closed once, and is not opened again by edit or undo', async () => {
    await closeRound(w, id)
    expect((await refusal(closeRound(w, id))).message).toMatch(/closed on 2026-01-01 already/)
    expect((await refusal(undoRecord(w.database, 'rating-round', id, w.author('')))).message).toMatch(
      /stays so/,
    )
    const { closed: _, ...open } = (await seeRound(w, id)).round
    expect((await refusal(saveRecord(w.database, 'rating-round', open, w.author('x')))).message).toMatch(
      /stays so/,
    )
  })
  test('shows all to all once it is closed, and what was given stands', async () => {
    expect((await enterRoom(await as('coder-3'), id)).ratings).toHaveLength(6)
    expect((await refusal(rate(await as('coder-1'), id, judged('arland-borland', 2)))).message).toMatch(
      /stands/,
    )
    const mine = `${id}/arland-borland/trust/coder-1`
    expect((await refusal(undoRecord(w.database, 'rating', mine, w.author('')))).message).toMatch(/stands/)
    expect((await refusal(removeRecord(w.database, 'rating', mine, w.author('x')))).message).toMatch(/stands/)
  })
  test('is discussed: remarks keep by whom and when', async () => {
    const cell = { relation: 'arland-borland', leaf: 'trust' }
    await remark(await as('coder-2'), id, cell, 'The patrol is older.')
    await remark(await as('coder-1'), id, cell, 'Not the text.')
    const { remarks } = await enterRoom(w, id)
    expect(remarks.map(({ body, at }) => [body.coder, body.text, at])).toEqual([
      ['coder-2', 'The patrol is older.', '2026-01-01T00:00:00.000Z'],
      ['coder-1', 'Not the text.', '2026-01-01T00:00:00.000Z'],
    ])
  })
  test('is revised once by each, and both ratings are kept', async () => {
    await reviseRating(await as('coder-1'), id, judged('arland-borland', 2))
    const { ratings } = await enterRoom(w, id)
    expect(
      ratings.filter(({ body }) => body.id.startsWith(`${id}/arland-borland/trust/coder-1`)),
    ).toHaveLength(2)
    const again = await refusal(reviseRating(await as('coder-1'), id, judged('arland-borland', 1)))
    expect(again.message).toMatch(/revised once/)
  })
  test('tells agreement of the blind ratings, and after revision beside it', async () => {
    const [trust] = await roundAgreement(w, id)
    expect(trust).toMatchObject({ leaf: 'trust', raters: 3, relations: 2, blind: { unit: 'alpha' } })
    expect(trust?.revised).toBeDefined()
  })
  test('ends, and nothing changes any more', async () => {
    await endRound(w, id)
    expect((await refusal(endRound(w, id))).message).toMatch(/ended on .* already/)
    const late = await refusal(reviseRating(await as('coder-2'), id, judged('arland-borland', 1)))
    expect(late.message).toMatch(/ended/)
    const cell = { relation: 'arland-borland', leaf: 'trust' }
    expect((await refusal(remark(await as('coder-2'), id, cell, 'Late.'))).message).toMatch(/ended/)
  })
  test('is not closed before all have answered, unless one says so', async () => {
    const error = await refusal(closeRound(w, `${id}-2`))
    expect(error.message).toBe('not all have answered: coder-1 0 of 2, coder-2 0 of 2, coder-3 0 of 2')
    expect((await closeRound(w, `${id}-2`, true)).state).toBe('closed')
  })
})

test('a rating that meets the closing of its round is either in it or refused', async () => {
  const { workbench, as } = await harbour()
  const round = await openRound(workbench, question)
  const acting = await Promise.all(question.assessors.map(as))
  const work = [...acting, ...acting].map((w, at) =>
    rate(w, round, judged(question.relations[at < 3 ? 0 : 1] ?? '', 1)).then(
      () => 'in',
      (cause: unknown) => (cause instanceof SoundingsError ? cause.message : cause),
    ),
  )
  const [outcomes] = await Promise.all([Promise.all(work), closeRound(workbench, round, true)])
  const accepted = outcomes.filter((one) => one === 'in').length
  expect(outcomes.filter((one) => one !== 'in')).toEqual(
    Array(6 - accepted).fill(expect.stringMatching(/only be revised now/)),
  )
  expect((await enterRoom(workbench, round)).ratings).toHaveLength(accepted)
  await workbench.close()
})

describe('who one is', () => {
  test('is refused if the workbench was opened by another, or nobody knows the assessor', async () => {
    const { workspace, workbench } = await harbour()
    const first = await freshWorkbench(workspace, undefined, undefined, 'coder-1')
    expect((await refusal(actingAs(first, 'coder-2'))).code).toBe('not-allowed')
    expect(await actingNow(first)).toEqual({ assessor: 'coder-1', bound: true })
    expect((await refusal(actingAs(workbench, 'ghost'))).code).toBe('record-unknown')
    expect((await refusal(actingAs(workbench, "x'; --"))).code).toBe('call-invalid')
    expect(await actingNow(await actingAs(workbench, 'coder-2'))).toEqual({
      assessor: 'coder-2',
      bound: false,
    })
    expect(await actingNow(workbench)).toEqual({ assessor: undefined, bound: false })
    await Promise.all([first.close(), workbench.close()])
  })
  test('is decided by the database where the role is bound', async () => {
    const { workspace, workbench } = await harbour()
    const guest = await guestOf(workspace)
    await guest.grant('confidential')
    const unnamed = await freshWorkbench(guest.address)
    expect((await refusal(actingAs(unnamed, 'coder-2'))).message).toMatch(/role is no assessor/)
    await guest.is('coder-1')
    expect((await refusal(actingAs(unnamed, 'coder-2'))).message).toMatch(/role is assessor coder-1/)
    expect(await actingNow(await actingAs(unnamed, 'coder-1'))).toEqual({ assessor: 'coder-1', bound: true })
    await unnamed.close()
    await guest.drop()
    await workbench.close()
  })
  test('on a team’s server each rates by the role that the database knows, and cannot forge even past the workbench', async () => {
    const { workspace, workbench } = await harbour()
    const round = await openRound(workbench, question)
    const first = await guestOf(workspace)
    const other = await guestOf(workspace)
    for (const [guest, assessor] of [
      [first, 'coder-1'],
      [other, 'coder-2'],
    ] as const) {
      await guest.grant('confidential')
      await guest.is(assessor)
      await guest.mayWrite()
    }
    const [mine, theirs] = await Promise.all([freshWorkbench(first.address), freshWorkbench(other.address)])
    await rate(theirs, round, judged('arland-borland', 2))
    const given = await rate(mine, round, judged('arland-corland', 1))
    expect((await enterRoom(mine, round)).ratings.map(({ body }) => body.assessor)).toEqual(['coder-1'])
    expect((await seeRound(mine, round)).progress.map(({ answered }) => answered)).toEqual([1, 1, 0])
    const forged = { ...given, id: `${round}/arland-corland/trust/coder-3`, assessor: 'coder-3' }
    const write = { kind: 'rating', id: forged.id, body: forged } as const
    await expect(writeRecords(mine.database.db, [write], mine.author('x'))).rejects.toThrow(
      /row-level security/,
    )
    const pointers = `select from_id as id from reference where from_kind = 'rating' and to_kind = 'source'`
    expect(await first.reads<{ id: string }>(pointers)).toEqual([{ id: given.id }])
    expect(
      await first.reads(`select body from record where kind = 'rating' and id <> '${given.id}'`),
    ).toEqual([])
    await removeRecord(mine.database, 'rating', given.id, mine.author('x'))
    const gone = await refusal(removeRecord(mine.database, 'source', 'harbour-history', mine.author('x')))
    expect([gone.code, gone.message.includes('coder-2')]).toEqual(['record-dangling', false])
    await Promise.all([mine.close(), theirs.close()])
    await first.drop()
    await other.drop()
    await workbench.close()
  })
  test('never stays on a connection for the next who uses it', async () => {
    const { workbench, as } = await harbour()
    const names = ['coder-1', 'coder-2', 'coder-3']
    const acting = await Promise.all(names.map(as))
    const next = random(3)
    const calls = Array.from({ length: 200 }, () => Math.floor(next() * names.length))
    const seen = await Promise.all(
      calls.map(async (at) => (await actingNow(acting[at] ?? workbench)).assessor),
    )
    expect(seen).toEqual(calls.map((at) => names[at]))
    await workbench.close()
  })
})

describe('agreement', () => {
  const given = (levels: readonly (readonly number[])[]): Rating[] =>
    levels.flatMap((row, coder) =>
      row.map((level, unit) => ({
        id: `r/${unit}/l/c${coder}`,
        round: 'r',
        relation: `u${unit}`,
        leaf: 'l',
        assessor: `c${coder}`,
        level,
        because: 'x',
      })),
    )
  test('is 1 where all agree, and not defined where all is equal or nobody can be compared', () => {
    expect(
      agreementOn(
        'l',
        given([
          [1, 2, 3],
          [1, 2, 3],
        ]),
      ).blind,
    ).toMatchObject({ value: 1 })
    expect(
      agreementOn(
        'l',
        given([
          [2, 2],
          [2, 2],
        ]),
      ).blind,
    ).toMatchObject({ missing: 'not-applicable' })
    expect(agreementOn('l', given([[1, 2, 3]])).blind).toMatchObject({ missing: 'below-threshold' })
    expect(agreementOn('l', [])).toMatchObject({ raters: 0, blind: { missing: 'below-threshold' } })
  })
  test('names who stands apart, by how much and on what', () => {
    const { apart } = agreementOn(
      'l',
      given([
        [1, 2, 3],
        [1, 2, 3],
        [3, 2, 5],
      ]),
    )
    expect(isMissing(apart)).toBe(false)
    expect(apart).toMatchObject({
      assessor: 'c2',
      by: 4 / 3,
      on: [
        { relation: 'u0', by: 2 },
        { relation: 'u2', by: 2 },
      ],
    })
  })
  test('does not depend on the order of ratings', () => {
    const ratings = given([
      [1, 2, 3, 1],
      [1, 3, 3, 2],
      [2, 2, 4, 1],
    ])
    expect(agreementOn('l', ratings.toReversed())).toEqual(agreementOn('l', ratings))
  })
  test('tells two apart from none: two assessors stand as far from each other', () => {
    expect(
      agreementOn(
        'l',
        given([
          [1, 2],
          [3, 4],
        ]),
      ).apart,
    ).toMatchObject({ missing: 'not-applicable' })
  })
})
