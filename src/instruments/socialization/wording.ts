import { compareDates } from '#domain/date'
import { pointers } from '#domain/finding'
import { missing } from '#domain/missing'
import type { Input, MarkerUse, WordingStep } from './model.ts'
import { reasons } from './reasons.data.ts'

/**
 * Successive drafts of each text, clause by clause: what changed against the draft before (S4). A clause that a
 * draft does not mention is taken as not reported; `none` says that it was not there.
 */
export function wording(input: Input): readonly WordingStep[] {
  const last = new Map<string, Readonly<Record<string, string>>>()
  return input.drafts
    .toSorted((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1))
    .map((draft) => {
      const before = last.get(draft.text)
      last.set(draft.text, { ...before, ...draft.wording })
      return {
        draft: draft.id,
        text: draft.text,
        date: draft.date,
        author: draft.author,
        wording: draft.wording,
        changes: before === undefined ? [] : changes(before, draft.wording),
        evidence: pointers('draft', draft),
      }
    })
}

function changes(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  return Object.entries(after)
    .filter(([clause, words]) => before[clause] !== words)
    .map(([clause, to]) => ({ clause, from: before[clause] ?? null, to }))
}

/** First and last use of each phrase or hedge, and where it is gone (S4). */
export function markers(input: Input): readonly MarkerUse[] {
  return input.markers.map((marker) => {
    const present = marker.present.toSorted(compareDates)
    const never = missing('not-collected', reasons.noText)
    return {
      marker: marker.id,
      phrase: marker.phrase,
      role: marker.role,
      firstUse: present[0] ?? never,
      lastUse: present.at(-1) ?? never,
      gone: marker.absent.toSorted(compareDates),
      reading: marker.reading,
      evidence: pointers('marker', marker),
    }
  })
}
