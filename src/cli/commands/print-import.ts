import type { addDataset } from '#workbench/datasets'
import { columns, terminal } from '../terminal.ts'

type Imported = Awaited<ReturnType<typeof addDataset>>
type Report = Imported['tables'][number]['reports'][number]

/** Tells what became of the rows of each file just imported: read, kept, and why the rest was not. */
export function tellImport(version: Imported, files: number): void {
  const reports = version.tables.flatMap((table) => table.reports.slice(-files))
  for (const report of reports) tellFile(report)
  const tables = version.tables.map(
    ({ name, rows, years }) =>
      `${name} ${rows} rows${years.length > 0 ? `, ${years.at(0)?.year}–${years.at(-1)?.year}` : ''}`,
  )
  terminal.out(`${version.dataset} version ${version.version}: ${tables.join('; ')}`)
}

function tellFile(report: Report): void {
  terminal.out(
    `${report.file} → ${report.table} (${report.layout}): ${report.read} rows read, ${report.kept} kept, ${report.refused} refused, ${report.skipped} skipped`,
  )
  for (const { kind, because, rows, examples } of report.reasons) {
    terminal.out(`  ${kind} ${rows}: ${because}`)
    for (const { row, text } of examples.slice(0, 2)) terminal.out(`    row ${row}: ${text}`)
  }
  if (report.unknownStates.length === 0) return
  terminal.out('  Not matched to a state; name it with --name "TEXT=STATE":')
  terminal.out(
    columns(
      report.unknownStates
        .slice(0, 30)
        .map(({ given, rows, outOfYears, kept, suggestions }) => [
          `    ${given}`,
          `${rows} rows`,
          kept ? 'kept without a state' : outOfYears ? 'not in these years' : '',
          suggestions.length > 0 ? `perhaps ${suggestions.join(', ')}` : '',
        ]),
    ),
  )
}
