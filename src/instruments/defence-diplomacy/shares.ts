import type { Entry, Request } from './model.ts'

/** What one activity counts for one partner in one year, or in no year that is told. */
export interface Share {
  /** place in the ledger */
  readonly entry: number
  readonly partner: string
  readonly year: number | null
  readonly amount: number
}

/**
 * What each activity counts for its partners. With one partner it counts its weight for that partner. With several it counts for
 * none of them (`apart`), its weight divided by their number for each (`fractional`), or its weight for each (`full`).
 */
export function sharesOf(ledger: readonly Entry[], sharing: Request['sharing']): readonly Share[] {
  return ledger.flatMap((entry, at) => {
    if (entry.multilateral && sharing === 'apart') return []
    const each = sharing === 'full' ? entry.weight : entry.weight / Math.max(1, entry.partners.length)
    const inYears: readonly { readonly year: number | null; readonly part: number }[] =
      entry.parts.length > 0 ? entry.parts : [{ year: null, part: entry.counted }]
    return entry.partners.flatMap((partner) =>
      inYears.map(({ year, part }) => ({ entry: at, partner, year, amount: each * part })),
    )
  })
}
