/** Weights from points that assessors shared out. */
export interface BudgetAllocation {
  /** [n] sum 1: the mean of the assessors' shares */
  readonly weights: Float64Array
  /** [n] of these means over assessors; null of one assessor alone */
  readonly standardErrors: Float64Array | null
}

/**
 * Weights from budgets: each assessor shares points out, and counts as much as any other whatever the size of the budget.
 *
 * @param points [assessors × n] assessor by assessor, at least 0
 * @throws RangeError if the shape is another, points are negative, or an assessor gave none
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, section 6.1, budget allocation
 * @example
 * budgetAllocation(Float64Array.of(30, 70, 5, 5), 2).weights // => Float64Array.of(0.4, 0.6)
 */
export function budgetAllocation(points: Float64Array, n: number): BudgetAllocation {
  const assessors = points.length / n
  if (!(Number.isInteger(n) && n >= 1 && Number.isInteger(assessors) && assessors >= 1))
    throw new RangeError(`budgetAllocation: points must hold rows of ${n}, got ${points.length}`)
  const shares = Float64Array.from(points)
  for (let assessor = 0; assessor < assessors; assessor++) {
    const budget = points.subarray(assessor * n, (assessor + 1) * n)
    if (budget.some((given) => !(given >= 0)))
      throw new RangeError('budgetAllocation: points must be at least 0')
    const sum = budget.reduce((all, given) => all + given, 0)
    if (!(sum > 0)) throw new RangeError('budgetAllocation: each assessor must give points')
    for (let at = 0; at < n; at++) shares[assessor * n + at] = (budget[at] ?? 0) / sum
  }
  const of = (at: number) => Float64Array.from({ length: assessors }, (_, row) => shares[row * n + at] ?? 0)
  const means = Float64Array.from({ length: n }, (_, at) => of(at).reduce((a, b) => a + b, 0) / assessors)
  if (assessors === 1) return { weights: means, standardErrors: null }
  const standardErrors = means.map((mean, at) => {
    const squares = of(at).reduce((sum, share) => sum + (share - mean) ** 2, 0)
    return Math.sqrt(squares / (assessors - 1) / assessors)
  })
  return { weights: means, standardErrors }
}
