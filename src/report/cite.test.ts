import { expect, test } from 'vitest'
import { citer } from './cite.ts'

const places = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ kind, id: `r${at}`, source: 's', locator: `row ${at}` }))

test('every place is cited once, and a source keeps its number', () => {
  const { cite, sources } = citer(new Map(), 'en')
  expect(cite([...places('event', 5), ...places('event', 5)]).map(({ locator }) => locator)).toEqual([
    'row 0',
    'row 1',
    'row 2',
    'row 3',
    'row 4',
  ])
  expect(cite([{ kind: 'event', id: 'x', source: 't', locator: null }])).toEqual([
    { number: 2, locator: null, figure: null },
  ])
  expect(sources()).toEqual(['s', 't'])
})

test('of many activities, which the ledger lists one by one, three are named and the others counted', () => {
  const told = (language: 'en' | 'vi', count: number) =>
    citer(new Map(), language)
      .cite(places('activity', count))
      .map(({ locator }) => locator)
  expect(told('en', 3)).toEqual(['row 0', 'row 1', 'row 2'])
  expect(told('en', 25)).toEqual(['row 0', 'row 1', 'row 2', 'and 22 more'])
  expect(told('vi', 4).at(-1)).toBe('và 1 chỗ khác')
})
