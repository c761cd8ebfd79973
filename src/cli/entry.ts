type Options = Readonly<Record<string, unknown>>

/** What a file in commands/ exports. */
export interface CommandModule {
  run(args: readonly string[], options: Options): Promise<number>
}

/** A command as its help tells it; the command itself is loaded when it is called. */
export interface CommandEntry {
  readonly usage: string
  readonly about: string
  readonly options: readonly (readonly [flags: string, about: string, value?: string])[]
  /** true if what follows the first word is for the command itself to read, options and all */
  readonly passThrough?: boolean
  readonly load: () => Promise<CommandModule>
}

/** Options of every command that opens a workspace. */
export const workspace = [
  ['--workspace <place>', 'a folder, or postgres://… (default: ./soundings-workspace)'],
  ['--clearance <handling>', 'see no more than public, restricted or confidential'],
] as const
export const json = ['--json', 'one JSON document and nothing else'] as const
export const why = ['--why <words>', 'why this is written'] as const
