/** A question from its draft to its appeal; forecasts in time, by their own assessor, none lost. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { type Question, questionExample } from '#domain/question'
import { historyOf } from '#storage/read-records'
import { freshWorkbench, freshWorkspace } from '../../test/database.ts'
import { toYaml } from './export.ts'
import { forecast, withdrawForecast } from './forecasts.ts'
import { importParsed } from './import.ts'
import { editQuestion, openQuestion } from './open-question.ts'
import { seeQuestion, seeQuestions } from './questions.ts'
import { parseRecords } from './record-file.ts'
import { removeRecord, saveRecord, undoRecord } from './records.ts'
import {
  annulQuestion,
  answerAppeal,
  appealResolution,
  reopenQuestion,
  resolveQuestion,
} from './resolutions.ts'
import type { Workbench } from './workbench.ts'

const binary: Question = {
  ...questionExample,
  id: 'third-register',
  resolver: 'resolver',
  criteria: `${questionExample.criteria} No otherwise.`,
}
const categorical: Question = {
  ...binary,
  id: 'which-port',
  kind: 'categorical',
  options: ['north', 'south', 'none'].map((id) => ({ id, title: id })),
  baseRate: undefined,
}
const conditional: Question = {
  ...binary,
  id: 'fourth-register',
  condition: { question: 'third-register', outcome: 'yes' },
}
const onConditional: Question = {
  ...binary,
  id: 'fifth-register',
  condition: { question: 'fourth-register', outcome: 'yes' },
}
const numeric: Question = {
  ...binary,
  id: 'how-many',
  kind: 'numeric',
  unit: 'registers',
  range: [0, 9],
  baseRate: undefined,
}
const records = {
  assessors: [
    { id: 'resolver', name: 'Resolver' },
    { id: 'ann', name: 'Ann', agency: 'Desk A' },
    { id: 'bo', name: 'Bo', agency: 'Desk B' },
  ],
  questions: JSON.parse(JSON.stringify([binary, categorical, conditional, onConditional, numeric])),
}
const [before, during, later, after] = [
  '2027-01-09T00:00:00.000Z',
  '2027-06-01T00:00:00.000Z',
  '2027-07-01T00:00:00.000Z',
  '2027-12-02T00:00:00.000Z',
]

const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

let workspace: string
const opened: Workbench[] = []
async function as(assessor: string | undefined, clock = during): Promise<Workbench> {
  const workbench = await freshWorkbench(workspace, undefined, undefined, assessor, clock)
  opened.push(workbench)
  return workbench
}
beforeAll(async () => {
  workspace = await freshWorkspace()
  const keeper = await as(undefined)
  await importParsed(keeper.database, [parseRecords(toYaml(records), 'q.yaml')], keeper.author('test'), false)
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

describe('forecasts', () => {
  test('before the opening and after the closing none is taken', async () => {
    expect(
      (await refusal(forecast(await as('ann', before), binary.id, { probability: 0.5 }))).message,
    ).toMatch(/not open yet/)
    expect(
      (await refusal(forecast(await as('ann', after), binary.id, { probability: 0.5 }))).message,
    ).toMatch(/closed at 2027-12-01T00:00:00\+07:00/)
  })
  test('a question that closes at midnight in Hanoi is closed there while London has still seven hours to the date', async () => {
    const almost = await as('ann', '2027-11-30T16:59:59.000Z')
    expect((await seeQuestion(almost, 'how-many')).status).toBe('open')
    const closed = await as('ann', '2027-11-30T17:00:00.000Z')
    expect((await seeQuestion(closed, 'how-many')).status).toBe('closed')
  })
  test('nobody, and an assessor who is not there, give none', async () => {
    expect((await refusal(forecast(await as(undefined), binary.id, { probability: 0.5 }))).code).toBe(
      'not-allowed',
    )
    expect((await refusal(forecast(await as('nobody-known'), binary.id, { probability: 0.5 }))).code).toBe(
      'record-dangling',
    )
  })
  test('what does not fit the question is refused, field by field', async () => {
    const ann = await as('ann')
    const misfits = [
      [binary.id, { probabilities: [0.5, 0.5] }, /answered with one probability/],
      [categorical.id, { probability: 0.5 }, /a probability for each option/],
      [categorical.id, { probabilities: [0.5, 0.5] }, /3 options, and the forecast 2/],
      [categorical.id, { probabilities: [0.5, 0.3, 0.3] }, /must sum to 1, and sum to 1.1/],
      [numeric.id, { quantiles: [{ share: 0.5, value: 3 }, { share: 0.4, value: 4 }] }, /ascending/],
    ] as const // biome-ignore format: a table
    for (const [id, belief, message] of misfits)
      expect((await refusal(forecast(ann, id, belief))).message).toMatch(message)
  })
  test('one is stamped with the time of the server and the agency of that time, which stays when the forecaster moves', async () => {
    const ann = await as('ann')
    const first = await forecast(ann, binary.id, { probability: 0.2, rationale: 'two in seven years' })
    expect(first).toMatchObject({ id: 'third-register/ann/1', at: during, agency: 'Desk A' })
    await saveRecord(
      ann.database,
      'assessor',
      { id: 'ann', name: 'Ann', agency: 'Desk Z' },
      ann.author('moved'),
    )
    const second = await forecast(await as('ann', later), binary.id, { probability: 0.4 })
    expect(second).toMatchObject({ id: 'third-register/ann/2', at: later, agency: 'Desk Z' })
    const { forecasts } = await seeQuestion(ann, binary.id)
    expect(forecasts.map(({ agency }) => agency)).toEqual(['Desk A', 'Desk Z'])
  })
  test('of many given at once, by two people and by one twice, none is lost', async () => {
    const [ann, bo] = [await as('ann', later), await as('bo', later)]
    const given = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        forecast(at % 2 === 0 ? ann : bo, categorical.id, { probabilities: [0.5, 0.3, 0.2] }),
      ),
    )
    expect(new Set(given.map(({ id }) => id)).size).toBe(8)
    expect((await seeQuestion(ann, categorical.id)).forecasts).toHaveLength(8)
  })
  test('a forecast stands: it is not changed, taken out, undone, backdated, or given for another', async () => {
    const ann = await as('ann', later)
    const old = {
      id: 'third-register/ann/1',
      question: binary.id,
      assessor: 'ann',
      at: during,
      probability: 0.9,
    }
    const save = (body: object) => saveRecord(ann.database, 'forecast', body, ann.author('test'))
    expect((await refusal(save(old))).message).toMatch(/stands/)
    expect((await refusal(save({ ...old, id: 'third-register/ann/9' }))).message).toMatch(/bears the time/)
    expect((await refusal(save({ ...old, id: 'third-register/ann/9', at: after }))).message).toMatch(
      /bears the time/,
    )
    expect((await refusal(save({ ...old, id: 'stray', at: later }))).message).toMatch(/its id begins/)
    expect((await refusal(save({ ...old, assessor: 'bo', id: 'third-register/bo/1', at: later }))).code).toBe(
      'not-allowed',
    )
    for (const work of [removeRecord, undoRecord])
      expect((await refusal(work(ann.database, 'forecast', old.id, ann.author('test')))).message).toMatch(
        /stands/,
      )
  })
  test('one is withdrawn, and kept; who has none cannot withdraw, so that none is a way to look', async () => {
    const ann = await as('ann', later)
    expect((await withdrawForecast(ann, binary.id)).withdrawn).toBe(true)
    expect((await refusal(withdrawForecast(ann, binary.id))).message).toMatch(/has no forecast/)
    expect((await seeQuestion(ann, binary.id)).forecasts).toHaveLength(3)
    expect((await refusal(withdrawForecast(await as('bo', later), binary.id))).message).toMatch(
      /has no forecast/,
    )
  })
  test('what a question asks stays once it is answered, and a closed one stays closed', async () => {
    const ann = await as('ann', later)
    const save = (w: Workbench, body: object) =>
      saveRecord(w.database, 'question', JSON.parse(JSON.stringify(body)), w.author('test'))
    expect((await refusal(save(ann, { ...binary, criteria: 'Yes if I say so.' }))).message).toMatch(/stays/)
    expect((await refusal(save(ann, { ...binary, resolver: 'ann' }))).code).toBe('not-allowed')
    const late = await as('ann', after)
    expect((await refusal(save(late, { ...binary, closes: '2027-12-20T00:00:00Z' }))).message).toMatch(
      /stays so/,
    )
  })
})

describe('resolutions', () => {
  test('only the resolver resolves, and only to what can come out', async () => {
    expect(
      (await refusal(resolveQuestion(await as('ann', after), binary.id, { outcome: 'no', because: 'x' })))
        .code,
    ).toBe('not-allowed')
    const resolver = await as('resolver', after)
    expect(
      (await refusal(resolveQuestion(resolver, binary.id, { outcome: 'maybe', because: 'x' }))).message,
    ).toMatch(/yes or no/)
    expect(
      (await refusal(resolveQuestion(resolver, numeric.id, { outcome: 'no', because: 'x' }))).message,
    ).toMatch(/number/)
    expect(
      (await refusal(resolveQuestion(resolver, categorical.id, { outcome: 'east', because: 'x' }))).message,
    ).toMatch(/north, south, none/)
  })
  test('what hangs on another outcome is annulled with it, down the line, and stands up again when that is reopened', async () => {
    const resolver = await as('resolver', after)
    await resolveQuestion(resolver, binary.id, { outcome: 'no', because: 'the Gazette names two' })
    const states = async () =>
      Promise.all(
        ['third-register', 'fourth-register', 'fifth-register'].map(
          async (id) => (await seeQuestion(resolver, id)).status,
        ),
      )
    expect(await states()).toEqual(['resolved', 'annulled', 'annulled'])
    expect(
      (await refusal(resolveQuestion(resolver, binary.id, { outcome: 'yes', because: 'x' }))).message,
    ).toMatch(/reopen it first/)
    await reopenQuestion(resolver, binary.id, 'a correction in the Gazette')
    expect(await states()).toEqual(['closed', 'closed', 'closed'])
    await resolveQuestion(resolver, binary.id, { outcome: 'yes', because: 'the correction names three' })
    expect(await states()).toEqual(['resolved', 'closed', 'closed'])
    const versions = await historyOf(resolver.database.db, 'resolution', binary.id)
    expect(versions.map(({ body }) => body?.['state'])).toEqual(['resolved', 'reopened', 'resolved'])
    expect((await seeQuestion(resolver, binary.id)).forecasts).toHaveLength(3)
  })
  test('an appeal is made in time, once waits, and is answered by the resolver; upheld it reopens', async () => {
    const [bo, resolver] = [await as('bo', after), await as('resolver', after)]
    expect(
      (await refusal(appealResolution(await as('bo', '2027-12-17T00:00:01.000Z'), binary.id, 'late')))
        .message,
    ).toMatch(/appeals were taken until 2027-12-16/)
    await appealResolution(bo, binary.id, 'the third is a branch')
    expect((await seeQuestion(bo, binary.id)).status).toBe('appeal')
    expect((await refusal(answerAppeal(bo, binary.id, 'upheld', 'I agree with me'))).code).toBe('not-allowed')
    await answerAppeal(resolver, binary.id, 'rejected', 'the Gazette counts it')
    expect((await seeQuestion(bo, binary.id)).status).toBe('resolved')
    await appealResolution(bo, binary.id, 'the Gazette was corrected again')
    await answerAppeal(resolver, binary.id, 'upheld', 'so it was')
    const { status, resolution } = await seeQuestion(bo, binary.id)
    expect([status, resolution?.appeals?.map(({ answer }) => answer)]).toEqual([
      'closed',
      ['rejected', 'upheld'],
    ])
  })
  test('a question is annulled', async () => {
    await annulQuestion(await as('resolver', after), numeric.id, 'the register was abolished')
    expect((await seeQuestion(await as('ann'), numeric.id)).status).toBe('annulled')
  })
})

describe('opening and listing', () => {
  test('an ambiguous question does not open; it is kept as a draft, and opens once its points are settled', async () => {
    const ann = await as('ann')
    const { id: _, opens: __, ...written } = binary
    const vague = {
      ...written,
      title: 'Will tensions soon rise?',
      criteria: 'Yes if they rise.',
      decidedBy: undefined,
    }
    const { message } = await refusal(openQuestion(ann, vague))
    expect(message).toMatch(/deadline; decider; each-case; vague-words \(tensions, soon\)/)
    const id = await openQuestion(ann, { ...vague, draft: true })
    expect((await seeQuestion(ann, id)).status).toBe('draft')
    expect((await refusal(forecast(ann, id, { probability: 0.5 }))).message).toMatch(/not open yet/)
    expect((await refusal(openQuestion(ann, { ...vague, id }))).message).toMatch(/ambiguous/)
    const answers = [
      'deadline: as the question closes',
      'decider: the resolver',
      'each-case: no otherwise',
      'vague-words: as the index of tension has it',
    ]
    await openQuestion(ann, { ...vague, id, checked: answers })
    const { status, checklist } = await seeQuestion(ann, id)
    expect(status).toBe('open')
    expect(checklist.filter(({ state }) => state === 'answered').map(({ point }) => point)).toEqual([
      'deadline',
      'decider',
      'each-case',
      'vague-words',
    ])
  })
  test('the list is filtered by status, topic, words and whether one has answered', async () => {
    const ann = await as('ann')
    const ids = async (filter: Parameters<typeof seeQuestions>[1]) =>
      (await seeQuestions(ann, filter)).questions.map(({ question }) => question.id)
    expect(await ids({ status: 'annulled' })).toEqual(['how-many'])
    expect(await ids({ mine: 'given' })).toEqual(['third-register', 'which-port'])
    expect(await ids({ mine: 'missing' })).not.toContain('third-register')
    expect(await ids({ text: 'tensions' })).toEqual(['will-tensions-soon-rise'])
    expect(await ids({ topic: 'registers' })).toContain('which-port')
    expect(await ids({ topic: 'weather' })).toEqual([])
    expect(await ids({ limit: 2, offset: 1 })).toHaveLength(2)
  })
  test('a draft is changed in everything, each time with a reason that its history keeps, and opens no earlier than it is opened', async () => {
    const ann = await as('ann')
    const id = await openQuestion(ann, { ...binary, id: 'drafted', opens: before, draft: true })
    const edit = (
      w: Workbench,
      body: Parameters<typeof editQuestion>[2],
      seen: number,
      why = 'by the desk',
    ) => editQuestion(w, id, body, { why, seen })
    const other = { ...numeric, id, opens: before, resolver: 'bo', closes: '2027-11-01T00:00:00Z' }
    expect((await refusal(edit(ann, { ...other, draft: true }, 1, ' '))).code).toBe('call-invalid')
    expect((await refusal(edit(ann, { ...other, title: 'Will it rise soon?' }, 1))).message).toMatch(
      /vague-words|ambiguous/,
    )
    expect((await refusal(edit(ann, { ...other, range: [9, 0], draft: true }, 1))).place.field).toBe('range')
    await edit(ann, { ...other, draft: true }, 1)
    expect((await refusal(edit(ann, { ...binary, draft: true }, 1, 'late'))).code).toBe('record-changed')
    expect((await seeQuestion(ann, id)).question).toMatchObject({
      kind: 'numeric',
      resolver: 'bo',
      draft: true,
    })
    await edit(ann, other, 2, 'clear now')
    const { question, status } = await seeQuestion(ann, id)
    expect([status, question.opens, question.draft]).toEqual(['open', during, undefined])
    const told = (await historyOf(ann.database.db, 'question', id)).map(({ why }) => why)
    expect(told).toEqual(['clear now', 'by the desk', 'question drafted'])
    expect((await refusal(editQuestion(ann, 'none', other, { why: 'x', seen: 0 }))).code).toBe(
      'record-unknown',
    )
  })
  test('an open question changes in what nobody has answered; the Vietnamese of its criteria is added, and stays', async () => {
    const ann = await as('ann')
    const change = async (more: object) => {
      const { question, version } = await seeQuestion(ann, 'drafted')
      return editQuestion(ann, 'drafted', { ...question, ...more }, { why: 'a slip', seen: version })
    }
    expect((await refusal(change({ resolver: 'ann' }))).code).toBe('not-allowed')
    await change({ range: [0, 12] })
    await forecast(ann, 'drafted', {
      quantiles: [0.05, 0.5, 0.95].map((share) => ({ share, value: 10 * share })),
    })
    expect((await refusal(change({ range: [0, 20] }))).message).toMatch(/stays/)
    const { criteriaVi: _, ...bare } = (await seeQuestion(ann, 'drafted')).question
    expect((await refusal(editQuestion(ann, 'drafted', bare, { why: 'x', seen: 4 }))).message).toMatch(
      /stays/,
    )
    await change({ titleVi: 'Arland có mấy sổ?', topics: ['registers', 'ports'] })
    expect((await seeQuestion(ann, 'drafted')).question.topics).toEqual(['registers', 'ports'])
  })
})
