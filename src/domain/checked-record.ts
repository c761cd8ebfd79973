import type { Activity } from './activity.ts'
import type { Actor } from './actor.ts'
import type { Agreement, bindingness, obligations } from './agreement.ts'
import { findState } from './state.ts'
import type { Support } from './support.ts'
import { readText } from './word-pattern.ts'

/** Words of a record: the field in which they stand, and the text. */
export interface CheckedText {
  readonly field: 'title' | 'text' | 'place' | 'passage'
  readonly text: string
  /** the passage, if it is one */
  readonly passage?: string
}

/** An agreement or an activity as it is held against declared policies. */
export interface CheckedRecord {
  readonly kind: 'agreement' | 'activity'
  readonly id: string
  readonly title: string
  readonly titleVi?: string | undefined
  /** EDTF; undefined if not known */
  readonly date?: string | undefined
  /** when it ceased to hold, for an activity when it happened, in EDTF; undefined if it holds on */
  readonly ended?: string | undefined
  /** ISO alpha-3 where the participant is a state, else the id of the actor */
  readonly parties: readonly string[]
  readonly texts: readonly CheckedText[]
  readonly facts: CheckedFacts
}

/** Facts that a rule may ask for; what is not known is left out. */
export interface CheckedFacts {
  readonly kind?: string
  readonly roles?: readonly string[]
  readonly field?: string
  readonly bindingness?: (typeof bindingness)[number]
  readonly obligations?: readonly (typeof obligations)[number][]
  /** ISO alpha-3 of the state in which it took place */
  readonly placeState?: string
}

/** What must be looked up to read a record. */
export interface RecordsBeside {
  readonly actors: ReadonlyMap<string, Actor>
  /** the exact words of passages, by id */
  readonly passages: ReadonlyMap<string, string>
}

/** An agreement as it is held against declared policies. */
export function checkedAgreement(agreement: Agreement, beside: RecordsBeside): CheckedRecord {
  const { id, title, text, parties, field, bindingness, obligations, signed, ratified, inForce, lapsed } =
    agreement
  return {
    kind: 'agreement',
    id,
    title,
    date: signed ?? ratified ?? inForce,
    ended: lapsed,
    parties: parties.map((party) => partyOf(party, beside.actors)),
    texts: [
      { field: 'title', text: title },
      ...(text === undefined ? [] : [{ field: 'text' as const, text }]),
      ...passagesOf(agreement.restsOn, beside),
    ],
    facts: { field, bindingness, ...(obligations === undefined ? {} : { obligations }) },
  }
}

/** An activity as it is held against declared policies. What is coercive is held against them too. */
export function checkedActivity(activity: Activity, beside: RecordsBeside): CheckedRecord {
  const { id, title, titleVi, text, date, kind, participants, place } = activity
  const parties = participants.map(({ state, actor }) => state ?? partyOf(actor ?? '', beside.actors))
  const host = participants.find(({ role }) => role === 'host')?.state
  const named = place === undefined ? undefined : readText(place.name).states.at(-1)?.state
  const placeState = named ?? host
  return {
    kind: 'activity',
    id,
    title,
    titleVi,
    date,
    ended: date,
    parties,
    texts: [
      { field: 'title', text: title },
      ...(text === undefined ? [] : [{ field: 'text' as const, text }]),
      ...(place === undefined ? [] : [{ field: 'place' as const, text: place.name }]),
      ...passagesOf(activity.restsOn, beside),
    ],
    facts: {
      kind,
      roles: participants.flatMap(({ role }) => role ?? []),
      ...(placeState === undefined ? {} : { placeState }),
    },
  }
}

/** The passages that a record rests on, as words. */
export function passagesOf(restsOn: readonly Support[], { passages }: RecordsBeside): readonly CheckedText[] {
  return restsOn.flatMap(({ passage }) => {
    const text = passage === undefined ? undefined : passages.get(passage)
    return passage === undefined || text === undefined ? [] : [{ field: 'passage' as const, text, passage }]
  })
}

/**
 * The ISO alpha-3 code of a participant that is a state: by its code, else by its name; otherwise its id.
 *
 * @example
 * partyOf('arland', new Map()) // => 'arland'
 * @example
 * partyOf('viet-nam', new Map([['viet-nam', { id: 'viet-nam', name: 'Vietnam', type: 'state' }]])) // => 'VNM'
 */
export function partyOf(id: string, actors: ReadonlyMap<string, Actor>): string {
  const actor = actors.get(id)
  if (actor?.type !== 'state') return id
  return (
    actor.codes?.find(({ scheme }) => scheme === 'iso3')?.code ?? findState('name', actor.name, null) ?? id
  )
}
