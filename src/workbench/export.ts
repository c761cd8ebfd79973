import { renameSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds } from '#domain/record'
import type { Database } from '#storage/database'
import { inOrder, listRecords } from '#storage/read-records'
import { readWorkspace } from '#storage/whole-workspace'

/**
 * The whole workspace, or the current records of one kind, as text: YAML, or JSON if the name says so.
 *
 * @param name name of the file it is meant for; `.json` gives JSON, anything else YAML
 */
export async function exportText({ db }: Database, name: string, kind?: Kind): Promise<string> {
  if (kind !== undefined) {
    const rows = await listRecords(db, kind)
    return written(name, { [kinds[kind].section]: rows.map((row) => inOrder(kind, row.body)) })
  }
  const { records, whole } = await readWorkspace(db)
  const filled = Object.fromEntries(Object.entries(records).filter(([, list]) => list.length > 0))
  return written(name, { soundings: 1, ...filled, ...whole })
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const fresh = `${file}.part-${process.pid}`
  try {
    writeFileSync(fresh, content)
    renameSync(fresh, file)
  } catch (cause) {
    throw new SoundingsError(
      'file-not-found',
      `it cannot be written: ${cause instanceof Error ? cause.message : cause}`,
      {
        place: { file },
        cause,
      },
    )
  }
}

function written(name: string, value: object): string {
  if (/\.json$/i.test(name)) return `${JSON.stringify(value, null, 1)}\n`
  return toYaml(value)
}

/** YAML as Soundings writes it: readable lines, no anchors. */
export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, aliasDuplicateObjects: false, indentSeq: true })
}
