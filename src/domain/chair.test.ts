/** Chairs: recorded, projected by rule, and two at once. */
import { expect, test } from 'vitest'
import { type Chair, chairsOf, doubleDuties } from './chair.ts'
import type { Institution } from './institution.ts'
import type { Membership } from './seat.ts'

const members = ['brunei', 'laos', 'vietnam'].map(
  (actor): Membership => ({ actor, role: 'member', from: '1997' }),
)
const chair = (actor: string, from: string, to = from): Membership => ({ actor, role: 'chair', from, to })
const council = (more: readonly Membership[], rule?: 'alphabetical' | 'as-recorded') => ({
  id: 'council',
  memberships: [...members, ...more],
  ...(rule === undefined ? {} : { chairRotation: { rule, months: 12 } }),
})
const told = (chairs: readonly Chair[]) => chairs.map(({ actor, from, basis }) => [actor, from, basis])
const same = (id: string) => id

test('without a rule nothing is projected', () => {
  expect(told(chairsOf(council([chair('laos', '2020')]), same, 2025))).toEqual([['laos', '2020', 'recorded']])
})

test('by the alphabet the chair goes on from the last recorded and comes round', () => {
  expect(told(chairsOf(council([chair('laos', '2020')], 'alphabetical'), same, 2023))).toEqual([
    ['laos', '2020', 'recorded'],
    ['vietnam', '2021', 'projected'],
    ['brunei', '2022', 'projected'],
    ['laos', '2023', 'projected'],
  ])
})

test('whoever joins later takes the chair only after joining', () => {
  const late: Membership = { actor: 'timor-leste', role: 'member', from: '2023' }
  const chairs = chairsOf(council([chair('laos', '2020'), late], 'alphabetical'), same, 2027)
  expect(chairs.map(({ actor }) => actor)).toEqual([
    'laos',
    'vietnam',
    'brunei',
    'laos',
    'timor-leste',
    'vietnam',
    'brunei',
    'laos',
  ])
})

test('as recorded the chair is projected only if it went round before', () => {
  const once = [chair('vietnam', '2018'), chair('brunei', '2019')]
  expect(chairsOf(council(once, 'as-recorded'), same, 2022)).toHaveLength(2)
  const round = chairsOf(council([...once, chair('vietnam', '2020')], 'as-recorded'), same, 2022)
  expect(told(round).slice(3)).toEqual([
    ['brunei', '2021', 'projected'],
    ['vietnam', '2022', 'projected'],
  ])
})

test('a projection from an illustrative chair is illustrative', () => {
  const chairs = chairsOf(
    council([{ ...chair('laos', '2020'), illustrative: true }], 'alphabetical'),
    same,
    2021,
  )
  expect(chairs.map(({ illustrative }) => illustrative)).toEqual([true, true])
})

const asean: Pick<Institution, 'id' | 'memberships' | 'within'> = {
  id: 'asean',
  memberships: [chair('vietnam', '2010'), chair('vietnam', '2020')],
}
const forum = { id: 'forum', within: 'asean', memberships: [chair('vietnam', '2010')] }
const security: Pick<Institution, 'id' | 'memberships' | 'within'> = {
  id: 'security-council',
  memberships: [{ actor: 'vietnam', role: 'elected-member', from: '2020', to: '2021' }],
}
const double = (...all: readonly (typeof asean)[]) =>
  doubleDuties(
    all,
    all.flatMap((one) => chairsOf(one, same, 2025)),
    [2005, 2025],
  ).map(({ actor, year }) => [actor, year])

test('a chair and an elected seat in one year are a dual responsibility', () => {
  expect(double(asean, security)).toEqual([['vietnam', 2020]])
})

test('the chair of a body within another is not a second one', () => {
  expect(double(asean, forum)).toEqual([])
})

test('bodies that are within one another end in no endless search', () => {
  const circle = [
    { ...forum, id: 'x', within: 'y' },
    { ...forum, id: 'y', within: 'x' },
  ]
  expect(double(...circle)).toEqual([])
})
