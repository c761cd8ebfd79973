/** A numeric method at the command line: files and options in, one JSON document out. */
export interface MethodEntry {
  readonly name: string
  readonly about: string
  readonly input: string
  readonly options: readonly { readonly flags: string; readonly about: string }[]
  run(files: readonly MethodFile[], options: Readonly<Record<string, unknown>>): unknown
}

/** A file as text, with its name for messages. */
export interface MethodFile {
  readonly name: string
  readonly text: string
}
