import { expect, test } from 'vitest'
import { plantedLedger, rates } from '../../test/planted-activities.ts'
import { type Activity, activityExample } from './activity.ts'
import { activityMatchExample } from './activity-match.ts'
import { matchId, similarActivities } from './similar-activities.ts'

const dialogue: Activity = {
  ...activityExample,
  id: 'a',
  kind: 'dialogue',
  date: '2010-08',
  title: 'Defense Policy Dialogue',
  participants: [{ state: 'VNM' }, { state: 'USA' }],
}
const pairsOf = (...activities: readonly Activity[]) => similarActivities(activities).map(({ id }) => id)
const fields = (...activities: readonly Activity[]) =>
  similarActivities(activities)[0]?.reasons.map(({ field, level }) => `${field} ${level}`)

test('the same partners, kind and year are enough for a look; another year or partner is none', () => {
  const row = { dataset: 'dcad', version: 'v', table: 't', row: '1' }
  const { title: _, ...rest } = dialogue
  const other = { ...rest, id: 'b', date: '2010', title: 'Report', fromDataset: row }
  expect(pairsOf(dialogue, other)).toEqual([matchId('a', 'b')])
  expect(pairsOf(dialogue, { ...other, date: '2012' })).toEqual([])
  expect(pairsOf(dialogue, { ...other, participants: [{ state: 'VNM' }, { state: 'RUS' }] })).toEqual([])
  expect(pairsOf(dialogue, { ...other, kind: 'equipment' })).toEqual([])
})

test('a score tells its reasons, and does not depend on the order of the two', () => {
  const again = { ...dialogue, id: 'b', date: '2010-08-17', title: 'Policy dialogue, defense' }
  expect(fields(dialogue, again)).toEqual([
    'participants equal',
    'date same-month',
    'kind same',
    'title same',
  ])
  expect(similarActivities([again, dialogue])).toEqual(similarActivities([dialogue, again]))
})

test('an exercise of thirty met again with two of them is a pair by containment', () => {
  const states =
    'VNM USA AUS NZL JPN KOR SGP THA MYS IDN PHL BRN IND BGD LKA FRA GBR DEU ITA ESP CAN MEX CHL PER ECU COL BRA ARG URY PRT'.split(
      ' ',
    )
  const exercise: Activity = {
    ...activityExample,
    id: 'large',
    kind: 'exercise',
    date: '2014-06',
    title: 'Pacific Ring 2014',
    participants: states.map((state) => ({ state })),
  }
  const seen = { ...exercise, id: 'small', participants: [{ state: 'VNM' }, { state: 'USA' }] }
  expect(fields(exercise, seen)).toContain('participants contained')
})

test('what is known to the decade only is no same date, and needs more to be shown', () => {
  const decade = { ...dialogue, id: 'b', date: '201X' }
  expect(fields(dialogue, decade)).toContain('date vague')
  expect(pairsOf(dialogue, { ...decade, title: 'Quite another name' })).toEqual([])
})

test('rows of one dataset are never a pair, however alike', () => {
  const row = (id: string) => ({
    ...dialogue,
    id,
    fromDataset: { dataset: 'dcad', version: 'v', table: 't', row: id },
  })
  expect(pairsOf(row('x'), row('y'))).toEqual([])
})

test('what a person recorded is proposed to count before what a dataset tells', () => {
  const row = { ...dialogue, id: '0', fromDataset: { dataset: 'icews', version: 'v', table: 't', row: '0' } }
  expect(similarActivities([row, dialogue])[0]).toMatchObject({ first: 'a', second: '0' })
})

test('a decision is shown with its pair, and is stale when one of the two changes', () => {
  const again = { ...dialogue, id: 'b' }
  const [pair] = similarActivities([dialogue, again])
  const match = {
    ...activityMatchExample,
    id: pair?.id ?? '',
    first: 'a',
    second: 'b',
    counts: 'a',
    seen: pair?.seen ?? '',
  }
  const stateOf = (one: Activity) => similarActivities([dialogue, one], [match])[0]?.state
  expect(stateOf({ ...again, duplicateOf: 'a' })).toBe('decided')
  expect(stateOf({ ...again, text: 'more is known' })).toBe('stale')
})

test('what repeats another is not shown again with a third', () => {
  expect(pairsOf(dialogue, { ...dialogue, id: 'b', duplicateOf: 'c' })).toEqual([])
})

test('of planted duplicates nine in ten are found, and few other pairs are shown', () => {
  const all = [1, 2, 3].map((seed) => rates(plantedLedger(500, 0.2, seed)))
  const sum = (key: 'planted' | 'shown' | 'rightly') => all.reduce((total, one) => total + one[key], 0)
  expect(sum('rightly') / sum('planted')).toBeGreaterThan(0.9)
  expect(sum('rightly') / sum('shown')).toBeGreaterThan(0.9)
})
