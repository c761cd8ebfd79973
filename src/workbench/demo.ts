import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Analysis } from '#domain/analysis'
import { instruments } from '#instruments/registry'
import { runInstrument } from './analyses.ts'
import { type ImportReport, importFiles } from './import.ts'
import { packageFolder } from './version.ts'
import type { Workbench } from './workbench.ts'

const folder = join(packageFolder, 'examples', 'vietnam')

/** Told of each step while the example is loaded and its analyses run. */
export type Progress = (done: number, of: number, what: string) => void

/** Loads the example: what is there already in the same words is left alone. */
export async function loadExample({ database, author }: Workbench): Promise<ImportReport> {
  const files = globSync('{*.yaml,cases/**/*.yaml}', { cwd: folder }).toSorted()
  return importFiles(
    database,
    files.map((file) => join(folder, file)),
    author('the example of Vietnam, from the papers'),
  )
}

/**
 * Runs every request of the example on what is recorded, each with the instrument that its folder names: in the order of the instruments, since
 * one may read the analyses of those before it.
 */
export async function runExample(workbench: Workbench, progress: Progress): Promise<readonly Analysis[]> {
  const requests = instruments.flatMap(({ id }) =>
    globSync(`requests/${id}/*.yaml`, { cwd: folder }).toSorted(),
  )
  const analyses: Analysis[] = []
  for (const [at, file] of requests.entries()) {
    const instrument = basename(dirname(file))
    progress(at, requests.length, `${instrument} ${basename(file, '.yaml')}`)
    const request: unknown = parse(readFileSync(join(folder, file), 'utf8'))
    analyses.push(await runInstrument(workbench.database, instrument, request, workbench.author('example')))
  }
  progress(requests.length, requests.length, 'done')
  return analyses
}
