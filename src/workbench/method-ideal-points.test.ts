import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeError, SoundingsError } from '#domain/errors'
import { findState } from '#domain/state'
import type { IdealPointsInput } from '#numeric/ideal-points-layout'
import { random } from '#numeric/random'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { compute } from './compute.ts'
import type { MethodEntry } from './method.ts'
import { methodFile } from './method-file.ts'
import { idealPointsFile } from './method-ideal-points.ts'
import { votingSimilarityFile } from './method-voting-similarity.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-votes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

interface Point {
  country: string
  session?: number
  point: number | null
  se: number | null
  reason?: string
  bootstrapSe?: number
}
interface Points {
  points: Point[]
  iterations: number
  converged: boolean
  logLikelihood: number
  anchor: string
}
interface Pairs {
  pairs: { a: string; b: string; session?: number; value: number | null; n: number; reason?: string }[]
}

/** Runs a method as the command line does, its options as flags are written. */
async function run(
  method: MethodEntry,
  paths: readonly string[],
  given: Readonly<Record<string, string>> = {},
  notices: string[] = [],
): Promise<unknown> {
  const defaults = Object.fromEntries(
    method.options.flatMap(({ flags, default: value }) => {
      const name = /--([a-z-]+)/
        .exec(flags)?.[1]
        ?.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      return value === undefined || name === undefined ? [] : [[name, value]]
    }),
  )
  const watch = { notice: (message: string) => notices.push(message), progress: () => {} }
  return method.run(paths.map(methodFile), { ...defaults, ...given }, watch)
}
const points = (paths: readonly string[], given?: Record<string, string>, notices?: string[]) =>
  run(idealPointsFile, paths, given, notices) as Promise<Points>
const pairs = (paths: readonly string[], given?: Record<string, string>) =>
  run(votingSimilarityFile, paths, given) as Promise<Pairs>

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof SoundingsError) return describeError(error)
    throw error
  }
  return 'nothing was refused'
}

/** Twelve states on a line vote on sixty roll calls in three sessions. */
function drawnVotes(words: readonly string[] = ['no', 'abstain', 'yes']): string[] {
  const draw = random(4)
  return Array.from({ length: 60 }, (_, r) => {
    const cut = 4 + 5 * draw()
    return Array.from({ length: 12 }, (_, s) => {
      const z = s + 5 * (draw() - 0.5)
      const vote = words[z < cut - 0.7 ? 0 : z < cut + 0.7 ? 1 : 2] ?? ''
      return `${r + 1},S${String(s).padStart(2, '0')},${vote},${1 + Math.floor(r / 20)}`
    })
  }).flat()
}
const header = 'rcid,country,vote,session'
const rows = drawnVotes()
const csv = file('votes.csv', `${header}\n${rows.join('\n')}\n`)

