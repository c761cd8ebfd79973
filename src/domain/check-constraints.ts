import { bindingness } from './agreement.ts'
import type { CheckedRecord, CheckedText } from './checked-record.ts'
import type { Constraint, ConstraintRule } from './constraint.ts'
import { orderOf } from './date.ts'
import type { FlagSettlement } from './flag-settlement.ts'
import { joinedId, markOf } from './mark.ts'
import { negationReach, negators } from './negators.data.ts'
import { findPattern, type Hit, type ReadText, readText } from './word-pattern.ts'

/** Words that a rule found: where they stand, and the sentence around them. */
export interface FoundWords {
  readonly field: CheckedText['field']
  readonly passage: string | null
  readonly pattern: string
  readonly exact: string
  /** first character and the one behind the last, in the text of the field */
  readonly from: number
  readonly to: number
  readonly sentence: string
  /** where the sentence begins in the text of the field */
  readonly sentenceFrom: number
}

/** A fact that a rule asked for and found. */
export interface FoundFact {
  readonly fact: string
  readonly value: string
}

/** Why a flag stands: the rule, and the words or facts that triggered it. */
export interface Trigger {
  readonly rule: string
  readonly strength: ConstraintRule['strength']
  readonly because: { readonly en: string; readonly vi: string }
  readonly words: readonly FoundWords[]
  readonly facts: readonly FoundFact[]
}

/** Words that a rule found and that make no flag: they are denied, or excused. They are told, so that nothing is silent. */
export interface PassedOver {
  readonly rule: string
  readonly words: FoundWords
  readonly why: 'denied' | 'excused'
  /** the words that deny or excuse */
  readonly by: string
}

/** An agreement or activity that looks like what a declared policy forbids, or is near it. */
export interface Flag {
  readonly id: string
  readonly constraint: string
  readonly on: {
    readonly kind: 'agreement' | 'activity'
    readonly id: string
    readonly title: string
    readonly titleVi: string
    readonly date: string | null
  }
  readonly strength: ConstraintRule['strength']
  readonly triggers: readonly Trigger[]
  /** mark of policy, words and facts; it changes when they do */
  readonly seen: string
  /** stale: it was settled, and what was looked at has changed since, so that it is open again */
  readonly state: 'open' | 'settled' | 'stale'
  readonly settlement: FlagSettlement | null
}

/** How many records were held against a policy, and why others were not. */
export interface Held {
  readonly constraint: string
  readonly checked: number
  readonly undated: number
  readonly ofOthers: number
  readonly before: number
  readonly after: number
}

/** All flags, what was passed over, and what was checked. */
export interface ConstraintCheck {
  readonly flags: readonly Flag[]
  readonly passedOver: readonly (PassedOver & { readonly constraint: string; readonly on: Flag['on'] })[]
  readonly held: readonly Held[]
}

/**
 * Holds agreements and activities against declared policies. A record is held against a policy if the state that declared it takes part
 * and the record falls into its time, as far as the dates tell. Open flags come first, strong before weak, the latest first.
 *
 * @param policies    each with the code of its state, as `partyOf` gives it
 * @param records     agreements and activities
 * @param settlements what persons decided
 */
export function checkConstraints(
  policies: readonly { readonly constraint: Constraint; readonly state: string }[],
  records: readonly CheckedRecord[],
  settlements: readonly FlagSettlement[] = [],
): ConstraintCheck {
  const byId = new Map(settlements.map((settlement) => [settlement.id, settlement]))
  const readings = new Map<CheckedRecord, Reading>()
  const readingOfOnce = (record: CheckedRecord) => {
    const known = readings.get(record) ?? readingOf(record)
    readings.set(record, known)
    return known
  }
  const flags: Flag[] = []
  const passedOver: ConstraintCheck['passedOver'][number][] = []
  const held = policies.map(({ constraint, state }) => {
    const tally = { constraint: constraint.id, checked: 0, undated: 0, ofOthers: 0, before: 0, after: 0 }
    for (const record of records) {
      const place = placeInTime(constraint, state, record)
      tally[place]++
      if (place === 'undated') tally.checked++
      if (place !== 'checked' && place !== 'undated') continue
      const { triggers, passed } = triggersOf(constraint.rules, record, state, readingOfOnce(record))
      const on = {
        kind: record.kind,
        id: record.id,
        title: record.title,
        titleVi: record.titleVi ?? record.title,
        date: record.date ?? null,
      }
      passedOver.push(...passed.map((one) => ({ ...one, constraint: constraint.id, on })))
      if (triggers.length > 0)
        flags.push(flagOf(constraint, on, triggers, markOfBoth(constraint, record), byId))
    }
    return tally
  })
  return { flags: flags.toSorted(inOrder), passedOver, held }
}

