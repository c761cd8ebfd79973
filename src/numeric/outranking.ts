/**
 * How much weight speaks for a unit over another: the weights of the columns in which it is better, and half of those in which they
 * are equal, as a share of the weights of the columns known for both; one half where there are none.
 *
 * @param values  [columns × units], column by column, higher is better; not a number where missing
 * @param weights [columns] at least 0
 * @param matrix  [units × units] receives the shares, row over column; the diagonal is 0
 * @throws RangeError never
 * @see Munda & Nardo (2009), Applied Economics 41(12), equation 3
 * @example
 * outrankingMatrix(Float64Array.of(2, 1), 2, Float64Array.of(1), new Float64Array(4)) // => Float64Array.of(0, 1, 0, 0)
 */
export function outrankingMatrix(
  values: Float64Array,
  units: number,
  weights: Float64Array,
  matrix: Float64Array,
): Float64Array {
  const columns = weights.length
  for (let a = 0; a < units; a++) {
    matrix[a * units + a] = 0
    for (let b = a + 1; b < units; b++) {
      let pro = 0
      let all = 0
      for (let column = 0; column < columns; column++) {
        const gap = (values[column * units + a] ?? Number.NaN) - (values[column * units + b] ?? Number.NaN)
        if (Number.isNaN(gap)) continue
        const weight = weights[column] ?? 0
        all += weight
        if (gap > 0) pro += weight
        else if (gap === 0) pro += weight / 2
      }
      const share = all > 0 ? pro / all : 0.5
      matrix[a * units + b] = share
      matrix[b * units + a] = 1 - share
    }
  }
  return matrix
}

/** Shares that differ by less are equal: sums of weights in another order differ by rounding. */
const tolerance = 1e-12

/**
 * Whether one unit is preferred to another by more weight than not: 1, −1, or 0 where the two are even.
 *
 * @throws RangeError never
 * @see Copeland (1951), A 'Reasonable' Social Welfare Function, University of Michigan
 * @example
 * prefers(Float64Array.of(0, 0.6, 0.4, 0), 2, 0, 1) // => 1
 */
export function prefers(matrix: Float64Array, units: number, a: number, b: number): -1 | 0 | 1 {
  const gap = (matrix[a * units + b] ?? 0) - (matrix[b * units + a] ?? 0)
  return gap > tolerance ? 1 : gap < -tolerance ? -1 : 0
}

/**
 * Copeland's scores: how many others a unit is preferred to, less how many are preferred to it.
 *
 * @param scores [units] receives them
 * @throws RangeError never
 * @see Copeland (1951), A 'Reasonable' Social Welfare Function, University of Michigan
 * @example
 * copelandScores(Float64Array.of(0, 0.6, 0.4, 0), 2, new Float64Array(2)) // => Float64Array.of(1, -1)
 */
export function copelandScores(matrix: Float64Array, units: number, scores: Float64Array): Float64Array {
  scores.fill(0)
  for (let a = 0; a < units; a++)
    for (let b = 0; b < units; b++) if (a !== b) scores[a] = (scores[a] ?? 0) + prefers(matrix, units, a, b)
  return scores
}
