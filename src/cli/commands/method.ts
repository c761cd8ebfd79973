import { Command } from 'commander'
import { SoundingsError } from '#domain/errors'
import { csvOf } from '#workbench/csv'
import type { MethodEntry, MethodWatch } from '#workbench/method'
import { methodFile } from '#workbench/method-file'
import { methodOf, methods } from '#workbench/methods'
import { readable } from '../readable.ts'
import { columns, terminal } from '../terminal.ts'

const watch: MethodWatch = { notice: (message) => terminal.say(message), progress: terminal.progress }

/** `soundings method NAME FILE… [options]`: one numeric method on files. Each method has its own options. */
export async function run(
  args: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) {
    tellMethods(given['json'] === true)
    return 0
  }
  const method = methodOf(name)
  const { files, options } = parsed(method, rest)
  const answer = await method.run(files.map(methodFile), options, watch)
  terminal.out(written(method, answer, { ...given, ...options }))
  return 0
}

function parsed(method: MethodEntry, words: readonly string[]) {
  const command = new Command(`soundings method ${method.name}`)
    .description(`${method.about}.\nInput: ${method.input}`)
    .argument('[files...]', 'files; - for standard input')
    .option('--json', 'one JSON document and nothing else')
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
  for (const option of method.options) command.option(option.flags, option.about, option.default)
  if (method.table) command.option('--output <format>', 'json or csv; without it, a text to read')
  command.parse(words, { from: 'user' })
  return { files: command.args, options: command.opts() as Record<string, unknown> }
}

function written(method: MethodEntry, answer: unknown, options: Readonly<Record<string, unknown>>): string {
  const format = options['output'] ?? 'json'
  if (format === 'csv' && method.table && options['json'] !== true)
    return csvOf(method.table(answer as never)) // its own answer
  if (format !== 'csv' && format !== 'json')
    throw new SoundingsError('call-invalid', '--output must be json or csv', { place: { value: format } })
  if (options['json'] === true) return JSON.stringify(answer)
  return options['output'] === 'json' ? JSON.stringify(answer, null, 2) : readable(answer)
}

function tellMethods(json: boolean): void {
  if (json) terminal.out(JSON.stringify({ methods: methods.map(({ run: _, table: __, ...about }) => about) }))
  else
    terminal.out(columns(methods.map((method) => [method.name, `${method.about}. Input: ${method.input}`])))
}
