import { SoundingsError } from '#domain/errors'
import { findState, type StateId, stateSchemes } from '#domain/state'
import type { RollCalls } from '#numeric/vote-bits'
import type { TextTable } from '#storage/read-table'
import type { MethodFile, MethodWatch } from './method.ts'
import { type Sorted, sessionsOf } from './vote-sessions.ts'

/** Votes of a file. States and roll calls are sorted, so that the order of rows does not matter. */
export interface VotesFile {
  readonly rollCalls: RollCalls
  /** as the file calls them */
  readonly countries: readonly string[]
  /** name or number of each session (or year); null if the file tells none, and all is one session */
  readonly sessions: readonly (string | number)[] | null
  /** [sessions] when each was; rises */
  readonly times: readonly number[]
  /** the state that a word means: as the file calls it, by its code there, or by any name or code of the list of states */
  find(word: string): number
}

/**
 * Reads votes: `rcid,country,vote` with `session` or `date`, which a second file may tell by `rcid`. A vote is yes,
 * abstain or no, or 1, 2 or 3; empty, 8 (absent) and 9 (no member) are missing.
 *
 * @throws SoundingsError `method-input` for a word that is no vote, a vote given twice, a roll call without session;
 *   what `MethodFile.table` throws
 * @see Voeten (2013), Data and analyses of voting in the UN General Assembly, codebook, for the numbers
 */
export async function readVotes(
  files: readonly MethodFile[],
  method: string,
  watch: Pick<MethodWatch, 'notice'>,
): Promise<VotesFile> {
  const [file, second, ...more] = files
  if (file === undefined || more.length > 0)
    throw new SoundingsError(
      'call-invalid',
      `${method} takes a file of votes, and one of roll calls if need be; it was given ${files.length}`,
    )
  const table = await file.table(['rcid', 'country', 'vote'], ['session', 'date', 'country_code'])
  if (table.others.length > 0) watch.notice(`${file.name}: columns ${table.others.join(', ')} are not used`)
  const rcid = sorted(filled(table, 'rcid'))
  const country = sorted(filled(table, 'country'))
  const told = second === undefined ? table : await second.table(['rcid'], ['session', 'date'])
  const { session, labels, times } = sessionsOf(told, table, rcid, second?.name ?? file.name)
  return {
    rollCalls: {
      states: country.labels.length,
      rollCalls: rcid.labels.length,
      votes: cast(table, rcid, country),
      session,
      sessions: times.length,
    },
    countries: country.labels,
    sessions: labels,
    times,
    find: finder(table, country),
  }
}

function filled(table: TextTable, column: string): readonly string[] {
  const cells = table.columns[column] ?? []
  const row = cells.indexOf(null)
  if (row >= 0)
    throw new SoundingsError('method-input', `${column} is empty`, {
      place: table.place(row, column),
      advice: 'Each row needs a roll call and a state; only the vote may be empty.',
    })
  return cells as readonly string[] // none is null
}

function sorted(cells: readonly string[]): Sorted {
  const seen = [...new Set(cells)]
  const numbers = seen.every((cell) => /^-?\d+(?:\.\d+)?$/.test(cell))
  const labels = numbers
    ? seen.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
    : seen.sort((a, b) => (a < b ? -1 : 1))
  const place = new Map(labels.map((label, at) => [label, at]))
  return { labels, of: Int32Array.from(cells, (cell) => place.get(cell) ?? 0) }
}

const words = new Map([
  ['yes', 1],
  ['1', 1],
  ['abstain', 2],
  ['2', 2],
  ['no', 3],
  ['3', 3],
  ['1.0', 1],
  ['2.0', 2],
  ['3.0', 3],
  ['8', 0],
  ['9', 0],
])

/** [states × roll calls] 0 none, 1 yes, 2 abstain, 3 no. */
function cast(table: TextTable, rcid: Sorted, country: Sorted): Uint8Array {
  const votes = new Uint8Array(country.labels.length * rcid.labels.length)
  const rowOf = new Int32Array(votes.length).fill(-1)
  for (const [row, cell] of (table.columns['vote'] ?? []).entries()) {
    const at = (country.of[row] ?? 0) * rcid.labels.length + (rcid.of[row] ?? 0)
    const first = rowOf[at] ?? -1
    if (first >= 0)
      throw new SoundingsError(
        'method-input',
        `${country.labels[country.of[row] ?? 0]} votes twice in roll call ${rcid.labels[rcid.of[row] ?? 0]}: here and in line ${table.place(first, 'rcid').line}`,
        { place: table.place(row, 'country'), advice: 'Keep one row for each state and roll call.' },
      )
    rowOf[at] = row
    const vote = cell === null ? 0 : (words.get(cell) ?? words.get(cell.trim().toLowerCase()))
    if (vote === undefined)
      throw new SoundingsError('method-input', 'a vote must be yes, abstain or no, or 1, 2 or 3', {
        place: table.place(row, 'vote'),
        advice: 'Mend it; leave it empty (or 8, 9) where a state was absent or no member.',
      })
    votes[at] = vote
  }
  return votes
}

function finder(table: TextTable, country: Sorted): (word: string) => number {
  return (word) => {
    const exact = country.labels.indexOf(word)
    if (exact >= 0) return exact
    const byCode = (table.columns['country_code'] ?? []).indexOf(word)
    if (byCode >= 0) return country.of[byCode] ?? 0
    const wanted = meanings(word)
    const found = country.labels.findIndex((label) => meanings(label).some((id) => wanted.includes(id)))
    if (found >= 0) return found
    throw new SoundingsError('call-invalid', 'no state of the file is called so', {
      place: { value: word },
      advice: `States are named as in the file, such as ${country.labels.slice(0, 3).join(', ')}.`,
    })
  }
}

function meanings(word: string): readonly StateId[] {
  const schemes = /^\d+$/.test(word)
    ? (['cow', 'gw'] as const)
    : stateSchemes.filter((scheme) => ['iso3', 'iso2', 'name'].includes(scheme))
  return schemes.flatMap((scheme) => findState(scheme, word, null) ?? [])
}
