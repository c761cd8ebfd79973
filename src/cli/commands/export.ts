import { SoundingsError } from '#domain/errors'
import { isKind, kindNames } from '#domain/record'
import { exportText, writeWhole } from '#workbench/export'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

/** `soundings export [--as KIND] -o PATH`. */
export async function run(
  _: readonly string[],
  options: WorkspaceOptions & { as?: string; output?: string },
): Promise<number> {
  const { as: kind, output = '-' } = options
  if (kind !== undefined && !isKind(kind))
    throw new SoundingsError('call-invalid', `there is no kind ${kind}; there are ${kindNames.join(', ')}`)
  const text = await withWorkbench(options, ({ database }) => exportText(database, output, kind))
  if (output === '-') terminal.out(text)
  else {
    writeWhole(output, text)
    terminal.say(`Written: ${output}`)
  }
  return 0
}
