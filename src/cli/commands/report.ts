import { writeWhole } from '#workbench/export'
import { reportFormat, writeReport } from '#workbench/reports'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

/** `soundings report ANALYSIS --format md|html|docx|pdf -o FILE`. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { format?: string; vi?: boolean; output?: string },
): Promise<number> {
  const [id = ''] = args
  const format = reportFormat(options.format ?? 'md')
  const report = await withWorkbench(options, ({ database }) =>
    writeReport(database, id, format, options.vi ? 'vi' : 'en'),
  )
  if (options.output !== undefined && options.output !== '-') {
    writeWhole(options.output, report)
    terminal.say(`Written: ${options.output}`)
  } else if (typeof report === 'string') terminal.out(report)
  else terminal.bytes(report)
  return 0
}
