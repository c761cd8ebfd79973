import { bounds } from '#domain/date'
import { type Estimate, pointers } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { stakeDimensions } from '#domain/stake'
import { absent } from './absent.ts'
import type { Exposure, Input, Quantity } from './model.ts'
import { assumed, quantityOf } from './quantity.ts'
import { words } from './words.data.ts'
import { joined, stateName } from './words.ts'

/** Shares of output that count as levels 0 to 4 of economic interest: choices, straight lines between them. */
const exposureLevels = [0, 0.01, 0.05, 0.1, 0.2] as const

/** Interest of its own (M5): economy is computed from trade where it is measured, the rest is judged. */
export function stakesOf(input: Input, exposure: Exposure): readonly Quantity[] {
  return stakeDimensions.map((dimension) => {
    const judged = quantityOf(
      'stake',
      dimension,
      words[dimension],
      'stake',
      input.stakes.filter((one) => one.dimension === dimension),
      dimension === 'economy' && isMissing(exposure.share)
        ? exposure.share
        : absent('not-collected', 'notJudged'),
    )
    const quantity =
      dimension === 'economy' && !isMissing(exposure.share)
        ? computed(judged, exposure, exposure.share)
        : judged
    return assumed(quantity, input.request.judgements)
  })
}

function computed(judged: Quantity, { by }: Exposure, share: Estimate): Quantity {
  const [low, high] = share.interval ?? [share.value, share.value]
  return {
    ...judged,
    level: {
      value: levelOfExposure(share.value),
      interval: [levelOfExposure(low), levelOfExposure(high)],
      unit: 'level of 5',
      uncertainty: share.uncertainty,
    },
    basis: 'series',
    illustrative: false,
    said: [],
    evidence: by.flatMap(({ evidence }) => evidence),
  }
}

/**
 * Level of economic interest of a share of output.
 *
 * @example
 * levelOfExposure(0.03) // => 1.5
 */
export function levelOfExposure(share: number): number {
  const above = exposureLevels.findIndex((bound) => share < bound)
  if (above < 0) return 4
  const [low, high] = [exposureLevels[above - 1] ?? 0, exposureLevels[above] ?? 1]
  return Math.max(0, above - 1 + (share - low) / (high - low))
}

/**
 * Trade with the parties over the mediator’s output, each in the last year that is measured by then. All shares have the same output below the line, so
 * that their errors are added, not averaged away.
 */
export function exposureOf({ parties, series, request }: Input): Exposure {
  const until = new Date(bounds(request.asOf).latest).getUTCFullYear()
  const states = parties
    .filter(({ state }) => state !== null && state !== request.mediator)
    .map(({ key }) => key)
    .toSorted()
  const by = states.flatMap((party) => {
    const its = series.find(({ towards }) => towards === party)
    const last = its?.observations.filter(({ year, value }) => year <= until && !isMissing(value)).at(-1)
    if (its === undefined || last === undefined || isMissing(last.value)) return []
    return [
      {
        party,
        year: last.year,
        share: shareOf(last.value, last.se ?? null),
        evidence: pointers('series', its),
      },
    ]
  })
  const unknown = states.filter((party) => !by.some((one) => one.party === party))
  const total = by.reduce((sum, { share }) => sum + share.value, 0)
  const low = by.reduce((sum, { share }) => sum + (share.interval?.[0] ?? share.value), 0)
  const high = by.reduce((sum, { share }) => sum + (share.interval?.[1] ?? share.value), 0)
  return {
    share:
      by.length > 0
        ? { value: total, interval: [low, high], unit: 'share of its GDP', uncertainty: 'measurement, 90 %' }
        : states.length === 0
          ? absent('not-applicable', 'noParties')
          : absent('not-collected', 'noTrade', { parties: joined(states.map(stateName), ', ') }),
    by,
    unknown,
  }
}

function shareOf(value: number, se: number | null): Estimate {
  return {
    value,
    interval: se === null ? null : [Math.max(0, value - 1.6449 * se), value + 1.6449 * se],
    unit: 'share of its GDP',
    uncertainty: 'measurement, 90 %',
  }
}
