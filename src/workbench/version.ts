import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the package: it holds package.json, examples and the built web app. */
export const packageFolder = findPackage(import.meta.dirname)

/** The version of Soundings, as package.json has it. */
export const version = (
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version // our own file

function findPackage(folder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string } // any package.json
    if (name === 'soundings') return folder
  } catch {
    // not here: look one folder up
  }
  return findPackage(dirname(folder))
}
