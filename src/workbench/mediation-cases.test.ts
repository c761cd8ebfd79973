/** Comparable cases from imported records: a made one in the public layout, one of one's own, and the real file where it is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { freshWorkbench } from '../../test/database.ts'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { addDataset } from './datasets.ts'
import { type CasesRequest, comparableCases } from './mediation-cases.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-attempts-'))
let w: Workbench
const add = (name: string, lines: readonly string[], more: object = {}) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return addDataset(w, { dataset: 'mediation', files: [{ path, name }], ...more })
}
const ask = (request: CasesRequest = {}) => comparableCases(w, request)
const refusal = async (request: CasesRequest): Promise<SoundingsError> => {
  const cause = await ask(request).then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

const head =
  'year,mediation ID,negotiation ID,conflict locale,conflict sub-locale,third-party,location of neogitations,negotiation type,leading actor,leading actor 2,leading actor 3,good offices,mediation,hosting talks,negotiating and drafting,manipulating,humanitarian,witness/party to agreement,other,agreement,peace agreement,ceasfire agreement,agreement name,notes_1,source_1,note_2,source_2,note_3,source_3,note_4,source_4,note_5,source_5'
/** Rows made by us: two attempts led by Norway, one of them with two third parties, and two of others. */
const made = [
  head,
  '2001,1,,Sudan,,Norway,Norway,S,Norway,,,0,0,1,0,0,0,0,0,1,1,0,Accord,They met,http://example.org/1,More,,,,,,,',
  '2001,1,,Sudan,,Elders ,Norway,S,Norway,,,0,1,0,0,0,0,0,0,1,1,0,Accord,,,,,,,,,,',
  '2002,2,,Sudan,Darfur,Norway,Sudan,S,Norway,,,1,0,0,0,0,0,0,0,0,0,0,,,,,,,,,,,',
  '2003,3,,South Sudan,,UN,,G,UN,,,1,1,0,0,0,0,0,0,,,,,,,,,,,,,,',
  '2004,4,,South Sudan,,Kenya,Kenya,R,IGAD,Kenya,,0,0,1,1,0,0,1,0,1,0,1,Truce,,,,,,,,,,',
]

beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('comparable cases', () => {
  test('before a record is imported, it is said how to bring one', async () => {
    const refused = await refusal({})
    expect(refused.code).toBe('dataset-absent')
    expect(refused.message).toContain('no record')
  })

  test('third parties of one attempt count once, and an outcome that is not known is left out', async () => {
    await add('made.csv', made)
    const found = await ask()
    expect(found).toMatchObject({ rows: 5, attempts: 4, from: 2001, to: 2004, cluster: 'lead' })
    expect(found.base).toMatchObject({ value: 2 / 3, n: 3, clusters: 2 })
    expect(found.leftOut).toEqual({ outcomeMissing: 1, nothingCompared: 0 })
    expect(found.comparable).toBeNull()
    expect(found.notices).toEqual([
      'not-causes',
      'one-region',
      'process-not-told',
      'actors-absent',
      'nothing-asked',
    ])
    expect(found.byRole.find(({ role }) => role === 'witness')).toMatchObject({ circular: true })
  })

  test('a role and features find their like; the case tells what matches, its notes and their sources', async () => {
    const found = await ask({ roles: ['facilitation'], target: { 'mediator-type': 'state' }, k: 1 })
    const [first] = found.alike
    expect(first).toMatchObject({
      attempt: '1',
      mediator: 'Norway',
      state: 'NOR',
      similarity: 1,
      roles: ['facilitation'],
      outcome: 1,
      agreement: 'Accord',
      features: { 'talks-in': 'own-country', leads: true, 'third-parties': 2, local: false },
      notes: [
        { source: 'http://example.org/1', text: 'They met' },
        { source: null, text: 'More' },
      ],
    })
    expect(found.alike.map(({ attempt }) => attempt)).toEqual(['1'])
    expect(found.features.find(({ id }) => id === 'mediator-type')).toMatchObject({ missing: 2 })
  })

  test('rungs of the ladder under other words of the record, and rungs that it does not code', async () => {
    const shuttle = await ask({ roles: ['shuttle-diplomacy'], k: 1 })
    expect(shuttle.alike[0]?.roles).toContain('good-offices')
    expect((await ask({ roles: ['inquiry'] })).notices).toContain('role-not-coded')
  })

  test('the list of actors tells type and standing; a feature that nobody has is no error', async () => {
    const before = await ask({ target: { standing: 'global' } })
    expect(before.leftOut.nothingCompared).toBe(5)
    await add('actors.csv', ['third-party,Actor Type,Relative Actor Type', 'Norway,S,G', 'Elders,N,R'])
    const found = await ask({ target: { standing: 'global', 'mediator-type': 'state' }, k: 1 })
    expect(found.notices).not.toContain('actors-absent')
    expect(found.alike.map(({ mediator, compared }) => [mediator, compared])).toEqual([
      ['Norway', 1],
      ['Norway', 1],
      ['Kenya', 0.5], // its standing is not known, and left out
    ])
    expect((await refusal({ target: { standing: 'lunar' } })).message).toContain('none of the record')
  })

  test('what the record does not have is refused with what it has', async () => {
    expect((await refusal({ target: { depth: '3' } })).message).toContain('no feature depth')
    expect((await refusal({ target: { year: 'soon' } })).message).toContain('number')
    expect((await refusal({ outcome: 'full-agreement' })).message).toContain('does not tell')
    expect((await refusal({ weights: { year: -1 } })).message).toContain('weight')
    expect((await refusal({ roles: ['sorcery'] })).message).toContain('no role sorcery')
  })

  test('a record of one’s own is asked by its own features and processes', async () => {
    await add('own.csv', [
      'case,process,year,dispute,nature,issue,region,intensity,duration,attempts_before,power_ratio,mediator,mediator_type,role,outcome,source,notes',
      'A,harbour,2009,Fees,interstate,resources,north,0,7,0,1.4,Norway,state,facilitation,partial,Book,Well told',
      'B,harbour,2010,Fees,interstate,resources,north,0,19,1,1.4,Norway,state,facilitation,none,,',
      'C,hills,2010,Hills,internal,territory,south,900,90,,,Elders,non-state,conciliation,full,,',
    ])
    const found = await ask({
      record: 'cases',
      roles: ['facilitation'],
      target: { nature: 'interstate', intensity: '10' },
      k: 2,
    })
    expect(found).toMatchObject({ cluster: 'process', clusters: 2, attempts: 3 })
    expect(found.citation).toContain('one’s own')
    expect(found.notices).not.toContain('process-not-told')
    expect(found.comparable).toMatchObject({ value: 0.5, n: 2, clusters: 1, clusterInterval: null })
    expect(found.alike[0]?.notes).toEqual([])
    expect(found.alike[1]?.notes).toEqual([{ source: 'Book', text: 'Well told' }])
  })

  test.runIf(sharedIsHere)(
    'the real record: 360 attempts, 98 with an agreement, counted by hand',
    async () => {
      const files = ['mediation_events_sudan_south_sudan.csv.gz', 'mediation_actors.csv'].map((name) => ({
        name,
        path: shared(`data/mediation_peace/${name}`),
      }))
      await addDataset(w, { dataset: 'mediation', files })
      const found = await ask({ target: { 'mediator-type': 'state', standing: 'global' }, k: 40 })
      expect(found).toMatchObject({ rows: 1221, attempts: 360 })
      expect(Math.abs((found.base?.value ?? 0) - 98 / 360)).toBeLessThan(0.01) // six attempts have rows that differ
      const rates = Object.fromEntries(found.byRole.map(({ role, all }) => [role, all?.value ?? 0]))
      expect(rates['good-offices']).toBeCloseTo(14 / 128, 1)
      expect(rates['formulation']).toBeCloseTo(38 / 90, 2)
      expect(rates['witness']).toBe(1)
      for (const { all } of found.byRole) {
        const [low, high] = all?.outer ?? [1, 0]
        expect(low).toBeLessThanOrEqual(all?.value ?? 2)
        expect(high).toBeGreaterThanOrEqual(all?.value ?? -1)
      }
    },
  )
})
