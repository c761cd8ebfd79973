import { distance } from 'fastest-levenshtein'
import type { Activity, ActivityKind } from './activity.ts'
import { activityClass } from './activity.ts'
import type { ActivityMatch } from './activity-match.ts'
import { bounds } from './date.ts'
import { joinedId, markOf } from './mark.ts'
import { stateOf } from './state.ts'

/** One thing in which two activities agree or differ, and how much it weighs, in bits: how much likelier it makes that they are one. */
export interface MatchReason {
  readonly field: 'participants' | 'date' | 'kind' | 'title' | 'place' | 'amount'
  readonly level: string
  readonly weightBits: number
}

/** Two activities that may be one. */
export interface MatchCandidate {
  readonly id: string
  /** that of a person or the richer one first: it is proposed to count */
  readonly first: string
  readonly second: string
  readonly scoreBits: number
  readonly reasons: readonly MatchReason[]
  readonly seen: string
  /** stale: it was decided, and one of the two has changed since */
  readonly state: 'open' | 'decided' | 'stale'
  readonly match: ActivityMatch | null
}

/**
 * Weights of agreement and of difference, in bits, after Fellegi and Sunter (1969): they are set by judgement, stand here to be read, and
 * their precision and recall on planted duplicates are in the README of defence diplomacy.
 */
export const matchWeights = {
  participants: { equal: 4, contained: 2, overlapping: 1 },
  date: { 'same-days': 5, 'same-month': 3, 'same-year': 1, vague: 0, near: 1 },
  kind: { same: 2, family: 1, untold: 0 },
  title: { same: 4, similar: 2, untold: 0, different: -1 },
  place: { same: 2, untold: 0, different: -1 },
  amount: { same: 3, untold: 0, different: -2 },
} as const satisfies Record<MatchReason['field'], Readonly<Record<string, number>>>

/** From how many bits on two are shown to a person: what the same partners, kind and year have. */
export const reviewBits = 7

const dayLong = 86_400_000
const nearDays = 3

/**
 * Pairs of activities that may be one, the likeliest first. Two rows of one dataset are never a pair: its producer tells them apart. What
 * was decided is in the list with its decision.
 *
 * @param matches what persons decided
 */
export function similarActivities(
  activities: readonly Activity[],
  matches: readonly ActivityMatch[] = [],
): readonly MatchCandidate[] {
  const decided = new Map(matches.map((match) => [matchId(match.first, match.second), match]))
  const read = activities.map(readingOf)
  const buckets = new Map<string, Reading[]>()
  for (const one of read)
    for (const state of one.parties)
      for (let year = one.years[0]; year <= one.years[1]; year++) {
        const key = `${state} ${year}`
        const bucket = buckets.get(key)
        if (bucket === undefined) buckets.set(key, [one])
        else bucket.push(one)
      }
  const found: MatchCandidate[] = []
  for (const [key, bucket] of buckets)
    for (const [at, a] of bucket.entries())
      for (const b of bucket.slice(at + 1)) {
        if (key !== firstShared(a, b)) continue
        const candidate = compared(a, b, decided)
        if (candidate !== null) found.push(candidate)
      }
  return found.toSorted((x, y) => y.scoreBits - x.scoreBits || (x.id < y.id ? -1 : 1))
}

/** The id of a pair, whatever the order of the two. */
export function matchId(a: string, b: string): string {
  return joinedId(['match', ...[a, b].toSorted()])
}

interface Reading {
  readonly activity: Activity
  readonly parties: readonly string[]
  readonly earliest: number
  readonly latest: number
  readonly years: readonly [number, number]
  readonly title: string
  readonly place: string
}

function readingOf(activity: Activity): Reading {
  const { earliest, latest } = bounds(activity.date)
  const first = Number.isFinite(earliest) ? new Date(earliest - nearDays * dayLong).getUTCFullYear() : 1500
  const last = Number.isFinite(latest) ? new Date(latest + nearDays * dayLong).getUTCFullYear() : 2200
  return {
    activity,
    parties: activity.participants.map(({ state, actor }) => state ?? `actor ${actor}`).toSorted(),
    earliest,
    latest,
    years: [first, Math.min(last, first + mostYears)],
    title: tellingWords(activity),
    place: plainWords(activity.place?.name ?? '').join(' '),
  }
}

