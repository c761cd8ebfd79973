import type { TextTable } from '#storage/read-table'

/** A numeric method at the command line: files and options in, one JSON document out. */
export interface MethodEntry {
  readonly name: string
  readonly about: string
  readonly input: string
  readonly options: readonly MethodOption[]
  run(files: readonly MethodFile[], options: Readonly<Record<string, unknown>>, watch: MethodWatch): unknown
  /** the same answer as a table, for `--output csv`; a method without one has only JSON */
  table?(answer: never): readonly Readonly<Record<string, unknown>>[]
}

/** An option, as `--name <value>`; its value arrives as text under its name in camelCase. */
export interface MethodOption {
  readonly flags: string
  readonly about: string
  readonly default?: string
}

/** A file that a method was given; it is read when the method asks for it. */
export interface MethodFile {
  /** for messages */
  readonly name: string
  /** the whole file as text */
  text(): string
  /** the file as a table, CSV or Parquet */
  table(required: readonly string[], optional?: readonly string[]): Promise<TextTable>
}

/** How a method tells of itself while it runs. */
export interface MethodWatch {
  /** something the reader should know that is no error, on standard error */
  notice(message: string): void
  progress(done: number, of: number, what: string): void
}
