import type { Estimate } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { absent } from './absent.ts'
import { type Drawing, measure } from './diversify.ts'
import type { Balance } from './model.ts'
import type { Share } from './shares.ts'

/** Cooperation with the major powers, and how evenly it is spread over all of them, those without any included. */
export function balanceOf(shares: readonly Share[], powers: readonly string[], drawing: Drawing): Balance {
  const distinct = [...new Set(powers)]
  const { line, partners } = measure(
    'all',
    shares.filter(({ partner }) => distinct.includes(partner)),
    drawing,
    50_000,
  )
  const none = absent('not-collected', 'noMajor')
  const by = new Map(partners.map((one) => [one.partner, one]))
  const effective: Estimate | Missing = isMissing(line.effective) ? none : line.effective
  return {
    powers: distinct,
    lines: distinct
      .map((partner) => ({
        partner,
        count: by.get(partner)?.amount ?? 0,
        share: by.get(partner)?.share ?? (partners.length === 0 ? none : nothing),
      }))
      .toSorted((a, b) => b.count - a.count || distinct.indexOf(a.partner) - distinct.indexOf(b.partner)),
    effective,
    evenness: isMissing(effective)
      ? none
      : {
          ...effective,
          value: effective.value / distinct.length,
          interval:
            effective.interval === null
              ? null
              : [effective.interval[0] / distinct.length, effective.interval[1] / distinct.length],
          unit: '0 to 1',
        },
  }
}

/** Of a power with which nothing is recorded: no draw of what is recorded can hold it, so no interval can be told. */
const nothing: Estimate = {
  value: 0,
  interval: null,
  unit: 'share',
  uncertainty: 'none recorded: drawing what is recorded tells nothing of it',
}
