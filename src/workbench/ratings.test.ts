/** Ratings are blind until their round is closed, by the database itself; then each is revised once at most. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { frameworkExample } from '#domain/framework'
import { ratingExample } from '#domain/rating'
import { ratingRoundExample } from '#domain/rating-round'
import { relationExample } from '#domain/relation'
import { freshWorkbench, freshWorkspace, guestOf } from '../../test/database.ts'
import { exportText, toYaml } from './export.ts'
import { importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { saveRecord, seeRecords, seeSearch } from './records.ts'
import type { Workbench } from './workbench.ts'

const round = { ...ratingRoundExample, assessors: ['coder-1', 'coder-2'] }
const rating = (assessor: string, level: number) => ({
  ...ratingExample,
  id: `harbour-round-1/arland-borland/trust/${assessor}`,
  assessor,
  level,
  low: 1,
  high: 2,
  because: `reason of ${assessor}`,
})
const records = {
  assessors: [
    { id: 'coder-1', name: 'First coder' },
    { id: 'coder-2', name: 'Second coder' },
  ],
  sources: [{ id: 'harbour-history', csl: { type: 'book', title: 'History' }, type: 'study' }],
  frameworks: [frameworkExample],
  relations: [relationExample],
  ratingRounds: [round],
}
const save = (w: Workbench, kind: 'rating' | 'rating-round', body: unknown) =>
  saveRecord(w.database, kind, body, w.author('test'))
const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

describe('a round with two assessors', () => {
  let workspace: string
  let coordinator: Workbench
  let first: Workbench
  let second: Workbench
  const as = (assessor?: string) => freshWorkbench(workspace, undefined, undefined, assessor)
  beforeAll(async () => {
    workspace = await freshWorkspace()
    coordinator = await as()
    await importParsed(
      coordinator.database,
      [parseRecords(toYaml(records), 'round.yaml')],
      coordinator.author('test'),
      false,
    )
    first = await as('coder-1')
    second = await as('coder-2')
    await save(first, 'rating', rating('coder-1', 2))
    await save(second, 'rating', rating('coder-2', 1))
  })
  afterAll(() => Promise.all([coordinator.close(), first.close(), second.close()]))
  const seen = async (w: Workbench) =>
    (await seeRecords(w.database, 'rating', { limit: 10 })).map(({ body }) => body)

  test('while it is open each sees his own, and the coordinator none', async () => {
    expect((await seen(first)).map((one) => 'assessor' in one && one.assessor)).toEqual(['coder-1'])
    expect((await seen(second)).map((one) => 'assessor' in one && one.assessor)).toEqual(['coder-2'])
    expect(await seen(coordinator)).toEqual([])
  })
  test('neither a search nor an export tells the other', async () => {
    expect(await seeSearch(first.database, 'reason', ['rating'], 10)).toHaveLength(1)
    expect(await exportText(first.database, 'all.yaml')).not.toContain('reason of coder-2')
    expect(await exportText(coordinator.database, 'all.yaml', 'rating')).not.toContain('reason of')
  })
  test('a role of the database is the assessor whom the workspace names, whatever it says of itself', async () => {
    const guest = await guestOf(workspace)
    await guest.grant('confidential')
    const claims = await freshWorkbench(guest.address, undefined, undefined, 'coder-2')
    expect(await seen(claims)).toEqual([])
    await guest.is('coder-1')
    expect((await seen(claims)).map((one) => 'assessor' in one && one.assessor)).toEqual(['coder-1'])
    await claims.close()
    await guest.drop()
  })
  test('a rating that the round does not ask for, or off the scale, is refused', async () => {
    const stray = { ...rating('coder-1', 1), id: 'stray', leaf: 'trade' }
    expect((await refusal(save(first, 'rating', stray))).message).toMatch(/does not ask for this/)
    const high = { ...rating('coder-1', 5), high: 5 }
    expect((await refusal(save(first, 'rating', high))).message).toMatch(/has 2 levels/)
  })
  test('once it is closed all see all; a rating stands, and is revised once', async () => {
    await save(coordinator, 'rating-round', { ...round, closed: '2006-02-01' })
    expect(await seen(first)).toHaveLength(2)
    expect((await refusal(save(first, 'rating', rating('coder-1', 1)))).message).toMatch(/stands/)
    const blind = rating('coder-1', 2)
    const late = { ...blind, id: `${blind.id}/late` }
    expect((await refusal(save(first, 'rating', late))).message).toMatch(/only be revised/)
    const revised = { ...blind, id: `${blind.id}/revised`, level: 1, revises: blind.id }
    await save(first, 'rating', revised)
    expect(await seen(second)).toHaveLength(3)
    expect((await refusal(save(first, 'rating', { ...revised, level: 2 }))).message).toMatch(/revised once/)
  })
  test('once it is ended nothing changes', async () => {
    await save(coordinator, 'rating-round', { ...round, closed: '2006-02-01', ended: '2006-03-01' })
    const blind = rating('coder-2', 1)
    const revised = { ...blind, id: `${blind.id}/revised`, level: 2, revises: blind.id }
    expect((await refusal(save(second, 'rating', revised))).message).toMatch(/ended/)
  })
})
