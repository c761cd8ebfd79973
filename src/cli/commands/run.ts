import { runInstrument } from '#workbench/analyses'
import { readRequest } from '#workbench/request-file'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'
import { analysisJson, printAnalysis } from './print-analysis.ts'

/** `soundings run INSTRUMENT REQUEST.yaml`: one analysis. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean; vi?: boolean },
): Promise<number> {
  const [instrument = '', file = ''] = args
  const request = readRequest(file)
  const analysis = await withWorkbench(options, ({ database, author }) =>
    runInstrument(database, instrument, request, author('run')),
  )
  if (options.json) terminal.out(JSON.stringify(analysisJson(analysis)))
  else printAnalysis(analysis, options.vi ?? false, terminal)
  return 0
}