const mostYears = 60

/** The bucket in which a pair is looked at: the first state and the first year that both have. */
function firstShared(a: Reading, b: Reading): string {
  const state = a.parties.find((party) => b.parties.includes(party))
  return `${state} ${Math.max(a.years[0], b.years[0])}`
}

function compared(
  a: Reading,
  b: Reading,
  decided: ReadonlyMap<string, ActivityMatch>,
): MatchCandidate | null {
  const [x, y] = [a.activity, b.activity]
  if (x.fromDataset !== undefined && x.fromDataset.dataset === y.fromDataset?.dataset) return null
  const must = mustHold(a, b)
  const hopeless = must === null || sumOf(must) + mostOfTheRest < reviewBits
  if (hopeless && decided.size === 0) return null
  const id = matchId(x.id, y.id)
  const match = decided.get(id) ?? null
  if (match === null && (hopeless || (x.duplicateOf ?? y.duplicateOf) !== undefined)) return null // what it repeats is compared
  const told = [...(must ?? []), titleReason(a, b), placeReason(a, b), amountReason(x, y)]
  const scoreBits = sumOf(told)
  if (match === null && scoreBits < reviewBits) return null
  const [first, second] = inOrder(x, y)
  const seen = markOf([x, y].map(wordsOf).toSorted().join('\n'))
  return {
    id,
    first: first.id,
    second: second.id,
    scoreBits,
    reasons: told.filter(({ level }) => level !== 'untold'),
    seen,
    state: match === null ? 'open' : match.seen === seen ? 'decided' : 'stale',
    match,
  }
}

/** What a person recorded stands before what a dataset tells, then what tells more, then by id. */
function inOrder(x: Activity, y: Activity): readonly [Activity, Activity] {
  const rank = (one: Activity) => (one.fromDataset === undefined ? 0 : 1)
  const order = rank(x) - rank(y) || wordsOf(y).length - wordsOf(x).length || (x.id < y.id ? -1 : 1)
  return order <= 0 ? [x, y] : [y, x]
}

/** An activity in words, without what was decided of it. */
function wordsOf({ duplicateOf: _, ...rest }: Activity): string {
  return JSON.stringify(rest)
}

/** What every pair must have: shared participants, dates that may be one, kinds that may be one; null if it has not. */
function mustHold(a: Reading, b: Reading): readonly MatchReason[] | null {
  const date = dateReason(a, b)
  const kind = date === null ? null : kindReason(a.activity.kind, b.activity.kind)
  const participants = kind === null ? null : participantsReason(a, b)
  return date === null || kind === null || participants === null ? null : [participants, date, kind]
}

/** What title, place and amount can add at most. */
const mostOfTheRest = matchWeights.title.same + matchWeights.place.same + matchWeights.amount.same

function sumOf(reasons: readonly MatchReason[]): number {
  return reasons.reduce((sum, { weightBits }) => sum + weightBits, 0)
}

function reason<F extends MatchReason['field']>(
  field: F,
  level: keyof (typeof matchWeights)[F] & string,
): MatchReason {
  const weights: Readonly<Record<string, number>> = matchWeights[field]
  return { field, level, weightBits: weights[level] ?? 0 }
}

function participantsReason({ parties: a }: Reading, { parties: b }: Reading): MatchReason | null {
  const shared = a.filter((party) => b.includes(party)).length
  if (shared === a.length && shared === b.length) return reason('participants', 'equal')
  if (shared < 2) return null
  return reason('participants', shared === Math.min(a.length, b.length) ? 'contained' : 'overlapping')
}

