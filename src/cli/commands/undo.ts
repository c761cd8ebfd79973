import { SoundingsError } from '#domain/errors'
import { isKind, kindNames } from '#domain/record'
import { undoRecord } from '#workbench/records'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

/** `soundings undo KIND ID`. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean; why?: string },
): Promise<number> {
  const [kind = '', id = ''] = args
  if (!isKind(kind))
    throw new SoundingsError('call-invalid', `there is no kind ${kind}; there are ${kindNames.join(', ')}`)
  const done = await withWorkbench(options, ({ database, author }) =>
    undoRecord(database, kind, id, author(options.why ?? '')),
  )
  if (options.json) terminal.out(JSON.stringify(done))
  else terminal.out(`${kind} ${id}: the version before holds again (change ${done.change})`)
  return 0
}
