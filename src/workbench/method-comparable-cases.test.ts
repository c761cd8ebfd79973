/** Comparable cases at the command line: what is compared, counted, left out and refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { comparableCasesFile } from './method-comparable-cases.ts'
import { methodFile } from './method-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-cases-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = [
  'case,process,kind,intensity,hosted,relief,outcome,role',
  'A,p1,interstate,10,1,0,1,host',
  'B,p1,interstate,20,1,0,1,host',
  'C,p2,internal,90,0,1,0,draft',
  'D,p2,internal,100,,1,0,draft',
  'E,p3,interstate,,1,0,,host',
  'F,p4,internal,40,0,0,1,draft',
]
const defaults = { outcome: 'outcome', case: 'case', resamples: '200', seed: '1' }

interface Answer {
  features: { name: string; kind: string; range?: number; missing: number }[]
  base: { value: number; n: number } | null
  comparable: { value: number; n: number; clusters: number } | null
  leftOut: { outcomeMissing: number; nothingCompared: number }
  groups?: Record<string, { value: number } | null>
  alike: { case: string; similarity: number; parts: Record<string, number | null> }[]
}
async function run(options: Record<string, string>, lines: readonly string[] = rows): Promise<Answer> {
  const path = join(folder, 'cases.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return (await comparableCasesFile.run(
    [methodFile(path)],
    { ...defaults, ...options },
    {
      notice: () => {},
      progress: () => {},
    },
  )) as Answer // its own answer
}
async function refusal(options: Record<string, string>, lines?: readonly string[]): Promise<SoundingsError> {
  const cause = await run(options, lines).then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw cause
  return cause
}

describe('comparable cases', () => {
  test('quantities, qualities and presences are told apart, and what is missing is counted and left out', async () => {
    const found = await run({
      target: 'kind=interstate,intensity=15,relief=1,hosted=1',
      presence: 'relief',
      k: '2',
      cluster: 'process',
      group: 'role',
    })
    expect(found.features.map(({ name, kind, missing }) => [name, kind, missing])).toEqual([
      ['kind', 'quality', 0],
      ['intensity', 'quantity', 1],
      ['relief', 'presence', 0],
      ['hosted', 'quality', 1],
    ])
    expect(found.base).toMatchObject({ value: 0.6, n: 5 })
    expect(found.comparable).toMatchObject({ value: 1, n: 2, clusters: 1 })
    expect(found.leftOut).toEqual({ outcomeMissing: 1, nothingCompared: 0 })
    expect(found.groups).toMatchObject({ draft: null, host: { value: 1 } })
    expect(found.alike.map((one) => one.case)).toEqual(['A', 'B'])
    expect(found.alike[0]?.similarity).toBeCloseTo((1 + (1 - 5 / 90) + 0 + 1) / 4, 12)
  })

  test('a weight of 0 takes a feature out of the similarity', async () => {
    const without = await run({ target: 'kind=interstate' })
    const zero = await run({ target: 'kind=interstate,intensity=15', weights: 'intensity=0' })
    expect(zero.comparable).toEqual(without.comparable)
  })

  test('the order of rows changes nothing but the names of rows', async () => {
    const [head = '', ...cases] = rows
    const options = { target: 'kind=internal,intensity=50' }
    const there = await run(options)
    const back = await run(options, [head, ...cases.toReversed()])
    expect(back.comparable?.value).toBeCloseTo(there.comparable?.value ?? 2, 12)
    expect(back.base?.value).toBe(there.base?.value)
  })

  test('what cannot be compared is refused with its place', async () => {
    expect((await refusal({ target: 'kind=internal,depth=3' })).message).toContain('depth')
    expect((await refusal({ target: 'intensity=much' })).message).toContain('no number')
    expect((await refusal({})).message).toContain('--target')
    expect((await refusal({ target: 'kind=internal', weights: 'role=2' })).message).toContain('role')
    const odd = await refusal({ target: 'kind=internal' }, [...rows, 'G,p5,internal,1,0,0,maybe,host'])
    expect(odd.place).toMatchObject({ line: 8, field: 'outcome', value: 'maybe' })
  })
})
