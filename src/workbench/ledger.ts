import type { Activity, ActivityKind } from '#domain/activity'
import type { ActivityMatch } from '#domain/activity-match'
import { bounds, compareDates } from '#domain/date'
import { SoundingsError } from '#domain/errors'
import { type MatchCandidate, matchId, similarActivities } from '#domain/similar-activities'
import { stricter } from '#domain/support'
import { assessorOf } from '#storage/rating-rooms'
import { listRecords, type Stored } from '#storage/read-records'
import { stateId } from './datasets.ts'
import { importParsed } from './import.ts'
import type { ReadRecord } from './record-file.ts'
import type { Workbench } from './workbench.ts'

/** Which activities are wanted. */
export interface LedgerFilter {
  /** a state that takes part, by any code or name */
  readonly state?: string | undefined
  readonly partner?: string | undefined
  readonly kind?: ActivityKind | undefined
  readonly fromYear?: number | undefined
  readonly toYear?: number | undefined
  /** a dataset, or `records` for what persons recorded */
  readonly source?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** How many activities of the state have something, before the other filters. */
export type Tally = readonly { readonly value: string; readonly n: number }[]

/** The activities of a ledger, the latest first, and what one can filter by. */
export interface Ledger {
  readonly activities: readonly Activity[]
  /** how many are wanted, of which the first are told */
  readonly of: number
  /** of those, how many repeat another and do not count */
  readonly repeats: number
  readonly states: Tally
  readonly partners: Tally
  readonly kinds: Tally
  readonly sources: Tally
  readonly names: Readonly<Record<string, string>>
}

const usualLimit = 200

/**
 * The ledger of defence activities, filtered.
 *
 * @throws SoundingsError `call-invalid` for a state that is none
 */
export async function seeLedger({ database: { db } }: Workbench, filter: LedgerFilter = {}): Promise<Ledger> {
  const all = (await listRecords(db, 'activity')).map(({ body }) => body)
  const state = filter.state === undefined ? undefined : partyId(filter.state)
  const partner = filter.partner === undefined ? undefined : partyId(filter.partner)
  const ofState = all.filter((one) => state === undefined || partiesOf(one).includes(state))
  const wanted = ofState
    .filter(
      (one) =>
        (partner === undefined || partiesOf(one).includes(partner)) &&
        (filter.kind === undefined || one.kind === filter.kind) &&
        (filter.source === undefined || sourceOf(one) === filter.source) &&
        inYears(one, filter),
    )
    .toSorted((a, b) => compareDates(b.date, a.date) || (a.id < b.id ? -1 : 1))
  const { offset = 0, limit = usualLimit } = filter
  const actors = await listRecords(db, 'actor')
  return {
    activities: wanted.slice(offset, offset + limit),
    of: wanted.length,
    repeats: wanted.filter(({ duplicateOf }) => duplicateOf !== undefined).length,
    states: tally(all.flatMap(partiesOf)),
    partners: tally(ofState.flatMap(partiesOf).filter((party) => party !== state)),
    kinds: tally(ofState.map(({ kind }) => kind)),
    sources: tally(ofState.map(sourceOf)),
    names: Object.fromEntries(actors.map(({ id, body }) => [id, body.name])),
  }
}

/** A state by any code or name, else the id of an actor as it stands. */
function partyId(text: string): string {
  try {
    return stateId(text)
  } catch (cause) {
    if (/^[a-z0-9]+(?:[-._/][a-z0-9]+)*$/.test(text)) return text
    throw cause
  }
}

function partiesOf({ participants }: Activity): readonly string[] {
  return participants.map(({ state, actor }) => state ?? actor ?? '')
}

function sourceOf({ fromDataset }: Activity): string {
  return fromDataset?.dataset ?? 'records'
}

function inYears({ date }: Activity, { fromYear, toYear }: LedgerFilter): boolean {
  const { earliest, latest } = bounds(date)
  return (
    (fromYear === undefined || latest >= Date.UTC(fromYear, 0, 1)) &&
    (toYear === undefined || earliest < Date.UTC(toYear + 1, 0, 1))
  )
}

function tally(values: readonly string[]): Tally {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
}

/** Pairs of activities that may be one, with the activities themselves. */
export interface Duplicates {
  readonly candidates: readonly (MatchCandidate & { readonly matchVersion: number })[]
  readonly activities: Readonly<Record<string, Activity>>
  readonly me: string | undefined
  readonly names: Readonly<Record<string, string>>
}

/**
 * What may stand twice in the ledger, the likeliest first, with what was decided of it.
 *
 * @param state only activities in which it takes part
 */
export async function seeDuplicates(workbench: Workbench, state?: string): Promise<Duplicates> {
  return (await look(workbench, state)).duplicates
}

async function look({ database: { db } }: Workbench, asked?: string) {
  const state = asked === undefined ? undefined : partyId(asked)
  const stored = await listRecords(db, 'activity')
  const matches = await listRecords(db, 'activity-match')
  const assessors = await listRecords(db, 'assessor')
  const wanted = stored.filter(({ body }) => state === undefined || partiesOf(body).includes(state))
  const bodies = new Map(wanted.map(({ id, body }) => [id, body]))
  const candidates = similarActivities(
    [...bodies.values()],
    matches.map(({ body }) => body),
  )
  const versions = new Map(matches.map(({ id, version }) => [id, version]))
  const duplicates: Duplicates = {
    candidates: candidates.map((one) => ({ ...one, matchVersion: versions.get(one.id) ?? 0 })),
    activities: Object.fromEntries(
      candidates.flatMap(({ first, second }) =>
        [first, second].flatMap((id) => {
          const body = bodies.get(id)
          return body === undefined ? [] : [[id, body] as const]
        }),
      ),
    ),
    me: await assessorOf(db),
    names: Object.fromEntries(assessors.map(({ id, body }) => [id, body.name])),
  }
  return { duplicates, stored: new Map<string, Stored<'activity'>>(stored.map((one) => [one.id, one])) }
}

/** What a person decides of two activities. */
export interface MatchDecision {
  readonly first: string
  readonly second: string
  readonly decision: ActivityMatch['decision']
  /** which counts, if they are the same; by default the first */
  readonly counts?: string | undefined
  readonly because: string
  /** the mark of the pair that one saw; if one of the two changed meanwhile nothing is written */
  readonly seen?: string | undefined
}

/**
 * Decides whether two activities are one, with the reason. Of two that are the same one counts and the other points to it; both stay,
 * with their sources. A later decision supersedes an earlier one, which is kept.
 *
 * @throws SoundingsError `record-unknown` if they are no pair of the list; `record-changed`; `record-invalid` if the one that shall
 *   count repeats a third, or is seen by fewer than the other
 */
export async function decideMatch(workbench: Workbench, asked: MatchDecision): Promise<ActivityMatch> {
  const { duplicates, stored } = await look(workbench)
  const pair = duplicates.candidates.find(({ id }) => id === matchId(asked.first, asked.second))
  const [first, second] = [pair?.first, pair?.second].map((id) =>
    id === undefined ? undefined : stored.get(id),
  )
  if (pair === undefined || first === undefined || second === undefined)
    throw new SoundingsError(
      'record-unknown',
      `${asked.first} and ${asked.second} are not alike enough to be one`,
      {
        place: { value: `${asked.first} ${asked.second}` },
        advice:
          '`soundings ledger duplicates` lists what may be the same. Two rows of one dataset never are.',
      },
    )
  if (asked.seen !== undefined && asked.seen !== pair.seen)
    throw new SoundingsError('record-changed', 'one of the two changed since you looked', {
      advice: 'Look at the pair again, then decide.',
    })
  const counts = asked.counts ?? first.id
  if (asked.decision === 'same' && counts !== first.id && counts !== second.id)
    throw new SoundingsError('record-invalid', 'one of the two must count', { place: { value: counts } })
  const handling = stricter(first.handling, second.handling)
  const authorship = workbench.author('two activities compared') // the reason stands in the record, under its handling
  const match: ActivityMatch = {
    id: pair.id,
    first: first.id,
    second: second.id,
    decision: asked.decision,
    ...(asked.decision === 'same' ? { counts } : {}),
    because: asked.because.trim(),
    ...(duplicates.me === undefined ? {} : { by: duplicates.me }),
    at: authorship.at,
    seen: pair.seen,
    ...(handling === 'public' ? {} : { handling }),
  }
  const [kept, other] = counts === second.id ? [second, first] : [first, second]
  if (asked.decision === 'same' && stricter(kept.handling, other.handling) !== other.handling)
    throw new SoundingsError('record-invalid', 'who may see the other may not see the one that shall count', {
      place: { value: counts },
      advice: `Let ${other.id} count: it is seen by more.`,
    })
  const changed = asked.decision === 'same' ? pointed(kept.body, other.body) : parted(first.body, second.body)
  const records = [
    ...changed.map((body): ReadRecord => recordOf({ kind: 'activity', id: body.id, body })),
    recordOf({ kind: 'activity-match', id: match.id, body: match }),
  ]
  await importParsed(
    workbench.database,
    [{ records, whole: {} }],
    authorship,
    false,
    new Map([[`activity-match ${match.id}`, pair.matchVersion]]),
  )
  return match
}

function recordOf(write: ReadRecord['write']): ReadRecord {
  return { write, place: (field) => ({ field, record: write }) }
}

/** The one that counts points nowhere, the other to it. */
function pointed(kept: Activity, other: Activity): readonly Activity[] {
  const { duplicateOf, ...free } = kept
  if (duplicateOf !== undefined && duplicateOf !== other.id)
    throw new SoundingsError('record-invalid', `${kept.id} repeats ${duplicateOf} and cannot count`, {
      place: { value: kept.id },
      advice: `Decide whether the other repeats ${duplicateOf}.`,
    })
  return [free, { ...other, duplicateOf: kept.id }]
}

/** Neither of the two points to the other any more. */
function parted(first: Activity, second: Activity): readonly Activity[] {
  const freed = (one: Activity, other: string): readonly Activity[] => {
    const { duplicateOf, ...free } = one
    return duplicateOf === other ? [free] : []
  }
  return [...freed(first, second.id), ...freed(second, first.id)]
}
