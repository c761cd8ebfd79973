/** What people said of weights is kept, speaks of the parts that are weighed, and goes out and comes back as YAML. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameworkExample } from '#domain/framework'
import { weightingExample } from '#domain/weighting'
import { freshWorkbench } from '../../test/database.ts'
import { exportText, toYaml } from './export.ts'
import { importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

const beside = { code: 'staff', title: 'Staff', weight: 0, scale: frameworkExample.criteria[2]?.scale }
const records = {
  assessors: [{ id: 'coder-1', name: 'First coder' }],
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  frameworks: [{ ...frameworkExample, criteria: [...frameworkExample.criteria, beside] }],
}
let workbench: Workbench
const save = (body: object, seen?: number) =>
  saveRecord(workbench.database, 'weighting', body, workbench.author('asked'), seen)

beforeAll(async () => {
  workbench = await freshWorkbench()
  const parsed = [parseRecords(toYaml(records), 'weightings.yaml')]
  await importParsed(workbench.database, parsed, workbench.author('test'), false)
})
afterAll(() => workbench?.close())

test('points for all parts that weigh something are kept, and what stands beside the index is not asked for', async () => {
  expect(await save(weightingExample)).toMatchObject({ added: 1 })
})

test('points for other criteria are refused, and the message names those that are weighed', async () => {
  const points = [
    { code: 'interests', points: 70 },
    { code: 'staff', points: 30 },
  ]
  await expect(save({ ...weightingExample, id: 'other', points })).rejects.toMatchObject({
    code: 'record-invalid',
    message: 'the parts to be weighed are interests, trust: all of them and no others',
    place: { field: 'points' },
  })
  await expect(save({ ...weightingExample, id: 'other', parent: 'trust' })).rejects.toMatchObject({
    message: 'framework harbour-depth has nothing to weigh below trust',
  })
})

test('asked again, both versions stay, and a stale one is refused', async () => {
  const points = [
    { code: 'interests', points: 40 },
    { code: 'trust', points: 60 },
  ]
  expect(await save({ ...weightingExample, points }, 1)).toMatchObject({ superseded: 1 })
  await expect(save(weightingExample, 1)).rejects.toMatchObject({ code: 'record-changed' })
  const { history } = await recordInContext(workbench.database, 'weighting', weightingExample.id)
  expect(history.map(({ version }) => version)).toEqual([2, 1])
})

test('it goes out as YAML and comes back unchanged', async () => {
  const text = await exportText(workbench.database, 'weightings.yaml', 'weighting')
  const parsed = [parseRecords(text, 'weightings.yaml')]
  const report = await importParsed(workbench.database, parsed, workbench.author('test'), false)
  expect(report).toMatchObject({ records: 1, unchanged: 1, added: 0, superseded: 0 })
})
