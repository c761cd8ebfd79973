/** Against the reference data beside the checkout: published numbers, and the case files the example is made from. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import published from '../src/instruments/socialization/published/four-tests.json' with { type: 'json' }
import { shared, sharedIsHere } from './shared.ts'

const reason = sharedIsHere ? '' : ' (skipped: there is no ../shared)'

describe.skipIf(!sharedIsHere)(`published numbers of process tracing${reason}`, () => {
  test('our copy says what the reference says', () => {
    const reference = JSON.parse(
      readFileSync(shared('reference/process-tracing/bpt_tests.json'), 'utf8'),
    ) as {
      van_evera_tests: {
        prior: number
        p_E_H: number
        p_E_notH: number
        post_present: number
        post_absent: number
      }[]
    }
    expect(published.rows).toHaveLength(reference.van_evera_tests.length)
    for (const [at, row] of reference.van_evera_tests.entries()) {
      const ours = published.rows[at]
      expect(ours).toMatchObject({ ifTrue: row.p_E_H, ifFalse: row.p_E_notH, prior: row.prior })
      expect(ours?.present).toBeCloseTo(row.post_present, 9)
      expect(ours?.absent).toBeCloseTo(row.post_absent, 9)
    }
  })
})

type Item = Record<string, unknown>
const items = (file: string, section: string): Item[] => {
  const path = `examples/vietnam/cases/${file}`
  return existsSync(path)
    ? ((parse(readFileSync(path, 'utf8')) as Record<string, Item[]>)[section] ?? [])
    : []
}
const caseFile = (name: string) =>
  parse(readFileSync(shared(`cases/${name}.yaml`), 'utf8')) as Record<string, Item[]>
const cases = [
  ['asean-hrb', 'hrb'],
  ['arf-pd', 'arf-pd'],
  ['unsc-rtop', 'unsc-rtop'],
] as const

describe.skipIf(!sharedIsHere)(`everything in the case files has a place in the example${reason}`, () => {
  test.each(cases)('%s', (id, name) => {
    const file = caseFile(name)
    const ids = (list: Item[] | undefined) => (list ?? []).map((one) => `${id}/${one['id']}`)
    const here = (section: string, as = section) => items(`${id}/${section}.yaml`, as).map((one) => one['id'])
    expect(here('events')).toEqual(expect.arrayContaining(ids(file['events'])))
    expect(here('evidence')).toEqual(expect.arrayContaining(ids(file['evidence'])))
    expect(here('positions')).toHaveLength(file['positions']?.length ?? 0)
    const bearings = (list: Item[] | undefined, key: string) =>
      (list ?? []).reduce((sum, one) => sum + ((one[key] as Item[] | undefined)?.length ?? 0), 0)
    expect(bearings(items(`${id}/evidence.yaml`, 'evidence'), 'bearings')).toBe(
      bearings(file['evidence'], 'bears_on'),
    )
    const [frame] = items(`${id}/case.yaml`, 'cases')
    const phases = (frame?.['phases'] ?? []) as Item[] // a case has phases
    expect(phases.map((one) => one['id'])).toEqual((file['phases'] ?? []).map((one) => one['id']))
    expect(here('notes').length).toBeGreaterThanOrEqual(file['procedures']?.length ?? 0)
  })

  test('drafts, definitions, camps, votes, conditions, conflicts, silences, markers and theory have theirs', () => {
    const [hrb, pd, rtop] = cases.map(([, name]) => caseFile(name))
    const count = (path: string, section: string) => items(path, section).length
    expect(count('asean-hrb/drafts.yaml', 'drafts')).toBe(hrb?.['draft_texts']?.length)
    expect(count('arf-pd/drafts.yaml', 'drafts')).toBe(pd?.['definition_versions']?.length)
    expect(count('asean-hrb/alignments.yaml', 'alignments')).toBe(hrb?.['alignments']?.length)
    expect(count('arf-pd/alignments.yaml', 'alignments')).toBe(pd?.['camp_snapshots']?.length)
    expect(count('unsc-rtop/alignments.yaml', 'alignments')).toBe(rtop?.['alignment_by_meeting']?.length)
    expect(count('unsc-rtop/votes.yaml', 'votes')).toBe(rtop?.['votes']?.length)
    expect(count('asean-hrb/source-conflicts.yaml', 'sourceConflicts')).toBe(
      hrb?.['source_conflicts']?.length,
    )
    expect(count('asean-hrb/scope-conditions.yaml', 'scopeConditions')).toBe(hrb?.['conditions']?.length)
    expect(count('arf-pd/scope-conditions.yaml', 'scopeConditions')).toBe(pd?.['conditions']?.length)
    expect(count('unsc-rtop/silences.yaml', 'silences')).toBe(rtop?.['silences']?.length)
    expect(count('unsc-rtop/markers.yaml', 'markers')).toBe(rtop?.['discursive_markers']?.length)
    const theory = items('unsc-rtop/notes.yaml', 'notes').filter(
      (one) => one['category'] === 'theory-finding',
    )
    expect(theory.length).toBeGreaterThanOrEqual(rtop?.['theory_findings']?.length ?? 0)
  })
})

test('no sentence of the thesis stands in the example', () => {
  const example = globSync('examples/**/*.yaml')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  if (!sharedIsHere)
    return expect(example).not.toContain('Social influence provides a more plausible explanation')
  const thesis = readFileSync(shared('sources/000-socialization-thesis.txt'), 'utf8').replace(/\s+/g, ' ')
  const plain = example.replace(/\s+/g, ' ')
  const copied = thesis
    .split(/(?<=[.;]) /)
    .filter((sentence) => sentence.length > 80 && plain.includes(sentence))
  expect(copied).toEqual([])
})
