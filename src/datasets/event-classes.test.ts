/** Which events are counted together. */
import { expect, test } from 'vitest'
import { isOfClass } from './event-classes.ts'

test('CAMEO and PLOVER codes fall into the same classes', () => {
  expect(isOfClass('material-conflict', '190', '')).toBe(true)
  expect(isOfClass('material-conflict', 'ASSAULT', 'aerial')).toBe(true)
  expect(isOfClass('verbal-conflict', '112', '')).toBe(true)
  expect(isOfClass('verbal-conflict', 'THREATEN', '')).toBe(true)
  expect(isOfClass('verbal-cooperation', '057', '')).toBe(true)
  expect(isOfClass('material-cooperation', 'AID', '')).toBe(true)
})

test('each code is of one quad class at most', () => {
  const classes = [
    'material-conflict',
    'verbal-conflict',
    'material-cooperation',
    'verbal-cooperation',
  ] as const
  for (const code of [
    '010',
    '036',
    '0431',
    '072',
    '112',
    '138',
    '145',
    '163',
    '173',
    '193',
    '204',
    'nonsense',
  ])
    expect(classes.filter((one) => isOfClass(one, code, '')).length, code).toBeLessThanOrEqual(1)
})

test('a visit is made or received; a telephone call is none', () => {
  expect(['042', '043', '0431'].every((code) => isOfClass('visits', code, ''))).toBe(true)
  expect(isOfClass('visits', '041', '')).toBe(false)
  expect(isOfClass('visits', 'CONSULT', 'visit')).toBe(true)
  expect(isOfClass('visits', 'CONSULT', 'phone')).toBe(false)
})

test('a statement counts only where all events do', () => {
  expect(isOfClass('verbal-cooperation', '010', '')).toBe(false)
  expect(isOfClass('all', '010', '')).toBe(true)
})
