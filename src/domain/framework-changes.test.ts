/** Edits of a framework, and the words for what they changed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf, Framework, frameworkExample } from './framework.ts'
import { frameworkChanges } from './framework-changes.ts'
import {
  inTreeOrder,
  movedUnder,
  sharesOfWhole,
  shifted,
  withAdded,
  withCriterion,
  without,
} from './framework-tree.ts'

const scale = [
  { level: 1, en: 'low', vi: 'thấp' },
  { level: 2, en: 'high' },
]
const leaf = (code: string, parent?: string, weight = 1) => ({
  code,
  ...(parent === undefined ? {} : { parent }),
  title: code.toUpperCase(),
  weight,
  scale,
})
const base = Framework.parse({
  ...frameworkExample,
  criteria: [leaf('a'), leaf('a1', 'a'), leaf('a2', 'a', 3), leaf('b'), leaf('b1', 'b')],
})
const codes = (framework: Framework) => framework.criteria.map(({ code }) => code)
const told = (after: Framework) =>
  frameworkChanges(base, after).map((one) => [one.what, 'code' in one ? one.code : null])

describe('what changed between two versions', () => {
  test('nothing, where both say the same', () => {
    expect(frameworkChanges(base, structuredClone(base))).toEqual([])
  })

  test('a weight and an anchor are told with what they were and are', () => {
    const after = withCriterion(base, 'a2', (one) => ({
      ...one,
      weight: 2,
      scale: [
        { level: 1, en: 'lower', vi: 'thấp' },
        { level: 2, en: 'high' },
      ],
    }))
    expect(frameworkChanges(base, after)).toEqual([
      { what: 'reweighted', code: 'a2', title: 'A2', titleVi: 'A2', from: 3, to: 2 },
      {
        what: 'changed',
        code: 'a2',
        title: 'A2',
        titleVi: 'A2',
        field: 'scale',
        level: 1,
        from: 'low / thấp',
        to: 'lower / thấp',
      },
    ])
  })

  test('added, moved, reordered and removed are told apart', () => {
    expect(told(withAdded(base, leaf('a3', 'a')))).toEqual([['added', 'a3']])
    expect(told(movedUnder(base, 'a2', 'b'))).toEqual([['moved', 'a2']])
    expect(told(shifted(base, 'b', -1))).toEqual([['reordered', null]])
    expect(told(without(base, 'a'))).toEqual([
      ['removed', 'a'],
      ['removed', 'a1'],
      ['removed', 'a2'],
    ])
  })
})

describe('edits', () => {
  test('a branch moves with everything below it, and stands after the one above it', () => {
    expect(codes(shifted(base, 'b', -1))).toEqual(['b', 'b1', 'a', 'a1', 'a2'])
    expect(codes(movedUnder(base, 'a', 'b1'))).toEqual(['b', 'b1', 'a', 'a1', 'a2'])
    expect(codes(movedUnder(base, 'a1', undefined))).toEqual(['a', 'a2', 'b', 'b1', 'a1'])
    expect(() => movedUnder(base, 'a', 'a2')).toThrow(RangeError)
  })

  test('the first does not move up, nor the last down', () => {
    expect(shifted(base, 'a', -1)).toBe(base)
    expect(shifted(base, 'b1', 1)).toBe(base)
  })

  test('any chain of edits leaves a framework that the schema accepts', () => {
    const edit = fc.record({
      code: fc.constantFrom('a', 'a1', 'a2', 'b', 'b1'),
      what: fc.constantFrom('up', 'down', 'under', 'add'),
      to: fc.constantFrom('a', 'a1', 'a2', 'b', 'b1', undefined),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let now = base
        for (const [at, { code, what, to }] of edits.entries()) {
          if (what === 'up') now = shifted(now, code, -1)
          else if (what === 'down') now = shifted(now, code, 1)
          else if (what === 'add') now = withAdded(now, leaf(`new-${at}`, to))
          else {
            try {
              now = movedUnder(now, code, to)
            } catch (cause) {
              expect(cause).toBeInstanceOf(RangeError)
            }
          }
        }
        expect(Framework.safeParse(now).error?.issues).toBeUndefined()
        expect(inTreeOrder(now.criteria)).toEqual(now.criteria)
      }),
    )
  })

  test('the shares of the leaves sum to 1', () => {
    const shares = sharesOfWhole(base.criteria)
    expect(shares.get('a2')).toBeCloseTo(0.375, 12) // 1/2 × 3/4
    expect(['a1', 'a2', 'b1'].reduce((sum, code) => sum + (shares.get(code) ?? 0), 0)).toBeCloseTo(1, 12)
  })
})

describe('unit and direction', () => {
  const faults = (more: object) =>
    Framework.safeParse({ ...base, criteria: [{ ...leaf('a'), ...more }] }).error?.issues.map(({ path }) =>
      path.at(-1),
    )
  test('follow from the goalposts where they are not told', () => {
    expect(directionOf({ goalposts: [5, 0] })).toBe('less-is-deeper')
    expect(directionOf({})).toBe('more-is-deeper')
  })
  test('may not contradict the goalposts', () => {
    expect(faults({ direction: 'less-is-deeper', goalposts: [5, 0], unit: 'years' })).toBeUndefined()
    expect(faults({ direction: 'less-is-deeper', goalposts: [0, 5] })).toEqual(['direction'])
    expect(faults({ direction: 'less-is-deeper' })).toEqual(['direction'])
    expect(faults({ direction: 'more-is-deeper', goalposts: [5, 0] })).toEqual(['direction'])
  })
})
