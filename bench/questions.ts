/**
 * `node bench/questions.ts [questions] [forecasters]`: the list of questions and the page of one, as their handlers answer them,
 * with 1,000 questions and 500 forecasters of whom each has forecast each question once (500,000 forecasts, by default). They are
 * inserted as the importer inserts them, without its checks. Times are medians of 9 calls after one that warms up.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '#storage/database'
import { insertVersions } from '#storage/write-records'
import { actingAs } from '#workbench/acting-assessor'
import { seeQuestion, seeQuestions } from '#workbench/questions'
import { openWorkbench } from '#workbench/workbench'
import { median } from './large-case.ts'

const [questions = 1000, forecasters = 500] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const workspace = join(folder, 'workspace')
const now = '2027-06-01T00:00:00.000Z'
try {
  await fill()
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const began = performance.now()
  const database = await openDatabase(workspace)
  await database.db.transaction().execute(async (trx) => {
    await trx.insertInto('change').values({ id: 1, at: now, by: 'bench', why: 'bench' }).execute()
    const row = { version: 1, change: 1, current: true }
    const assessors = Array.from({ length: forecasters }, (_, at) => ({
      id: `f-${at}`,
      name: `F ${at}`,
      agency: `Desk ${at % 8}`,
    }))
    await insertVersions(trx, assessors.map((body) => ({ ...row, kind: 'assessor', id: body.id, body }))) // biome-ignore format: one row each
    const asked = Array.from({ length: questions }, (_, at) => ({
      id: `q-${at}`,
      title: `Will matter ${at} be settled before the end of 2027?`,
      kind: 'binary',
      criteria: 'Yes if the Gazette says so by 31 December 2027. No otherwise.',
      decidedBy: 'the Gazette',
      resolver: 'f-0',
      opens: '2027-01-01T00:00:00Z',
      closes: at % 2 === 0 ? '2027-12-01T00:00:00Z' : '2027-03-01T00:00:00Z',
      resolves: '2028-01-15T00:00:00Z',
      appealDays: 14,
    }))
    await insertVersions(trx, asked.map((body) => ({ ...row, kind: 'question', id: body.id, body }))) // biome-ignore format: one row each
    for (const { id } of asked) {
      const given = assessors.map(({ id: assessor, agency }, at) => ({
        id: `${id}/${assessor}/1`,
        question: id,
        assessor,
        agency,
        at: `2027-02-01T00:${String(at % 60).padStart(2, '0')}:00Z`,
        probability: ((at * 37) % 101) / 101,
        rationale:
          'what the desk read in the reports of the week, and how it weighs them against the record of ten years',
      }))
      await insertVersions(trx, given.map((body) => ({ ...row, kind: 'forecast', id: body.id, body }))) // biome-ignore format: one row each
    }
    for (const field of ['question', 'assessor'])
      await sql`
        insert into reference
        select 'forecast', id, ${field}, ${sql.ref(field === 'question' ? 'subject' : 'author')}, ${field}
        from (select id, substr(subject, 10) as subject, author from given where kind = 'forecast') g`.execute(
        trx,
      )
  })
  await sql`analyze`.execute(database.db)
  await database.close()
  console.log(
    `${questions} questions, ${forecasters} forecasters, ${questions * forecasters} forecasts: filled in ${seconds(began)} s`,
  )
}

async function measure(): Promise<void> {
  const config = { workspace, by: 'bench', clearance: undefined, clock: now, now: () => now }
  const workbench = await openWorkbench(config)
  const own = await actingAs(workbench, 'f-7')
  await time('list, nobody named (open ones blind)', () => seeQuestions(workbench))
  await time('list, a forecaster who has forecast all', () => seeQuestions(own))
  await time('list, closed questions with medians', () => seeQuestions(own, { status: 'closed' }))
  await time('list, of an agency', () => seeQuestions(own, { agency: 'Desk 3' }))
  await time('list, by words', () => seeQuestions(own, { text: 'matter 77' }))
  await time('page, blind', () => seeQuestion(workbench, 'q-0'))
  await time('page, with all forecasts', () => seeQuestion(own, 'q-0'))
  await time('page, as JSON', async () => JSON.stringify(await seeQuestion(own, 'q-0')))
  await workbench.close()
}

async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  await work()
  const times: number[] = []
  for (let run = 0; run < 9; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  console.log(`${what}: ${median(times).toFixed(0)} ms (slowest ${Math.max(...times).toFixed(0)})`)
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0)
}
