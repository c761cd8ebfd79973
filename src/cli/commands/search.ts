import { SoundingsError } from '#domain/errors'
import { isKind, kindNames } from '#domain/record'
import { seeSearch } from '#workbench/records'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

/** `soundings search WORDS`. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean; kind?: string[]; limit?: string },
): Promise<number> {
  const stray = options.kind?.find((kind) => !isKind(kind))
  if (stray !== undefined)
    throw new SoundingsError('call-invalid', `there is no kind ${stray}; there are ${kindNames.join(', ')}`)
  const limit = Number(options.limit ?? 20)
  if (!(Number.isInteger(limit) && limit > 0))
    throw new SoundingsError('call-invalid', '--limit must be a whole number above 0', {
      place: { value: options.limit },
    })
  const found = await withWorkbench(options, ({ database }) =>
    seeSearch(database, args.join(' '), (options.kind ?? []).filter(isKind), limit),
  )
  if (options.json) terminal.out(JSON.stringify({ found }))
  else if (found.length === 0) terminal.say('Nothing found.')
  else terminal.out(columns(found.map((f) => [f.kind, f.id, f.label.slice(0, 110)])))
  return 0
}
