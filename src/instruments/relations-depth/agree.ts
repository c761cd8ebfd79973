import { isMissing } from '#domain/missing'
import { krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { runAlone } from '#numeric/team'
import { absent } from './absent.ts'
import type { Input, RaterAgreement } from './model.ts'
import { ratingPointer, ratingsThatCount } from './ratings-that-count.ts'
import type { Tree } from './tree.ts'

/**
 * How far raters agree on each leaf over all relations (D2): Krippendorff's alpha for ordered levels with a 95 % interval, and
 * who stands apart. A leaf without two raters on two relations says so.
 *
 * @see Krippendorff (2019), Content Analysis, 4th ed., ch. 12
 */
export function agreementOf(input: Input, tree: Tree, year: number): readonly RaterAgreement[] {
  const { dossiers, rounds, request } = input
  return tree.criteria.flatMap((criterion, at) => {
    if (tree.leaf[at] === 0 || criterion.scale === undefined) return []
    const entries = dossiers.flatMap(({ ratings }, unit) =>
      ratingsThatCount(
        ratings.filter(({ leaf }) => leaf === criterion.code),
        rounds,
        year,
        request,
      ).map((rating) => ({ unit, rating })),
    )
    if (entries.length === 0) return []
    const coders = [...new Set(entries.map(({ rating }) => rating.assessor))].toSorted()
    const units = new Set(entries.map(({ unit }) => unit))
    const levels = [...new Set(entries.map(({ rating }) => rating.level))].toSorted((a, b) => a - b)
    const named = {
      leaf: criterion.code,
      title: criterion.title,
      titleVi: criterion.titleVi ?? criterion.title,
      raters: coders.length,
      units: units.size,
      illustrative: entries.some(({ rating }) => rating.illustrative === true),
      evidence: entries.map(({ rating }) => ratingPointer(rating)),
    }
    const few = absent('below-threshold', 'fewRaters')
    if (coders.length < 2 || units.size < 2) return [{ ...named, alpha: few, apart: few }]
    const { alpha, interval } = runAlone(krippendorffAlpha, {
      ratings: {
        units: dossiers.length,
        coders: coders.length,
        unit: Int32Array.from(entries, ({ unit }) => unit),
        coder: Int32Array.from(entries, ({ rating }) => coders.indexOf(rating.assessor)),
        value: Int32Array.from(entries, ({ rating }) => levels.indexOf(rating.level)),
        values: Float64Array.from(levels),
      },
      level: 'ordinal',
      bootstrap: 500,
      seed: request.seed,
    })
    return [
      {
        ...named,
        alpha:
          alpha === null
            ? absent('not-applicable', 'allEqual')
            : {
                value: alpha,
                interval: interval === null ? null : ([...interval] as [number, number]),
                unit: 'alpha',
                uncertainty: '95 % bootstrap over relations',
              },
        apart: apartOf(entries, coders),
      },
    ]
  })
}

function apartOf(
  entries: readonly {
    readonly unit: number
    readonly rating: { readonly assessor: string; readonly level: number }
  }[],
  coders: readonly string[],
): RaterAgreement['apart'] {
  const by = coders.map((assessor) => {
    const gaps = entries
      .filter(({ rating }) => rating.assessor === assessor)
      .flatMap(({ unit, rating }) => {
        const others = entries.filter((one) => one.unit === unit && one.rating.assessor !== assessor)
        if (others.length === 0) return []
        return [rating.level - others.reduce((sum, one) => sum + one.rating.level, 0) / others.length]
      })
    return { assessor, by: gaps.length === 0 ? 0 : gaps.reduce((a, b) => a + b, 0) / gaps.length }
  })
  const far = by.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0]
  return far === undefined || isMissing(far) || Math.abs(far.by) < 0.5
    ? absent('not-applicable', 'nobodyApart')
    : far
}
