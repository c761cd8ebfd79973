import { bindingness, obligations } from '#domain/agreement'
import type { CheckedFacts } from '#domain/checked-record'
import { constraintTopics } from '#domain/constraint'
import { SoundingsError } from '#domain/errors'
import type { TextTable } from '#storage/read-table'
import type { LabelledRecord } from './labelled-constraints.ts'
import { methodFile } from './method-file.ts'

const required = ['id', 'part', 'record', 'states', 'text', 'breaches'] as const
const optional = ['field', 'bindingness', 'obligations', 'kind'] as const

/**
 * Reads records labelled by hand: CSV with the columns id, part (tuning or held-out), record (agreement or activity), states (ISO alpha-3,
 * a space between), text, breaches (topics, a space between; empty for none), and, where known, field, bindingness, obligations, kind.
 *
 * @param path `-` is standard input
 * @throws SoundingsError `table-invalid` with file, line and column
 */
export async function readLabelled(path: string): Promise<readonly LabelledRecord[]> {
  const table = await methodFile(path).table(required, optional)
  return Array.from({ length: table.rows }, (_, row) => labelledOf(table, row))
}

function labelledOf(table: TextTable, row: number): LabelledRecord {
  const cell = (column: string) => table.columns[column]?.[row] ?? ''
  const words = (column: string) => cell(column).split(/\s+/).filter(Boolean)
  const facts: CheckedFacts = {
    ...(cell('field') === '' ? {} : { field: cell('field') }),
    ...(cell('kind') === '' ? {} : { kind: cell('kind') }),
    ...(cell('bindingness') === ''
      ? {}
      : { bindingness: oneOf(table, row, 'bindingness', bindingness, cell('bindingness')) }),
    ...(cell('obligations') === ''
      ? {}
      : {
          obligations: words('obligations').map((word) =>
            oneOf(table, row, 'obligations', obligations, word),
          ),
        }),
  }
  return {
    id: cell('id'),
    part: oneOf(table, row, 'part', ['tuning', 'held-out'], cell('part')),
    record: oneOf(table, row, 'record', ['agreement', 'activity'], cell('record')),
    states: words('states'),
    text: cell('text'),
    facts,
    breaches: words('breaches').map((word) => oneOf(table, row, 'breaches', constraintTopics, word)),
  }
}

function oneOf<Word extends string>(
  table: TextTable,
  row: number,
  column: string,
  words: readonly Word[],
  found: string,
): Word {
  const word = words.find((one) => one === found)
  if (word !== undefined) return word
  throw new SoundingsError('table-invalid', `${column} must be one of ${words.join(', ')}`, {
    place: { ...table.place(row, column), value: found },
  })
}
