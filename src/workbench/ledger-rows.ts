import type { Activity } from '#domain/activity'
import type { Bilingual } from '#domain/instrument'
import { stateOf } from '#domain/state'

type Row = Readonly<Record<string, unknown>>

/** Rows of a public dataset, from which activities are made, and what they are called. */
export interface LedgerRows {
  readonly dataset: string
  readonly version: string
  readonly table: string
  readonly rows: readonly Row[]
  /** the state whose ledger it is, ISO alpha-3; null for all states */
  readonly state: string | null
}

/** What rows gave: activities, and the rows that gave none with the reason. */
export interface LedgerMade {
  readonly activities: readonly Activity[]
  readonly left: readonly { readonly row: string; readonly because: Bilingual }[]
  /** rows beyond the first that told the same activity again */
  readonly folded: number
}

/** The text of a cell; null if it is empty, or holds a mark for what is not known. */
export function textIn(row: Row, column: string): string | null {
  const value = row[column]
  if (value === null || value === undefined) return null
  const text = String(value).trim().replaceAll(/\s+/g, ' ')
  return text === '' || /^-\d+$/.test(text) ? null : text
}

/** The number of a cell; null if it is empty. */
export function numberIn(row: Row, column: string): number | null {
  const value = row[column]
  return value === null || value === undefined || !Number.isFinite(Number(value)) ? null : Number(value)
}

/** The id of an activity that was made of a row: dataset and key. The same row has the same id in every version. */
export function activityIdOf(dataset: string, key: string): string {
  const word = key
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9./]+/g, '-')
    .replace(/[-./]*\/[-./]*/g, '/')
    .replace(/^[-./]+|[-./]+$/g, '')
    .replace(/[-.]{2,}/g, '-')
  return `${dataset}/${word === '' ? 'row' : word}`.slice(0, 118).replace(/[^a-z0-9]+$/, '')
}

/** What every activity made of a row has: its dataset, and the source that stands for it. */
export function fromRow(
  { dataset, version, table }: LedgerRows,
  row: string,
): Pick<Activity, 'id' | 'fromDataset' | 'restsOn'> {
  return {
    id: activityIdOf(dataset, row),
    fromDataset: { dataset, version, table, row },
    restsOn: [{ source: `dataset-${dataset}`, locator: `${table}, row ${row}` }],
  }
}

/** The name of a state in both languages, for a title. */
export function namedState(id: string): Bilingual {
  const state = stateOf(id)
  return { en: state?.name ?? id, vi: state?.nameVi ?? id }
}