function placeInTime(
  { declared, lapsed }: Constraint,
  state: string,
  { parties, date, ended }: CheckedRecord,
): 'checked' | 'undated' | 'ofOthers' | 'before' | 'after' {
  if (!parties.includes(state)) return 'ofOthers'
  if (date === undefined) return 'undated'
  if (ended !== undefined && orderOf(ended, declared) === 'before') return 'before'
  return lapsed !== undefined && orderOf(date, lapsed) === 'after' ? 'after' : 'checked'
}

type Reading = readonly { readonly text: CheckedText; readonly read: ReadText }[]

function readingOf({ texts }: CheckedRecord): Reading {
  return texts.map((text) => ({ text, read: readText(text.text) }))
}

/**
 * What the rules of a policy find in a record, whatever its date: triggers, and words that are denied or excused.
 *
 * @param state the state that declared the policy, ISO alpha-3
 */
export function triggersOf(
  rules: readonly ConstraintRule[],
  record: CheckedRecord,
  state: string,
  reading: Reading = readingOf(record),
): { readonly triggers: readonly Trigger[]; readonly passed: readonly PassedOver[] } {
  const passed: PassedOver[] = []
  const triggers = rules.flatMap((rule): readonly Trigger[] => {
    const facts = factsFound(rule.facts, record, state)
    if (facts === null) return []
    const found = rule.words === undefined ? [] : wordsFound(rule, reading, record.parties, passed)
    if (rule.words !== undefined && found.length === 0) return []
    const because = { en: rule.because, vi: rule.becauseVi ?? rule.because }
    return [{ rule: rule.id, strength: rule.strength, because, words: found, facts }]
  })
  return { triggers, passed }
}

function factsFound(
  wanted: ConstraintRule['facts'],
  { kind: record, facts }: CheckedRecord,
  state: string,
): readonly FoundFact[] | null {
  if (wanted === undefined) return []
  if (wanted.record !== undefined && wanted.record !== record) return null
  const found: FoundFact[] = []
  const ask = (fact: string, asked: readonly string[] | undefined, has: readonly (string | undefined)[]) => {
    if (asked === undefined) return true
    const hits = has.filter((value) => value !== undefined && asked.includes(value))
    found.push(...hits.map((value) => ({ fact, value: value ?? '' })))
    return hits.length > 0
  }
  const binding = wanted.bindingness
  const all = [
    ask('kind', wanted.kinds, [facts.kind]),
    ask('role', wanted.roles, [...new Set(facts.roles ?? [])]),
    ask('field', wanted.fields, [facts.field]),
    ask('obligation', wanted.obligations, facts.obligations ?? []),
    ask('bindingness', binding && bindingness.slice(bindingness.indexOf(binding)), [facts.bindingness]),
    ask('place', wanted.place && [state], [facts.placeState]),
  ]
  return all.every(Boolean) ? found : null
}

function wordsFound(
  rule: ConstraintRule,
  reading: Reading,
  parties: readonly string[],
  passed: PassedOver[],
): readonly FoundWords[] {
  return reading.flatMap(({ text, read }) => {
    if (!(rule.within ?? ['title', 'text', 'passage']).includes(text.field)) return []
    const find = (pattern: string) => findPattern(pattern, read, parties)
    const hits = (rule.words ?? []).flatMap((pattern) => find(pattern).map((hit) => ({ pattern, hit })))
    const beside = rule.near?.words.flatMap(find)
    return hits.flatMap(({ pattern, hit }) => {
      if (beside !== undefined && !beside.some((other) => distance(hit, other) <= (rule.near?.within ?? 0)))
        return []
      const words = foundWords(text, read, hit, pattern)
      const excuse = (rule.unless ?? []).flatMap(find).find((other) => sameSentence(read, hit, other))
      const denial = rule.evenDenied === true ? undefined : denialOf(read, hit, parties)
      const by = denial ?? excuse
      if (by === undefined) return [words]
      passed.push({
        rule: rule.id,
        words,
        why: denial === undefined ? 'excused' : 'denied',
        by: exactly(read, by),
      })
      return []
    })
  })
}

