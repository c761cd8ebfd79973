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
