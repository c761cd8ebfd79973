import { SoundingsError } from '#domain/errors'
import type { Handling } from '#domain/support'
import { type AnalysisBytes, storeAnalysis } from '#storage/analyses'
import type { AnalysisTask } from './analysis-messages.ts'
import { instrumentOf } from './analysis-of.ts'
import { analyseInThread } from './analysis-thread.ts'
import type { JobWatch } from './jobs.ts'
import type { Workbench } from './workbench.ts'

/** Which analyses a piece of work stored. */
export interface StoredAnalyses {
  readonly analyses: readonly string[]
}

/**
 * Runs an instrument as `runInstrument` does, in a thread of its own: it can be watched and cancelled, and stores nothing
 * unless it ends.
 *
 * @returns the id of the analysis
 * @throws SoundingsError `cancelled`, and what `runInstrument` throws
 */
export async function runInstrumentWatched(
  workbench: Workbench,
  instrument: string,
  request: unknown,
  watch: JobWatch,
): Promise<{ readonly id: string }> {
  const { analyses } = await run(workbench, { instrument, request, all: false }, watch)
  return { id: analyses[0] ?? '' }
}

/**
 * Runs an instrument for everything of which its question can be asked. What is finished when it is cancelled stays stored.
 *
 * @throws SoundingsError `cancelled` saying how many are finished; `call-invalid` if the instrument cannot be asked so
 */
export async function recompute(
  workbench: Workbench,
  instrument: string,
  request: unknown,
  watch: JobWatch,
): Promise<StoredAnalyses> {
  return run(workbench, { instrument, request, all: true }, watch)
}

async function run(workbench: Workbench, task: AnalysisTask, watch: JobWatch): Promise<StoredAnalyses> {
  instrumentOf(task.instrument) // refuses one that is not there before a thread is started
  const analyses: string[] = []
  const store = async (analysis: AnalysisBytes, handling: Handling) => {
    const { by, at } = workbench.author('run')
    await storeAnalysis(workbench.database.db, analysis, { handling, by, at })
    analyses.push(analysis.id)
  }
  try {
    await analyseInThread(workbench.database, task, watch, store)
  } catch (cause) {
    const stopped = cause instanceof SoundingsError && cause.code === 'cancelled'
    if (!stopped || analyses.length === 0) throw cause
    if (!task.all) return { analyses } // it was stored before it could be stopped
    throw new SoundingsError(
      'cancelled',
      `stopped; ${analyses.length} analyses were finished and are stored`,
      {
        advice: 'Start it again when you like: what is there is not stored twice.',
      },
    )
  }
  return { analyses }
}
