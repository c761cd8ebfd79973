import type { Generated, JSONColumnType } from 'kysely'
import type { ImportedTable } from './dataset-versions.ts'

/** One act of writing: everything that was imported, edited or undone together. */
interface ChangeTable {
  /** number of the change, counted from 1 in this workspace */
  id: number
  /** when, UTC, ISO 8601 */
  at: string
  /** who, as given by the caller */
  by: string
  /** why, in words */
  why: string
}

/** Every version of every record. A record is never overwritten: a new version supersedes it. */
interface RecordTable {
  /** kind of record, as in domain/record.ts */
  kind: string
  /** id of the record, unique within its kind */
  id: string
  /** version of the record, counted from 1 */
  version: number
  /** the change that wrote this version */
  change: number
  /** the record as its schema accepted it, or null for a version that says it was removed */
  body: JSONColumnType<Record<string, unknown> | null>
  /** who may see it: its own handling or that of what it rests on, whichever is stricter */
  handling: string
  /** id of the case it belongs to, or null */
  case_id: string | null
  /** what it is called in a list */
  label: string
  /** true for the version that holds now */
  current: boolean
  /** words of the record, in lower case and without diacritics, for the search */
  words: Generated<string>
}

/** Which record points at which, of the versions that hold now. */
interface ReferenceTable {
  from_kind: string
  from_id: string
  to_kind: string
  to_id: string
  /** field that holds the pointer, such as restsOn.0.source */
  field: string
}

/** Bytes and text of a document, by the SHA-256 of the bytes. */
interface ContentTable {
  sha256: string
  /** the file as it was given */
  bytes: Buffer
  /** its text, in NFC */
  text: string
  /** offsets at which pages begin, in UTF-16 code units */
  page_starts: JSONColumnType<number[]>
  /** who may see it: that of the source it belongs to */
  handling: string
}

/** One run of one instrument. Never changed. */
interface AnalysisTable {
  /** id, made of the SHA-256 of instrument, version, request and inputs */
  id: string
  instrument: string
  version: string
  /** id of the case it is about, or null */
  case_id: string | null
  /** what it is about: case/ID, dyad/A-B and so on, or null */
  subject: string | null
  /** the strictest handling of its inputs */
  handling: string
  /** the whole analysis as canonical JSON (RFC 8785): the bytes that a rerun must give again */
  output: string
  /** when it was stored, UTC, ISO 8601 */
  at: string
  by: string
}

/** One imported version of a public dataset. Never changed but for `current`. */
interface DatasetVersionTable {
  /** id of the dataset's description */
  dataset: string
  /** made of the SHA-256 of the files and of the SQL that read them: the same files give the same version */
  version: string
  /** true for the version that queries use where none is named */
  current: boolean
  /** its tables: Parquet files, reports of their import, rows and states by year */
  tables: JSONColumnType<ImportedTable[]>
  /** when it was imported, UTC, ISO 8601 */
  at: string
  by: string
}

/** Which state takes part in which activity, as the records hold now; kept by the database. */
interface ParticipationTable {
  /** ISO 3166 alpha-3 */
  state: string
  /** id of the activity */
  activity: string
}

/** The data dictionary: every table and column, with its meaning and unit. */
export interface Tables {
  change: ChangeTable
  record: RecordTable
  reference: ReferenceTable
  participation: ParticipationTable
  content: ContentTable
  analysis: AnalysisTable
  dataset_version: DatasetVersionTable
}
