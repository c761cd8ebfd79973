import { Command, CommanderError } from 'commander'
import { version } from '#workbench/version'
import { analysisCommands } from './entries/analyses.ts'
import { contradictionCommands } from './entries/contradictions.ts'
import { cooperationCommands } from './entries/cooperation.ts'
import { datasetCommands } from './entries/datasets.ts'
import { defenceCommands } from './entries/defence.ts'
import { fileCommands } from './entries/files.ts'
import { peaceCommands } from './entries/peace.ts'
import { questionCommands } from './entries/questions.ts'
import { ratingCommands } from './entries/ratings.ts'
import { recordCommands } from './entries/records.ts'
import { workspaceCommands } from './entries/workspace.ts'
import type { CommandEntry } from './entry.ts'
import { tellError, terminal } from './terminal.ts'

/** Every command, in the order of the help. A topic has one file in entries/ and one line here. */
const commands: readonly CommandEntry[] = [
  ...workspaceCommands,
  ...fileCommands,
  ...recordCommands,
  ...analysisCommands,
  ...datasetCommands,
  ...ratingCommands,
  ...questionCommands,
  ...contradictionCommands,
  ...cooperationCommands,
  ...defenceCommands,
  ...peaceCommands,
]

/**
 * Runs the command line.
 *
 * @param args words after the name of the program
 * @returns exit status: 0 done, 1 the program failed, 2 the input or the call is wrong
 */
export async function main(args: readonly string[]): Promise<number> {
  let status = 0
  const program = new Command('soundings')
    .description('A workbench for analysts of foreign relations: records, judgements, findings.')
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
    .showHelpAfterError('Run soundings --help to see the commands.')
  for (const entry of commands) {
    const command = program.command(entry.usage).description(entry.about).exitOverride()
    for (const [flags, about, value] of entry.options) command.option(flags, about, value)
    if (entry.passThrough) command.passThroughOptions().allowUnknownOption()
    command.action(async (...given: unknown[]) => {
      const words = given
        .slice(0, -2)
        .flat()
        .filter((word) => word !== undefined) as string[] // commander passes words first
      status = await (await entry.load()).run(words, command.opts())
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2
    return tellError(cause, terminal)
  }
}
