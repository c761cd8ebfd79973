import { SoundingsError } from '#domain/errors'
import { isKind, kindNames } from '#domain/record'
import { template } from '#workbench/template'
import { terminal } from '../terminal.ts'

/** `soundings template KIND`: a starting file. */
export async function run(args: readonly string[]): Promise<number> {
  const [kind] = args
  if (kind === undefined) {
    terminal.out(kindNames.join('\n'))
    return 0
  }
  if (!isKind(kind))
    throw new SoundingsError('call-invalid', `there is no kind ${kind}`, {
      advice: `There are ${kindNames.join(', ')}.`,
    })
  terminal.out(template(kind))
  return 0
}
