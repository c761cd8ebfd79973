import type { Activity } from '#domain/activity'
import { absent } from './absent.ts'
import type { AmountLine, Entry } from './model.ts'

/** Money told of activities, as it is told: never added over currencies or years, never deflated. What recurs is told once. */
export function amountLines(
  ledger: readonly Entry[],
  activities: readonly Activity[],
): readonly AmountLine[] {
  const told = new Map(activities.map(({ id, amount }) => [id, amount]))
  const seen = new Set<string>()
  return ledger.flatMap(({ record, partners }, entry) => {
    const amount = told.get(record)
    if (amount === undefined || seen.has(record)) return []
    seen.add(record)
    return [
      {
        entry,
        partners,
        value: amount.value,
        currency: amount.currency,
        priceYear: amount.year ?? absent('not-collected', 'noPriceYear'),
        what: amount.what ?? null,
      },
    ]
  })
}
