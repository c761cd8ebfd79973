import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityExample } from './activity.ts'
import { agreementExample } from './agreement.ts'
import { checkConstraints, flagId, triggersOf } from './check-constraints.ts'
import { type CheckedRecord, checkedActivity, checkedAgreement } from './checked-record.ts'
import { Constraint, type ConstraintRule, constraintExample } from './constraint.ts'
import { type FlagSettlement, flagSettlementExample } from './flag-settlement.ts'
import { Id } from './reference.ts'
import { faultOfPattern, findPattern, readText } from './word-pattern.ts'

const beside = { actors: new Map(), passages: new Map<string, string>() }
const words = (pattern: string, text: string, parties: readonly string[] = []) =>
  findPattern(pattern, readText(text), parties).map(({ first, last }) => {
    const { tokens } = readText(text)
    return text.slice(tokens[first]?.from, tokens[last]?.to)
  })

test('a pattern finds words, beginnings, choices and gaps, and says exactly where', () => {
  expect(words('mutual defen*', 'Mutual defence and mutual Defense.')).toEqual([
    'Mutual defence',
    'mutual Defense',
  ])
  expect(words('attack ~3 considered', 'an attack on one is considered an attack')).toEqual([
    'attack on one is considered',
  ])
  expect(words('attack ~2 considered', 'an attack on one is considered an attack')).toEqual([])
  expect(words('war|conflict with', 'a conflict with none')).toEqual(['conflict with'])
})

test('a pattern never crosses the end of a sentence', () => {
  expect(words('mutual ~3 defence', 'Trade is mutual. The defence budget grows.')).toEqual([])
})

test('Vietnamese is found with its marks, and without them in a text that has none', () => {
  expect(words('liên minh quân sự', 'Không có Liên Minh quân sự nào')).toEqual(['Liên Minh quân sự'])
  expect(words('liên minh quân sự', 'khong co lien minh quan su')).toEqual(['lien minh quan su'])
  expect(words('cấm', 'Hai bên cam kết')).toEqual([])
})

test('a third state is one that takes no part; “my” and “us” name no state, Mỹ and US do', () => {
  const against = 'against ~2 {third}'
  expect(words(against, 'an exercise against China', ['VNM', 'USA'])).toEqual(['against China'])
  expect(words(against, 'an exercise against China', ['VNM', 'CHN'])).toEqual([])
  expect(words(against, 'a defence against my enemies and against us')).toEqual([])
  expect(words(against, 'a defence against the US')).toEqual(['against the US'])
  expect(words('chống {third}', 'chống Mỹ', ['VNM'])).toEqual(['chống Mỹ'])
})

test('what is no pattern is told in words', () => {
  expect(faultOfPattern('mutual (defence)')).toContain('is no word')
  expect(faultOfPattern('base ~2')).toContain('begins and ends')
  expect(
    Constraint.safeParse({ ...constraintExample, rules: [{ id: 'r', strength: 'weak', because: 'x' }] })
      .success,
  ).toBe(false)
})

const rules: readonly ConstraintRule[] = [
  { id: 'bases', strength: 'strong', because: 'b', words: ['foreign base*', 'against ~2 third countr*'] },
  {
    id: 'near',
    strength: 'weak',
    because: 'b',
    words: ['assist*'],
    near: { words: ['attacked'], within: 6 },
  },
  { id: 'excused', strength: 'weak', because: 'b', words: ['refuel*'], unless: ['commercial'] },
]
const saying = (text: string): CheckedRecord => ({
  kind: 'agreement',
  id: 'a',
  title: 't',
  parties: ['ARL'],
  texts: [{ field: 'text', text }],
  facts: {},
})
const found = (text: string) => triggersOf(rules, saying(text), 'ARL')

test('what is denied makes no flag, and is told as passed over', () => {
  const { triggers, passed } = found(
    'It is not directed against a third country, and no foreign base is built.',
  )
  expect(triggers).toEqual([])
  expect(passed.map(({ why, by, words: { exact } }) => [why, by, exact])).toEqual([
    ['denied', 'no', 'foreign base'],
    ['denied', 'not', 'against a third country'],
  ])
})

test('not only is no denial, and a turn of the sentence ends one', () => {
  expect(found('It is not only a port but a foreign base.').triggers).toHaveLength(1)
  expect(found('It is not large but it is a foreign base.').triggers).toHaveLength(1)
  expect(found('It is not large. It is a foreign base.').triggers).toHaveLength(1)
})

test('words count where others stand near, and where nothing excuses them', () => {
  expect(found('They assist each other when attacked.').triggers.map(({ rule }) => rule)).toEqual(['near'])
  expect(found('They assist farmers.').triggers).toEqual([])
  expect(found('Ships refuel in the commercial port.').passed[0]).toMatchObject({
    why: 'excused',
    by: 'commercial',
  })
})

const borland = { constraint: { ...constraintExample, of: 'arland' }, state: 'arland' }
const pact = checkedAgreement(
  { ...agreementExample, title: 'Pact of mutual defence', obligations: ['defence'] },
  beside,
)

