import { seeAnalyses } from '#workbench/analyses'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

/** `soundings analyses`: what was run, newest first. */
export async function run(
  _: readonly string[],
  options: WorkspaceOptions & { json?: boolean; case?: string },
): Promise<number> {
  const entries = await withWorkbench(options, ({ database }) =>
    seeAnalyses(database, { case: options.case }),
  )
  if (options.json) terminal.out(JSON.stringify({ analyses: entries }))
  else if (entries.length === 0)
    terminal.say('There are no analyses yet: soundings run INSTRUMENT REQUEST.yaml')
  else terminal.out(columns(entries.map((e) => [e.id, e.case ?? '', e.at, e.by])))
  return 0
}