/** The words that deny a hit: before it with no turn of the sentence between, or right behind it. */
function denialOf(read: ReadText, hit: Hit, parties: readonly string[]): Hit | undefined {
  const find = (patterns: readonly string[]) =>
    patterns.flatMap((pattern) => findPattern(pattern, read, parties))
  const spared = find(negators.butNot)
  const turns = find(negators.turns)
  const before = find(negators.before).filter(
    (one) =>
      sameSentence(read, one, hit) &&
      one.last < hit.first &&
      hit.first - one.last <= negationReach.before &&
      !spared.some(({ first, last }) => first <= one.first && one.first <= last) &&
      !turns.some(({ first }) => one.last < first && first < hit.first),
  )
  const after = find(negators.after).filter(
    (one) =>
      sameSentence(read, one, hit) && one.first > hit.last && one.first - hit.last <= negationReach.after,
  )
  return before.toSorted((a, b) => b.last - a.last)[0] ?? after[0] // the nearest
}

function sameSentence({ tokens }: ReadText, a: Hit, b: Hit): boolean {
  return tokens[a.first]?.sentence === tokens[b.first]?.sentence
}

function distance(a: Hit, b: Hit): number {
  return Math.max(0, b.first - a.last, a.first - b.last)
}

function foundWords({ field, passage }: CheckedText, read: ReadText, hit: Hit, pattern: string): FoundWords {
  const sentence = read.tokens[hit.first]?.sentence
  const around = read.tokens.filter((token) => token.sentence === sentence)
  const [start, end] = [around[0]?.from ?? 0, around.at(-1)?.to ?? 0]
  const from = read.tokens[hit.first]?.from ?? 0
  return {
    field,
    passage: passage ?? null,
    pattern,
    exact: exactly(read, hit),
    from,
    to: read.tokens[hit.last]?.to ?? from,
    sentence: read.text.slice(start, end),
    sentenceFrom: start,
  }
}

function exactly({ text, tokens }: ReadText, { first, last }: Hit): string {
  return text.slice(tokens[first]?.from, tokens[last]?.to)
}

function flagOf(
  { id: constraint }: Constraint,
  on: Flag['on'],
  triggers: readonly Trigger[],
  seen: string,
  settlements: ReadonlyMap<string, FlagSettlement>,
): Flag {
  const id = flagId(constraint, on)
  const settlement = settlements.get(id) ?? null
  return {
    id,
    constraint,
    on,
    strength: triggers.some(({ strength }) => strength === 'strong') ? 'strong' : 'weak',
    triggers,
    seen,
    state: settlement === null ? 'open' : settlement.seen === seen ? 'settled' : 'stale',
    settlement,
  }
}

/**
 * The stable id of a flag: the policy and the record.
 *
 * @example
 * flagId('arland/no-bases', { kind: 'activity', id: 'call-2011' }) // => 'arland/no-bases/activity/call-2011'
 */
export function flagId(constraint: string, on: { readonly kind: string; readonly id: string }): string {
  return joinedId([constraint, on.kind, on.id])
}

/** A mark of what is looked at when a flag is settled: the policy with its rules, the words and the facts of the record. */
function markOfBoth(
  { text, rules, declared, lapsed }: Constraint,
  { texts, facts, parties, date }: CheckedRecord,
): string {
  return markOf(JSON.stringify([text, rules, declared, lapsed ?? null, texts, facts, parties, date ?? null]))
}

function inOrder(a: Flag, b: Flag): number {
  const rank = ({ state, strength }: Flag) => (state === 'settled' ? 2 : 0) + (strength === 'strong' ? 0 : 1)
  return rank(a) - rank(b) || (b.on.date ?? '').localeCompare(a.on.date ?? '') || (a.id < b.id ? -1 : 1)
}