test('a flag carries the exact words, with their place', () => {
  const [flag] = checkConstraints([borland], [pact]).flags
  const hit = flag?.triggers[0]?.words[0]
  expect(hit).toMatchObject({ field: 'title', exact: 'mutual defence', sentence: 'Pact of mutual defence' })
  expect('Pact of mutual defence'.slice(hit?.from, hit?.to)).toBe(hit?.exact)
})

test('facts alone can make a flag', () => {
  const rule: ConstraintRule = {
    id: 'f',
    strength: 'strong',
    because: 'b',
    facts: { obligations: ['defence', 'offence'] },
  }
  const byFact = { ...borland, constraint: { ...borland.constraint, rules: [rule] } }
  expect(checkConstraints([byFact], [pact]).flags[0]?.triggers[0]?.facts).toEqual([
    { fact: 'obligation', value: 'defence' },
  ])
  const none = checkedAgreement({ ...agreementExample, obligations: ['consultation'] }, beside)
  expect(checkConstraints([byFact], [none]).flags).toEqual([])
})

test('a port call at home meets a rule on place, one abroad does not', () => {
  const rule: ConstraintRule = {
    id: 'p',
    strength: 'weak',
    because: 'b',
    facts: { kinds: ['port-call'], place: 'own' },
  }
  const call = (place: string) =>
    checkedActivity(
      {
        ...activityExample,
        kind: 'port-call',
        place: { name: place },
        participants: [{ state: 'VNM' }, { state: 'IND' }],
      },
      beside,
    )
  const policy = { constraint: { ...constraintExample, rules: [rule], declared: '1998' }, state: 'VNM' }
  expect(checkConstraints([policy], [call('Hai Phong, Vietnam')]).flags).toHaveLength(1)
  expect(checkConstraints([policy], [call('Visakhapatnam, India')]).flags).toHaveLength(0)
})

test('what is not checked is counted, with the reason', () => {
  const over = { ...pact, id: 'old', ended: '1990', date: '1980' }
  const others = { ...pact, id: 'others', parties: ['FRA'] }
  const undated = { ...pact, id: 'undated', date: undefined }
  const held = checkConstraints([borland], [pact, over, others, undated]).held[0]
  expect(held).toMatchObject({ checked: 2, undated: 1, ofOthers: 1, before: 1, after: 0 })
})

test('an agreement older than the policy and still in force falls under it', () => {
  expect(checkConstraints([borland], [{ ...pact, date: '1950' }]).flags).toHaveLength(1)
})

test('a settlement stands until words, facts or policy change, and is never lost from sight', () => {
  const seen = checkConstraints([borland], [pact]).flags[0]?.seen ?? ''
  const settlement: FlagSettlement = { ...flagSettlementExample, seen }
  const stateOf = (record: CheckedRecord, policy = borland) =>
    checkConstraints([policy], [record], [settlement]).flags.map((flag) => [
      flag.state,
      flag.settlement?.because,
    ])
  expect(stateOf(pact)).toEqual([['settled', settlement.because]])
  const longer = { ...pact, texts: [...pact.texts, { field: 'text' as const, text: 'and nothing else' }] }
  expect(stateOf(longer)).toEqual([['stale', settlement.because]])
  const worded = { ...borland, constraint: { ...borland.constraint, text: 'No alliance of any kind.' } }
  expect(stateOf(pact, worded)).toEqual([['stale', settlement.because]])
})

test('open flags stand before settled ones, strong before weak', () => {
  const weak = {
    ...constraintExample,
    id: 'w',
    rules: [
      { ...constraintExample.rules[0], id: 'w', strength: 'weak' as const, because: 'b', words: ['pact'] },
    ],
  }
  const policies = [{ constraint: weak, state: 'arland' }, borland]
  expect(checkConstraints(policies, [pact]).flags.map(({ strength }) => strength)).toEqual(['strong', 'weak'])
})

test('an id of a flag is an id, however long its parts, and different for different records', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,110}$/)
  fc.assert(
    fc.property(part, part, part, (constraint, a, b) => {
      const ids = [a, b].map((id) => flagId(constraint, { kind: 'activity', id }))
      for (const id of ids) expect(Id.safeParse(id).success).toBe(true)
      expect(ids[0] === ids[1]).toBe(a === b)
    }),
  )
})

test('where words are found depends on nothing that stands in another sentence', () => {
  const sentence = fc.constantFrom(
    'They build a foreign base',
    'No foreign base is built',
    'Ships refuel',
    'They assist whoever is attacked',
  )
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
      const together = found(`${sentences.join('. ')}.`)
      const apart = sentences.map((one) => found(`${one}.`))
      const count = (all: ReturnType<typeof found>) =>
        all.triggers.filter(({ rule }) => rule !== 'near').flatMap(({ words: hits }) => hits).length
      expect(count(together)).toBe(apart.reduce((sum, one) => sum + count(one), 0))
      expect(together.passed.length).toBe(apart.reduce((sum, one) => sum + one.passed.length, 0))
    }),
  )
})
