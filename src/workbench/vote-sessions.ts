import { SoundingsError } from '#domain/errors'
import type { TextTable } from '#storage/read-table'

/** Values of a column as numbers into their sorted list. */
export interface Sorted {
  readonly labels: readonly string[]
  /** [rows] */
  readonly of: Int32Array
}

type Label = string | number

/** The session of each roll call. */
export interface Sessions {
  /** [rollCalls] in [0, sessions) */
  readonly session: Int32Array
  /** null if the files tell none */
  readonly labels: readonly Label[] | null
  /** [sessions] the numbers, or 0, 1, … where sessions have names; rises */
  readonly times: readonly number[]
}

/**
 * Sessions of roll calls, from a column `session`, or the years of a column `date`; one for all if there is neither.
 *
 * @param told  the table that has them: that of the votes, or one of roll calls
 * @param votes the table of votes, whose rows the roll calls are of
 * @throws SoundingsError `method-input` if a roll call has none, or two, or a date is none
 */
export function sessionsOf(told: TextTable, votes: TextTable, rcid: Sorted, file: string): Sessions {
  const column = told.columns['session'] ? 'session' : told.columns['date'] ? 'date' : null
  if (column === null && told !== votes)
    throw new SoundingsError('method-input', 'the file of roll calls has neither session nor date', {
      place: { file, line: 1 },
    })
  if (column === null) return { session: new Int32Array(rcid.labels.length), labels: null, times: [0] }
  const found = told === votes ? ofRows(told, column, rcid) : looked(told, column, votes, rcid, file)
  const labels = ordered([...new Set(found)])
  const place = new Map(labels.map((label, at) => [label, at]))
  const numbers = labels.filter((label) => typeof label === 'number')
  return {
    session: Int32Array.from(found, (label) => place.get(label) ?? 0),
    labels,
    times: numbers.length === labels.length ? numbers : labels.map((_, at) => at),
  }
}

/** The session that the rows of each roll call tell. */
function ofRows(table: TextTable, column: string, rcid: Sorted): readonly Label[] {
  const found: (Label | undefined)[] = Array.from({ length: rcid.labels.length })
  const known = new Map<string, Label>()
  for (const [row, cell] of (table.columns[column] ?? []).entries()) {
    const r = rcid.of[row] ?? 0
    const label = (cell === null ? undefined : known.get(cell)) ?? labelOf(table, column, row, cell)
    if (cell !== null) known.set(cell, label)
    const before = found[r]
    if (before !== undefined && before !== label)
      throw new SoundingsError(
        'method-input',
        `roll call ${rcid.labels[r]} is in ${column} ${before} and in another`,
        { place: table.place(row, column) },
      )
    found[r] = label
  }
  return found.map((label) => label ?? 0) // each roll call has a row
}

/** The session that a table of roll calls tells of each. */
function looked(
  told: TextTable,
  column: string,
  votes: TextTable,
  rcid: Sorted,
  file: string,
): readonly Label[] {
  const rows = new Map((told.columns['rcid'] ?? []).map((id, row) => [id, row]))
  return rcid.labels.map((id, r) => {
    const row = rows.get(id)
    if (row === undefined)
      throw new SoundingsError('method-input', `${file} does not have this roll call`, {
        place: votes.place(rcid.of.indexOf(r), 'rcid'),
      })
    return labelOf(told, column, row, told.columns[column]?.[row] ?? null)
  })
}

function labelOf(table: TextTable, column: string, row: number, cell: string | null): Label {
  const refuse = (message: string): never => {
    throw new SoundingsError('method-input', message, { place: table.place(row, column) })
  }
  if (cell === null) return refuse(`${column} is empty`)
  if (column === 'session') return cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell
  const year = /^(\d{4})(?:-\d{2}(?:-\d{2})?(?:[T ].*)?)?$/.exec(cell)?.[1]
  return year === undefined ? refuse('a date must be YYYY-MM-DD or a year') : Number(year)
}

/** Numbers rise; words stand in the order of the alphabet, after all numbers. */
function ordered(labels: readonly Label[]): readonly Label[] {
  return labels.toSorted((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
    return a < b ? -1 : 1
  })
}
