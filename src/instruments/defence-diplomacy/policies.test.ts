/** Declared policies in the instrument: flags with what made them, settled ones beside, and nothing said where no policy is recorded. */
import { expect, test } from 'vitest'
import { checkConstraints } from '#domain/check-constraints'
import { checkedAgreement } from '#domain/checked-record'
import type { Kind, RecordTypes } from '#domain/record'
import { activity } from '../../../test/activity-evidence.ts'
import { literalReader } from '../../../test/literal-reader.ts'
import { defenceDiplomacy, defenceDiplomacyResult } from './instrument.ts'

type Records = { readonly [K in Kind]?: readonly RecordTypes[K][] }
const restsOn = [{ source: 's' }]
const actor = {
  id: 'vietnam',
  name: 'Vietnam',
  type: 'state' as const,
  codes: [{ scheme: 'iso3' as const, code: 'VNM' }],
}
const pact: RecordTypes['agreement'] = {
  id: 'pact',
  title: 'Treaty of mutual defence',
  parties: ['vietnam'],
  field: 'defence',
  bindingness: 'treaty',
  signed: '2016',
  restsOn,
}
const policy: RecordTypes['constraint'] = {
  id: 'no-alliances',
  of: 'vietnam',
  topic: 'alliances',
  title: 'No alliances',
  text: 'no military alliances',
  declared: '1998',
  rules: [{ id: 'words', strength: 'strong', because: 'an alliance', words: ['mutual defen*'] }],
  restsOn,
}
const records: Records = {
  actor: [actor],
  agreement: [pact],
  constraint: [policy],
  activity: [
    activity('drill', ['AAA'], { text: 'They rehearse mutual defence.' }),
    activity('talk', ['BBB']),
  ],
}
const run = async (given: Records) => {
  const { result, findings } = await defenceDiplomacy.analyse(
    { state: 'VNM', draws: 100 },
    literalReader(given),
  )
  const table = defenceDiplomacy.exhibits(result, 'en').find(({ id }) => id === 'policies')
  return {
    policies: defenceDiplomacyResult(result).policies,
    table,
    told: findings.find(({ step }) => step === 'V7'),
  }
}

test('agreements and activities are held against the policy, and each flag tells the words', async () => {
  const { policies, table, told } = await run(records)
  expect(policies[0]).toMatchObject({ checked: 3, before: 0 })
  expect(policies[0]?.flags.map(({ record, triggers }) => [record, triggers[0]?.found])).toEqual(
    expect.arrayContaining([
      ['agreement pact', ['“mutual defence”']],
      ['activity drill', ['“mutual defence”']],
    ]),
  )
  expect(told?.statement).toContain('2 strong, 0 weak; settled: 0')
  expect(told?.evidence.map(({ id }) => id)).toContain('pact')
  expect(table?.rows).toHaveLength(2)
})

test('a settled flag stays in the table with its reason', async () => {
  const beside = { actors: new Map([[actor.id, actor]]), passages: new Map<string, string>() }
  const [flag] = checkConstraints(
    [{ constraint: policy, state: 'VNM' }],
    [checkedAgreement(pact, beside)],
  ).flags
  const settlement: RecordTypes['flag-settlement'] = {
    id: flag?.id ?? '',
    constraint: policy.id,
    agreement: pact.id,
    decision: 'exception',
    because: 'signed before the policy was meant so',
    at: '2027-01-01T00:00:00Z',
    seen: flag?.seen ?? '',
  }
  const { table, told } = await run({ ...records, 'flag-settlement': [settlement] })
  expect(told?.statement).toContain('1 strong, 0 weak; settled: 1')
  expect(JSON.stringify(table?.rows)).toContain('signed before the policy was meant so')
})

test('where no policy is recorded nothing is said of policies', async () => {
  const { constraint: _, ...rest } = records
  const { policies, table, told } = await run(rest)
  expect([policies, table, told]).toEqual([[], undefined, undefined])
})