/** How near two dates are, given what is known of them: a year overlaps each of its days and tells little. */
function dateReason(a: Reading, b: Reading): MatchReason | null {
  const gapDays = (Math.max(a.earliest, b.earliest) - Math.min(a.latest, b.latest)) / dayLong
  if (gapDays > nearDays) return null
  const widest = Math.max(a.latest - a.earliest, b.latest - b.earliest) / dayLong
  if (gapDays > 0) return widest <= 31 ? reason('date', 'near') : null
  if (widest <= 16) return reason('date', 'same-days')
  if (widest <= 62) return reason('date', 'same-month')
  return reason('date', widest <= 366 ? 'same-year' : 'vague')
}

const families: readonly (readonly ActivityKind[])[] = [
  ['high-level-visit', 'dialogue', 'officer-exchange', 'multilateral-meeting'],
  ['port-call', 'ship-visit', 'humanitarian-mission'],
  ['exercise', 'training', 'humanitarian-mission'],
  ['training', 'officer-exchange', 'capacity-building'],
  ['capacity-building', 'aid', 'equipment', 'industry'],
  ['show-of-force', 'threat', 'limited-force'],
]

function kindReason(x: ActivityKind, y: ActivityKind): MatchReason | null {
  if (x === y) return reason('kind', 'same')
  if (activityClass(x) !== activityClass(y)) return null
  if (families.some((family) => family.includes(x) && family.includes(y))) return reason('kind', 'family')
  return x === 'cooperation' || y === 'cooperation' ? reason('kind', 'untold') : null
}

/** Words that titles share without telling what it was. */
const everyday = new Set(
  'agreement on and of the in by to with between joint exercise military defence defense cooperation arms major delivered visit force forces training exchange procurement industry research'.split(
    ' ',
  ),
)

/** The words of a title that tell it apart: without states, years, and what every title has. */
function tellingWords({ title, participants, fromDataset }: Activity): string {
  const names = new Set(
    participants.flatMap(({ state }) =>
      state === undefined ? [] : [state.toLowerCase(), ...plainWords(stateOf(state)?.name ?? '')],
    ),
  )
  const made = fromDataset !== undefined && fromDataset.dataset !== 'military-exercises' // titles made of codes tell nothing
  return made
    ? ''
    : plainWords(title)
        .filter((word) => !everyday.has(word) && !names.has(word) && !/\d/.test(word))
        .join(' ')
}

function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Likeness of two texts, in [0, 1]: one less the edits over the longer (Levenshtein 1966), with the words in alphabetical order. */
function likeness(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split(' ').toSorted().join(' '))
  const longer = Math.max(x?.length ?? 0, y?.length ?? 0)
  return longer === 0 ? 0 : 1 - distance(x ?? '', y ?? '') / longer
}

function titleReason(a: Reading, b: Reading): MatchReason {
  if (a.title === '' || b.title === '') return reason('title', 'untold')
  const alike = likeness(a.title, b.title)
  return reason('title', alike >= 0.85 ? 'same' : alike >= 0.6 ? 'similar' : 'different')
}

function placeReason(a: Reading, b: Reading): MatchReason {
  if (a.place === '' || b.place === '') return reason('place', 'untold')
  const within = a.place.includes(b.place) || b.place.includes(a.place)
  return reason('place', within || likeness(a.place, b.place) >= 0.8 ? 'same' : 'different')
}

function amountReason(
  { amount: a, quantities: p }: Activity,
  { amount: b, quantities: q }: Activity,
): MatchReason {
  if (a !== undefined && b !== undefined && a.currency === b.currency)
    return reason(
      'amount',
      Math.abs(a.value - b.value) <= 0.01 * Math.max(a.value, b.value) ? 'same' : 'different',
    )
  const both = (p ?? []).flatMap((x) =>
    (q ?? []).filter((y) => y.unit === x.unit).map((y) => [x.value, y.value] as const),
  )
  if (both.length === 0) return reason('amount', 'untold')
  return reason('amount', both.some(([x, y]) => x === y) ? 'same' : 'different')
}
