import type { Missing } from '#domain/missing'
import { type Weighting, weighedCodes } from '#domain/weighting'
import { pairwiseWeights } from '#numeric/pairwise-weights'
import { absent } from './absent.ts'

/** What one person's points or comparisons say. */
export interface PersonWeights {
  readonly weighting: string
  readonly assessor: string
  readonly illustrative: boolean
  /** [codes] in [0, 1], summing to 1 */
  readonly weights: readonly number[]
  /** of Saaty; above 0.1 the comparisons contradict one another; missing for points */
  readonly consistencyRatio: number | Missing
}

/** What several people together say of the weights of sibling criteria. */
export interface ElicitedWeights {
  readonly people: readonly PersonWeights[]
  /** [codes] in [0, 1], summing to 1 */
  readonly weights: readonly number[]
  /** [codes] standard deviation over people; missing for one person */
  readonly spread: readonly (number | Missing)[]
  /** weightings left out because they speak of other criteria than there are now */
  readonly outdated: number
}

/**
 * Weights of sibling criteria as people gave them: points by their mean, comparisons by the geometric mean of what each said
 * of a pair, which keeps them reciprocal. The spread is that of the weights of single people.
 *
 * @param codes the criteria, all parts of one criterion; for comparisons at most ten
 * @throws RangeError never for weightings that their schema accepted
 * @see OECD & JRC (2008), Handbook, step 6; Aczél & Saaty (1983), Journal of Mathematical Psychology 27(1)
 * @example
 * elicitedWeights(['a', 'b'], 'budget', []) // => { missing: 'not-collected', because: 'nobody was asked', becauseVi: 'chưa hỏi ai' }
 */
export function elicitedWeights(
  codes: readonly string[],
  method: Weighting['method'],
  weightings: readonly Weighting[],
): ElicitedWeights | Missing {
  const asked = weightings.filter((one) => one.method === method)
  const wanted = codes.toSorted().join(' ')
  const fit = asked.filter((one) => weighedCodes(one).toSorted().join(' ') === wanted)
  if (asked.length === 0) return absent('not-collected', 'nobodyAsked')
  if (fit.length === 0) return absent('not-applicable', 'otherCriteria')
  const people = fit.map((one) => personOf(codes, one))
  const weights = method === 'budget' ? meanOf(codes, people) : together(codes, fit)
  return {
    people,
    weights,
    spread: codes.map((_, at) => spreadOf(people.map((person) => person.weights[at] ?? 0))),
    outdated: asked.length - fit.length,
  }
}

/**
 * Comparisons as a matrix: how many times as much the row matters as the column.
 *
 * @returns [codes × codes] row-major; 1 where a pair was not compared
 */
export function comparisonMatrix(
  codes: readonly string[],
  comparisons: Exclude<Weighting['comparisons'], undefined>,
): Float64Array {
  const n = codes.length
  const matrix = new Float64Array(n * n).fill(1)
  for (const { more, less, times } of comparisons) {
    const [row, column] = [codes.indexOf(more), codes.indexOf(less)]
    if (row < 0 || column < 0) continue
    matrix[row * n + column] = times
    matrix[column * n + row] = 1 / times
  }
  return matrix
}

function personOf(codes: readonly string[], one: Weighting): PersonWeights {
  const { id, assessor, points = [], comparisons = [], method, illustrative = false } = one
  const said = { weighting: id, assessor, illustrative }
  if (method === 'pairwise') {
    const { weights, consistencyRatio } = pairwiseWeights(comparisonMatrix(codes, comparisons), codes.length)
    return { ...said, weights: [...weights], consistencyRatio }
  }
  return {
    ...said,
    weights: codes.map((code) => (points.find((given) => given.code === code)?.points ?? 0) / 100),
    consistencyRatio: absent('not-applicable', 'pointsAgree'),
  }
}

function meanOf(codes: readonly string[], people: readonly PersonWeights[]): readonly number[] {
  return codes.map(
    (_, at) => people.reduce((sum, { weights }) => sum + (weights[at] ?? 0), 0) / people.length,
  )
}

function together(codes: readonly string[], fit: readonly Weighting[]): readonly number[] {
  const matrices = fit.map(({ comparisons = [] }) => comparisonMatrix(codes, comparisons))
  const joint = new Float64Array(codes.length ** 2).map((_, at) =>
    Math.exp(matrices.reduce((sum, matrix) => sum + Math.log(matrix[at] ?? 1), 0) / matrices.length),
  )
  return [...pairwiseWeights(joint, codes.length).weights]
}

function spreadOf(values: readonly number[]): number | Missing {
  if (values.length < 2) return absent('below-threshold', 'oneAlone')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
