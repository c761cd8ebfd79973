import { writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { importFiles } from '#workbench/import'
import { largeRelations } from '../../bench/large-relations.ts'
import { freshWorkbench } from '../../test/database.ts'
import { folder } from '../../test/journeys/soundings.ts'
import { type EvidenceQuestion, evidenceQuery, evidenceRows } from './evidence-rows.ts'
import { answerFromPinned } from './pinning-reader.ts'

const files = folder()
afterAll(() => files.remove())

test('what belongs to a relation, and the relations of a state, are found by an index', async () => {
  const w = await freshWorkbench()
  const many = files.path('many.json')
  writeFileSync(many, JSON.stringify(largeRelations({ partners: 120, years: 2, indicators: 12 })))
  await importFiles(w.database, [many], w.author('test'))
  const { db } = w.database
  await sql`analyze record, reference`.execute(db)
  const planOf = async (question: EvidenceQuestion) =>
    (await sql<{ 'QUERY PLAN': string }>`explain ${evidenceQuery(question)}`.execute(db)).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n')
  const at = await planOf({ ask: 'pointing-at', kind: 'series', to: 'relation', ids: ['vnm-fra'] })
  expect(at).toContain('reference_by_kind')
  expect(at).not.toMatch(/Seq Scan on record/)
  expect(await planOf({ ask: 'relations-of', kind: 'relation', state: 'LAO' })).toContain(
    'record_relation_of',
  )
  await w.close()
})

const exercises = Array.from({ length: 2000 }, (_, at) => ({
  id: `exercise-${at}`,
  kind: 'exercise',
  date: `${1990 + (at % 30)}`,
  title: `Exercise ${at}`,
  participants: [
    { state: at % 50 === 0 ? 'VNM' : 'LAO', role: 'host' },
    at % 3 === 0 ? { actor: 'league' } : { state: at % 100 === 1 ? 'VNM' : 'THA', role: 'guest' },
  ],
  restsOn: [{ source: 'list' }],
}))

test('the activities of a state are found by an index, whichever place it has among those who take part', async () => {
  const w = await freshWorkbench()
  const { db } = w.database
  const write = async (activities: readonly object[]) => {
    const many = files.path('exercises.json')
    const sources = [{ id: 'list', type: 'secondary', csl: { type: 'report', title: 'A list' } }]
    const actors = [{ id: 'league', name: 'League', type: 'organization' }]
    writeFileSync(many, JSON.stringify({ sources, actors, activities }))
    await importFiles(w.database, [many], w.author('test'))
  }
  await write(exercises)
  await sql`analyze record, participation`.execute(db)
  const question = { ask: 'activities-of', kind: 'activity', state: 'VNM' } as const
  const plan = await sql<{ 'QUERY PLAN': string }>`explain ${evidenceQuery(question)}`.execute(db)
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('participation_pkey')
  const taking = (state: string) =>
    exercises
      .filter(({ participants }) => participants.some((one) => one.state === state))
      .map(({ id }) => id)
  const found = (await evidenceRows(db, question)).map(({ id }) => id)
  expect(found).toEqual(taking('VNM').toSorted())
  expect(found.length).toBeGreaterThan(40)
  const pinned = answerFromPinned(evidenceRows(db, { ask: 'all', kind: 'activity' }))
  for (const state of ['VNM', 'THA', 'FRA'])
    expect(await pinned({ ...question, state })).toEqual(await evidenceRows(db, { ...question, state }))
  const without = exercises[0] as (typeof exercises)[number] // there are 2000
  await write([{ ...without, participants: [{ state: 'LAO' }, { state: 'KHM' }] }])
  expect((await evidenceRows(db, question)).map(({ id }) => id)).toEqual(
    found.filter((id) => id !== without.id),
  )
  expect(await evidenceRows(db, { ...question, state: 'KHM' })).toHaveLength(1)
  await w.close()
})

test('pinned versions answer every question as the database does', async () => {
  const w = await freshWorkbench()
  const few = files.path('few.json')
  writeFileSync(few, JSON.stringify(largeRelations({ partners: 4, years: 3, indicators: 10 })))
  await importFiles(w.database, [few], w.author('test'))
  const { db } = w.database
  const kinds = ['relation', 'series', 'rating', 'rating-round', 'agreement', 'framework'] as const
  const everything = await Promise.all(kinds.map((kind) => evidenceRows(db, { ask: 'all', kind })))
  const pinned = answerFromPinned(Promise.resolve(everything.flat()))
  const [first = '', second = ''] = everything[0]?.map(({ id }) => id) ?? []
  const questions: EvidenceQuestion[] = [
    { ask: 'pointing-at', kind: 'series', to: 'relation', ids: [first] },
    { ask: 'pointing-at', kind: 'series', to: 'relation', ids: [second, first, 'nobody'] },
    { ask: 'pointing-at', kind: 'series', to: 'relation', ids: [] },
    { ask: 'pointing-at', kind: 'rating-round', to: 'framework', ids: ['bench-depth'] },
    { ask: 'pointing-at', kind: 'rating-round', to: 'relation', ids: [first] },
    { ask: 'relations-of', kind: 'relation', state: 'VNM' },
    { ask: 'relations-of', kind: 'relation', state: 'LAO' },
    { ask: 'record', kind: 'relation', id: first },
    { ask: 'all', kind: 'rating' },
  ]
  for (const question of questions) expect(await pinned(question)).toEqual(await evidenceRows(db, question))
  await w.close()
})
