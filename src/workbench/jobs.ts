import { randomBytes } from 'node:crypto'
import { SoundingsError } from '#domain/errors'

/** A long piece of work that goes on while its caller looks in from time to time. */
export interface Job {
  readonly id: string
  readonly what: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly of: number
  readonly step: string
  /** what it gave, once done */
  readonly result?: unknown
  /** why it failed */
  readonly cause?: unknown
}

/** How the work itself sees its job. */
export interface JobWatch {
  readonly signal: AbortSignal
  progress(done: number, of: number, what: string): void
}

const kept = 50
const jobs = new Map<string, { job: Job; readonly stop: AbortController }>()

/** Starts a piece of work of this process, and tells its first state at once. */
export function startJob(what: string, work: (watch: JobWatch) => Promise<unknown>): Job {
  const id = randomBytes(9).toString('base64url')
  const stop = new AbortController()
  const held = { job: { id, what, state: 'running', done: 0, of: 1, step: '' } as Job, stop }
  jobs.set(id, held)
  const watch: JobWatch = {
    signal: stop.signal,
    progress: (done, of, step) => {
      if (held.job.state === 'running') held.job = { ...held.job, done, of, step }
    },
  }
  void work(watch).then(
    (result) => {
      held.job = { ...held.job, state: 'done', done: held.job.of, result }
    },
    (cause) => {
      const cancelled = cause instanceof SoundingsError && cause.code === 'cancelled'
      held.job = { ...held.job, state: cancelled || stop.signal.aborted ? 'cancelled' : 'failed', cause }
    },
  )
  forgetOld()
  return held.job
}

/**
 * A job as it stands.
 *
 * @throws SoundingsError `record-unknown` if it is not, or no longer, known
 */
export function seeJob(id: string): Job {
  return heldJob(id).job
}

/** Asks a job to stop; it says `cancelled` once it has. */
export function cancelJob(id: string): Job {
  const held = heldJob(id)
  held.stop.abort()
  return held.job
}

function heldJob(id: string) {
  const held = jobs.get(id)
  if (held !== undefined) return held
  throw new SoundingsError('record-unknown', `there is no job ${id}`, {
    advice: 'Jobs are forgotten when Soundings stops; start the work again.',
  })
}

/** Only the last jobs are kept; those that run are never forgotten. */
function forgetOld(): void {
  for (const [id, { job }] of jobs) {
    if (jobs.size <= kept) return
    if (job.state !== 'running') jobs.delete(id)
  }
}
