import type { Compliance } from '#domain/compliance'
import type { Estimate } from '#domain/finding'
import { type Missing, missing, type Reason } from '#domain/missing'
import { cohenKappa } from '#numeric/cohen-kappa'
import { krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { studentTQuantile } from '#numeric/student-t'
import { runAlone } from '#numeric/team'

/** How far two coders agree, and what they find on the whole. */
export interface ComplianceScore {
  /** commitments that two have coded */
  readonly commitments: number
  /** mean of −1, 0 and +1 over commitments, each the mean of its coders */
  readonly mean: Estimate | Missing
  /** the same from 0 to 1: (1 + mean) / 2 */
  readonly share: Estimate | Missing
  /** Krippendorff's alpha for ordered values */
  readonly alpha: Estimate | Missing
  /** Cohen's kappa with linear weights, where the same two coded all */
  readonly kappa: Estimate | Missing
  readonly illustrative: boolean
}

const draws = 500
const z = 1.959964
const values = [-1, 0, 1] as const

/**
 * Mean compliance in the manner of the G7 Research Group: full +1, in part or under way 0, none −1; each commitment counts once, with
 * the mean of its coders, and the interval is Student's over commitments. The percentage that the group prints is (1 + mean) / 2.
 *
 * @param codings of commitments that two have coded
 * @see Kirton, Kokotsis & Warren (2010), G8 compliance reports, University of Toronto; Krippendorff (2019), ch. 12; Cohen (1968)
 */
export function complianceScore(codings: readonly Compliance[]): ComplianceScore {
  const each = [...Map.groupBy(codings, ({ commitment }) => commitment).values()].filter(
    (of) => of.length > 1,
  )
  const coded = each.flat()
  const mean = meanOf(each.map((of) => of.reduce((sum, { score }) => sum + score, 0) / of.length))
  return {
    commitments: each.length,
    mean,
    share: 'missing' in mean ? mean : shareOf(mean),
    alpha: alphaOf(coded),
    kappa: kappaOf(each),
    illustrative: coded.some(({ illustrative }) => illustrative === true),
  }
}

function meanOf(scores: readonly number[]): Estimate | Missing {
  const n = scores.length
  if (n === 0) return missing('not-collected', reasons.noneCoded)
  const value = scores.reduce((sum, score) => sum + score, 0) / n
  const spread = scores.reduce((sum, score) => sum + (score - value) ** 2, 0)
  const uncertainty = `95 % Student over ${n} commitments`
  if (n < 2 || spread === 0) return { value, interval: null, unit: 'score', uncertainty }
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(spread / (n - 1) / n)
  return {
    value,
    interval: [Math.max(-1, value - half), Math.min(1, value + half)],
    unit: 'score',
    uncertainty,
  }
}

function shareOf({ value, interval, uncertainty }: Estimate): Estimate {
  const half = (score: number) => (1 + score) / 2
  return {
    value: half(value),
    interval: interval === null ? null : [half(interval[0]), half(interval[1])],
    unit: 'share',
    uncertainty,
  }
}

function alphaOf(coded: readonly Compliance[]): Estimate | Missing {
  const units = [...new Set(coded.map(({ commitment }) => commitment))].toSorted()
  const coders = [...new Set(coded.map(({ coder }) => coder))].toSorted()
  if (units.length < 2) return missing('below-threshold', reasons.twoNeeded)
  const { alpha, interval } = runAlone(krippendorffAlpha, {
    ratings: {
      units: units.length,
      coders: coders.length,
      unit: Int32Array.from(coded, ({ commitment }) => units.indexOf(commitment)),
      coder: Int32Array.from(coded, ({ coder }) => coders.indexOf(coder)),
      value: Int32Array.from(coded, ({ score }) => values.indexOf(score)),
      values: Float64Array.from(values),
    },
    level: 'ordinal',
    bootstrap: draws,
    seed: 1,
  })
  if (alpha === null) return missing('not-applicable', reasons.allEqual)
  return {
    value: alpha,
    interval: interval === null ? null : [interval[0], interval[1]],
    unit: 'alpha',
    uncertainty: '95 % bootstrap over commitments',
  }
}

function kappaOf(each: readonly (readonly Compliance[])[]): Estimate | Missing {
  if (each.length < 2) return missing('below-threshold', reasons.twoNeeded)
  const pairs = each.map((of) => of.toSorted((a, b) => (a.coder < b.coder ? -1 : 1)))
  const whose = new Set(pairs.map((of) => of.map(({ coder }) => coder).join(' ')))
  if (whose.size > 1 || pairs.some(({ length }) => length !== 2))
    return missing('not-applicable', reasons.otherCoders)
  const table = new Float64Array(values.length ** 2)
  for (const [first, second] of pairs) {
    const cell = values.indexOf(first?.score ?? 0) * values.length + values.indexOf(second?.score ?? 0)
    table[cell] = (table[cell] ?? 0) + 1
  }
  const found = cohenKappa(table, 'linear')
  if (found === null) return missing('not-applicable', reasons.allEqual)
  const half = z * found.se
  return {
    value: found.kappa,
    interval: half === 0 ? null : [Math.max(-1, found.kappa - half), Math.min(1, found.kappa + half)],
    unit: 'kappa',
    uncertainty: '95 % normal, standard error of Fleiss, Cohen and Everitt',
  }
}

const reasons = {
  noneCoded: { en: 'no commitment has been coded by two', vi: 'chưa có cam kết nào được hai người mã hóa' },
  twoNeeded: {
    en: 'two commitments that two coders coded are needed',
    vi: 'cần ít nhất hai cam kết do hai người mã hóa',
  },
  allEqual: {
    en: 'all codings are equal: agreement beyond chance is not defined',
    vi: 'mọi kết quả mã hóa đều như nhau: không xác định được mức đồng thuận ngoài ngẫu nhiên',
  },
  otherCoders: {
    en: 'not the same two coders coded all commitments',
    vi: 'không phải cùng hai người mã hóa tất cả cam kết',
  },
} as const satisfies Record<string, Reason>
