/** Weights from comparisons two by two, and how far the comparisons contradict one another. */
export interface PairwiseWeights {
  /** [n] sum 1 */
  readonly weights: Float64Array
  /** n if no comparison contradicts another, above it otherwise */
  readonly lambdaMax: number
  readonly consistencyIndex: number
  /** the index as a share of that of comparisons at random; above 0.1, ask the assessor again */
  readonly consistencyRatio: number
}

/** Mean consistency index of random reciprocal matrices of 1 to 15 rows. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

/**
 * Weights as the principal eigenvector of a matrix of ratios, by power iterations.
 *
 * @param matrix [n × n] row by row: how many times more the row counts than the column; positive and reciprocal
 * @throws RangeError if the matrix has another shape, is not positive, or not reciprocal; if n lies outside 1 to 15
 * @see Saaty (1977), Journal of Mathematical Psychology 15(3), section 4; random index: Saaty (1980), The Analytic Hierarchy
 *   Process, p. 21
 * @example
 * pairwiseWeights(Float64Array.of(1, 3, 1 / 3, 1), 2).weights // => Float64Array.of(0.75, 0.25)
 */
export function pairwiseWeights(matrix: Float64Array, n: number): PairwiseWeights {
  check(matrix, n)
  let weights = new Float64Array(n).fill(1 / n)
  let next = new Float64Array(n)
  for (let round = 0; round < 10_000; round++) {
    multiply(matrix, weights, next)
    let furthest = 0
    for (let row = 0; row < n; row++)
      furthest = Math.max(furthest, Math.abs((next[row] ?? 0) - (weights[row] ?? 0)))
    ;[weights, next] = [next, weights]
    if (furthest < 1e-15) break
  }
  const lambdaMax = Math.max(n, multiply(matrix, weights, next))
  const consistencyIndex = n === 1 ? 0 : (lambdaMax - n) / (n - 1)
  const index = randomIndex[n - 1] ?? 0
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: index === 0 ? 0 : consistencyIndex / index,
  }
}

/** matrix · weights, made to sum 1; answers the sum before, the eigenvalue once weights are the eigenvector. */
function multiply(matrix: Float64Array, weights: Float64Array, into: Float64Array): number {
  const n = weights.length
  let total = 0
  for (let row = 0; row < n; row++) {
    let sum = 0
    for (let column = 0; column < n; column++) sum += (matrix[row * n + column] ?? 0) * (weights[column] ?? 0)
    into[row] = sum
    total += sum
  }
  for (let row = 0; row < n; row++) into[row] = (into[row] ?? 0) / total
  return total
}

function check(matrix: Float64Array, n: number): void {
  if (!(Number.isInteger(n) && n >= 1 && n <= randomIndex.length))
    throw new RangeError(`pairwiseWeights: n must lie in [1, ${randomIndex.length}], got ${n}`)
  if (matrix.length !== n * n)
    throw new RangeError(`pairwiseWeights: matrix must hold ${n * n} ratios, got ${matrix.length}`)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      const [there, back] = [matrix[row * n + column] ?? 0, matrix[column * n + row] ?? 0]
      if (!(there > 0 && back > 0 && Number.isFinite(there) && Number.isFinite(back)))
        throw new RangeError('pairwiseWeights: ratios must be positive')
      if (!(Math.abs(there * back - 1) < 1e-6))
        throw new RangeError('pairwiseWeights: matrix must be reciprocal')
    }
}
