import type { ActivityKind } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import type { Cell, Exhibit, Language, Measured } from '#domain/exhibit'
import type { Estimate, FindingEvidence } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import type { Result } from './model.ts'
import { type Word, words } from './words.data.ts'

/** Headings of a table: a word, a word with its unit, or a title of its own. */
export type Columns = readonly (Word | readonly [Word, string] | { readonly title: string })[]

/** No row points at more records than this; the ledger points at all. */
export const mostPointers = 40

/** A row of a table with what it rests on. */
export function row(evidence: readonly FindingEvidence[], ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}

/** A number with its interval as a table shows it, or why there is none. */
export function measured(value: Estimate | Missing): Measured | Missing {
  return isMissing(value) ? value : { value: value.value, interval: value.interval }
}

/** A table in one language; rows without evidence of their own are computed from the ledger. */
export function exhibit(
  language: Language,
  id: Word,
  step: string,
  columns: Columns,
  rows: Exhibit['rows'],
  chart?: Exhibit['chart'],
  note?: string,
): Exhibit {
  return {
    id,
    step,
    title: words[id][language],
    ...(note === undefined ? {} : { note }),
    ...(chart === undefined ? {} : { chart }),
    columns: columns.map((c) =>
      typeof c === 'string'
        ? { title: words[c][language] }
        : 'title' in c
          ? { title: c.title }
          : { title: words[c[0]][language], unit: c[1] },
    ),
    rows,
    ...(id === 'ledger' ? {} : { computedFrom: ['ledger'] }),
  }
}

/** What the activities at some places of the ledger rest on. */
export function evidenceAt({ ledger }: Result, places: readonly number[]): readonly FindingEvidence[] {
  return places.flatMap((at) => ledger[at]?.evidence ?? []).slice(0, mostPointers)
}

/** The name of a partner by its id. */
export function namer(
  { partners }: Pick<Result, 'partners'>,
  language: Language,
): (id: string | null) => string {
  const names = new Map(partners.map((one) => [one.id, language === 'vi' ? one.titleVi : one.title]))
  return (id) => (id === null ? words.multilateral[language] : (names.get(id) ?? id))
}

/** The name of a kind. */
export function kindIn(kind: ActivityKind, language: Language): string {
  return activityKinds[kind].title[language]
}

/** Years in words: one, or the first and the last. */
export function yearsIn(from: number | null, to: number | null): string {
  if (from === null || to === null) return '–'
  return from === to ? String(from) : `${from}–${to}`
}
