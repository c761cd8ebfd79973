import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SoundingsError } from '#domain/errors'
import { sharedIntegers } from '#numeric/team'
import type { ComputeMessage, ComputeStart } from './compute-worker.ts'
import { type TaskInput, type TaskName, type TaskOutput, tasks } from './tasks.ts'
import { packageFolder } from './version.ts'

/** How a long computation is watched and stopped. */
export interface ComputeOptions {
  /** threads; default the processors of this machine, eight at most */
  readonly workers?: number
  readonly signal?: AbortSignal
  progress?(done: number, of: number): void
}

/**
 * Runs a task of the numeric library on worker threads, so that the caller stays free to answer and to cancel. The
 * answer is the same for any number of workers.
 *
 * @throws SoundingsError `cancelled` if the signal stops it
 * @throws RangeError what the task throws
 */
export async function compute<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  options: ComputeOptions = {},
): Promise<TaskOutput<Name>> {
  const { signal } = options
  const size = Math.max(1, options.workers ?? Math.min(8, availableParallelism()))
  const shared = (tasks[name] as { prepare(input: unknown): unknown }).prepare(input) // TaskInput ties name and input
  const meeting = sharedIntegers(2)
  const crew = Array.from({ length: size }, (_, rank) => {
    const workerData: ComputeStart = { name, shared, rank, size, meeting }
    return new Worker(workerEntry, { workerData })
  })
  try {
    return await new Promise<TaskOutput<Name>>((resolve, reject) => {
      const stop = () => reject(new SoundingsError('cancelled', 'the computation was cancelled'))
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
      for (const worker of crew) {
        worker.on('error', reject)
        worker.on('message', (message: ComputeMessage) => {
          if ('output' in message)
            resolve(message.output as TaskOutput<Name>) // of the task we named
          else options.progress?.(message.done, message.of)
        })
      }
    })
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()))
  }
}

/** The worker's file: TypeScript in a checkout, a bundle when published. */
const workerEntry = import.meta.url.endsWith('.ts')
  ? new URL('./compute-worker.ts', import.meta.url)
  : join(packageFolder, 'dist', 'compute-worker.js')
