import { SoundingsError } from '#domain/errors'
import { isKind, kindNames } from '#domain/record'
import { toYaml } from '#workbench/export'
import { recordInContext } from '#workbench/records'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

/** `soundings show KIND ID`: a record, its history, and what points at it. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean },
): Promise<number> {
  const [kind = '', id = ''] = args
  if (!isKind(kind))
    throw new SoundingsError('call-invalid', `there is no kind ${kind}; there are ${kindNames.join(', ')}`)
  const found = await withWorkbench(options, ({ database }) => recordInContext(database, kind, id))
  if (options.json) {
    terminal.out(JSON.stringify(found))
    return 0
  }
  terminal.out(toYaml(found.body))
  terminal.out('History')
  terminal.out(
    columns(
      found.history.map((v) => [`  ${v.version}`, v.at, v.by, v.body === null ? `removed: ${v.why}` : v.why]),
    ),
  )
  terminal.out(`Pointed at by ${found.pointedAtBy.length}`)
  terminal.out(columns(found.pointedAtBy.map((p) => [`  ${p.kind}`, p.id, p.field])))
  return 0
}
