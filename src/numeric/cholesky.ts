/**
 * Lower triangular factor of a positive definite matrix.
 *
 * @param matrix [n × n] symmetric, row by row
 * @param floor  pivots lost to rounding are kept at this share of their diagonal; 0 refuses them instead
 * @returns [n × n] L with L·Lᵀ = matrix; zeros above the diagonal
 * @throws RangeError if the matrix is not square, or not positive definite and floor is 0
 * @see Golub & Van Loan (2013), Matrix Computations, algorithm 4.2.1
 * @example
 * cholesky(Float64Array.of(4, 2, 2, 5), 2) // => Float64Array.of(2, 0, 1, 2)
 */
export function cholesky(matrix: Float64Array, n: number, floor = 0): Float64Array {
  if (matrix.length !== n * n)
    throw new RangeError(`cholesky: matrix must be [${n} × ${n}], got ${matrix.length} values`)
  const low = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (low[i * n + k] ?? 0) * (low[j * n + k] ?? 0)
      if (i !== j) {
        low[i * n + j] = sum / (low[j * n + j] ?? 1)
        continue
      }
      const least = floor * (matrix[i * n + i] ?? 0)
      if (!(sum > least) && !(floor > 0)) throw new RangeError('cholesky: matrix must be positive definite')
      low[i * n + i] = Math.sqrt(Math.max(sum, least, Number.MIN_VALUE))
    }
  return low
}

/**
 * Solves a system by its Cholesky factor.
 *
 * @param low   [n × n] from `cholesky`
 * @param right [n]
 * @returns [n] x with L·Lᵀ·x = right
 * @see Golub & Van Loan (2013), Matrix Computations, section 4.2.3
 * @throws RangeError if the sizes do not fit
 * @example
 * choleskySolve(Float64Array.of(2, 0, 1, 2), Float64Array.of(8, 8)) // => Float64Array.of(1.5, 1)
 */
export function choleskySolve(low: Float64Array, right: ArrayLike<number>): Float64Array {
  const n = right.length
  if (low.length !== n * n)
    throw new RangeError(`choleskySolve: right must have the size of the factor, got ${n}`)
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    let rest = x[i] ?? 0
    for (let k = 0; k < i; k++) rest -= (low[i * n + k] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (low[i * n + i] ?? 1)
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i] ?? 0
    for (let k = i + 1; k < n; k++) rest -= (low[k * n + i] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (low[i * n + i] ?? 1)
  }
  return x
}
