import { examine } from '#workbench/doctor'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

/** `soundings doctor`: what is well and what is not; exit status 1 if anything is wrong. */
export async function run(
  _: readonly string[],
  options: WorkspaceOptions & { json?: boolean },
): Promise<number> {
  const checks = await withWorkbench(options, examine)
  if (options.json) terminal.out(JSON.stringify({ checks }))
  else {
    terminal.out(columns(checks.map((c) => [c.well ? 'well ' : 'WRONG', c.what, c.found])))
    for (const check of checks) if (check.advice !== undefined) terminal.out(`${check.what}: ${check.advice}`)
  }
  return checks.every((check) => check.well) ? 0 : 1
}
