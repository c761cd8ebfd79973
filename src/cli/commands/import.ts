import { importAny } from '#workbench/import-any'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

/** `soundings import FILE…`: records, documents or citations, by their type. */
export async function run(
  args: readonly string[],
  options: WorkspaceOptions & { json?: boolean; why?: string; dryRun?: boolean; source?: string },
): Promise<number> {
  const { why = `import of ${args.join(', ')}`, dryRun = false, source } = options
  const done = await withWorkbench(options, (workbench) =>
    importAny(workbench, args, { why, dryRun, source }),
  )
  if (options.json) {
    terminal.out(JSON.stringify(done))
    return 0
  }
  const { records, documents } = done
  if (records !== undefined) {
    const kinds = Object.entries(records.byKind).map(([section, count]) => `${count} ${section}`)
    terminal.out(
      `${dryRun ? 'Would import' : 'Imported'} ${records.records} records (${kinds.join(', ')}): ${records.added} new, ` +
        `${records.superseded} superseded, ${records.unchanged} as they were.`,
    )
    for (const notice of records.notices) terminal.say(notice)
  }
  for (const { document, source: of, characters, pages, version, passages } of documents) {
    const { exact, similar, lost } = passages
    terminal.out(
      `Imported document ${document} of source ${of}, version ${version}: ${characters} characters` +
        `${pages === undefined ? '' : `, ${pages} pages`}.`,
    )
    if (exact.length + similar.length + lost.length > 0)
      terminal.out(
        `Passages: ${exact.length} found again, ${similar.length} only similar, ${lost.length} lost.`,
      )
    for (const one of similar)
      terminal.out(
        `  similar (${one.similarity.toFixed(2)}): ${one.id}${one.became ? ` → “${one.became}”` : ' elsewhere'}`,
      )
    for (const id of lost) terminal.out(`  lost: ${id}`)
  }
  return 0
}
