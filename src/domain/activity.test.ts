import { expect, test } from 'vitest'
import { Activity, activityClass, activityExample, activityKindNames } from './activity.ts'
import { activityKinds } from './activity-kinds.data.ts'
import { kinds } from './record.ts'
import { referencesOf } from './reference.ts'

const messages = (change: object) =>
  (Activity.safeParse({ ...activityExample, ...change }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

test('every kind has one class, and words in both languages', () => {
  expect(activityKindNames.filter((kind) => activityClass(kind) === 'coercive')).toEqual([
    'show-of-force',
    'threat',
    'limited-force',
  ])
  for (const { title, about } of Object.values(activityKinds)) {
    expect(title.en).not.toBe(title.vi)
    expect(about.en).not.toBe(about.vi)
  }
})

test('a participant is a state or an actor, never both and never neither', () => {
  expect(messages({ participants: [{ state: 'ARL' }, { actor: 'league' }] })).toEqual([])
  const wrong = 'a participant is either a state or an actor'
  expect(messages({ participants: [{ role: 'host' }] })).toEqual([`participants.0.state: ${wrong}`])
  expect(messages({ participants: [{ state: 'ARL', actor: 'arland' }] })).toEqual([
    `participants.0.state: ${wrong}`,
  ])
})

test('nobody takes part twice, and thirty may', () => {
  expect(messages({ participants: [{ state: 'ARL' }, { state: 'BOR' }, { state: 'ARL' }] })).toEqual([
    'participants.2: ARL takes part twice',
  ])
  const letters = Array.from({ length: 30 }, (_, at) => String.fromCharCode(65 + (at % 26)))
  const thirty = letters.map((letter, at) => ({ state: `${letter}${at < 26 ? 'A' : 'B'}Z` }))
  expect(messages({ participants: thirty })).toEqual([])
})

test('a date may be known to the decade only; what recurs needs a first and a last one', () => {
  expect(messages({ date: '201X' })).toEqual([])
  expect(messages({ date: '2010/2014', everyMonths: 12 })).toEqual([])
  for (const date of ['2010', '2010/..'])
    expect(messages({ date, everyMonths: 12 })).toEqual([
      'everyMonths: what recurs has a first and a last date, such as 2010/2014',
    ])
})

test('an amount may lack its year, but not its currency', () => {
  expect(messages({ amount: { value: 18e6, currency: 'USD' } })).toEqual([])
  expect(messages({ amount: { value: 18e6 } })).toHaveLength(1)
})

test('its pointers are found: the actors that take part, agreement, setting, duplicate and source', () => {
  const body = Activity.parse({
    ...activityExample,
    participants: [{ state: 'ARL' }, { actor: 'league' }],
    agreement: 'pact',
    setting: 'council',
    duplicateOf: 'harbour-guard-of-2004',
  })
  expect(referencesOf(kinds.activity.schema, body).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'actor league',
    'agreement pact',
    'institution council',
    'activity harbour-guard-of-2004',
    'source harbour-history',
  ])
  expect(messages({ duplicateOf: activityExample.id })).toEqual([
    'duplicateOf: an activity does not repeat itself',
  ])
})
