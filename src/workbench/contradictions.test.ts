/** The contradiction board in a real workspace: read as one may see it, settled once, reopened, as confidential as what contradicts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { freshWorkbench, freshWorkspace } from '../../test/database.ts'
import { seeContradictions, settleContradiction } from './contradictions.ts'
import { toYaml } from './export.ts'
import { importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

let workspace: string
let workbench: Workbench
const advice = (agency: string, stance: string, handling?: string) => ({
  id: `${agency}/register`,
  agency,
  date: '2025-03',
  text: `${agency} says ${stance}`,
  act: 'open-register',
  stance,
  ...(handling === undefined ? {} : { handling }),
})
const at = (instant: string): Workbench => ({
  ...workbench,
  config: { ...workbench.config, now: () => instant },
  author: (why) => ({ by: 'tester', at: instant, why }),
})
const id = 'advice/open-register'

beforeAll(async () => {
  workspace = await freshWorkspace()
  workbench = await freshWorkbench(workspace)
  const records = {
    assessors: [{ id: 'head', name: 'Head of the desk' }],
    recommendations: [advice('desk-a', 'do'), advice('desk-b', 'do-not', 'restricted')],
  }
  await importParsed(
    workbench.database,
    [parseRecords(toYaml(records), 'advice.yaml')],
    workbench.author('test'),
    false,
  )
})
afterAll(() => workbench.close())

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause.code
}

test('who may not see one side sees no contradiction, and cannot settle it', async () => {
  const stranger = await freshWorkbench(workspace, 'public')
  expect((await seeContradictions(stranger)).contradictions).toEqual([])
  expect(await refusal(settleContradiction(stranger, { id, decision: 'agreed', because: 'x' }))).toBe(
    'record-unknown',
  )
  await stranger.close()
})

test('a settlement says who, when and why, and is as confidential as the strictest side', async () => {
  const head = await freshWorkbench(workspace, undefined, undefined, 'head')
  await settleContradiction(head, { id, decision: 'both-stand', because: ' told both ', seen: 0 })
  await head.close()
  const [found] = (await seeContradictions(workbench)).contradictions
  expect(found).toMatchObject({
    state: 'settled',
    settlement: { decision: 'both-stand', because: 'told both', by: 'head', handling: 'restricted' },
    settlementVersion: 1,
  })
})

test('two people cannot settle the same unseen by one another', async () => {
  expect(
    await refusal(settleContradiction(workbench, { id, decision: 'agreed', because: 'x', seen: 0 })),
  ).toBe('record-changed')
})

test('it is reopened when one side changes afterwards, and may be settled again with its history kept', async () => {
  const later = at('2026-02-01T00:00:00.000Z')
  await saveRecord(
    later.database,
    'recommendation',
    advice('desk-b', 'wait', 'restricted'),
    later.author('changed'),
  )
  expect((await seeContradictions(later)).contradictions[0]).toMatchObject({
    state: 'reopened',
    severity: 0.5,
  })
  const last = at('2026-03-01T00:00:00.000Z')
  await settleContradiction(last, { id, decision: 'agreed', because: 'after the review' })
  expect((await seeContradictions(last)).contradictions[0]).toMatchObject({
    state: 'settled',
    settlementVersion: 2,
  })
  expect((await recordInContext(workbench.database, 'settlement', id)).history).toHaveLength(2)
})

test('a rate that is none, a reason that is empty, and a contradiction that is not there are refused', async () => {
  expect(await refusal(seeContradictions(workbench, { rate: 1.5, rounding: 'as-given' }))).toBe(
    'call-invalid',
  )
  expect(await refusal(settleContradiction(workbench, { id, decision: 'agreed', because: '  ' }))).toBe(
    'record-invalid',
  )
  expect(
    await refusal(settleContradiction(workbench, { id: 'none', decision: 'agreed', because: 'x' })),
  ).toBe('record-unknown')
})
