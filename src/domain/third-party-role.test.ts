import { expect, test } from 'vitest'
import { stages } from './dispute.ts'
import { kinds } from './record.ts'
import { demandsAt, type RoleId, roleIds, roleOf } from './third-party-role.ts'

const total = (id: RoleId) => Object.values(demandsAt(id, 'during')).reduce((sum, level) => sum + level, 0)
const covers = (more: RoleId, less: RoleId) =>
  stages.every((stage) =>
    Object.entries(demandsAt(less, stage)).every(
      ([kind, level]) =>
        (Object.entries(demandsAt(more, stage)).find(([one]) => one === kind)?.[1] ?? 0) >= level,
    ),
  )

test('each strategy of mediation asks all that the one before it asks', () => {
  expect(covers('formulation', 'communication')).toBe(true)
  expect(covers('manipulation', 'formulation')).toBe(true)
  expect(roleOf('manipulation').demands.during.leverage).toBeGreaterThan(0)
})

test('conciliation and arbitration ask more than every modest role', () => {
  const modest: readonly RoleId[] = [
    'capacity-building',
    'good-offices',
    'facilitation',
    'shuttle-diplomacy',
    'communication',
  ]
  for (const heavy of ['conciliation', 'arbitration'] as const)
    for (const light of modest) expect(total(heavy), `${heavy} ${light}`).toBeGreaterThan(total(light))
})

test('only arbitration binds, and only who judges must have nothing at stake', () => {
  expect(roleIds.filter((id) => roleOf(id).outcome === 'award')).toEqual(['arbitration'])
  expect(roleIds.filter((id) => roleOf(id).demands.materialStake !== null)).toEqual([
    'inquiry',
    'conciliation',
    'arbitration',
  ])
})

test('every role has its definition, reason, source and an example in both languages', () => {
  for (const id of roleIds) {
    const { title, definition, why, sources, examples } = roleOf(id)
    for (const text of [title, definition, why]) expect(text.vi).not.toBe(text.en)
    expect(sources.length).toBeGreaterThan(0)
    expect(examples.length).toBeGreaterThan(0)
    for (const { en, vi, source } of examples) {
      expect(vi).not.toBe(en)
      expect(source).not.toBe('')
    }
  }
})

test.each(['capability', 'ripeness', 'standing', 'stake'] as const)(
  '%s refuses a range without its level',
  (kind) => {
    const { schema, example } = kinds[kind]
    expect(schema.safeParse({ ...example, level: 2, range: [3, 4] }).success).toBe(false)
    expect(schema.safeParse({ ...example, level: 2, range: [1, 4] }).success).toBe(true)
  },
)

test('a dispute with one party can be recorded, but not one whose phases run backwards', () => {
  const { schema, example } = kinds.dispute
  const [phase] = example.phases
  expect(schema.safeParse({ ...example, parties: [{ state: 'ARL' }] }).success).toBe(true)
  expect(schema.safeParse({ ...example, parties: [] }).success).toBe(false)
  expect(schema.safeParse({ ...example, parties: [{ state: 'ARL', actor: 'arland' }] }).success).toBe(false)
  expect(schema.safeParse({ ...example, phases: [phase, { ...phase, id: 'b', from: '2001' }] }).success).toBe(
    false,
  )
})
