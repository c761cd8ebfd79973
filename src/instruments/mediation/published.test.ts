/** What the paper concludes of Vietnam, and the three cases by which the strategies of mediation are taught. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CapabilityKind } from '#domain/capability'
import { type Kind, kindNames, kinds, type RecordTypes } from '#domain/record'
import { roleIds } from '#domain/third-party-role'
import { literalReader } from '../../../test/literal-reader.ts'
import { mediation, mediationResult } from './instrument.ts'
import { firstRole, judgeRoles, type Situation } from './judge-roles.ts'

const folder = 'src/instruments/mediation/published'
const Role = z.enum(roleIds)
const paper = z
  .object({
    dispute: z.string(),
    mediator: z.string(),
    asOf: z.string(),
    modest: z.array(Role),
    tooMuch: z.array(Role),
  })
  .parse(JSON.parse(readFileSync(`${folder}/hoang-oanh-2021.json`, 'utf8')))
const levels = z.record(z.string(), z.number())
const { cases } = z
  .object({
    cases: z.array(
      z.object({
        id: z.string(),
        parties: z.array(z.string()),
        stage: z.enum(['before', 'during', 'after']),
        took: Role,
        standing: levels,
        capability: levels,
        ripeness: levels,
        stake: levels,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(`${folder}/textbook-cases.json`, 'utf8')))

const example = globSync('examples/vietnam/*.yaml').map(
  (file) => parse(readFileSync(file, 'utf8')) as Record<string, unknown[]>, // a file of records is an object of lists
)
const of = <K extends Kind>(kind: K): readonly RecordTypes[K][] =>
  example.flatMap((file) => (file[kinds[kind].section] ?? []).map((one) => kinds[kind].schema.parse(one)))
const reader = literalReader(Object.fromEntries(kindNames.map((kind) => [kind, of(kind)])))

test('the paper’s conclusion: a modest role first, not manipulation, conciliation or arbitration', async () => {
  const { dispute, mediator, asOf } = paper
  const { roles, recommended } = mediationResult(
    (await mediation.analyse({ dispute, mediator, asOf }, reader)).result,
  )
  const statusOf = new Map(roles.map(({ role, status }) => [role, status]))
  expect(paper.modest).toContain(recommended)
  for (const role of paper.modest) expect(statusOf.get(role), role).not.toBe('ruled-out')
  for (const role of paper.tooMuch) expect(statusOf.get(role), role).toBe('ruled-out')
})

test('manipulation is ruled out by the principle that the paper names, conciliation by what it demands', async () => {
  const { dispute, mediator, asOf } = paper
  const { roles } = mediationResult((await mediation.analyse({ dispute, mediator, asOf }, reader)).result)
  const why = (role: string) =>
    roles
      .find((one) => one.role === role)
      ?.reasons.flatMap(({ test: t, effect, on }) => (effect === 'rules-out' ? [`${t} ${on}`] : []))
  expect(why('manipulation')).toContain('principle vnm/non-interference')
  expect(why('conciliation')).toContain('capability law')
})

function situationOf(one: (typeof cases)[number]): Situation {
  return {
    isParty: false,
    stage: one.stage,
    tolerance: 1,
    demands: 0,
    sides: new Map(one.parties.map((party) => [party, [party]])),
    standing: new Map(Object.entries(one.standing)),
    capability: new Map(Object.entries(one.capability) as [CapabilityKind, number][]),
    ripeness: new Map(Object.entries(one.ripeness)),
    stake: new Map(Object.entries(one.stake)),
    principles: [],
    others: [],
  }
}
const judged = (id: string) => {
  const one = cases.find((found) => found.id === id)
  if (one === undefined) throw new RangeError(`judged: id must be a case, got ${id}`)
  return judgeRoles(situationOf(one))
}

test.each(cases.map((one) => [one.id, one] as const))('%s: the role that was taken is open', (id, one) => {
  expect(judged(id).find(({ role }) => role === one.took)?.status).toBe('free')
})

test('Algeria communicates, the United States manipulate; who has no leverage cannot', () => {
  expect(firstRole(judged('algiers-1981'))).toBe('communication')
  expect(firstRole(judged('camp-david-1978'))).toBe('manipulation')
  for (const id of ['oslo-1993', 'algiers-1981'])
    expect(judged(id).find(({ role }) => role === 'manipulation')?.status).toBe('ruled-out')
})

test('who has much at stake itself does not judge', () => {
  for (const role of ['inquiry', 'conciliation', 'arbitration'])
    expect(judged('camp-david-1978').find((one) => one.role === role)?.status).toBe('ruled-out')
})
