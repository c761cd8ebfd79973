import type { Framework } from '#domain/framework'
import { weighedParts } from '#domain/framework-tree'
import { isMissing } from '#domain/missing'
import type { Weighting } from '#domain/weighting'
import { elicitedWeights } from './elicited-weights.ts'
import type { Request } from './model.ts'

/** The weights that an analysis uses, and of which branches no weights were elicited although they were asked for. */
export interface Weighed {
  readonly weights: Readonly<Record<string, number>>
  /** codes of the criteria whose parts keep the weights of the framework; '' is the top */
  readonly notElicited: readonly string[]
}

/**
 * The weights of criteria in place of those of the framework: all equal, or as people shared out points or compared pairs. Criteria
 * that weigh 0 stay beside the index. What the request names itself comes before all.
 *
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6
 */
export function weigh(
  { criteria }: Pick<Framework, 'criteria'>,
  weightings: readonly Weighting[],
  { weighting, weights, ratings }: Pick<Request, 'weighting' | 'weights' | 'ratings'>,
): Weighed {
  if (weighting === 'given') return { weights, notElicited: [] }
  const found: Record<string, number> = {}
  if (weighting === 'equal') {
    for (const { code, weight } of criteria) if (weight > 0) found[code] = 1
    return { weights: { ...found, ...weights }, notElicited: [] }
  }
  const count = weightings.filter((one) => ratings === 'all' || one.illustrative !== true)
  const notElicited: string[] = []
  for (const parent of [undefined, ...criteria.map(({ code }) => code)]) {
    const codes = weighedParts(criteria, parent).map(({ code }) => code)
    if (codes.length < 2) continue
    const elicited = elicitedWeights(
      codes,
      weighting,
      count.filter((one) => one.parent === parent),
    )
    if (isMissing(elicited)) notElicited.push(parent ?? '')
    else for (const [at, code] of codes.entries()) found[code] = elicited.weights[at] ?? 0
  }
  return { weights: { ...found, ...weights }, notElicited }
}
