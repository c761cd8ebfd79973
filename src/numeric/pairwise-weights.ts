/** Weights from pairwise comparisons, and how far the comparisons contradict one another. */
export interface PairwiseWeights {
  /** [n] in [0, 1], summing to 1 */
  readonly weights: Float64Array
  /** largest eigenvalue; n where nothing contradicts */
  readonly lambdaMax: number
  /** (lambdaMax − n) / (n − 1); 0 where nothing contradicts, and for one or two criteria */
  readonly consistencyIndex: number
  /** consistencyIndex against that of random comparisons; above 0.1 the comparisons should be looked at again */
  readonly consistencyRatio: number
}

/** Mean consistency index of random reciprocal matrices of order 1 to 10 (Saaty 1980, p. 21). */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]

/**
 * Weights of criteria from comparisons of every pair: the principal eigenvector of the matrix (analytic hierarchy process).
 *
 * @param matrix [n × n] row-major, n from 1 to 10: how many times as much the row matters as the column; positive and reciprocal
 * @throws RangeError if the matrix is not square, larger than 10 × 10, not positive, or not reciprocal within 1e-9
 * @see Saaty (1977), Journal of Mathematical Psychology 15(3), pp. 234–281; Saaty (1980), The Analytic Hierarchy Process
 * @example
 * pairwiseWeights(Float64Array.of(1, 3, 1 / 3, 1)).weights[0] // => 0.75
 */
export function pairwiseWeights(matrix: Float64Array): PairwiseWeights {
  const n = orderOf(matrix)
  let weights = new Float64Array(n).fill(1 / n)
  let lambdaMax = n
  for (let round = 0; round < 10_000; round++) {
    const next = weights.map((_, row) => dot(matrix, row * n, weights))
    const total = next.reduce((sum, value) => sum + value, 0)
    lambdaMax = total // the weights before sum to 1
    const after = next.map((value) => value / total)
    const moved = after.reduce((most, value, at) => Math.max(most, Math.abs(value - (weights[at] ?? 0))), 0)
    weights = after
    if (moved < 1e-15) break
  }
  // two criteria cannot contradict, and rounding must not seem to
  const consistencyIndex = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1))
  const random = randomIndex[n - 1] ?? 0
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: random > 0 ? consistencyIndex / random : 0,
  }
}

function orderOf(matrix: Float64Array): number {
  const n = Math.sqrt(matrix.length)
  if (!Number.isInteger(n) || n < 1 || n > randomIndex.length)
    throw new RangeError(
      `pairwiseWeights: matrix must be n × n with n from 1 to 10, got ${matrix.length} cells`,
    )
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const [there, back] = [matrix[row * n + column] ?? 0, matrix[column * n + row] ?? 0]
      if (!(there > 0 && Number.isFinite(there)) || Math.abs(there * back - 1) > 1e-9)
        throw new RangeError(
          `pairwiseWeights: matrix must be positive and reciprocal, got ${there} and ${back} at ${row}, ${column}`,
        )
    }
  return n
}

function dot(matrix: Float64Array, from: number, vector: Float64Array): number {
  return vector.reduce((sum, value, at) => sum + value * (matrix[from + at] ?? 0), 0)
}
