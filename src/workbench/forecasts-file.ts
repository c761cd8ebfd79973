import { SoundingsError } from '#domain/errors'
import type { TextTable } from '#storage/read-table'
import type { MethodFile, MethodWatch } from './method.ts'

/** Rows of a table of forecasts: question and forecaster as indices into their names, a probability each. */
export interface ForecastRows {
  readonly n: number
  readonly questions: readonly string[]
  readonly forecasters: readonly string[]
  readonly question: Int32Array
  readonly forecaster: Int32Array
  readonly probability: Float64Array
  readonly table: TextTable
}

/**
 * Reads a table of forecasts, `question,forecaster,probability` and further columns.
 *
 * @param required further columns that must be there; @param optional further columns that may be
 * @throws SoundingsError `table-invalid` with file, line and column where a cell is empty or no probability;
 *   `method-input` if there is no row
 */
export async function readForecasts(
  file: MethodFile,
  required: readonly string[],
  optional: readonly string[],
  watch: MethodWatch,
): Promise<ForecastRows> {
  const table = await file.table(['question', 'forecaster', 'probability', ...required], optional)
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  const n = table.rows
  if (n === 0)
    throw new SoundingsError('method-input', 'there is no forecast in it', { place: { file: file.name } })
  const question = namesIn(table, 'question')
  const forecaster = namesIn(table, 'forecaster')
  const cells = table.columns['probability'] ?? []
  const probability = Float64Array.from({ length: n }, (_, row) => {
    const p = numberIn(cells[row])
    if (p === undefined || p < 0 || p > 1)
      throw new SoundingsError('table-invalid', 'a probability must be a number from 0 to 1', {
        place: table.place(row, 'probability'),
        advice:
          p !== undefined && p > 1 && p <= 100
            ? 'Percentages are divided by 100 first: 35 % is 0.35.'
            : 'Mend the row and column named.',
      })
    return p
  })
  return {
    n,
    questions: question.names,
    forecasters: forecaster.names,
    question: question.at,
    forecaster: forecaster.at,
    probability,
    table,
  }
}

/**
 * A column of words as indices into its distinct words, in the order in which they first stand.
 *
 * @throws SoundingsError `table-invalid` where a cell is empty
 */
export function namesIn(
  table: TextTable,
  column: string,
): { readonly names: readonly string[]; readonly at: Int32Array } {
  const known = new Map<string, number>()
  const cells = table.columns[column] ?? []
  const at = Int32Array.from({ length: table.rows }, (_, row) => {
    const name = cells[row] ?? null
    if (name === null)
      throw new SoundingsError('table-invalid', `the ${column} is not named`, {
        place: table.place(row, column),
      })
    const found = known.get(name) ?? known.size
    if (found === known.size) known.set(name, found)
    return found
  })
  return { names: [...known.keys()], at }
}

/** A cell as a number, or undefined if it is none. */
export function numberIn(cell: string | null | undefined): number | undefined {
  if (cell === null || cell === undefined || cell.trim() === '') return undefined
  const value = Number(cell)
  return Number.isFinite(value) ? value : undefined
}
