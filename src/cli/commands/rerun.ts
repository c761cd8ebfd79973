import { rerunAnalysis } from '#workbench/analyses'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

/** `soundings rerun ANALYSIS`: succeeds only if the bytes agree. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean },
): Promise<number> {
  const [id = ''] = args
  const again = await withWorkbench(options, ({ database }) => rerunAnalysis(database, id))
  if (options.json) terminal.out(JSON.stringify({ id: again.id, same: true }))
  else terminal.out(`${again.id}: the same bytes from ${again.pins.length} pinned records`)
  return 0
}
