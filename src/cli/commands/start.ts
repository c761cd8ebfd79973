import { once } from 'node:events'
import { serveWorkbench } from '#api/server'
import { webFolder } from '#api/web-folder'
import { SoundingsError } from '#domain/errors'
import { loadExample, runExample } from '#workbench/demo'
import { seeWorkspace } from '#workbench/records'
import type { Workbench } from '#workbench/workbench'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { tellError, terminal } from '../terminal.ts'
import { printAnalysis } from './print-analysis.ts'

/** `soundings start`: the workspace over HTTP until it is interrupted. A new workspace begins with the example. */
export async function run(
  _: readonly string[],
  options: WorkspaceOptions & { port?: string; host?: string },
): Promise<number> {
  const { host = '127.0.0.1' } = options
  const port = Number(options.port ?? 4600)
  if (!(Number.isInteger(port) && port >= 0 && port < 65536))
    throw new SoundingsError('call-invalid', '--port must be a whole number below 65536', {
      place: { value: options.port },
    })
  return withWorkbench(options, (workbench) => serveUntilStopped(workbench, host, port), 'left-to-work')
}

async function serveUntilStopped(workbench: Workbench, host: string, port: number): Promise<number> {
  const { database, config } = workbench
  terminal.say(`Workspace: ${database.where.replace(/:[^:@/]+@/, ':…@')}`)
  const counts = await seeWorkspace(database)
  if (Object.values(counts).every((count) => count === 0)) {
    terminal.say('It is new: loading the example.')
    await loadExample(workbench)
    for (const analysis of await runExample(workbench, terminal.progress))
      printAnalysis(analysis, false, terminal)
  }
  const web = await webFolder(terminal.say)
  const served = await serveWorkbench(workbench, {
    host,
    port,
    web,
    onFault: (cause) => tellError(cause, terminal),
  })
  terminal.say(`\nSoundings is open at ${served.url}  (you are ${config.by}; Ctrl-C to stop)`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await served.close()
  return 0
}
