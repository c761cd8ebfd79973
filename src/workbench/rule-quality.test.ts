/** Precision and recall of the rules: kept figures are those that the dataset gives, for these labels and these rules only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRecord } from '#storage/read-records'
import { freshWorkbench } from '../../test/database.ts'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { addDataset } from './datasets.ts'
import { loadExample } from './demo.ts'
import { labelledExercises } from './labelled-exercises.data.ts'
import { describedExercises } from './labelled-exercises.ts'
import { labelledSentences } from './labelled-records.data.ts'
import { saveRecord } from './records.ts'
import { keptQuality } from './rule-quality.data.ts'
import { seeRuleQuality, tryRules } from './rule-quality.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-quality-'))
let w: Workbench
beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  await loadExample(w)
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const all = [...labelledSentences, ...labelledExercises]
const counts = ({
  part,
  flags,
  records,
  labelled,
  flagged,
  rightly,
}: (typeof keptQuality.figures)[number]) => ({
  part,
  flags,
  records,
  labelled,
  flagged,
  rightly,
})

test('of an exercise that was labelled only number, year, part and labels are kept', () => {
  expect(labelledExercises.length).toBe(600)
  expect(new Set(all.map(({ id }) => id)).size).toBe(697)
  for (const one of labelledExercises) {
    expect(Object.keys(one).toSorted()).toEqual(['breaches', 'id', 'part'])
    expect(one.id).toMatch(/^exercise\/mme\d+-\d{4}$/)
  }
})

test('without the dataset the figures of the example are kept ones, of these labels and these rules', async () => {
  const { quality, exercises } = await seeRuleQuality(w)
  expect(exercises).toEqual({ dataset: 'military-exercises', version: null, read: 0, of: 600 })
  expect(quality.length).toBe(12)
  for (const { basis, part, topic, records, labelled, missed } of quality) {
    const there = all.filter((one) => one.part === part)
    expect([basis, missed]).toEqual(['kept', null])
    expect(records).toBe(there.length)
    expect(labelled).toBe(
      there.filter(({ breaches }) => (breaches as readonly string[]).includes(topic)).length,
    )
  }
  const tried = await tryRules(w)
  expect(new Set(tried.quality.map(({ records }) => records))).toEqual(new Set([20, 77]))
})

test('an exercise is joined by number and year, with those who took part; one without description is left out', () => {
  const [one] = labelledExercises
  const [, number = '', year = ''] = /^exercise\/(mme\d+)-(\d+)$/.exec(one?.id ?? '') ?? []
  const participants = ['USA', 'KOR', 'USA'].map((state) => ({ exercise: number, year: Number(year), state }))
  const other = { exercise: number, year: Number(year) + 1, state: 'FRA' }
  const text = 'the two fleets sail together'
  expect(describedExercises(new Map([[`${number}/${year}`, text]]), [...participants, other])).toEqual([
    { ...one, record: 'activity', states: ['KOR', 'USA'], text },
  ])
  expect(describedExercises(new Map([[`${number}/${Number(year) + 1}`, text]]), participants)).toEqual([])
})

test('a policy whose rules were changed is tried on our own sentences, and no kept figure stands for it', async () => {
  const stored = await readRecord(w.database.db, 'constraint', 'vietnam/no-bases')
  if (stored === undefined) throw new Error('the example has no such policy')
  const fewer = { ...stored.body, rules: stored.body.rules.slice(1) }
  await saveRecord(w.database, 'constraint', fewer, w.author('a rule less'), stored.version)
  const { quality } = await seeRuleQuality(w)
  for (const { constraint, basis, records } of quality) {
    expect(basis).toBe(constraint === 'vietnam/no-bases' ? 'computed' : 'kept')
    expect(records < 100).toBe(constraint === 'vietnam/no-bases')
  }
  const now = await readRecord(w.database.db, 'constraint', 'vietnam/no-bases')
  await saveRecord(w.database, 'constraint', stored.body, w.author('the rule is back'), now?.version)
})

test('with one of the two tables alone, nothing is joined', async () => {
  const path = join(folder, 'wide.csv')
  const kinds = 'CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian'
  writeFileSync(
    path,
    `MMEID,Ex_Name,Series_Name,Location,s.year,s.month,FocusDescription,StateA,StateB,${kinds}\nmme1,A,,Sea,1990,1,rescue,France,Italy,0,0,0,1,0,0,0,0,0\n`,
  )
  await addDataset(w, { dataset: 'military-exercises', files: [{ path, name: 'wide.csv' }] })
  expect((await tryRules(w)).exercises.version).toBeNull()
})

test.runIf(sharedIsHere)('the dataset gives the kept figures again', async () => {
  const names = ['mme_v7_exercises.csv', 'mme_v7_participants_long.csv.gz']
  const files = names.map((name) => ({ name, path: shared(`data/military_exercises/${name}`) }))
  await addDataset(w, { dataset: 'military-exercises', files })
  const { quality, exercises } = await seeRuleQuality(w)
  expect(exercises).toEqual({
    dataset: 'military-exercises',
    version: keptQuality.version,
    read: 600,
    of: 600,
  })
  expect(quality.every(({ basis, missed }) => basis === 'computed' && missed !== null)).toBe(true)
  expect(quality.map((one) => counts({ ...one, rules: '' }))).toEqual(keptQuality.figures.map(counts))
})
