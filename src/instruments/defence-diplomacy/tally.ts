import { type ActivityKind, activityKindNames } from '#domain/activity'
import type { Actor } from '#domain/actor'
import type { Estimate } from '#domain/finding'
import type { Missing } from '#domain/missing'
import { wilsonInterval } from '#numeric/wilson-interval'
import { absent } from './absent.ts'
import type { Classified } from './classify.ts'
import type { Measured } from './diversify.ts'
import type { CellLine, Entry, PartnerLine, Request, Result } from './model.ts'
import { partnerOf } from './partners.ts'
import type { Share } from './shares.ts'

/** Counts by partner, kind and year, cooperative and coercive alike; what is multilateral and apart has no partner. */
export function cellsOf(ledger: readonly Entry[], shares: readonly Share[]): readonly CellLine[] {
  const cells = new Map<
    string,
    { partner: string | null; kind: ActivityKind; year: number | null; count: number; entries: Set<number> }
  >()
  const add = (partner: string | null, year: number | null, amount: number, at: number) => {
    const kind = ledger[at]?.kind
    if (kind === undefined) return
    const key = `${partner} ${kind} ${year}`
    const cell = cells.get(key) ?? { partner, kind, year, count: 0, entries: new Set() }
    cell.count += amount
    cell.entries.add(at)
    cells.set(key, cell)
  }
  for (const { partner, year, amount, entry } of shares) add(partner, year, amount, entry)
  const placed = new Set(shares.map(({ entry }) => entry))
  for (const [at, entry] of ledger.entries())
    if (!placed.has(at)) {
      if (entry.parts.length === 0) add(null, null, entry.weight * entry.counted, at)
      for (const { year, part } of entry.parts) add(null, year, entry.weight * part, at)
    }
  const order = (kind: ActivityKind) => activityKindNames.indexOf(kind)
  return [...cells.values()]
    .map(({ entries, ...cell }) => ({ ...cell, entries: [...entries] }))
    .toSorted(
      (a, b) =>
        compare(a.partner ?? '~', b.partner ?? '~') ||
        order(a.kind) - order(b.kind) ||
        (a.year ?? 9999) - (b.year ?? 9999),
    )
}

/** Every partner, those met only in multilateral activities included: who has most first. */
export function partnerLines(
  { ledger, to }: Classified,
  { partners }: Pick<Measured, 'partners'>,
  request: Request,
  actors: ReadonlyMap<string, Actor>,
): readonly PartnerLine[] {
  const amounts = new Map(partners.map((one) => [one.partner, one]))
  const ids = [...new Set(ledger.flatMap((entry) => entry.partners))]
  return ids
    .map((id): PartnerLine => {
      const its = ledger.flatMap((entry, at) => (entry.partners.includes(id) ? [{ entry, at }] : []))
      const cooperative = its.filter(({ entry }) => entry.class === 'cooperative')
      const coercive = (side: Entry['side']) =>
        its.filter(({ entry }) => entry.class === 'coercive' && entry.side === side).length
      const years = cooperative.flatMap(({ entry }) => entry.year ?? [])
      const lastYear = years.length === 0 ? null : Math.max(...years)
      const maybeLater = cooperative.some(
        ({ entry }) => entry.year === null && (entry.years === null || entry.years[1] > (lastYear ?? -1)),
      )
      const age = lastYear === null || to === null || maybeLater ? null : Math.max(0, to - lastYear)
      return {
        ...partnerOf(id, actors, request.majorPowers),
        count: amounts.get(id)?.amount ?? 0,
        share: amounts.get(id)?.share ?? absent('not-applicable', 'onlyMultilateral'),
        cooperative: cooperative.length,
        coerciveAgainst: coercive('against'),
        coerciveBy: coercive('by'),
        coerciveSideNotTold: coercive('not-told'),
        coerciveShare: coerciveShare(its.length - cooperative.length, its.length),
        lastYear,
        age,
        ageing: age !== null && age >= request.stale,
        entries: its.map(({ at }) => at),
      }
    })
    .toSorted((a, b) => b.count - a.count || b.cooperative - a.cooperative || compare(a.id, b.id))
}

/** Cooperative against coercive activities, by code; each counts once, without weights. */
export function classesOf(ledger: readonly Entry[]): Result['classes'] {
  const coercive = ledger.filter((entry) => entry.class === 'coercive').length
  const years = [...new Set(ledger.flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b)
  return {
    cooperative: ledger.length - coercive,
    coercive,
    coerciveShare: coerciveShare(coercive, ledger.length),
    years: years.map((year) => {
      const its = ledger.filter((entry) => entry.year === year)
      const bad = its.filter((entry) => entry.class === 'coercive').length
      return { year, cooperative: its.length - bad, coercive: bad }
    }),
  }
}

function coerciveShare(coercive: number, all: number): Estimate | Missing {
  if (all === 0) return absent('not-collected', 'nothing')
  return {
    value: coercive / all,
    interval: wilsonInterval(coercive, all),
    unit: 'share',
    uncertainty: '95 % interval of Wilson',
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
