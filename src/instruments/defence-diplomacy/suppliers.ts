import { type Drawing, measure, trendOf, withoutLines } from './diversify.ts'
import type { Entry, SupplierPart } from './model.ts'
import type { Share } from './shares.ts'

/**
 * Dependence on suppliers of equipment: by volume (millions of the trend-indicator value of SIPRI, which is no money) where any is told,
 * and by number of supplies. A supply from several counts for each its part; weights of kinds do not enter.
 */
export function supplierParts(
  drawing: Drawing,
  years: readonly [number, number] | null,
  window: number,
): readonly SupplierPart[] {
  const supplies = drawing.ledger.flatMap((entry, at) => (entry.supply === null ? [] : [{ entry, at }]))
  if (supplies.length === 0) return []
  const volumes = supplies.filter(({ entry }) => entry.supply?.tivMillions !== null)
  const parts = [
    ...(volumes.length === 0 ? [] : [{ by: 'tiv-millions' as const, counted: volumes, stream: 100_000 }]),
    { by: 'supplies' as const, counted: supplies, stream: 200_000 },
  ]
  return parts.map(({ by, counted, stream }) => {
    const shares = counted.flatMap(({ entry, at }) =>
      sharesOfSupply(entry, at, by === 'supplies' ? 1 : (entry.supply?.tivMillions ?? 0)),
    )
    const measured = measure('equipment', shares, drawing, stream)
    return {
      by,
      suppliers: measured.partners.map(({ partner, amount, share }) => ({
        partner,
        amount,
        share,
        entries: counted.filter(({ entry }) => entry.supply?.from.includes(partner)).map(({ at }) => at),
      })),
      whole: measured.line,
      trend: years === null ? [] : trendOf(shares, years, window, drawing, stream),
      without: withoutLines(shares, measured, drawing.ledger),
      untold: supplies.length - counted.length,
    }
  })
}

function sharesOfSupply({ supply, parts, counted }: Entry, at: number, amount: number): readonly Share[] {
  const from = supply?.from ?? []
  const inYears: readonly { readonly year: number | null; readonly part: number }[] =
    parts.length > 0 ? parts : [{ year: null, part: counted }]
  return from.flatMap((partner) =>
    inYears.map(({ year, part }) => ({ entry: at, partner, year, amount: (amount * part) / from.length })),
  )
}
