/** A coefficient of agreement with its standard error. */
export interface Kappa {
  readonly kappa: number
  /** for an interval around kappa */
  readonly se: number
  /** under no agreement but chance, for a test */
  readonly seOfChance: number
}

/** How much two categories that differ still agree: not at all, or the less the further apart. */
export const kappaWeights = ['none', 'linear', 'quadratic'] as const
export type KappaWeights = (typeof kappaWeights)[number]

/**
 * Cohen's kappa of two coders, plain or weighted.
 *
 * @param table [k × k] how often coder 1 gave the row and coder 2 the column, row by row
 * @param weights `none`: every difference counts alike; `linear`, `quadratic`: by steps between ordered categories
 * @returns null without a unit, or where chance alone would agree wholly
 * @throws RangeError if table is not square
 * @see Cohen (1960), Educational and Psychological Measurement 20(1); Cohen (1968), Psychological Bulletin 70(4);
 *   standard errors: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5), eq. 9 and 13
 * @example
 * cohenKappa(Float64Array.of(20, 5, 10, 15))?.kappa.toFixed(2) // => '0.40'
 */
export function cohenKappa(table: ArrayLike<number>, weights: KappaWeights = 'none'): Kappa | null {
  const size = Math.round(Math.sqrt(table.length))
  if (size * size !== table.length)
    throw new RangeError(`cohenKappa: table must be square, got ${table.length} cells`)
  let n = 0
  for (let at = 0; at < table.length; at++) n += table[at] ?? 0
  if (n === 0) return null
  const row = new Float64Array(size)
  const column = new Float64Array(size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const share = (table[i * size + j] ?? 0) / n
      row[i] = (row[i] ?? 0) + share
      column[j] = (column[j] ?? 0) + share
    }
  const weight = (i: number, j: number) => agreement(i, j, size, weights)
  let observed = 0
  let chance = 0
  const rowMean = new Float64Array(size)
  const columnMean = new Float64Array(size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      observed += (weight(i, j) * (table[i * size + j] ?? 0)) / n
      chance += weight(i, j) * (row[i] ?? 0) * (column[j] ?? 0)
      rowMean[i] = (rowMean[i] ?? 0) + weight(i, j) * (column[j] ?? 0)
      columnMean[j] = (columnMean[j] ?? 0) + weight(i, j) * (row[i] ?? 0)
    }
  if (1 - chance < 1e-15) return null
  const kappa = (observed - chance) / (1 - chance)
  let spread = 0
  let chanceSpread = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const mean = (rowMean[i] ?? 0) + (columnMean[j] ?? 0)
      spread += ((table[i * size + j] ?? 0) / n) * (weight(i, j) - mean * (1 - kappa)) ** 2
      chanceSpread += (row[i] ?? 0) * (column[j] ?? 0) * (weight(i, j) - mean) ** 2
    }
  const se = Math.sqrt(Math.max(0, spread - (kappa - chance * (1 - kappa)) ** 2) / n) / (1 - chance)
  const seOfChance = Math.sqrt(Math.max(0, chanceSpread - chance ** 2) / n) / (1 - chance)
  return { kappa, se, seOfChance }
}

function agreement(i: number, j: number, size: number, weights: KappaWeights): number {
  if (weights === 'none' || size === 1) return i === j ? 1 : 0
  const apart = Math.abs(i - j) / (size - 1)
  return 1 - (weights === 'linear' ? apart : apart ** 2)
}
