import { loadExample, runExample } from '#workbench/demo'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'
import { analysisJson, printAnalysis } from './print-analysis.ts'

/** `soundings demo`: the example, analysed. */
export async function run(
  _: readonly string[],
  options: WorkspaceOptions & { json?: boolean; vi?: boolean },
): Promise<number> {
  const analyses = await withWorkbench(options, async (workbench) => {
    const { added, unchanged } = await loadExample(workbench)
    terminal.say(`Example: ${added} records added, ${unchanged} there already.`)
    return runExample(workbench, terminal.progress)
  })
  if (options.json) terminal.out(JSON.stringify({ analyses: analyses.map(analysisJson) }))
  else for (const analysis of analyses) printAnalysis(analysis, options.vi ?? false, terminal)
  return 0
}