describe('ideal-points', () => {
  test.each(['binary', 'ordinal'])('of a line of states lie on the line: %s', async (model) => {
    const found = await points([csv], { model, anchor: 'S11' })
    expect(found.converged).toBe(true)
    expect(found.logLikelihood).toBeLessThan(0)
    expect(found.points.map(({ country }) => country)).toEqual(
      Array.from({ length: 12 }, (_, s) => `S${String(s).padStart(2, '0')}`),
    )
    expect(found.points[11]?.point).toBeGreaterThan(1)
    expect(found.points[0]?.point).toBeLessThan(-1)
    for (const { se } of found.points) expect(se).toBeGreaterThan(0)
  })

  test('the dynamic model gives a point for each session, and so does each model by country-session', async () => {
    for (const given of [{ model: 'dynamic' }, { model: 'binary', by: 'country-session' }]) {
      const found = await points([csv], { ...given, anchor: 'S11' })
      expect(found.points).toHaveLength(36)
      for (const { country, point } of found.points) if (country === 'S11') expect(point).toBeGreaterThan(0)
    }
  })

  test('neither the order of rows, nor the words for votes, nor the number of workers changes a digit', async () => {
    const before = await points([csv], { model: 'dynamic', anchor: 'S11', workers: '1' })
    const turned = file('turned.csv', `\uFEFF${header}\n${rows.toReversed().join('\n')}`)
    const numbers = file('numbers.csv', `${header}\n${drawnVotes(['3', '2', '1']).join('\n')}\n`)
    for (const [path, workers] of [
      [turned, '2'],
      [numbers, '3'],
    ] as const)
      expect((await points([path], { model: 'dynamic', anchor: 'S11', workers })).points).toEqual(
        before.points,
      )
  })

  test('a second file tells the sessions, dates tell years, and other columns are mentioned', async () => {
    const bare = rows.map((row) => row.replace(/,\d$/, ',x'))
    const votes = file('bare.csv', `rcid,country,vote,remark\n${bare.join('\n')}\n`)
    const told = Array.from({ length: 60 }, (_, r) => `${r + 1},${1991 + Math.floor(r / 20)}-05-01`)
    const notices: string[] = []
    const calls = file('calls.csv', `rcid,date\n${told.join('\n')}\n`)
    const found = await points([votes, calls], { model: 'dynamic', anchor: 'S11' }, notices)
    expect(found.points[0]?.session).toBe(1991)
    expect(notices.join()).toContain('columns remark are not used')
    const same = await points([csv], { model: 'dynamic', anchor: 'S11' })
    expect(found.points.map(({ point }) => point)).toEqual(same.points.map(({ point }) => point))
  })

  test('Namibia is a state, and a state is found by its name, its code or its number', async () => {
    const codes = ['USA', 'NA', 'FR', 'CU', 'CN', 'SE', 'NO', 'DK', 'IN', 'BR', 'MX', 'JP']
    const named = rows.map((row) => row.replace(/S(\d\d)/, (_, s: string) => codes[Number(s)] ?? ''))
    const path = file('codes.csv', `${header}\n${named.join('\n')}\n`)
    const found = await points([path])
    expect(found.anchor).toBe('USA')
    expect(found.points.some(({ country }) => country === 'NA')).toBe(true)
    expect((await points([path], { anchor: 'Namibia' })).anchor).toBe('NA')
    expect((await points([path], { anchor: '40' })).anchor).toBe('CU')
  })

  test('a state that voted in no divided roll call has no point, and the reason', async () => {
    const path = file('silent.csv', `${header}\n${rows.join('\n')}\n99,S98,yes,3\n99,S99,yes,3\n`)
    const { points: all } = await points([path], { anchor: 'S11' })
    expect(all.at(-1)).toEqual({
      country: 'S99',
      point: null,
      se: null,
      reason: 'no vote in a divided roll call',
    })
  })

  test('the bootstrap stands beside the standard errors, the same for the same seed', async () => {
    const found = await points([csv], { anchor: 'S11', bootstrap: '12' })
    for (const { bootstrapSe } of found.points) expect(bootstrapSe).toBeGreaterThan(0)
    expect(await points([csv], { anchor: 'S11', bootstrap: '12', workers: '1' })).toEqual(found)
  })

  test.each([
    ['a word that is no vote', '1,S00,maybe,1', {}, /votes:2: vote: a vote must be .*got "maybe"/],
    [
      'a vote given twice',
      '1,S00,yes,1\n1,S01,no,1\n1,S00,no,1',
      {},
      /votes:4: country: S00 votes twice .* line 2/,
    ],
    ['a row without a state', '1,,yes,1', {}, /votes:2: country: country is empty/],
    [
      'a roll call in two sessions',
      '1,S00,yes,1\n1,S01,no,2',
      {},
      /votes:3: session: roll call 1 is in session 1/,
    ],
    ['a roll call in no session', '1,S00,yes,', {}, /votes:2: session: session is empty/],
    ['a row with too many cells', '1,S00,yes,1,2', {}, /votes:2: the line has 5 cells/],
    ['an anchor that is not there', '1,S00,yes,1\n1,S01,no,1', { anchor: 'S77' }, /no state .* got "S77"/],
    ['votes that never divide', '1,S00,yes,1\n1,S01,yes,1', {}, /no roll call divides/],
    ['an unknown model', '1,S00,yes,1', { model: 'trinary' }, /--model must be one of .*got "trinary"/],
    [
      'one point a country of a walk',
      '1,S00,yes,1',
      { model: 'dynamic', by: 'country' },
      /by country-session/,
    ],
    ['a middle of two', '1,S00,yes,1', { model: 'binary', abstentions: 'middle' }, /no middle/],
    [
      'a walk of no variance',
      '1,S00,yes,1',
      { model: 'dynamic', walkVariance: '0' },
      /--walk-variance must be/,
    ],
  ] as const)('%s is refused, with its place', async (name, text, given, message) => {
    const path = file(`${name}.votes`, `${header}\n${text}\n`)
    expect(await refusal(points([path], { ...given }))).toMatch(message)
  })

  test('a walk needs sessions', async () => {
    const path = file('timeless.csv', 'rcid,country,vote\n1,S00,yes\n1,S01,no\n')
    expect(await refusal(points([path], { model: 'dynamic' }))).toMatch(/no column session or date/)
  })
})

