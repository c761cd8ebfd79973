import { SoundingsError } from '#domain/errors'
import { readOneAnalysis } from '#workbench/analyses'
import { recompute, runInstrumentWatched } from '#workbench/analysis-jobs'
import type { JobWatch } from '#workbench/jobs'
import { readRequest } from '#workbench/request-file'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'
import { analysisJson, printAnalysis } from './print-analysis.ts'

type Options = WorkspaceOptions & { json?: boolean; vi?: boolean; all?: boolean; state?: string }

/** `soundings run INSTRUMENT REQUEST.yaml`: one analysis. With `--all`: one for everything that can be asked about. */
export async function run(args: readonly string[], options: Options): Promise<number> {
  const [instrument = '', file] = args
  if (options.all) return runAll(instrument, file, options)
  if (file === undefined || options.state !== undefined)
    throw new SoundingsError(
      'call-invalid',
      file === undefined ? 'run needs a request' : '--state goes with --all',
      { advice: 'Give a YAML file (or -), or --all for every relation.' },
    )
  const request = readRequest(file)
  const analysis = await interruptible((watch) =>
    withWorkbench(
      options,
      async (workbench) => {
        const { id } = await runInstrumentWatched(workbench, instrument, request, watch)
        return readOneAnalysis(workbench.database, id)
      },
      'left-to-work',
    ),
  )
  if (options.json) terminal.out(JSON.stringify(analysisJson(analysis)))
  else printAnalysis(analysis, options.vi ?? false, terminal)
  return 0
}

async function runAll(instrument: string, file: string | undefined, options: Options): Promise<number> {
  const asked = file === undefined ? {} : readRequest(file)
  const request = options.state === undefined ? asked : { ...(asked as object), state: options.state } // a map, or refused
  const stored = await interruptible((watch) =>
    withWorkbench(options, (workbench) => recompute(workbench, instrument, request, watch), 'left-to-work'),
  )
  if (options.json) terminal.out(JSON.stringify(stored))
  else terminal.out(stored.analyses.join('\n'))
  terminal.say(`${stored.analyses.length} analyses are stored.`)
  return 0
}

/** Work that Ctrl-C stops, and that tells how far it is once it has taken longer than a second. */
async function interruptible<T>(work: (watch: JobWatch) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted)
  const began = performance.now()
  try {
    return await work({
      signal: stop.signal,
      progress: (done, of, step) => {
        if (performance.now() - began > 1000) terminal.progress(Math.floor(done), of, step)
      },
    })
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupted)
  }
}
