/** Components of the correlations of columns, the one that explains most first. */
export interface PrincipalComponents {
  /** [columns] variances of the components; they sum to the number of columns */
  readonly eigenvalues: Float64Array
  /** [components × columns] unit vectors, each with its largest entry above 0 */
  readonly loadings: Float64Array
  /** how many units have every column */
  readonly complete: number
}

/**
 * Principal components of the correlation matrix, of the units that have every column.
 *
 * @param values [columns × units], column by column; not a number where missing
 * @returns null if fewer than three units are complete or a column does not vary among them
 * @throws RangeError if the shape is another
 * @see Jolliffe (2002), Principal Component Analysis, section 2.3; rotations: Golub & Van Loan (2013), section 8.5
 * @example
 * principalComponents(Float64Array.of(1, 2, 3, 2, 4, 6), 3)?.eigenvalues[0].toFixed(6) // => '2.000000'
 */
export function principalComponents(values: Float64Array, units: number): PrincipalComponents | null {
  const columns = values.length / units
  if (!(Number.isInteger(columns) && columns >= 1))
    throw new RangeError(`principalComponents: values must hold columns of ${units}, got ${values.length}`)
  const rows = Array.from({ length: units }, (_, unit) => unit).filter((unit) => {
    for (let column = 0; column < columns; column++)
      if (Number.isNaN(values[column * units + unit])) return false
    return true
  })
  const matrix = rows.length < 3 ? null : correlations(values, units, columns, rows)
  if (matrix === null) return null
  const vectors = rotate(matrix, columns)
  const order = Array.from({ length: columns }, (_, at) => at).sort(
    (a, b) => (matrix[b * columns + b] ?? 0) - (matrix[a * columns + a] ?? 0),
  )
  const loadings = new Float64Array(columns * columns)
  for (const [to, from] of order.entries()) {
    let largest = 0
    for (let row = 0; row < columns; row++) {
      const entry = vectors[row * columns + from] ?? 0
      if (Math.abs(entry) > Math.abs(largest) + 1e-12) largest = entry
    }
    for (let row = 0; row < columns; row++)
      loadings[to * columns + row] = Math.sign(largest) * (vectors[row * columns + from] ?? 0)
  }
  return {
    eigenvalues: Float64Array.from(order, (at) => Math.max(0, matrix[at * columns + at] ?? 0)),
    loadings,
    complete: rows.length,
  }
}

function correlations(
  values: Float64Array,
  units: number,
  columns: number,
  rows: readonly number[],
): Float64Array | null {
  const standard = new Float64Array(columns * rows.length)
  for (let column = 0; column < columns; column++) {
    const of = rows.map((unit) => values[column * units + unit] ?? 0)
    const mean = of.reduce((a, b) => a + b, 0) / of.length
    const length = Math.sqrt(of.reduce((sum, value) => sum + (value - mean) ** 2, 0))
    if (!(length > 1e-12 * Math.abs(mean))) return null
    for (const [row, value] of of.entries()) standard[column * rows.length + row] = (value - mean) / length
  }
  const matrix = new Float64Array(columns * columns)
  for (let a = 0; a < columns; a++)
    for (let b = 0; b < columns; b++) {
      let sum = 0
      for (let row = 0; row < rows.length; row++)
        sum += (standard[a * rows.length + row] ?? 0) * (standard[b * rows.length + row] ?? 0)
      matrix[a * columns + b] = sum
    }
  return matrix
}

/** Jacobi's rotations: makes the symmetric matrix diagonal in place, and answers its eigenvectors as columns. */
function rotate(matrix: Float64Array, n: number): Float64Array {
  const vectors = new Float64Array(n * n)
  for (let at = 0; at < n; at++) vectors[at * n + at] = 1
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = matrix[p * n + q] ?? 0
        off += apq * apq
        if (apq === 0) continue
        const theta = ((matrix[q * n + q] ?? 0) - (matrix[p * n + p] ?? 0)) / (2 * apq)
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k++) turn(matrix, k * n + p, k * n + q, c, s)
        for (let k = 0; k < n; k++) turn(matrix, p * n + k, q * n + k, c, s)
        for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, c, s)
      }
    if (off < 1e-28) break
  }
  return vectors
}

function turn(of: Float64Array, p: number, q: number, c: number, s: number): void {
  const [a, b] = [of[p] ?? 0, of[q] ?? 0]
  of[p] = c * a - s * b
  of[q] = s * a + c * b
}
