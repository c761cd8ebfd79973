/** Laws of the rule, over situations that are drawn. */
import { expect, test } from 'vitest'
import type { CapabilityKind } from '#domain/capability'
import { capabilityKinds } from '#domain/capability-kinds.data'
import { type RoleId, roleIds } from '#domain/third-party-role'
import { random } from '#numeric/random'
import { firstRole, judgeRoles, type Situation } from './judge-roles.ts'
import type { Status } from './model.ts'

const kinds = Object.keys(capabilityKinds) as CapabilityKind[]
const order: readonly Status[] = ['free', 'limited', 'unknown', 'ruled-out']

/** A situation in which everything is drawn; one in six levels is not known. */
function drawnSituation(seed: number): Situation {
  const next = random(seed)
  const level = () => Math.round(next() * 8) / 2
  const maybe = () => (next() < 1 / 6 ? null : level())
  const some = <T>(all: readonly T[], share: number) => all.filter(() => next() < share)
  return {
    isParty: false,
    stage: (['before', 'during', 'after'] as const)[Math.floor(next() * 3)] ?? 'during',
    tolerance: Math.floor(next() * 3),
    demands: 0,
    sides: new Map([
      ['north', ['AAA']],
      ['south', ['BBB', 'CCC']],
    ]),
    standing: new Map(['AAA', 'BBB', 'CCC'].map((party) => [party, maybe()])),
    capability: new Map(some(kinds, 0.85).map((kind) => [kind, level()])),
    ripeness: new Map(['stalemate', 'way-out', 'spokesman'].map((one) => [one, maybe()])),
    stake: new Map(['security', 'economy', 'prestige'].map((one) => [one, maybe()])),
    principles: [{ id: 'p', effect: 'limits', roles: some(roleIds, 0.2) }],
    others: some(roleIds, 0.1).map((role) => ({ id: 'other', role })),
  }
}
const situations = Array.from({ length: 300 }, (_, seed) => drawnSituation(seed))

function worse(before: Situation, after: Situation): readonly RoleId[] {
  const was = new Map(judgeRoles(before).map(({ role, status }) => [role, order.indexOf(status)]))
  return judgeRoles(after).flatMap(({ role, status }) =>
    order.indexOf(status) > (was.get(role) ?? 0) ? [role] : [],
  )
}
const raised = <K>(levels: ReadonlyMap<K, number | null>, by: number) =>
  new Map([...levels].map(([key, level]) => [key, level === null ? null : Math.min(4, level + by)]))

test('more capability never makes a role worse', () => {
  for (const one of situations) {
    const capability = new Map([...one.capability].map(([kind, level]) => [kind, Math.min(4, level + 1)]))
    expect(worse(one, { ...one, capability })).toEqual([])
  }
})

test('more trust of the side that trusts less never makes a role worse', () => {
  for (const one of situations) {
    const known = [...one.standing.values()].flatMap((level) => (level === null ? [] : [level]))
    const most = Math.max(0, ...known)
    const standing = new Map([...one.standing].map(([party, level]) => [party, level === null ? null : most]))
    expect(worse(one, { ...one, standing })).toEqual([])
  }
})

test('more trust of all by the same never makes a role worse', () => {
  for (const one of situations) {
    const most = Math.max(...[...one.standing.values()].map((level) => level ?? 0))
    expect(worse(one, { ...one, standing: raised(one.standing, 4 - most) })).toEqual([])
  }
})

test('a riper dispute never makes a role worse', () => {
  for (const one of situations) expect(worse(one, { ...one, ripeness: raised(one.ripeness, 1) })).toEqual([])
})

test('another principle or another third party never opens a role', () => {
  for (const one of situations) {
    const principles = [
      ...one.principles,
      { id: 'q', effect: 'rules-out' as const, roles: ['formulation' as const] },
    ]
    expect(worse({ ...one, principles }, one)).toEqual([])
    const others = [...one.others, { id: 'more', role: 'facilitation' as const }]
    expect(worse({ ...one, others }, one)).toEqual([])
  }
})

test('the order in which parties and capabilities are named changes nothing', () => {
  for (const one of situations) {
    const turned: Situation = {
      ...one,
      sides: new Map([...one.sides].toReversed().map(([side, parties]) => [side, parties.toReversed()])),
      standing: new Map([...one.standing].toReversed()),
      capability: new Map([...one.capability].toReversed()),
      ripeness: new Map([...one.ripeness].toReversed()),
      stake: new Map([...one.stake].toReversed()),
    }
    const plain = (all: ReturnType<typeof judgeRoles>) =>
      all.map(({ role, status, shortfall }) => [role, status, shortfall.toFixed(9)])
    expect(plain(judgeRoles(turned))).toEqual(plain(judgeRoles(one)))
  }
})

test('a mediator who is a party has no role, whatever else is', () => {
  for (const one of situations) expect(firstRole(judgeRoles({ ...one, isParty: true }))).toBeNull()
})

test('where one side is recorded, only roles remain that go between nobody', () => {
  for (const one of situations) {
    const left = judgeRoles({ ...one, sides: new Map([['north', ['AAA']]]) })
    expect(left.filter(({ status }) => status !== 'ruled-out').map(({ role }) => role)).toSatisfy(
      (roles: RoleId[]) => roles.every((role) => role === 'capacity-building' || role === 'inquiry'),
    )
  }
})

test('a partial third party may manipulate and may not arbitrate', () => {
  const full = new Map(kinds.map((kind) => [kind, 4]))
  const [one] = situations
  if (one === undefined) throw new RangeError('situations must not be empty')
  const partial: Situation = {
    ...one,
    tolerance: 1,
    principles: [],
    others: [],
    capability: full,
    standing: new Map([
      ['AAA', 1],
      ['BBB', 4],
      ['CCC', 4],
    ]),
    ripeness: new Map([['stalemate', 4]]),
    stake: new Map([
      ['security', 3],
      ['economy', 0],
      ['prestige', 0],
    ]),
  }
  const statusOf = new Map(judgeRoles(partial).map(({ role, status }) => [role, status]))
  expect(statusOf.get('manipulation')).toBe('free')
  for (const role of ['facilitation', 'conciliation', 'arbitration'] as const)
    expect(statusOf.get(role)).toBe('ruled-out')
})
