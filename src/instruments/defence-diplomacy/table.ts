import type { ActivityKind } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import type { Cell, Exhibit, Language } from '#domain/exhibit'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { Missing } from '#domain/missing'
import { type Columns, measured, tablesIn } from '#domain/table'
import type { Result } from './model.ts'
import { type Word, words } from './words.data.ts'

/** No row points at more records than this; the ledger points at all. */
export const mostPointers = 40

const table = tablesIn(words)

/** A table in one language; rows without evidence of their own are computed from the ledger. */
export function exhibit(
  language: Language,
  id: Word,
  step: string,
  columns: Columns<Word>,
  rows: Exhibit['rows'],
  chart?: Exhibit['chart'],
  note?: string,
): Exhibit {
  return table(language, id, step, columns, rows, {
    ...(note === undefined ? {} : { note }),
    ...(chart === undefined ? {} : { chart }),
    ...(id === 'ledger' ? {} : { computedFrom: ['ledger'] }),
  })
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

/** Names in one cell. */
export function together(names: readonly string[]): string {
  return names.join('; ') || '–'
}

/** A count as a table shows it: whole where it is whole. */
export function tally(count: number): string | number {
  return Number.isInteger(count) ? String(count) : count
}

/** Cells of how concentrated a spread is: Herfindahl index, effective number, who is largest, and the share of that one. */
export function concentration(
  spread: {
    readonly hhi: Estimate | Missing
    readonly effective: Estimate | Missing
    readonly largest: string | null
    readonly largestShare: Estimate | Missing
  },
  name: (id: string) => string,
): readonly Cell[] {
  const { hhi, effective, largest, largestShare } = spread
  return [measured(hhi), measured(effective), largest === null ? '–' : name(largest), measured(largestShare)]
}
