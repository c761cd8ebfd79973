/** `method composite` and `method durability` on files: what they give, and what they refuse. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { methodFile } from './method-file.ts'
import { methodOf } from './methods.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-methods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let written = 0
const file = (text: string) => {
  const path = join(folder, `${written++}.csv`)
  writeFileSync(path, text)
  return methodFile(path)
}
const notices: string[] = []
const watch = { notice: (message: string) => notices.push(message), progress: () => {} }
const usual = {
  normalize: 'min-max',
  aggregate: 'arithmetic',
  impute: 'none',
  treat: 'none',
  uncertainty: '0',
  sobol: '0',
  seed: '1',
}
const composite = (frame: string, data: string, more: object = {}) =>
  methodOf('composite').run([file(frame), file(data)], { ...usual, ...more }, watch) as Promise<{
    scores: { unit: string; code: string; value: number | null }[]
    sensitivity?: { input: string; first: number; total: number }[]
    ranks: { unit: string; rank: number | null; interval?: readonly [number, number] | null }[]
  }>
const frame = 'code,parent,weight,direction\nall,,1,1\na,all,1,1\nb,all,3,-1\n'
const data = 'unit,a,b\nx,0,10\ny,5,0\nz,10,5\n'
const refusal = async (work: Promise<unknown>) => {
  const cause = await work.catch((error: unknown) => error)
  if (!(cause instanceof SoundingsError)) throw new Error('it was not refused')
  return cause
}

test('scores follow weights and directions, and ranks follow scores', async () => {
  const { scores, ranks } = await composite(frame, data, { uncertainty: '200' })
  expect(scores.filter(({ code }) => code === 'all').map(({ value }) => value)).toEqual([0, 87.5, 62.5])
  expect(ranks.map(({ rank }) => rank)).toEqual([3, 1, 2])
  expect(ranks[0]?.interval).toEqual([3, 3])
})

test('the weights that move ranks are told apart by their share', async () => {
  const close = 'unit,a,b\nx,0,10\ny,6,4\nz,10,0\nw,5,5.2\nv,2,8.1\n'
  const turned = frame.replace('b,all,3,-1', 'b,all,1,1')
  const { sensitivity = [] } = await composite(turned, close, { sobol: '512' })
  expect(sensitivity.map(({ input }) => input)).toEqual(['weight of a', 'weight of b'])
  for (const { total } of sensitivity) expect(total).toBeGreaterThan(0.2)
})

test('what is missing is told before it is used, and gives no score unless it is filled', async () => {
  const holes = data.replace('y,5,0', 'y,,0')
  const { scores } = await composite(frame, holes)
  expect(scores.find(({ unit, code }) => unit === 'y' && code === 'all')?.value).toBeNull()
  expect(notices).toContain('1 of 3 values of a are missing.')
  const filled = await composite(frame, holes, { impute: 'mean' })
  expect(filled.scores.find(({ unit, code }) => unit === 'y' && code === 'all')?.value).toBe(87.5)
})

test.each([
  [
    'weights that sum to 0',
    frame.replace('a,all,1', 'a,all,0').replace('b,all,3', 'b,all,0'),
    data,
    /sum to 0/,
  ],
  ['a negative weight', frame.replace('b,all,3', 'b,all,-3'), data, /at least 0/],
  ['an unknown parent', frame.replace('a,all', 'a,none'), data, /there is no node none/],
  ['a leaf without its column', `${frame}c,all,1,1\n`, data, /column c is not there/],
  ['a word where a number should be', frame, data.replace('z,10', 'z,ten'), /no number/],
  ['a unit that stands twice', frame, data.replace('z,', 'x,'), /a second time/],
  ['a circle', 'code,parent\nall,\na,b\nb,a\n', data, /circle/],
])('%s is refused', async (_, wrong, rows, message) => {
  expect((await refusal(composite(wrong, rows))).message).toMatch(message)
})

test('durability tells survival and median, and asks until when the open spells were seen', async () => {
  const spells = 'relation,start,end\na,1990,1992\nb,1990,1994\nc,1990,\n'
  const durability = (options: Record<string, unknown>) =>
    methodOf('durability').run([file(spells)], options, watch) as Promise<{
      median: number
      survival: unknown[]
    }>
  const { median, survival } = await durability({ until: '2000' })
  expect(median).toBeCloseTo(4, 1)
  expect(survival).toHaveLength(2)
  expect((await refusal(durability({}))).message).toMatch(/--until/)
})
