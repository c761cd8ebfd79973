import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SoundingsError } from '#domain/errors'
import type { Handling } from '#domain/support'
import type { AnalysisBytes } from '#storage/analyses'
import type { Database } from '#storage/database'
import { evidenceSnapshot } from '#storage/evidence-snapshot'
import { type AnalysisTask, errorOf, type FromThread, type ToThread } from './analysis-messages.ts'
import type { JobWatch } from './jobs.ts'
import { packageFolder } from './version.ts'

/**
 * Analyses in a thread of its own, so that the caller stays free to answer, to tell of progress and to cancel. The thread knows
 * no database: it asks for records, and what it finds is stored here.
 *
 * @param store stores one analysis; the next begins when it has
 * @throws SoundingsError `cancelled` if the signal stops it, and what the instrument refuses
 */
export async function analyseInThread(
  { db }: Database,
  task: AnalysisTask,
  watch: JobWatch,
  store: (analysis: AnalysisBytes, handling: Handling) => Promise<void>,
): Promise<void> {
  const cancelled = () => new SoundingsError('cancelled', 'the analysis was cancelled')
  if (watch.signal.aborted) throw cancelled()
  const snapshot = evidenceSnapshot(db)
  const worker = new Worker(workerEntry, { workerData: task })
  let busy: Promise<unknown> = Promise.resolve() // what the thread asked for last, and is being done
  try {
    await new Promise<void>((resolve, reject) => {
      watch.signal.addEventListener('abort', () => reject(cancelled()), { once: true })
      const tell = (message: ToThread) => worker.postMessage(message)
      const answer = async (message: FromThread): Promise<void> => {
        if (message.say === 'ask')
          tell({ number: message.number, rows: await snapshot.rows(message.question) })
        else if (message.say === 'read') await snapshot.release()
        else if (message.say === 'analysis') {
          if (watch.signal.aborted) return
          await store(message.analysis, message.handling)
          tell({ number: message.number, rows: [] })
        } else if (message.say === 'progress') watch.progress(message.done, message.of, message.step)
        else if (message.say === 'fault') reject(errorOf(message.fault))
        else resolve()
      }
      worker.on('error', reject)
      worker.on('exit', () => {
        busy = busy.then(() => reject(new Error('the thread of the analysis ended before it was done'))) // after what it said last
      })
      worker.on('message', (message: FromThread) => {
        busy = busy.then(() => answer(message)).catch(reject)
      })
    })
  } finally {
    await worker.terminate()
    await busy
    await snapshot.release()
  }
}

/** The worker's file: TypeScript in a checkout, a bundle when published. */
const workerEntry = import.meta.url.endsWith('.ts')
  ? new URL('./analysis-worker.ts', import.meta.url)
  : join(packageFolder, 'dist', 'analysis-worker.js')