test('a long estimation can be stopped, and tells how far it is', async () => {
  const draw = random(8)
  const votes = Uint8Array.from({ length: 150 * 4000 }, () => 1 + Math.floor(3 * draw()))
  const input: IdealPointsInput = {
    votes: { states: 150, rollCalls: 4000, votes, session: new Int32Array(4000), sessions: 1 },
    model: 'ordinal',
    abstentions: 'missing',
    walkVariance: null,
    times: [0],
    anchor: 0,
    itemVariance: 25,
    mostIterations: 1000,
    seed: 1,
  }
  const stop = new AbortController()
  const work = compute('idealPoints', input, {
    workers: 2,
    signal: stop.signal,
    progress: () => stop.abort(),
  })
  await expect(work).rejects.toThrow(/cancelled/)
})

describe('voting-similarity', () => {
  const table = file(
    'pairs.csv',
    `${header}\n1,A,yes,1\n1,B,yes,1\n1,C,no,1\n2,A,no,1\n2,B,no,1\n2,C,yes,1\n3,A,yes,2\n3,B,yes,2\n4,C,no,2\n`,
  )

  test('gives each pair in each session; what votes do not tell is null with its reason', async () => {
    const { pairs: all } = await pairs([table])
    expect(all.map(({ a, b, session, value, n }) => [a, b, session, value, n])).toEqual([
      ['A', 'B', 1, 1, 2],
      ['A', 'C', 1, -1, 2],
      ['B', 'C', 1, -1, 2],
      ['A', 'B', 2, null, 1],
      ['A', 'C', 2, null, 0],
      ['B', 'C', 2, null, 0],
    ])
    expect(all[3]?.reason).toContain('no chance to correct for')
    expect(all[4]?.reason).toBe('no roll call in which both voted')
  })

  test('one state in one session, by any measure', async () => {
    const { pairs: own } = await pairs([table], { measure: 's', state: 'C', session: '1' })
    expect(own.map(({ a, b, value }) => [a, b, value])).toEqual([
      ['C', 'A', -1],
      ['C', 'B', -1],
    ])
  })

  test('without sessions, pairs are of all votes', async () => {
    const path = file('all.csv', 'rcid,country,vote\n1,A,1\n1,B,1\n2,A,3\n2,B,2\n3,A,\n3,B,8\n')
    expect(await pairs([path], { measure: 'agreement' })).toMatchObject({
      pairs: [{ a: 'A', b: 'B', value: 0.5, n: 2 }],
    })
  })

  test('a session that is not there is refused', async () => {
    expect(await refusal(pairs([table], { session: '7' }))).toMatch(/no such session, got "7". It has 1 to 2/)
  })
})

const reason = sharedIsHere ? '' : ' (skipped: there is no ../shared)'

describe.skipIf(!sharedIsHere)(`the General Assembly${reason}`, () => {
  const real = [
    shared('data/unga_votes_unvotes/un_votes.csv.gz'),
    shared('data/unga_votes_unvotes/un_roll_calls.csv'),
  ]

  test('dynamic points agree with those published by Bailey, Strezhnev and Voeten, in each session since 1985', async () => {
    const published = new Map<string, number>()
    const text = readFileSync(shared('data/unga_ideal_points/qss_unvoting.csv'), 'utf8')
    for (const line of text.trim().split('\n').slice(1)) {
      const [, year, code = '', point] = /^(\d{4}),([A-Z]*),(?:"[^"]*"|[^,]*),([^,]*),/.exec(line) ?? []
      const state = findState('cow-abbreviation', code, Number(year)) ?? findState('iso3', code, null)
      if (state !== null && point !== undefined && point !== 'NA')
        published.set(`${state} ${year}`, Number(point))
    }
    const found = await points(real, { model: 'dynamic' })
    const sessions = Map.groupBy(found.points, ({ session }) => 1945 + (session ?? 0))
    for (const [year, own] of sessions) {
      if (year < 1985 || year > 2012) continue
      const both = own.flatMap(({ country, point }) => {
        const other = published.get(`${findState('name', country, null) ?? country} ${year}`)
        return other === undefined || point === null ? [] : [[point, other] as const]
      })
      expect(both.length).toBeGreaterThan(130)
      expect(correlation(both), String(year)).toBeGreaterThan(0.97)
    }
  }, 120_000)
})

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length
  const [sa, sb] = [0, 1].map((k) => pairs.reduce((sum, pair) => sum + (pair[k] ?? 0), 0) / n)
  let [ab, aa, bb] = [0, 0, 0]
  for (const [a, b] of pairs) {
    ab += (a - (sa ?? 0)) * (b - (sb ?? 0))
    aa += (a - (sa ?? 0)) ** 2
    bb += (b - (sb ?? 0)) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}
