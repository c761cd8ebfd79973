import { readMethodFile } from '#workbench/method-file'
import { methodOf, methods } from '#workbench/methods'
import { columns, terminal } from '../terminal.ts'

/** `soundings method NAME FILE…`: one numeric method on files. */
export async function run(
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const [name, ...files] = args
  if (name === undefined) {
    if (options['json'])
      terminal.out(JSON.stringify({ methods: methods.map(({ run: _, ...about }) => about) }))
    else
      terminal.out(columns(methods.map((method) => [method.name, `${method.about}. Input: ${method.input}`])))
    return 0
  }
  const result = methodOf(name).run(files.map(readMethodFile), options)
  terminal.out(options['json'] ? JSON.stringify(result) : JSON.stringify(result, null, 2))
  return 0
}
