import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Folder of large reference data beside the checkout. Tests that read it are skipped, by name, where it is not. */
const folder = resolve(import.meta.dirname, '../../shared')

export const sharedIsHere = existsSync(folder)

/** The path of a file of the reference data. */
export function shared(path: string): string {
  return resolve(folder, path)
}
