import { type ActivityKind, activityKindNames } from '#domain/activity'
import type { Estimate } from '#domain/finding'
import type { Missing } from '#domain/missing'
import { diversification, withoutPartner } from '#numeric/diversification'
import { diversificationBootstrap } from '#numeric/diversification-bootstrap'
import { random } from '#numeric/random'
import { absent } from './absent.ts'
import type { DiversityLine, Entry, Request, TrendPoint, WithoutLine } from './model.ts'
import type { Share } from './shares.ts'

/** What is drawn for intervals, and how often. */
export interface Drawing {
  readonly ledger: readonly Entry[]
  readonly request: Pick<Request, 'draws' | 'seed'>
}

export const drawn = '95 % interval, drawing whole activities'
export const notDrawn = 'fewer than five activities, or one partner: drawing them anew tells nothing'

/** Diversification of some shares, with the share of each partner. */
export interface Measured {
  readonly line: DiversityLine
  /** partners by their amount, the largest first */
  readonly partners: readonly {
    readonly partner: string
    readonly amount: number
    readonly share: Estimate
  }[]
}

/**
 * How evenly shares are spread over partners, with intervals from drawing whole records anew.
 *
 * @param stream tells one series of draws from another
 */
export function measure(
  of: DiversityLine['of'],
  shares: readonly Share[],
  { ledger, request }: Drawing,
  stream: number,
): Measured {
  const sums = new Map<string, number>()
  for (const { partner, amount } of shares) sums.set(partner, (sums.get(partner) ?? 0) + amount)
  const ordered = [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const total = ordered.reduce((sum, [, amount]) => sum + amount, 0)
  const records = new Map<string, number>()
  const unit = shares.map(({ entry }) => {
    const record = ledger[entry]?.record ?? ''
    const known = records.get(record) ?? records.size
    records.set(record, known)
    return known
  })
  const empty = { of, activities: records.size, total, partners: 0, largest: null }
  if (!(total > 0)) {
    const none = absent('not-collected', shares.length === 0 ? 'nothing' : 'weightless')
    return { line: { ...empty, hhi: none, shannon: none, effective: none, largestShare: none }, partners: [] }
  }
  const place = new Map(ordered.map(([partner], k) => [partner, k]))
  const found = diversification(ordered.map(([, amount]) => amount))
  const intervals = diversificationBootstrap(
    {
      unit,
      partner: shares.map(({ partner }) => place.get(partner) ?? 0),
      amount: shares.map(({ amount }) => amount),
      partners: ordered.length,
    },
    request.draws,
    random(request.seed, stream),
  )
  const told = (value: number, interval: readonly [number, number] | undefined, word: string): Estimate => ({
    value,
    interval: interval === undefined ? null : [interval[0], interval[1]],
    unit: word,
    uncertainty: interval === undefined ? notDrawn : drawn,
  })
  const partners = ordered.map(([partner, amount], k) => ({
    partner,
    amount,
    share: told(amount / total, intervals?.shares[k], 'share'),
  }))
  return {
    line: {
      ...empty,
      partners: found.partners,
      hhi: told(found.hhi, intervals?.hhi, 'HHI, 0 to 1'),
      shannon: told(found.shannon, intervals?.shannon, 'nats'),
      effective: told(found.effectivePartners, intervals?.effectivePartners, 'effective partners'),
      largest: partners[0]?.partner ?? null,
      largestShare: partners[0]?.share ?? absent('not-collected', 'nothing'),
    },
    partners,
  }
}

/** Over all kinds, then within each kind that is recorded. */
export function diversityLines(shares: readonly Share[], drawing: Drawing): readonly DiversityLine[] {
  const kindOf = ({ entry }: Share) => drawing.ledger[entry]?.kind
  return [
    measure('all', shares, drawing, 0).line,
    ...activityKindNames.flatMap((kind, at) => {
      const its = shares.filter((share) => kindOf(share) === kind)
      return its.length === 0 ? [] : [measure(kind, its, drawing, at + 1).line]
    }),
  ]
}

/** The same in a window of years that moves; activities without a year are in none of them. */
export function trendOf(
  shares: readonly Share[],
  years: readonly [number, number],
  window: number,
  drawing: Drawing,
  stream: number,
): readonly TrendPoint[] {
  const [first, last] = years
  const ends = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  return ends.map((to) => {
    const from = Math.max(first, to - window + 1)
    const its = shares.filter(({ year }) => year !== null && from <= year && year <= to)
    const { activities, hhi, effective, largestShare, largest } = measure(
      'all',
      its,
      drawing,
      stream + to,
    ).line
    const none = its.length === 0 ? absent('not-collected', 'noYears') : undefined
    return {
      from,
      to,
      activities,
      hhi: none ?? hhi,
      effective: none ?? effective,
      largestShare: none ?? largestShare,
      largest,
    }
  })
}

/** What is left once one partner has stopped, the largest loss first. */
export function withoutLines(
  shares: readonly Share[],
  { partners }: Pick<Measured, 'partners'>,
  ledger: readonly Entry[],
): readonly WithoutLine[] {
  const amounts = partners.map(({ amount }) => amount)
  const byKind = Map.groupBy(shares, ({ entry }) => ledger[entry]?.kind)
  const alone = new Map<string, ActivityKind[]>()
  for (const [kind, its] of byKind) {
    const who = new Set(its.map(({ partner }) => partner))
    const [only] = who
    if (who.size === 1 && only !== undefined && kind !== undefined)
      alone.set(only, [...(alone.get(only) ?? []), kind])
  }
  const order = (kind: ActivityKind) => activityKindNames.indexOf(kind)
  return partners.map(({ partner, share }, k) => {
    const left = withoutPartner(amounts, k)
    const none: Missing = absent('not-applicable', 'nobodyLeft')
    return {
      partner,
      share: share.value,
      hhi: left?.hhi ?? none,
      effective: left?.effectivePartners ?? none,
      kindsLost: (alone.get(partner) ?? []).toSorted((a, b) => order(a) - order(b)),
    }
  })
}
