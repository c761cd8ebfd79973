import { Command } from 'commander'
import { terminal } from './terminal.ts'

/** A command that has commands of its own, and what adds one to it. */
export interface Subcommands {
  readonly program: Command
  /** each works in a workspace and can answer in JSON */
  readonly command: (usage: string, about: string) => Command
}

/** A command of `soundings` with commands of its own. Faults in its words are thrown; they do not end the process. */
export function subcommandsOf(name: string, about: string): Subcommands {
  const program = new Command(`soundings ${name}`)
    .description(about)
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
  return {
    program,
    command: (usage, aboutIt) =>
      program
        .command(usage)
        .description(aboutIt)
        .exitOverride()
        .option('--workspace <place>', 'a folder, or postgres://…')
        .option('--json', 'one JSON document and nothing else'),
  }
}
