/**
 * A table whose rows and columns sum to given totals and whose odds ratios are those of a table to begin with: iterative
 * proportional fitting. Among all tables with these totals it is the nearest to the first in relative entropy.
 *
 * @param table   [rows × columns] what is known of the inside, 0 or more; a 0 stays 0
 * @param rows    totals wanted of the rows
 * @param columns totals wanted of the columns; their sum is that of the rows
 * @returns [rows × columns] the fitted table
 * @throws RangeError if the totals disagree, a size does not fit, or no table with these zeros has these totals
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11(4), section 5; Csiszár (1975), Annals of Probability 3(1)
 * @example
 * proportionalFitting([[1, 1], [1, 1]], [4, 6], [5, 5]).flat().map((cell) => cell.toFixed(2)) // => ['2.00', '2.00', '3.00', '3.00']
 */
export function proportionalFitting(
  table: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): readonly (readonly number[])[] {
  const total = sum(rows)
  if (Math.abs(total - sum(columns)) > 1e-9 * Math.max(1, total))
    throw new RangeError(`proportionalFitting: totals must agree, got ${total} and ${sum(columns)}`)
  if (table.length !== rows.length || table.some((row) => row.length !== columns.length))
    throw new RangeError(`proportionalFitting: table must be [${rows.length} × ${columns.length}]`)
  let now = table.map((row) => [...row])
  for (let round = 0; round < mostRounds; round++) {
    now = now.map((row, at) => scaled(row, rows[at] ?? 0))
    const found = columns.map((_, at) => sum(now.map((row) => row[at] ?? 0)))
    const apart = Math.max(...columns.map((wanted, at) => Math.abs(wanted - (found[at] ?? 0))))
    if (apart <= 1e-12 * Math.max(1, total)) return now
    now = now.map((row) =>
      row.map((cell, at) => (cell === 0 ? 0 : (cell * (columns[at] ?? 0)) / (found[at] ?? 1))),
    )
  }
  throw new RangeError('proportionalFitting: no table with these zeros has these totals')
}

const mostRounds = 100_000

function scaled(row: readonly number[], wanted: number): number[] {
  const found = sum(row)
  return row.map((cell) => (cell === 0 ? 0 : (cell * wanted) / found))
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
