/** An analyst's afternoon through the command line. */
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folder, soundings } from './soundings.ts'

const files = folder()
const workspace = files.path('workspace')
afterAll(files.remove)
const at = ['--workspace', workspace]
const write = (name: string, text: string | Buffer) => {
  writeFileSync(files.path(name), text)
  return files.path(name)
}

interface DemoAnalysis {
  id: string
  instrument: string
  request: { case?: string; dyad?: [string, string] }
  findings: { statement: string; evidence: { id: string; source: string; locator: string | null }[] }[]
  result: { posteriors: Record<string, number>; depth?: { value: number; interval: [number, number] } }
}
let demo: { analyses: DemoAnalysis[] }

beforeAll(async () => {
  const { status, out, err } = await soundings(['demo', '--json', ...at])
  expect(status, err).toBe(0)
  demo = JSON.parse(out) as typeof demo
})

const ofInstrument = (id: string) => demo.analyses.filter(({ instrument }) => instrument === id)

test('the demo prints analyses of each instrument, and each finding names its evidence', () => {
  const cases = ofInstrument('socialization')
  expect(cases.map((a) => a.request.case).toSorted()).toEqual(['arf-pd', 'asean-hrb', 'unsc-rtop'])
  for (const { result } of cases)
    expect(Object.values(result.posteriors).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
  const relations = ofInstrument('relations-depth')
  expect(relations.map((a) => a.request.dyad?.[1]).toSorted()).toEqual([
    'CHN',
    'IDN',
    'IND',
    'JPN',
    'KHM',
    'KOR',
    'LAO',
    'RUS',
    'SGP',
    'USA',
  ])
  for (const { depth } of relations.map(({ result }) => result)) {
    const [low, high] = depth?.interval ?? [1, 0]
    expect(low).toBeLessThan(high)
    expect(depth?.value).toBeGreaterThan(0)
  }
  for (const { findings } of demo.analyses) {
    for (const { evidence } of findings)
      for (const one of evidence)
        expect(one).toMatchObject({ id: expect.any(String), source: expect.any(String) })
    expect(findings.every(({ evidence }) => evidence.length > 0)).toBe(true)
  }
})

test('an analysis of each instrument comes out the same in a process of its own', async () => {
  const instruments = [...new Set(demo.analyses.map(({ instrument }) => instrument))]
  expect(instruments.length).toBeGreaterThanOrEqual(2)
  for (const instrument of instruments) {
    const [{ id } = { id: '' }] = ofInstrument(instrument) // all are run again in workbench/workspace.test.ts
    const { status, out } = await soundings(['rerun', id, ...at])
    expect(out).toContain('the same bytes')
    expect(status).toBe(0)
  }
})

test('reports are written in both formats and languages, with references', async () => {
  const [{ id } = { id: '' }] = ofInstrument('socialization')
  const html = files.path('report.html')
  expect((await soundings(['report', id, '--format', 'html', '--vi', '-o', html, ...at])).status).toBe(0)
  const text = readFileSync(html, 'utf8')
  expect(text).toContain('<svg')
  expect(text).toContain('Tài liệu tham khảo')
  expect(text).toContain('dòng 4126')
  const { out, status } = await soundings(['report', id, '--format', 'md', ...at])
  expect(status).toBe(0)
  expect(out).toMatch(/^# Socialization/)
})

test('someone who has read only the template writes, imports and runs a case of their own', async () => {
  const { out } = await soundings(['template', 'case'])
  const own = write(
    'own.yaml',
    out.replaceAll('arland', 'norland').replaceAll('Arland', 'Norland').replaceAll('harbour', 'fjord'),
  )
  expect(await soundings(['import', own, ...at])).toMatchObject({ status: 0 })
  const request = write('request.yaml', 'case: norland-registers\n')
  const { status, out: found } = await soundings(['run', 'socialization', request, '--json', ...at])
  expect(status).toBe(0)
  const { id, result } = JSON.parse(found) as DemoAnalysis
  expect(result.posteriors['social-influence']).toBeGreaterThan(0.4)
  expect((await soundings(['rerun', id, ...at])).status).toBe(0)
})

test('a record is edited, its history shown, and the edit undone', async () => {
  const before = await soundings(['show', 'actor', 'vietnam', '--json', ...at])
  const { body } = JSON.parse(before.out) as { body: Record<string, unknown> }
  const edit = write('edit.json', JSON.stringify({ actors: [{ ...body, role: 'host' }] }))
  expect((await soundings(['import', edit, '--why', 'a test', ...at])).out).toContain('1 superseded')
  expect((await soundings(['show', 'actor', 'vietnam', ...at])).out).toMatch(/role: host[\s\S]*2 .* a test/)
  expect((await soundings(['undo', 'actor', 'vietnam', ...at])).status).toBe(0)
  expect(JSON.parse((await soundings(['show', 'actor', 'vietnam', '--json', ...at])).out)).toMatchObject({
    version: 3,
    body,
  })
})

test('export, import into an empty workspace and export again give the same bytes', async () => {
  const [one, two] = [files.path('one.yaml'), files.path('two.yaml')]
  const other = ['--workspace', files.path('other')]
  expect((await soundings(['export', '-o', one, ...at])).status).toBe(0)
  expect((await soundings(['import', one, ...other])).status).toBe(0)
  expect((await soundings(['export', '-o', two, ...other])).status).toBe(0)
  expect(readFileSync(two).equals(readFileSync(one))).toBe(true)
  const [{ id } = { id: '' }] = demo.analyses
  expect((await soundings(['rerun', id, ...other])).status).toBe(0)
  expect((await soundings(['export', '--as', 'norm', ...at])).out).toMatch(/^norms:\n/)
})

test('search finds Vietnamese with and without diacritics', async () => {
  for (const words of ['Việt Nam', 'viet nam'])
    expect((await soundings(['search', words, '--kind', 'actor', ...at])).out).toContain('vietnam')
})

test('doctor finds the workspace well', async () => {
  const { status, out } = await soundings(['doctor', ...at])
  expect(out).not.toContain('WRONG')
  expect(status).toBe(0)
})

test('the last to leave stopped the private server', () => {
  expect(existsSync(`${workspace}/postgres/postmaster.pid`)).toBe(false)
})

describe('wrong input: one message with its place, exit status 2, nothing written', () => {
  const refused = async (args: readonly string[], ...words: readonly (string | RegExp)[]) => {
    const { status, out, err } = await soundings(args)
    expect(status, err).toBe(2)
    expect(out).toBe('')
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(/\bat .*\.ts:\d+/)
    for (const word of words) expect(err).toMatch(word)
  }

  test('a stance off the ladder', async () => {
    const file = write(
      'stance.yaml',
      'positions:\n  - id: x\n    actor: vietnam\n    date: 2004\n    issue: i\n    stance: keen\n    record: public\n    basis: b\n    restsOn: [{source: socialization-thesis}]\n',
    )
    await refused(['import', file, ...at], /stance\.yaml:6:13: positions\[0\]\.stance: .*ladder.*got "keen"/)
  })

  test('a file of 200 MB', async () => {
    const file = write('huge.yaml', '')
    truncateSync(file, 200_000_000)
    await refused(['import', file, ...at], /huge\.yaml: it has 191 MiB; the largest/)
  })

  test('a PDF that is not one', async () => {
    await refused(['import', write('fake.pdf', 'no pdf at all'), ...at], /fake\.pdf: this is no readable PDF/)
  })

  test('a file that is not there, of no known type, or a folder', async () => {
    await refused(['import', files.path('none.yaml'), ...at], /there is no such file/)
    await refused(['import', write('table.ods', 'x'), ...at], /no type that can be imported/)
    await refused(['import', workspace, ...at], /folder|no type/)
  })

  test('an unknown command, instrument, kind, format, analysis or option', async () => {
    await refused(
      ['run', 'astrology', write('r.yaml', 'case: asean-hrb\n'), ...at],
      /no instrument astrology.*socialization/,
    )
    await refused(['run', 'socialization', write('r2.yaml', 'case: nowhere\n'), ...at], /no case nowhere/)
    await refused(
      ['run', 'socialization', write('r3.yaml', 'case: asean-hrb\ndraws: many\n'), ...at],
      /draws/,
    )
    await refused(['template', 'poem'], /no kind poem/)
    await refused(['rerun', 'nothing', ...at], /no analysis nothing/)
    await refused(['report', 'nothing', '--format', 'doc', ...at], /no report format doc/)
    await refused(['demo', '--workspace', files.path('x'), '--clearance', 'secret'], /clearance/)
    expect((await soundings(['demo', '--colour'])).status).toBe(2)
    expect((await soundings(['frobnicate'])).status).toBe(2)
  })

  test('a folder that holds something else is not taken for a workspace', async () => {
    const { status, err } = await soundings(['demo', '--workspace', files.path('.')])
    expect(status).toBe(1)
    expect(err).toMatch(/is not empty and is not a workspace/)
  })
})

describe('method weigh-evidence', () => {
  const yaml =
    'hypotheses: [{id: h, prior: 0.5}, {id: rest, prior: 0.5}]\nevidence:\n  - {id: e1, observed: true, likelihoods: {h: 0.8, rest: 0.2}}\n'

  test('weighs a file, and standard input', async () => {
    const { status, out } = await soundings(['method', 'weigh-evidence', write('w.yaml', yaml), '--json'])
    expect(status).toBe(0)
    const found = JSON.parse(out) as {
      posteriors: Record<string, number>
      evidence: { weightDb: Record<string, number>; test: string }[]
    }
    expect(found.posteriors['h']).toBeCloseTo(0.8, 12)
    expect(found.evidence[0]?.weightDb['h']).toBeCloseTo(10 * Math.log10(4), 12)
    expect((await soundings(['method', 'weigh-evidence', '-', '--json'], yaml)).out).toBe(out)
  })

  test('two clues of one cluster with the same likelihoods count once', async () => {
    const clue = (id: string) => `  - {id: ${id}, likelihoods: {h: 0.8, rest: 0.2}, cluster: memo}\n`
    const { out } = await soundings(
      ['method', 'weigh-evidence', '-', '--json'],
      yaml.split('  - ')[0] + clue('a') + clue('b'),
    )
    expect((JSON.parse(out) as { posteriors: { h: number } }).posteriors.h).toBeCloseTo(0.8, 12)
  })

  test.each([
    [
      'a likelihood above 1',
      yaml.replace('0.8', '1.8'),
      /standard input:3:\d+: evidence\[0\]\.likelihoods\.h: .*got 1\.8/,
    ],
    ['a missing likelihood', yaml.replace(', rest: 0.2', ''), /missing for hypothesis rest/],
    ['priors that do not sum to 1', yaml.replace('prior: 0.5}, ', 'prior: 0.9}, '), /priors must sum to 1/],
    ['a hypothesis nobody names', yaml.replace('h: 0.8', 'x: 0.8'), /no hypothesis has this id/],
    [
      'impossible evidence',
      yaml.replace('0.8', '0').replace('0.2', '0'),
      /impossible under every hypothesis/,
    ],
    ['no YAML', '{', /standard input:/],
  ])('%s is refused', async (_, text, message) => {
    const { status, err } = await soundings(['method', 'weigh-evidence', '-'], text)
    expect(status).toBe(2)
    expect(err).toMatch(message)
  })
})
