/** Convergence in the instrument: what it computes is what the method gives, and what it says is what was computed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Comparison, comparisonExample } from '#domain/comparison'
import { convergence } from '#numeric/convergence'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { caseInput } from '../../../test/case-input.ts'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { method } from './method.ts'
import { Request } from './model.ts'

const years = Array.from({ length: 20 }, (_, at) => 1985 + at)
const code = (at: number) =>
  `D${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`

/** Donors that drift together; the state that joined is a mixture of them, moved by `planted` from 1995 on. */
function comparison(planted: number, seed = 1, shares: readonly number[] = [0.4, 0.3, 0.3]): Comparison {
  const normal = randomNormal(random(seed))
  const drift = years.map(() => 0.05 * normal())
  const donors = Array.from({ length: 19 }, (_, at) => ({
    state: code(at),
    values: drift.map((move) => 0.3 + 0.01 * at + move + 0.03 * normal()),
  }))
  const values = years.map(
    (year, t) =>
      shares.reduce((sum, share, j) => sum + share * (donors[j]?.values[t] ?? 0), 0) +
      0.005 * normal() +
      (year >= 1995 ? planted : 0),
  )
  return Comparison.parse({
    ...comparisonExample,
    joined: 1995,
    years,
    treated: { state: 'ARL', values },
    donors,
  })
}

function analysed(...comparisons: readonly Comparison[]) {
  const request = Request.parse({ case: 'c', draws: 100 })
  return method({ ...caseInput([['persuasion']], []), comparisons, request })
}
const statement = (result: ReturnType<typeof analysed>, id: string) =>
  findings(result).find((one) => one.id === id)?.statement ?? ''

test('an effect that was planted is found, with its interval, and said', () => {
  const result = analysed(comparison(0.3))
  const [found] = result.convergence
  expect(found?.effect.value).toBeCloseTo(0.3, 1)
  expect(found?.p).toBe(1 / 20)
  const [low = 1, high = 0] = found?.effect.interval ?? []
  expect(low).toBeLessThan(0.3)
  expect(high).toBeGreaterThan(0.3)
  expect(statement(result, 'convergence')).toMatch(/0\.\d\d closer to the group .* more than chance/)
  expect(statement(result, 'convergence-series')).toMatch(/jumps at joining by 0\.\d\d \(95 %:/)
  expect(statement(result, 'convergence-turn')).toContain('1995, the year of joining')
})

test('without an effect it says that chance would show as much', () => {
  expect(statement(analysed(comparison(0)), 'convergence')).toContain('no more than chance')
})

test('a mixture that is one state, and one that follows badly, are called so', () => {
  const one = statement(analysed(comparison(0.3, 2, [0, 1])), 'convergence-fit')
  expect(one).toContain('One state makes up the mixture')
  expect(one).not.toContain('followed worse than most')
  const far = comparison(0)
  const outside = { ...far, treated: { ...far.treated, values: far.treated.values.map((v) => v - 0.5) } }
  expect(statement(analysed(outside), 'convergence-fit')).toContain('followed worse than most')
})

test('what is left without the largest donor is what a comparison without it gives', () => {
  const of = comparison(0.2)
  const [found] = analysed(of).convergence
  const [largest] = (found?.weights ?? []).toSorted((a, b) => b.weight - a.weight)
  const [rest] = analysed({
    ...of,
    donors: of.donors.filter(({ state }) => state !== largest?.state),
  }).convergence
  expect(found?.without).toEqual({
    state: largest?.state,
    before: rest?.before,
    effect: rest?.effect.value,
    p: rest?.p,
  })
  expect(analysed({ ...of, donors: of.donors.slice(0, 2) }).convergence[0]?.without).toHaveProperty('missing')
})

test('the sentence on the interval says why there is none', () => {
  const few = comparison(0.3)
  expect(statement(analysed({ ...few, donors: few.donors.slice(0, 4) }), 'convergence')).toContain(
    'no interval with so few donors',
  )
  const same = { ...few, treated: { ...few.treated, values: few.donors[3]?.values ?? [] } }
  expect(statement(analysed(same), 'convergence')).toContain('no interval: it was followed exactly before')
})

test('the table of gaps holds every state once, and its own growth gives p', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
      const of = comparison(0.05, seed)
      const [found] = analysed(of).convergence
      const growth = (found?.gaps ?? []).map(({ before, after }) => after / before)
      const unusual = growth.filter((value) => value >= (growth[0] ?? 0)).length
      expect(unusual / growth.length).toBeCloseTo(found?.p ?? 0, 12)
      expect(found?.gaps.map(({ state }) => state)).toEqual(['ARL', ...of.donors.map(({ state }) => state)])
      const flat = Float64Array.from(of.donors.flatMap(({ values }) => values))
      const { control } = convergence(Float64Array.from(of.treated.values), flat, 10)
      expect(found?.effect.value).toBe(control.effect)
    }),
    { numRuns: 10 },
  )
})

test('each comparison has three exhibits with the same evidence in both languages; two do not share an id', () => {
  const result = analysed(comparison(0.3), { ...comparison(0, 3), id: 'arland-registers/again' })
  for (const language of ['en', 'vi'] as const) {
    const shown = exhibits(result, language).filter(({ step }) => step === 'S19')
    expect(shown.map(({ id }) => id)).toEqual([
      'convergence',
      'convergence-gap',
      'convergence-donors',
      'convergence-2',
      'convergence-gap-2',
      'convergence-donors-2',
    ])
    for (const { rows, columns } of shown)
      for (const { cells, evidence } of rows) {
        expect(cells).toHaveLength(columns.length)
        expect(evidence[0]?.kind).toBe('comparison')
      }
  }
  const ids = findings(result).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what cannot be compared is refused with its place', () => {
  const mended = (change: Partial<Comparison>) =>
    Comparison.safeParse({ ...comparisonExample, ...change }).error?.issues[0]
  const { years: all, donors } = comparisonExample
  expect(mended({ years: [2000, 2002, 2001, 2003, 2004, 2005] })).toMatchObject({ path: ['years', 2] })
  expect(mended({ donors: [...donors, ...donors.slice(0, 1)] })).toMatchObject({
    path: ['donors', 2, 'state'],
  })
  expect(mended({ group: ['COR'] })).toMatchObject({ path: ['donors', 0, 'state'] })
  expect(mended({ group: ['ARL'] })).toMatchObject({ path: ['group'] })
  expect(mended({ joined: all[1] ?? 0 })).toMatchObject({ path: ['joined'] })
})
