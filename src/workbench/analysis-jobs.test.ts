/** Long analyses: the same bytes in a thread, alone or among all; progress; and nothing half-written when they are stopped. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storedBytes } from '#storage/analyses'
import { largeRelations, partnersOf, state } from '../../bench/large-relations.ts'
import { freshWorkbench } from '../../test/database.ts'
import { folder } from '../../test/journeys/soundings.ts'
import { rerunAnalysis, runInstrument, seeAnalyses } from './analyses.ts'
import { recompute, runInstrumentWatched } from './analysis-jobs.ts'
import { importFiles } from './import.ts'
import { cancelJob, type Job, type JobWatch, seeJob, startJob } from './jobs.ts'
import type { Workbench } from './workbench.ts'

const shape = { framework: 'bench-depth', draws: 100 }
const files = folder()
const data = files.path('relations.json')
writeFileSync(data, JSON.stringify(largeRelations({ partners: 5, years: 6, indicators: 12 })))
afterAll(() => files.remove())

const filled = async (): Promise<Workbench> => {
  const w = await freshWorkbench()
  await importFiles(w.database, [data], w.author('test'))
  return w
}
const unwatched: JobWatch = { signal: new AbortController().signal, progress: () => {} }
const ended = async (job: Job): Promise<Job> => {
  for (;;) {
    const now = seeJob(job.id)
    if (now.state !== 'running') return now
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const size = { partners: 5, years: 6, indicators: 12 }
const partner = (at: number) => partnersOf(size)[at] ?? ''

describe('an analysis in a thread of its own', () => {
  let w: Workbench
  beforeAll(async () => {
    w = await filled()
  })
  afterAll(() => w.close())

  test('is the one that is made without a thread, and a rerun from its pins gives the same bytes', async () => {
    const request = { ...shape, dyad: [state, partner(2)] }
    const { id } = await runInstrumentWatched(w, 'relations-depth', request, unwatched)
    const before = await storedBytes(w.database.db, id)
    const plain = await runInstrument(w.database, 'relations-depth', request, w.author('run'))
    expect(plain.id).toBe(id)
    const again = await rerunAnalysis(w.database, id)
    expect(again).toEqual(plain)
    expect(await storedBytes(w.database.db, id)).toBe(before)
  })

  test('a rerun reads the pinned versions and not what was recorded since', async () => {
    const request = { ...shape, dyad: [state, partner(3)] }
    const { id } = await runInstrumentWatched(w, 'relations-depth', request, unwatched)
    const { agreements } = largeRelations({ partners: 1, years: 6, indicators: 12 })
    const relation = `vnm-${partner(3).toLowerCase()}`
    const newer = { ...agreements?.[0], id: 'newer', relation, title: 'Newer' }
    const file = files.path('newer.json')
    writeFileSync(file, JSON.stringify({ agreements: [newer] }))
    await importFiles(w.database, [file], w.author('test'))
    expect((await rerunAnalysis(w.database, id)).id).toBe(id)
    const fresh = await runInstrumentWatched(w, 'relations-depth', request, unwatched)
    expect(fresh.id).not.toBe(id)
  })

  test('refuses what the instrument refuses, with the field', async () => {
    await expect(
      runInstrumentWatched(w, 'relations-depth', { ...shape, dyad: [state, state] }, unwatched),
    ).rejects.toMatchObject({ code: 'record-unknown', place: { field: 'dyad' } })
    await expect(
      runInstrumentWatched(w, 'relations-depth', { ...shape, dyad: ['V'] }, unwatched),
    ).rejects.toMatchObject({ code: 'request-invalid' })
  })

  test('socialization cannot be asked of everything, and says so', async () => {
    await expect(recompute(w, 'socialization', {}, unwatched)).rejects.toMatchObject({ code: 'call-invalid' })
  })
})

describe('all relations of a state in one pass', () => {
  test('each analysis has the bytes that it has when it is asked for alone', async () => {
    const w = await filled()
    const told: [number, number][] = []
    const watch: JobWatch = { ...unwatched, progress: (done, of) => void told.push([done, of]) }
    const { analyses } = await recompute(w, 'relations-depth', { ...shape, state }, watch)
    const bytes = await Promise.all(analyses.map((id) => storedBytes(w.database.db, id)))
    await w.close()
    expect(analyses).toHaveLength(5)
    expect(told.at(-1)).toEqual([5, 5])

    const other = await filled()
    const alone: (string | undefined)[] = []
    for (let at = 0; at < 5; at++) {
      const request = { ...shape, dyad: [state, partner(at)] }
      const { id } = await runInstrument(other.database, 'relations-depth', request, other.author('run'))
      alone.push(await storedBytes(other.database.db, id))
    }
    await other.close()
    expect(bytes).toEqual(alone)
  })

  test('without a state, the relations of all states are judged; of a state without relations, none', async () => {
    const w = await filled()
    expect((await recompute(w, 'relations-depth', shape, unwatched)).analyses).toHaveLength(5)
    await expect(recompute(w, 'relations-depth', { state: 'ZZZ' }, unwatched)).rejects.toMatchObject({
      code: 'record-unknown',
    })
    await w.close()
  })

  test('stopped half-way, it keeps what is finished and says how much', async () => {
    const w = await filled()
    const stop = new AbortController()
    const watch: JobWatch = {
      signal: stop.signal,
      progress: (done, _, step) => {
        if (step === 'analyses' && done >= 2) stop.abort()
      },
    }
    await expect(recompute(w, 'relations-depth', { ...shape, state }, watch)).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringMatching(/^stopped; [23] analyses were finished and are stored$/),
    })
    const stored = await seeAnalyses(w.database)
    expect(stored.length).toBeGreaterThanOrEqual(2)
    expect(stored.length).toBeLessThan(5)
    for (const { id } of stored) expect((await rerunAnalysis(w.database, id)).id).toBe(id)
    await w.close()
  })
})

describe('a job of an analysis', () => {
  test('that is cancelled stores nothing, while the workspace answers', async () => {
    const w = await filled()
    const request = { ...shape, draws: 20_000, dyad: [state, partner(0)] }
    const job = startJob('x', (watch) => runInstrumentWatched(w, 'relations-depth', request, watch))
    while (seeJob(job.id).step === '') await new Promise((resolve) => setTimeout(resolve, 2))
    expect(await seeAnalyses(w.database)).toEqual([])
    cancelJob(job.id)
    expect((await ended(job)).state).toBe('cancelled')
    expect(await seeAnalyses(w.database)).toEqual([])
    await w.close()
  })

  test('that ends is done to the full', async () => {
    const w = await filled()
    const request = { ...shape, dyad: [state, partner(0)] }
    const job = await ended(
      startJob('x', (watch) => runInstrumentWatched(w, 'relations-depth', request, watch)),
    )
    expect(job).toMatchObject({ state: 'done', result: { id: expect.stringMatching(/^relations-depth-/) } })
    expect(job.done).toBe(job.of)
    await w.close()
  })
})
