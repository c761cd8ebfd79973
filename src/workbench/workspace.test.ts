/** Records in a real workspace: import, supersede, undo, handling, whole export. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '#domain/analysis'
import { SoundingsError } from '#domain/errors'
import { kindNames } from '#domain/record'
import { freshWorkbench, freshWorkspace, guestOf } from '../../test/database.ts'
import { rerunAnalysis, runInstrument, seeAnalyses } from './analyses.ts'
import { loadExample, runExample } from './demo.ts'
import { exportText } from './export.ts'
import { importFiles, importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import { recordInContext, removeRecord, saveRecord, seeRecords, seeSearch, undoRecord } from './records.ts'
import { template } from './template.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-files-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const load = (w: Workbench, text: string, name = 'test.yaml') =>
  importParsed(w.database, [parseRecords(text, name)], w.author('test'), false)
const refusal = async (work: Promise<unknown>): Promise<SoundingsError> => {
  const cause = await work.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

describe('a workspace with the example', () => {
  let w: Workbench
  let analyses: readonly Analysis[]
  beforeAll(async () => {
    w = await freshWorkbench()
    await loadExample(w)
    analyses = await runExample(w, () => {})
  })
  afterAll(() => w.close())

  test('loading it twice changes nothing the second time', async () => {
    const again = await loadExample(w)
    expect(again).toMatchObject({ added: 0, superseded: 0, change: undefined })
    expect(again.unchanged).toBeGreaterThan(1000)
  })

  test('the verdicts agree with the author of the study, case by case', async () => {
    const cases = analyses.filter((a) => a.instrument === 'socialization')
    const leads = Object.fromEntries(
      cases.map((a) => [
        a.request['case'],
        Object.entries(a.result['posteriors'] as Record<string, number>).toSorted(
          ([, x], [, y]) => y - x,
        )[0]?.[0],
      ]),
    )
    expect(leads).toEqual({
      'asean-hrb': 'social-influence',
      'arf-pd': 'social-influence',
      'unsc-rtop': 'mimicking+social-influence+persuasion+learning',
    })
    for (const analysis of cases) {
      const sum = Object.values(analysis.result['posteriors'] as Record<string, number>).reduce(
        (a, b) => a + b,
        0,
      )
      expect(sum).toBeCloseTo(1, 9)
      for (const finding of analysis.findings) expect(finding.evidence, finding.id).not.toEqual([])
      await rerunAnalysis(w.database, analysis.id)
    }
  })

  test('running an instrument twice on the same records gives the same analysis', async () => {
    const first = await runInstrument(w.database, 'socialization', { case: 'arf-pd' }, w.author('one'))
    const second = await runInstrument(w.database, 'socialization', { case: 'arf-pd' }, w.author('two'))
    expect(second).toEqual(first)
    expect((await seeAnalyses(w.database, { case: 'arf-pd' })).filter((a) => a.id === first.id)).toHaveLength(
      1,
    )
  })

  test('an analysis comes out the same after its records were superseded', async () => {
    const before = await runInstrument(w.database, 'socialization', { case: 'asean-hrb' }, w.author('run'))
    const clue = await recordInContext(w.database, 'evidence', 'asean-hrb/e57')
    await saveRecord(
      w.database,
      'evidence',
      { ...clue.body, claim: 'Changed.' },
      w.author('a test'),
      clue.version,
    )
    await rerunAnalysis(w.database, before.id)
    const after = await runInstrument(w.database, 'socialization', { case: 'asean-hrb' }, w.author('run'))
    expect(after.id).not.toBe(before.id)
    await undoRecord(w.database, 'evidence', 'asean-hrb/e57', w.author(''))
    const { history, body } = await recordInContext(w.database, 'evidence', 'asean-hrb/e57')
    expect(body).toEqual(clue.body)
    expect(history.map((v) => [v.version, v.by, v.why])).toEqual([
      [3, 'tester', 'undo of version 2'],
      [2, 'tester', 'a test'],
      [1, 'tester', expect.stringContaining('example')],
    ])
  })

  test('an edit on an old version is refused', async () => {
    const clue = await recordInContext(w.database, 'evidence', 'asean-hrb/e57')
    const error = await refusal(
      saveRecord(w.database, 'evidence', { ...clue.body, claim: 'Late.' }, w.author('late'), 1),
    )
    expect(error.code).toBe('record-changed')
  })

  test('what is pointed at cannot be removed', async () => {
    const error = await refusal(removeRecord(w.database, 'actor', 'vietnam', w.author('gone')))
    expect(error.code).toBe('record-dangling')
    expect((await recordInContext(w.database, 'actor', 'vietnam')).history).toHaveLength(1)
  })

  test('Vietnamese is found with and without diacritics, composed or not, and with a slip', async () => {
    const labels = async (words: string) =>
      (await seeSearch(w.database, words, ['actor', 'institution', 'norm'], 20)).map((found) => found.id)
    expect(await labels('Việt Nam')).toContain('vietnam')
    expect(await labels('viet nam')).toContain('vietnam')
    expect(await labels('Việt'.normalize('NFD'))).toContain('vietnam')
    expect(await labels('hoi dong bao an')).toContain('un-security-council')
    expect(await labels('hội đồng')).toContain('un-security-council')
    expect(await labels('Assocation of Southeast')).toContain('asean')
    expect(await labels('zzzzqqq')).toEqual([])
  })

  test('everything in the workspace survives export and import into an empty one, to the byte', async () => {
    expect((await seeAnalyses(w.database)).length).toBeGreaterThanOrEqual(analyses.length)
    for (const name of ['whole.yaml', 'whole.json']) {
      const text = await exportText(w.database, name)
      const other = await freshWorkbench()
      try {
        await importFiles(other.database, [file(name, text)], other.author('restore'))
        expect((await exportText(other.database, name)) === text).toBe(true) // a difference would print megabytes
        if (name === 'whole.yaml')
          // the other then holds the same, to the byte
          for (const { id } of await seeAnalyses(other.database)) await rerunAnalysis(other.database, id)
      } finally {
        await other.close()
      }
    }
  })

  test('a dry run reports and writes nothing', async () => {
    const parsed = [parseRecords(template('agreement'), 'agreement.yaml')]
    const report = await importParsed(w.database, parsed, w.author('dry'), true)
    expect(report).toMatchObject({ added: 4, dryRun: true })
    const there = await seeRecords(w.database, 'agreement', { limit: 100 })
    expect(there.map(({ id }) => id)).not.toContain('arland-borland-trade-1999')
  })
})

describe('wrong input is refused with its place, and nothing is written', () => {
  let w: Workbench
  beforeAll(async () => {
    w = await freshWorkbench()
    await load(w, template('case'), 'case.yaml')
  })
  afterAll(() => w.close())

  const event = (rest: string) =>
    `events:\n  - id: x\n    case: arland-registers\n${rest}\n    restsOn: [{source: harbour-history}]\n`
  const evidence = (rest: string) =>
    `evidence:\n  - id: x\n    case: arland-registers\n    claim: c\n    witness: harbour-history\n${rest}\n    restsOn: [{source: harbour-history}]\n`
  test.each([
    [
      'an unknown key',
      event('    date: 2004\n    title: t\n    kind: meeting\n    colour: red'),
      'record-invalid',
      { line: 7, field: 'events[0].colour' },
    ],
    ['an unknown section', 'evnts: []\n', 'record-invalid', { line: 1, field: 'evnts' }],
    [
      'a missing field',
      event('    date: 2004\n    kind: meeting'),
      'record-invalid',
      { line: 2, field: 'events[0].title' },
    ],
    [
      'a date that does not exist',
      event('    date: 2004-02-30\n    title: t\n    kind: meeting'),
      'record-invalid',
      { line: 4, field: 'events[0].date' },
    ],
    [
      'an event before its phase',
      event('    date: 2001\n    title: t\n    kind: meeting\n    phase: talks'),
      'record-invalid',
      { line: 4, field: 'events[0].date', value: '2001' },
    ],
    [
      'a phase that is not there',
      event('    date: 2004\n    title: t\n    kind: meeting\n    phase: zenith'),
      'record-invalid',
      { line: 7, field: 'events[0].phase' },
    ],
    [
      'a stance off the ladder',
      'positions:\n  - {id: x, actor: arland, date: 2004, issue: i, stance: keen, record: public, basis: b, restsOn: [{source: harbour-history}]}\n',
      'record-invalid',
      { line: 2, field: 'positions[0].stance', value: 'keen' },
    ],
    [
      'a likelihood above 1',
      evidence('    likelihoods: {persuasion: 1.2}'),
      'record-invalid',
      { line: 6, field: 'evidence[0].likelihoods.persuasion', value: 1.2 },
    ],
    [
      'a hypothesis nobody names',
      evidence('    bearings: [{hypothesis: magic, direction: for, weight: weak, because: b}]'),
      'record-invalid',
      { line: 6, field: 'evidence[0].bearings[0].hypothesis', value: 'magic' },
    ],
    [
      'a duplicated id',
      'actors:\n  - {id: x, name: X, type: state}\n  - {id: x, name: Y, type: state}\n',
      'record-duplicate',
      { line: 3, value: 'x' },
    ],
    ['a duplicated key', 'actors:\n  - {id: x, id: y, name: X, type: state}\n', 'yaml-syntax', { line: 2 }],
    ['broken YAML', 'actors:\n  - {id: x\n', 'yaml-syntax', { line: 3 }],
    [
      'a pointer that leads nowhere',
      'actors:\n  - {id: x, name: X, type: group, members: [arlnd]}\n',
      'record-dangling',
      { line: 2, field: 'actors[0].members[0]', value: 'arlnd' },
    ],
    [
      'a window that ends before it begins',
      template('case').replace('to: "2006"', 'to: "2001"'),
      'record-invalid',
      { field: 'cases[0].window.to', value: '2001' },
    ],
    ['a list at the top', '- a\n- b\n', 'record-invalid', { line: 1 }],
  ] as const)('%s', async (_, text, code, place) => {
    const before = await exportText(w.database, 'x.json')
    const error = await refusal(Promise.resolve().then(() => load(w, text, 'wrong.yaml')))
    expect(error.code).toBe(code)
    expect(error.place).toMatchObject({ file: 'wrong.yaml', ...place })
    expect(await exportText(w.database, 'x.json')).toBe(before)
  })

  test('a slip in an id is answered with the id that was probably meant', async () => {
    const error = await refusal(load(w, 'actors:\n  - {id: x, name: X, type: group, members: [arlnd]}\n'))
    expect(error.message).toContain('did you mean arland?')
  })

  test('a year may be written as a number', async () => {
    await load(w, event('    date: 2004\n    title: t\n    kind: meeting').replace('id: x', 'id: plain-year'))
    expect((await recordInContext(w.database, 'event', 'plain-year')).body).toMatchObject({ date: '2004' })
  })
})

test.each(kindNames)('the template of %s is valid', async (kind) => {
  const w = await freshWorkbench()
  try {
    await load(w, template(kind))
    if (kind === 'case') {
      const analysis = await runInstrument(
        w.database,
        'socialization',
        { case: 'arland-registers' },
        w.author('try'),
      )
      expect(analysis.findings[0]?.statement).toContain('social influence')
    }
  } finally {
    await w.close()
  }
})

test('confidential is confidential in the database, whatever rests on it included', async () => {
  const workspace = await freshWorkspace()
  const owner = await freshWorkbench(workspace)
  await load(owner, template('case'))
  await runInstrument(owner.database, 'socialization', { case: 'arland-registers' }, owner.author('run'))
  const source = await recordInContext(owner.database, 'source', 'harbour-history')
  await saveRecord(
    owner.database,
    'source',
    { ...source.body, handling: 'confidential' },
    owner.author('closed'),
  )
  const reader = await freshWorkbench(workspace, 'public')
  try {
    expect(await seeRecords(reader.database, 'source', { limit: 9 })).toEqual([])
    expect(await seeRecords(reader.database, 'evidence', { limit: 9 })).toEqual([])
    expect((await seeRecords(reader.database, 'actor', { limit: 9 })).map((r) => r.id)).toEqual([
      'arland',
      'borland',
    ])
    expect(await seeAnalyses(reader.database)).toEqual([])
    expect(await seeSearch(reader.database, 'Borland agreed', [], 9)).toEqual([])
    expect(await exportText(reader.database, 'all.yaml')).not.toContain('first day')
  } finally {
    await reader.close()
    await owner.close()
  }
})

test('a role sees what it was granted, whatever it asks for', async () => {
  const workspace = await freshWorkspace()
  const owner = await freshWorkbench(workspace)
  await load(owner, template('case'))
  const source = await recordInContext(owner.database, 'source', 'harbour-history')
  await saveRecord(
    owner.database,
    'source',
    { ...source.body, handling: 'restricted' },
    owner.author('closed'),
  )
  const guest = await guestOf(workspace)
  const reader = await freshWorkbench(guest.address, 'confidential')
  try {
    expect(await seeRecords(reader.database, 'evidence', { limit: 9 })).toEqual([])
    await guest.grant('restricted')
    expect(await seeRecords(reader.database, 'evidence', { limit: 9 })).toHaveLength(1)
  } finally {
    await reader.close()
    await owner.close()
    await guest.drop()
  }
})
